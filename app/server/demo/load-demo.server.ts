import { createHmac } from 'node:crypto'
import { createClient } from '@supabase/supabase-js'
import type postgres from 'postgres'
import ws from 'ws'
import { connect } from '~/db/begin.server'
import { DEMO_RECEIPT } from '~/domain/tour/demo-account'
import { BUCKET } from '~/storage/attachments.server'
import { openStore } from '~/storage/store.server'
import { readRequests } from './demo-data.server'
import { readDemoFiles, storeDemoFiles } from './demo-files.server'
import { loadOrganisations } from './load-organisations.server'
import { loadMonths } from './load-months.server'
import { loadPast } from './load-past.server'
import { loadRequests } from './load-requests.server'
import { loadUnions } from './load-unions.server'
import { STAFF } from './people'

/** What loading needs: the owner of the schema, the ordinary ways of signing up and of keeping files, and the keys under which codes and numbers are hashed. */
export type DemoDoors = {
	ownerUrl: string
	supabaseUrl: string
	publishableKey: string
	secretKey: string
	receiptSecret: string
	memberSecret: string
}

/**
 * Fill an empty database with one invented city. Throws when it could not. Cut short at any moment it is called again:
 * what is there already is left as it is, so that the end is the same.
 */
export async function loadDemo(doors: DemoDoors): Promise<void> {
	const sql = connect(doors.ownerUrl, 2)
	try {
		const requests = readRequests()
		const [people, organisations, files] = await Promise.all([
			signUpAll(doors.supabaseUrl, doors.publishableKey),
			loadOrganisations(sql),
			readDemoFiles(requests),
		])
		const caseworkers = await loadStaff(sql, people, organisations)
		const receiptHash = createHmac('sha256', doors.receiptSecret)
			.update(`hash:${DEMO_RECEIPT.code.replaceAll('-', '')}`)
			.digest()
		await loadRequests(sql, { organisations, people, caseworkers, files, receiptHash }, requests)
		await storeDemoFiles(sql, files, openStore(doors.supabaseUrl, doors.secretKey, BUCKET))
		await loadUnions({ sql, organisations, people, memberSecret: doors.memberSecret })
		await loadPast({ sql, organisations, memberSecret: doors.memberSecret })
		await loadMonths({ sql, organisations, memberSecret: doors.memberSecret })
	} finally {
		await sql.end({ timeout: 5 })
	}
}

/** Answers who works the cases of each organisation: the first caseworker listed there who is not its manager, else the manager. */
async function loadStaff(sql: postgres.Sql, people: Map<string, string>, organisations: Map<string, string>) {
	const caseworkers = new Map<string, string>()
	const managers = new Map<string, string>()
	for (const { key, name, works } of STAFF) {
		const userId = people.get(key)!
		if (works.length > 0)
			await sql`insert into app.people (user_id, name) values (${userId}, ${name}) on conflict do nothing`
		for (const { at, as } of works) {
			const organisationId = organisations.get(at)!
			await sql`insert into app.staff_roles (user_id, organisation_id, role)
				select ${userId}, ${organisationId}, unnest(${as}::text[]) on conflict do nothing`
			const known = as.includes('manager') ? managers : caseworkers
			if (as.includes('caseworker') && !known.has(organisationId)) known.set(organisationId, userId)
		}
	}
	return new Map([...managers, ...caseworkers])
}

/** Sign everybody up as they would themselves. Somebody who is there already, from a load that was cut short, signs in. */
async function signUpAll(url: string, key: string): Promise<Map<string, string>> {
	const signUp = async ({ key: name, email, password }: (typeof STAFF)[number]) => {
		const { auth } = createClient(url, key, {
			auth: { persistSession: false, autoRefreshToken: false },
			realtime: { transport: ws as unknown as typeof WebSocket },
		})
		const signedUp = await auth.signUp({ email, password })
		const { data, error } = signedUp.error ? await auth.signInWithPassword({ email, password }) : signedUp
		if (!data.user) throw new Error(`demo person ${name}: ${error?.message ?? 'no account'}`)
		return [name, data.user.id] as const
	}
	return new Map(await Promise.all(STAFF.map(signUp)))
}
