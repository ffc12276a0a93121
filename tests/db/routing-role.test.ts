import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { MEMBERSHIP_NEXT, APPLICATION_NEXT } from '~/domain/members/membership-state'
import { become, inRollback, refusal } from '~tests/support/db'
import {
	NEED,
	PLACE,
	seedAccepted,
	seedOffer,
	seedOrganisation,
	seedRequest,
	seedService,
	seedStaff,
	seedUser,
} from '~tests/support/seeds'
import { seedApplication, seedMember } from '~tests/support/seed-unions'

const keysOf = <T extends object>(states: T) => Object.keys(states) as (keyof T)[]

const HIDDEN = [
	'memberships',
	'membership_applications',
	'request_stories',
	'request_contacts',
	'requests',
	'messages',
	'internal_notes',
	'people',
	'outcomes',
	'case_events',
	'case_access',
	'views',
	'drafts',
	'receipt_sessions',
	'notifications',
	'staff_invitations',
	'attempts',
]

test.each(HIDDEN)('routing is denied %s, row and count', (table) =>
	inRollback(async (db) => {
		await become(db, 'routing')
		expect(await refusal(db, (tx) => tx`select 1 from app.${tx(table)}`)).toBe('42501')
		expect(await refusal(db, (tx) => tx`select count(*) from app.${tx(table)}`)).toBe('42501')
	}),
)

test('routing is denied the accounts, and of a case everything but what it is about', () =>
	inRollback(async (db) => {
		await become(db, 'routing')
		expect(await refusal(db, (tx) => tx`select id from auth.users`)).toBe('42501')
		for (const column of ['holder_organisation_id', 'assignee_id', 'next_at', 'closed_at', 'disputes'])
			expect(await refusal(db, (tx) => tx`select ${tx(column)} from app.cases`)).toBe('42501')
		expect(await db`select id, category_code, area_code, urgency from app.cases`).toEqual([])
	}))

test('both ways of finding candidates belong to that role, run as it, and it has no way to become more', () =>
	inRollback(async (db) => {
		expect(
			await db`select proname::text as name, proowner::regrole::text as owner, prosecdef as definer from pg_proc
				where pronamespace = 'private'::regnamespace and proname in ('candidates', 'case_candidates') order by 1`,
		).toEqual([
			{ name: 'candidates', owner: 'app_routing', definer: true },
			{ name: 'case_candidates', owner: 'app_routing', definer: true },
		])
		expect(
			await db`select rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolinherit from pg_roles where rolname = 'app_routing'`,
		).toEqual([{ rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolinherit: false }])
		expect(await db`select 1 from pg_auth_members where member = 'app_routing'::regrole`).toEqual([])
		expect(await db`select has_schema_privilege('app_routing', 'private', 'create') as c`).toEqual([{ c: false }])
	}))

const find = async (db: Db) => [
	...(await db`select * from private.candidates(${NEED}, ${PLACE}, 'delivery', null, 'zh-CN', '{}') order by service_id`),
]
const findFor = async (db: Db, caseId: string) => [
	...(await db`select * from private.case_candidates(${caseId}, false) order by service_id`),
]

test('who is a member, wants to be one or was one changes no candidate and nothing of any', () =>
	fc.assert(
		fc.asyncProperty(
			fc.array(
				fc.record({
					union: fc.nat({ max: 1 }),
					person: fc.nat({ max: 2 }),
					membership: fc.constantFrom(...keysOf(MEMBERSHIP_NEXT)),
					application: fc.constantFrom(...keysOf(APPLICATION_NEXT)),
				}),
				{ minLength: 1, maxLength: 8 },
			),
			(members) =>
				inRollback(async (db) => {
					const unions = [await seedOrganisation(db, { kind: 'union' }), await seedOrganisation(db, { kind: 'union' })]
					for (const organisation of [...unions, await seedOrganisation(db)]) {
						await seedService(db, organisation)
						await seedStaff(db, organisation)
					}
					const people = [await seedUser(db), await seedUser(db), await seedUser(db)]
					const filed = await seedRequest(db)
					await db`update app.requests set user_id = ${people[0]!.user} where id = ${filed.requestId}`
					await become(db, 'service')
					const without = await findFor(db, filed.caseId)
					await become(db, people[0]!)
					const seenWithout = await find(db)
					expect([without.length, seenWithout.length]).toEqual([3, 3])

					await become(db, 'owner')
					for (const { union, person, membership, application } of members) {
						await seedMember(db, unions[union]!, { user: people[person]!.user, state: membership })
						await seedApplication(db, unions[union]!, { user: people[person]!.user, state: application })
					}
					await become(db, 'service')
					expect(await findFor(db, filed.caseId)).toEqual(without)
					await become(db, people[0]!)
					expect(await find(db)).toEqual(seenWithout)
				}),
		),
		{ numRuns: 15 },
	))

test('a case is offered to who is there, able, agreed to, and has not had it: one reason at a time', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const service = await seedService(db, organisation, { capacity: 1 })
		const filed = await seedRequest(db, { recipients: [organisation] })
		const found = async (about: Parameters<typeof seedRequest>[1] = { recipients: [organisation] }) => {
			await become(db, 'owner')
			const { caseId } = await seedRequest(db, about)
			await become(db, 'service')
			const rows = await db`select organisation_id from private.case_candidates(${caseId}, true)`
			await become(db, 'owner')
			return rows.length
		}
		expect(await found()).toBe(0) // nobody works there
		const caseworker = await seedStaff(db, organisation)
		expect(await found()).toBe(1)
		expect(await found({ recipients: [] })).toBe(0) // not agreed to
		expect(await found({ recipients: [organisation], excluded: [organisation] })).toBe(0)
		expect(await found({ recipients: [organisation], needs: ['housing.other'] })).toBe(0)
		await db`update app.services set status = 'temporarily closed' where id = ${service}`
		expect(await found()).toBe(0)
		await db`update app.services set status = 'active' where id = ${service}`
		await db`update app.organisations set active = false where id = ${organisation}`
		expect(await found()).toBe(0)
		await db`update app.organisations set active = true where id = ${organisation}`
		await db`insert into app.service_sectors values (${service}, 'freight')`
		expect(await found()).toBe(0)
		await db`delete from app.service_sectors where service_id = ${service}`
		await db`delete from app.service_languages where service_id = ${service} and language_code = 'en'`
		expect(await found({ recipients: [organisation], language: 'en' })).toBe(0)
		expect(await found()).toBe(1) // Chinese is spoken everywhere
		await db`update app.service_areas set area_code = '330000' where service_id = ${service}`
		expect(await found()).toBe(1) // a province stands for its districts
		await db`update app.service_areas set area_code = '330102' where service_id = ${service}`
		expect(await found()).toBe(0) // the district next door does not
		await db`update app.service_areas set area_code = ${PLACE} where service_id = ${service}`
		const held = await seedAccepted(db, organisation, caseworker, filed)
		await db`update app.referrals set service_id = ${service} where id = ${held.referralId}`
		expect(await found()).toBe(0) // full
		await db`update app.services set capacity = null where id = ${service}`
		expect(await found()).toBe(1)
		const declined = await seedOffer(db, organisation)
		await become(db, caseworker)
		await db`select private.decline_referral(${declined.referralId}, 'no_capacity')`
		await become(db, 'service')
		expect(await db`select 1 from private.case_candidates(${declined.caseId}, true)`).toEqual([]) // had it already
	}))
