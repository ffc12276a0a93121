import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findUnions, listTransfers, proposeUnions } from '~/domain/members/transfers.server'
import { become, inRollback } from '~tests/support/db'
import { bystanders, refusedTo, seedTwoUnions } from '~tests/support/members'
import { seedMember } from '~tests/support/seed-unions'

test('an unanswered transfer stays where it is and stands first, marked after two weeks; lists come by key', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, theirOfficer, officer } = unions
		for (let n = 0; n < 30; n++) {
			const { id } = await seedMember(db, ours)
			await db`insert into app.membership_transfers (id, membership_id, from_union_id, to_union_id, asked_by, reason, asked_at)
				values (${randomUUID()}, ${id}, ${ours}, ${theirs}, 'member', 'moved', now() - interval '1 day' * ${n % 16} - interval '1 hour')`
		}
		for (const [person, union, side] of [[theirOfficer, theirs, 'in'] as const, [officer, ours, 'out'] as const]) {
			await become(db, person)
			const first = await listTransfers(db, 'en', union, side, [])
			const second = await listTransfers(db, 'en', union, side, first.next!)
			const all = [...first.transfers, ...second.transfers]
			expect([side, new Set(all.map(({ id }) => id)).size, second.next]).toEqual([side, 30, null])
			expect(first.transfers[0]).toMatchObject({ longOpen: true, state: 'asked' })
			expect(all.map(({ askedAt }) => askedAt.getTime())).toEqual(
				all.map(({ askedAt }) => askedAt.getTime()).sort((a, b) => a - b),
			)
			expect(all.filter(({ longOpen }) => longOpen)).toHaveLength(2)
		}
		await become(db, 'owner')
		await db`update app.membership_transfers set state = 'withdrawn', decided_at = asked_at`
		await become(db, officer)
		const first = await listTransfers(db, 'en', ours, 'past', [])
		const second = await listTransfers(db, 'en', ours, 'past', first.next!)
		expect(new Set([...first.transfers, ...second.transfers].map(({ id }) => id)).size).toBe(30)
		const times = [...first.transfers, ...second.transfers].map(({ decidedAt }) => decidedAt!.getTime())
		expect(times).toEqual([...times].sort((a, b) => b - a))
	}))

test('nobody but its officers lists the transfers of a union', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, member } = unions
		for (const side of ['in', 'out', 'past'] as const)
			await refusedTo(db, { ...(await bystanders(db, unions)), member }, (tx) =>
				listTransfers(tx, 'en', ours, side, []),
			)
	}))

test('the other union is found by its name or by a place whose people it takes, and proposed after moving there', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, officer } = unions
		await db`insert into app.union_pools (area_code, union_organisation_id) values ('330106', ${ours}), ('330110', ${theirs}), ('330000', ${theirs})`
		await become(db, officer)
		const ids = async (query: string) => (await findUnions(db, 'zh-CN', query, ours)).map(({ id }) => id)
		for (const query of ['余杭', '余杭区总', 'yuhang', 'Yuhang District', '宁波'])
			// Ningbo by climbing to its province
			expect([query, await ids(query)]).toEqual([query, [theirs]])
		for (const query of ['西湖', '西湖区总工会', '北京', '%', 'x'])
			expect([query, await ids(query)]).toEqual([query, []])
		const propose = (areaCode: string) => proposeUnions(db, 'en', '', { areaCode, organisationId: ours })
		expect(await propose('330106')).toEqual([])
		expect(await propose('110101')).toEqual([])
		expect(await propose('330110')).toEqual([{ id: theirs, name: 'Yuhang District Union', via: 'Yuhang District' }])
	}))
