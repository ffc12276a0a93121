import { createHmac } from 'node:crypto'
import { createClient } from '@supabase/supabase-js'
import ws from 'ws'
import { connect } from '~/db/begin.server'
import { loadOrganisations } from './load-organisations.server'
import { loadPast } from './load-past.server'
import { loadRequests } from './load-requests.server'
import { loadUnions } from './load-unions.server'
import { DEMO_RECEIPT, STAFF } from './people'

/** What loading needs: the owner of the schema, the ordinary way of signing up, and the keys under which codes and numbers are hashed. */
export type DemoDoors = {
	ownerUrl: string
	supabaseUrl: string
	publishableKey: string
	receiptSecret: string
	memberSecret: string
}

/** Fill an empty database with one invented city. Called once for a database; throws when it could not. */
export async function loadDemo(doors: DemoDoors): Promise<void> {
	const { ownerUrl, supabaseUrl, publishableKey, receiptSecret, memberSecret } = doors
	const sql = connect(ownerUrl, 2)
	try {
		const userIds = await signUpAll(supabaseUrl, publishableKey)
		const organisations = await loadOrganisations(sql)
		const caseworkers = new Map<string, string>()
		for (const { key, name, works } of STAFF) {
			const userId = userIds.get(key)!
			if (works.length > 0)
				await sql`insert into app.people (user_id, name) values (${userId}, ${name}) on conflict do nothing`
			for (const { at, as } of works) {
				const organisationId = organisations.get(at)!
				await sql`insert into app.staff_roles (user_id, organisation_id, role)
					select ${userId}, ${organisationId}, unnest(${as}::text[]) on conflict do nothing`
				if (as.includes('caseworker') && (!caseworkers.has(organisationId) || as.includes('manager')))
					caseworkers.set(organisationId, userId)
			}
		}
		const receiptHash = createHmac('sha256', receiptSecret)
			.update(`hash:${DEMO_RECEIPT.code.replaceAll('-', '')}`)
			.digest()
		await loadRequests({
			sql,
			organisations,
			caseworkers,
			workerId: userIds.get('worker')!,
			triagerId: userIds.get('triager')!,
			receiptHash,
		})
		await loadUnions({ sql, organisations, people: userIds, memberSecret })
		await loadPast({ sql, organisations, memberSecret })
	} finally {
		await sql.end({ timeout: 5 })
	}
}

/** Sign everybody up as they would themselves. Somebody who is there already, from a load that was cut short, signs in. */
async function signUpAll(url: string, key: string): Promise<Map<string, string>> {
	const ids = new Map<string, string>()
	for (const { key: name, email, password } of STAFF) {
		const { auth } = createClient(url, key, {
			auth: { persistSession: false, autoRefreshToken: false },
			realtime: { transport: ws as unknown as typeof WebSocket },
		})
		const signedUp = await auth.signUp({ email, password })
		const { data, error } = signedUp.error ? await auth.signInWithPassword({ email, password }) : signedUp
		if (!data.user) throw new Error(`demo person ${name}: ${error?.message ?? 'no account'}`)
		ids.set(name, data.user.id)
	}
	return ids
}
