import { expect, test } from 'vitest'
import { countMembers, readChoices } from '~/domain/members/members.server'
import { become } from '~tests/support/db'
import { withInnerPlans } from '~tests/support/inner-plans'
import { seedOrganisation, seedStaff } from '~tests/support/seeds'

test('where nearly everybody is a member of one union and in one state, its areas and counts are still a few steps along one index', () =>
	withInnerPlans(async (db, plansOf) => {
		const ours = await seedOrganisation(db, { kind: 'union' })
		await db`insert into app.memberships (union_organisation_id, state, area_code, sector_code, phone_hash)
			select ${ours}, 'active', a.codes[1 + n % array_length(a.codes, 1)], 'delivery', sha256(n::text::bytea)
			from generate_series(1, 20000) n, (select array_agg(code) as codes from app.areas where parent_code = '330100') a`
		await db`analyze app.memberships`
		await become(db, await seedStaff(db, ours, 'officer'))
		for (const [name, list, text] of [
			['areas', () => readChoices(db, 'en', ours), 'with recursive step'],
			['counts', () => countMembers(db, ours), 'count_members.union_id'],
		] as const) {
			const plan = (await plansOf(list)).find((one) => one.text.includes(text))!
			expect({ name, scanned: plan.scanned.filter((table) => table === 'memberships') }).toEqual({ name, scanned: [] })
			const walked = plan.indexes.filter((index) => index.startsWith('memberships'))
			expect({ name, walked: [...new Set(walked)].filter((index) => !/_by_\w+_idx|_union_/.test(index)) }).toEqual({
				name,
				walked: [],
			})
			expect(walked.length, name).toBeGreaterThan(0)
		}
	}))
