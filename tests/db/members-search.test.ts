import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import type { MemberFilter } from '~/domain/members/member-list'
import { countMembers, getMember, listMembers, readChoices } from '~/domain/members/members.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback, refusal } from '~tests/support/db'
import { bystanders, refusedTo, seedTwoUnions } from '~tests/support/members'
import { seedMember } from '~tests/support/seed-unions'

const NOTHING: MemberFilter = { state: 'active', query: '', station: null, sector: null, platform: null, area: null }
const names = async (db: Db, union: string, filter: Partial<MemberFilter>) =>
	(await listMembers(db, 'zh-CN', union, { ...NOTHING, ...filter })).members.map(({ name }) => name).sort()
const found = (db: Db, union: string, query: string) => names(db, union, { query })

test('a Chinese name is found by any part of it, one sign too; a Latin one in any case; spaces, dots and width do not matter', () =>
	inRollback(async (db) => {
		const { ours, theirs, officer } = await seedTwoUnions(db)
		const people = ['王小路', '王路', '路小王', '欧阳小路', '阿依古丽·买买提', 'Li Ming', 'Ming Lee']
		for (const name of people) await seedMember(db, ours, { name })
		await seedMember(db, theirs, { name: '王小路' })
		await become(db, officer)
		const expected: Record<string, string[]> = {
			路: ['欧阳小路', '王小路', '王路', '路小王', '郑大路'],
			小路: ['欧阳小路', '王小路'],
			王小路: ['王小路'],
			阳小: ['欧阳小路'],
			路小: ['路小王'],
			古丽买: ['阿依古丽·买买提'],
			'阿依古丽 · 买买提': ['阿依古丽·买买提'],
			'LI MING': ['Li Ming'],
			ming: ['Li Ming', 'Ming Lee'],
			'ｍｉｎｇ　ｌｅｅ': ['Ming Lee'],
			小王路: [], // all its pairs of signs are somewhere, but nobody is called so
			龘: [],
			'%': [],
			_: [],
		}
		for (const [query, who] of Object.entries(expected))
			expect([query, await found(db, ours, query)]).toEqual([query, [...who].sort()])
	}))

test('a phone number is found whole, as people write it, or by its last four; a member number with or without its zeros', () =>
	inRollback(async (db) => {
		const { ours, officer, membership } = await seedTwoUnions(db)
		await seedMember(db, ours, { name: '王小路', phone: '13900000042', state: 'left' })
		await seedMember(db, ours, { name: '李小河', phone: '+85291234567' })
		await become(db, officer)
		for (const query of ['13900000042', '139 0000 0042', '139-0000-0042', '+86 13900000042', '008613900000042', '0042'])
			expect([query, await found(db, ours, query)]).toEqual([query, ['王小路']])
		expect(await found(db, ours, '+852 9123 4567')).toEqual(['李小河'])
		expect(await found(db, ours, '3900000042')).toEqual([]) // neither whole nor the last four
		expect(await found(db, ours, '042')).toEqual([])
		const { number } = membership
		for (const query of [
			number,
			number.toLowerCase(),
			` ${number} `,
			number.slice(2),
			number.slice(2).replace(/^0+/, ''),
		])
			expect([query, await found(db, ours, query)]).toEqual([query, ['郑大路']])
	}))

test('what is searched for follows a name, a number and a union that change', () =>
	inRollback(async (db) => {
		const { ours, theirs, officer, theirOfficer, membership } = await seedTwoUnions(db)
		await db`update app.member_details set name = '郑小海', phone = '13711112222' where membership_id = ${membership.id}`
		await become(db, officer)
		expect(await found(db, ours, '大路')).toEqual([])
		expect(await found(db, ours, '小海')).toEqual(['郑小海'])
		expect(await found(db, ours, '2222')).toEqual(['郑小海'])
		expect(await found(db, ours, membership.phone)).toEqual([])
		await become(db, 'owner')
		await db`update app.memberships set union_organisation_id = ${theirs} where id = ${membership.id}`
		await become(db, officer)
		expect(await found(db, ours, '小海')).toEqual([])
		await become(db, theirOfficer)
		expect(await found(db, theirs, '小海')).toEqual(['郑小海'])
		await become(db, 'owner')
		await db`delete from app.memberships where id = ${membership.id}`
		expect(await db`select 1 from app.member_search where membership_id = ${membership.id}`).toEqual([])
	}))

test('lists are of one state and narrowed by station, trade, platform and area; a search looks in every state', () =>
	inRollback(async (db) => {
		const { ours, officer, station, membership } = await seedTwoUnions(db)
		const there = await seedMember(db, ours, { name: '甲路', station })
		await db`update app.memberships set sector_code = 'courier', platform_code = 'meituan', area_code = '330110' where id = ${there.id}`
		for (const state of ['due', 'lapsed', 'left'] as const) await seedMember(db, ours, { name: `${state}路`, state })
		await become(db, officer)
		expect(await names(db, ours, {})).toEqual(['甲路', '郑大路'])
		for (const state of ['due', 'lapsed', 'left'] as const)
			expect(await names(db, ours, { state })).toEqual([`${state}路`])
		for (const facts of [{ station }, { sector: 'courier' }, { platform: 'meituan' }, { area: '330110' }]) {
			expect([facts, await names(db, ours, facts)]).toEqual([facts, ['甲路']])
			expect([facts, await names(db, ours, { query: '路', ...facts })]).toEqual([facts, ['甲路']])
		}
		expect(await names(db, ours, { sector: 'courier', area: '330106' })).toEqual([])
		expect((await found(db, ours, '路')).length).toBe(5)
		expect(await countMembers(db, ours)).toEqual({ active: 2, due: 1, lapsed: 1, left: 1 })
		const { areas, stations } = await readChoices(db, 'en', ours)
		expect(areas.map(({ code }) => code)).toEqual(['330106', '330110'])
		expect(stations).toEqual([{ code: station, name: '文三路站' }])
		expect(await getMember(db, 'en', ours, membership.id)).toMatchObject({
			name: '郑大路',
			area: 'Xihu District',
			transfer: null,
		})
	}))

test('pages come by key: each member once, the newest first, also among those who joined in the same moment', () =>
	inRollback(async (db) => {
		const { ours, officer } = await seedTwoUnions(db)
		for (let n = 0; n < 60; n++) await seedMember(db, ours, { name: `路${n}` })
		await db`update app.memberships set joined_at = now() - interval '1 day' * (substr(number, 9)::int % 2)`
		await become(db, officer)
		for (const query of ['', '路']) {
			const seen: string[] = []
			const joined: number[] = []
			let after: string[] | null = null
			do {
				const before: { at: string; id: string } | undefined = after ? { at: after[0]!, id: after[1]! } : undefined
				const page: Awaited<ReturnType<typeof listMembers>> = await listMembers(
					db,
					'en',
					ours,
					{ ...NOTHING, query },
					before,
				)
				seen.push(...page.members.map(({ id }) => id))
				joined.push(...page.members.map(({ joinedAt }) => joinedAt.getTime()))
				after = page.next
			} while (after)
			expect([query, seen.length, new Set(seen).size]).toEqual([query, 61, 61])
			expect(joined).toEqual([...joined].sort((a, b) => b - a))
		}
	}))

test('nobody but an officer of the union lists, searches, counts areas or finds a member there', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, membership } = unions
		const others = await bystanders(db, unions)
		await refusedTo(db, others, (tx) => listMembers(tx, 'en', ours, NOTHING))
		await refusedTo(db, others, (tx) => listMembers(tx, 'en', ours, { ...NOTHING, query: '郑大路' }))
		for (const [name, person] of Object.entries(others)) {
			await become(db, person)
			const signedIn = typeof person === 'object' && 'user' in person
			const areas = () => db.savepoint((tx) => tx`select * from private.member_areas(${ours})`)
			if (signedIn) {
				expect([name, await areas()]).toEqual([name, []])
				expect([name, await countMembers(db, ours)]).toEqual([name, { active: 0, due: 0, lapsed: 0, left: 0 }])
				await expect(getMember(db, 'en', ours, membership.id)).rejects.toThrow('notFound')
			} else
				expect([name, await attempt(db, (tx) => tx`select * from private.member_areas(${ours})`)]).toEqual([
					name,
					'42501',
				])
			expect(await refusal(db, (tx) => tx`select * from app.member_search`)).toBe('42501')
		}
	}))
