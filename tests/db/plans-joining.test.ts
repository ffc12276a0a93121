import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { listApplications, listDoubles, readPace } from '~/domain/members/review.server'
import { mySignUps } from '~/domain/members/sign-up.server'
import { become, inRollback } from '~tests/support/db'
import { comesInOrder, readsIndexes } from '~tests/support/explained'
import { seedOrganisation, seedStaff } from '~tests/support/seeds'

const GROWING = [
	'membership_applications',
	'applicants',
	'memberships',
	'member_details',
	'application_events',
	'areas',
]

/** 20 unions with 20,000 applications between them: a tenth waits, a tenth was sent back, the rest is decided; 10,000 members. */
async function seedCity(db: Db) {
	const union = await seedOrganisation(db, { kind: 'union' })
	for (let n = 1; n < 20; n++) await seedOrganisation(db, { kind: 'union' })
	const officer = await seedStaff(db, union, 'officer')
	await db`
		with org as (select array_agg(id order by (id = ${union}) desc, id) as ids from app.organisations where kind = 'union')
		insert into app.membership_applications (id, reference, code_hash, union_organisation_id, way, pool_basis, area_code, sector_code,
			entered_as, entered_by, consent_version, state, first_submitted_at, submitted_at, decided_at, reason_code)
		select gen_random_uuid(), 'M-' || translate(lpad(n::text, 8, 'Z'), '01', 'XY'), '', org.ids[1 + n % 20], 'pool', 'residence', '330106',
			'delivery', 'group', case when n % 20 = 0 then ${officer.user}::uuid end, '2026-11', s.state,
			now() - n * interval '1 minute', now() - n * interval '1 minute',
			case when s.state <> 'submitted' then now() - n * interval '30 seconds' end,
			case s.state when 'returned' then 'name_unclear' when 'rejected' then 'not_own_wish' end
		from generate_series(1, 20000) n, org, lateral (select case when n / 20 % 10 = 1 then 'submitted' when n / 20 % 10 = 2 then 'returned'
			when n / 20 % 20 = 3 then 'rejected' else 'approved' end as state) s`
	await db`insert into app.applicants (application_id, name, phone, phone_hash, language)
		select id, '骑手', '139' || lpad((row_number() over ())::text, 8, '0'), sha256(id::text::bytea), 'zh-CN' from app.membership_applications`
	await db`insert into app.memberships (union_organisation_id, area_code, sector_code, phone_hash)
		select union_organisation_id, '330106', 'delivery', sha256(id::text::bytea) from app.membership_applications limit 10000`
	await db`insert into app.member_details (membership_id, name, phone)
		select id, '骑手', '13900000000' from app.memberships`
	for (const table of [
		'membership_applications',
		'applicants',
		'memberships',
		'member_details',
		'organisations',
		'staff_roles',
		'areas',
	])
		await db`analyze ${db(`app.${table}`)}`
	return { union, officer }
}

test(
	'with 20,000 applications the lists of an officer, as their reader, come in order from indexes',
	{ timeout: 60_000 },
	() =>
		inRollback(async (db) => {
			const { union, officer } = await seedCity(db)
			await become(db, officer)
			const list = (view: 'waiting' | 'returned' | 'decided', after: string[] = []) => {
				return (tx: Db) => listApplications(tx, 'zh-CN', union, view, {}, after)
			}
			const seen = { waiting: 100, returned: 100, decided: 800 } as const
			for (const view of ['waiting', 'returned', 'decided'] as const) {
				const ids = new Set<string>()
				let after: string[] | null = []
				while (after) {
					const page: Awaited<ReturnType<typeof listApplications>> = await list(view, after)(db)
					for (const { id } of page.items) ids.add(id)
					after = page.next
				}
				expect([view, ids.size]).toEqual([view, seen[view]])
				const key = [new Date().toISOString(), union]
				const index = view === 'decided' ? 'membership_applications_decided_idx' : 'membership_applications_union_idx'
				await comesInOrder(db, view, list(view), { index, growing: GROWING })
				await comesInOrder(db, `${view}, next page`, list(view, key), { index, growing: GROWING })
			}
			expect(await readPace(db, union)).toMatchObject({ decided: 750 })
			const { items } = await list('waiting')(db)
			expect(
				await listDoubles(
					db,
					union,
					items.map(({ id }) => id),
				),
			).toHaveLength(
				(
					await onlyThose(
						db,
						items.map(({ id }) => id),
					)
				).length,
			)
		}),
)
/** Of these, who bears the number of a member that was seeded. */
const onlyThose = async (db: Db, ids: string[]) => {
	await become(db, 'owner')
	return db`select 1 from app.applicants p join app.memberships m using (phone_hash) where p.application_id = any (${ids}::uuid[])`
}

test(
	'what stands inside functions reads indexes too: doubles, the pace, what one typed in today',
	{ timeout: 60_000 },
	() =>
		inRollback(async (db) => {
			const { union, officer } = await seedCity(db)
			const waiting = await db<{ id: string }[]>`select id from app.membership_applications
			where union_organisation_id = ${union} and state = 'submitted' limit 25`
			const ids = waiting.map(({ id }) => id).join(',')
			await db`select set_config('request.jwt.claims', ${JSON.stringify({ sub: officer.user })}, true)`
			// as the owner, as the functions run, with their parameters put in
			const filled = async (name: string) => {
				const [row] = await db<{ sql: string }[]>`select prosrc as sql from pg_proc where proname = ${name}`
				return row!.sql
					.replaceAll(`${name}.union_organisation_id`, `'${union}'::uuid`)
					.replaceAll(`${name}.application_ids`, `'{${ids}}'::uuid[]`)
					.replaceAll(`${name}.most`, '10')
			}
			for (const [name, indexes] of [
				['possible_doubles', DOUBLES],
				['approval_pace', ['membership_applications_decided_idx']],
				['my_sign_ups', ['membership_applications_entered_by_idx']],
			] as const)
				await readsIndexes(db, name, await filled(name), [...indexes], GROWING)
			await become(db, officer)
			expect((await mySignUps(db, union, 10)).length).toBe(10)
		}),
)
const DOUBLES = [
	'applicants_phone_hash_idx',
	'applicants_id_hash_idx',
	'memberships_one_for_a_phone_idx',
	'memberships_one_for_an_id_idx',
	'memberships_former_idx',
]
