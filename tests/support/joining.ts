import { randomBytes, randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Db } from '~/db/begin.server'
import { attempt } from './attempt'
import { become, type Person } from './db'
import { hashOf } from './seed-unions'
import { PLACE, operatorId, seedOrganisation, seedRequest, seedStaff, seedUser } from './seeds'

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const anyReference = () => `M-${Array.from(randomBytes(8), (byte) => SIGNS[byte % 32]).join('')}`
const hex = (text: string) => hashOf(text).toString('hex')

type Facts = Record<string, string | number | null>
/** What private.submit_application takes. The person is invented; say `phone` or `idNumber` to be somebody in particular. */
export function joining({ idNumber, ...about }: Facts = {}): Facts {
	const phone = String(about.phone ?? `1390${String(randomBytes(4).readUInt32BE() % 10_000_000).padStart(7, '0')}`)
	return {
		...{ way: 'pool', basis: 'residence', employer: null, area: PLACE, sector: 'delivery', platform: 'meituan' },
		...{ workingForm: 'crowd', station: null, campaign: null, from: null, consentVersion: '2026-11' },
		...{ name: '周小满', phone, phoneHash: hex(phone), email: null, gender: null, birthYear: 1990, language: 'zh-CN' },
		...(idNumber ? { idHash: hex(String(idNumber)), idLastFour: String(idNumber).slice(-4) } : {}),
		...about,
	}
}

type Sent = { reference: string; session: string }
export type Submitting = { id?: string; codeHash?: Buffer; union: string; facts?: Facts; reference?: string }
/** Applies as whoever the transaction is. */
export async function submit(db: Db, { id, codeHash, union, facts, reference }: Submitting): Promise<Sent> {
	const [row] = await db<Sent[]>`select application_reference as reference, application_session as session
		from private.submit_application(${id ?? randomUUID()}, ${reference ?? anyReference()}, ${codeHash ?? randomBytes(32)}, ${union},
			${db.json(facts ?? joining())})`
	return row!
}
export type SigningUp = {
	id?: string
	union: string
	facts?: Facts
	on?: string
	knowing?: boolean
	codeHash?: Buffer
}
/** Signs one person up as whoever the transaction is. */
export async function signUp(
	db: Db,
	{ id, union, facts, on = 'group', knowing = false, codeHash }: SigningUp,
): Promise<string> {
	const [row] = await db<{ outcome: string }[]>`
		select outcome from private.sign_up(${id ?? randomUUID()}, ${union}, ${anyReference()}, ${codeHash ?? randomBytes(32)}, ${on},
			${db.json(facts ?? joining())}, ${knowing})`
	return row!.outcome
}

const WATCHED = [
	'membership_applications',
	'applicants',
	'application_events',
	'application_sessions',
	'memberships',
	'member_details',
	'membership_events',
	'drafts',
	'notifications',
]
/** Everything that a step of joining could move, as the owner sees it. */
export async function everythingOfUnions(db: Db): Promise<string> {
	await become(db, 'owner')
	const parts: string[] = []
	for (const table of WATCHED) {
		const [row] = await db<{ all: string }[]>`
			select count(*) || md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) as all from app.${db(table)} t`
		parts.push(`${table} ${row!.all}`)
	}
	const [jobs] = await db<{ n: number }[]>`select count(*)::int as n from graphile_worker._private_jobs`
	return `${parts.join('\n')}\n${jobs!.n}`
}

/** Two unions with an officer each, and everybody who has no business with the first. */
export async function seedUnionDesk(db: Db) {
	const [union, far] = [
		await seedOrganisation(db, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' }),
		await seedOrganisation(db, { kind: 'union', nameZh: '余杭区总工会', nameEn: 'Yuhang District Union' }),
	]
	await db`insert into app.union_pools (area_code, union_organisation_id) values (${PLACE}, ${union})`
	const agency = await seedOrganisation(db)
	const desk = await operatorId(db)
	const outsiders: Record<string, Person> = {
		farOfficer: await seedStaff(db, far, 'officer'),
		liaison: await seedStaff(db, union, 'liaison'),
		unionCaseworker: await seedStaff(db, union, 'caseworker'),
		unionManager: await seedStaff(db, union, 'manager'),
		analyst: await seedStaff(db, union, 'analyst'),
		caseworker: await seedStaff(db, agency, 'caseworker', 'manager'),
		triager: await seedStaff(db, desk, 'triager'),
		administrator: await seedStaff(db, desk, 'administrator', 'directory_editor'),
		account: await seedUser(db),
		receipt: { receipt: (await seedRequest(db)).receipt },
		visitor: 'visitor',
		service: 'service',
		routing: 'routing',
		anon: 'anon',
	}
	return { union, far, officer: await seedStaff(db, union, 'officer'), outsiders }
}
export type UnionDesk = Awaited<ReturnType<typeof seedUnionDesk>>

/** Each of these people is refused, and after each nothing at all is different. */
export async function refusedToAll(db: Db, people: Record<string, Person>, step: (db: Db) => Promise<unknown>) {
	const before = await everythingOfUnions(db)
	for (const [name, person] of Object.entries(people)) {
		await become(db, person)
		const answered = await attempt(db, step)
		const signedIn = typeof person === 'object' && 'user' in person
		expect({ name, answered }).toEqual({ name, answered: signedIn ? 'NTFND' : '42501' })
		expect(await everythingOfUnions(db), name).toBe(before)
	}
}
