import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { endMembership, leaveUnion } from '~/domain/members/member-steps.server'
import {
	acceptTransfer,
	askTransfer,
	getIncoming,
	listTransfers,
	refuseTransfer,
	withdrawTransfer,
} from '~/domain/members/transfers.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import {
	bystanders,
	kindsOf,
	refusedTo,
	seedTwoUnions,
	twice,
	unionState,
	type TwoUnions,
} from '~tests/support/members'
import { seedMember } from '~tests/support/seed-unions'

const asking = ({ membership, theirs }: TwoUnions, id = randomUUID()) => ({
	...{ id, membershipId: membership.id, unionId: theirs, reason: 'moved' as const },
})
/** Asked by the member, unless somebody else is named. Ends as the owner. */
async function asked(db: Db, unions: TwoUnions, by: Person = unions.member) {
	const transfer = asking(unions)
	await become(db, by)
	await askTransfer(db, transfer, by === unions.member)
	await become(db, 'owner')
	return transfer.id
}
const unionOf = async (db: Db, id: string) => {
	await become(db, 'owner')
	const [row] =
		await db`select union_organisation_id as union, state, station_id, number from app.memberships where id = ${id}`
	return row!
}
/** Everybody who is neither the other union's officer nor named. */
const others = async (db: Db, unions: TwoUnions) => {
	const { theirOfficer: _, ...rest } = await bystanders(db, unions)
	return rest
}

test('an officer or the member asks another union; nothing moves, and twice is once', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, officer, theirOfficer, member, membership } = unions
		const [byOfficer, byMember] = [asking(unions), asking(unions)]
		await refusedTo(db, { ...(await others(db, unions)), theirOfficer, member }, (tx) => askTransfer(tx, byOfficer))
		await refusedTo(db, { ...(await others(db, unions)), theirOfficer, officer }, (tx) =>
			askTransfer(tx, byMember, true),
		)
		await twice(db, officer, (tx) => askTransfer(tx, byOfficer))
		expect(await unionOf(db, membership.id)).toMatchObject({ union: ours, state: 'active' })
		const before = await unionState(db)
		await become(db, member)
		expect(await refusal(db, (tx) => askTransfer(tx, byMember, true))).toBe('TAKEN') // one at a time
		expect(await unionState(db)).toEqual(before)
		await twice(db, officer, (tx) => withdrawTransfer(tx, byOfficer.id))
		await twice(db, member, (tx) => askTransfer(tx, byMember, true))
		expect(await db`select asked_by, state from app.membership_transfers order by asked_at, state desc`).toEqual([
			{ askedBy: 'officer', state: 'withdrawn' },
			{ askedBy: 'member', state: 'asked' },
		])
	}))

test('only another union that works is asked, and nobody who has left', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, officer, membership } = unions
		const [agency] = await db<
			{ id: string }[]
		>`insert into app.organisations (kind, name_zh, name_en) values ('agency', '社工', 'Agency') returning id`
		const left = await seedMember(db, ours, { state: 'left' })
		const before = await unionState(db)
		const ask =
			(membershipId: string, unionId: string, reason = 'moved') =>
			(tx: Db) =>
				tx`select private.ask_transfer(${randomUUID()}, ${membershipId}, ${unionId}, ${reason})`
		await become(db, officer)
		for (const union of [ours, agency!.id, randomUUID()])
			expect(await refusal(db, ask(membership.id, union))).toBe('WRONG')
		expect(await refusal(db, ask(left.id, theirs))).toBe('NOWAY')
		expect(await refusal(db, ask(membership.id, theirs, 'because'))).toBe('23514')
		await become(db, 'owner')
		await db`update app.organisations set active = false where id = ${theirs}`
		await become(db, officer)
		expect(await refusal(db, ask(membership.id, theirs))).toBe('WRONG')
		expect(await unionState(db)).toEqual(before)
	}))

test('before it is accepted the other union sees place, trade and since when, and neither name nor number', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, theirOfficer, officer, membership } = unions
		const id = await asked(db, unions)
		await become(db, theirOfficer)
		const incoming = await getIncoming(db, 'en', theirs, id)
		expect(incoming).toMatchObject({
			other: 'Xihu District Union',
			area: 'Xihu District',
			sector: 'Food and instant delivery',
			reason: 'moved',
		})
		const { transfers } = await listTransfers(db, 'en', theirs, 'in', [])
		expect(transfers).toEqual([incoming])
		const text = JSON.stringify(incoming)
		for (const secret of ['郑大路', membership.phone, membership.number, membership.id])
			expect(text).not.toContain(secret)
		for (const table of ['memberships', 'member_details', 'membership_events'])
			expect([table, await db`select 1 from app.${db(table)}`]).toEqual([table, []])
		await become(db, officer)
		expect((await listTransfers(db, 'en', ours, 'out', [])).transfers).toMatchObject([
			{ name: '郑大路', number: membership.number },
		])
		await expect(getIncoming(db, 'en', ours, id)).rejects.toThrow('notFound')
	}))

test('accepting moves the membership in one step: union, history and number go, the station stays behind', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirs, theirOfficer, officer, member, membership, station } = unions
		await db`update app.memberships set station_id = ${station}, state = 'due', confirm_by = now() where id = ${membership.id}`
		const id = await asked(db, unions)
		const accept = (tx: Db) => acceptTransfer(tx, id)
		await refusedTo(db, { ...(await others(db, unions)), officer, member }, accept)
		await twice(db, theirOfficer, accept)
		expect(await unionOf(db, membership.id)).toEqual({
			union: theirs,
			state: 'active',
			stationId: null,
			number: membership.number,
		})
		expect(await kindsOf(db, membership.id)).toEqual([
			{ kind: 'joined', actor: 'staff', codes: {} },
			{ kind: 'transfer_asked', actor: 'member', codes: { from: ours, to: theirs, reason: 'moved' } },
			{ kind: 'transferred', actor: 'staff', codes: { from: ours, to: theirs } },
		])
		expect(
			await db`select 1 from app.notifications where membership_id = ${membership.id} and template = 'member_news'`,
		).toHaveLength(2)
		await become(db, theirOfficer)
		expect(await db`select name from app.member_details`).toEqual([{ name: '郑大路' }])
		expect((await listTransfers(db, 'en', theirs, 'past', [])).transfers).toMatchObject([
			{ state: 'accepted', name: '郑大路' },
		])
		await become(db, officer)
		expect(await db`select 1 from app.memberships where id = ${membership.id}`).toEqual([])
		expect((await listTransfers(db, 'en', ours, 'past', [])).transfers).toMatchObject([
			{ name: null, number: null, area: null, joinedAt: null },
		])
	}))

test('not taken over, it stays, and the member reads why', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { ours, theirOfficer, officer, member, membership } = unions
		const id = await asked(db, unions)
		const refuse = (tx: Db) => refuseTransfer(tx, id, 'not_our_area')
		await refusedTo(db, { ...(await others(db, unions)), officer, member }, refuse)
		await twice(db, theirOfficer, refuse)
		expect(await unionOf(db, membership.id)).toMatchObject({ union: ours })
		expect((await kindsOf(db, membership.id)).at(-1)).toMatchObject({
			kind: 'transfer_refused',
			codes: { refusal: 'not_our_area' },
		})
		await become(db, theirOfficer)
		expect(await refusal(db, (tx) => acceptTransfer(tx, id))).toBe('TAKEN')
		const again = await asked(db, unions) // may be asked again
		await become(db, theirOfficer)
		expect(await refusal(db, (tx) => tx`select private.refuse_transfer(${again}, 'no')`)).toBe('23514')
		expect(await refusal(db, (tx) => tx`select private.refuse_transfer(${again}, null)`)).toBe('23514')
	}))

test('withdrawn by the union or the member it is over, and cannot be accepted any more', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { theirOfficer, officer, member } = unions
		for (const own of [false, true]) {
			const id = await asked(db, unions, own ? officer : member)
			const withdraw = (tx: Db) => withdrawTransfer(tx, id, own)
			await refusedTo(
				db,
				{ ...(await others(db, unions)), theirOfficer, ...(own ? { officer } : { member }) },
				withdraw,
			)
			await twice(db, own ? member : officer, withdraw)
			const before = await unionState(db)
			await become(db, theirOfficer)
			expect(await refusal(db, (tx) => acceptTransfer(tx, id))).toBe('TAKEN')
			expect(await refusal(db, (tx) => refuseTransfer(tx, id, 'other'))).toBe('TAKEN')
			expect(await unionState(db)).toEqual(before)
		}
	}))

test.each(['officer', 'member', 'owner'] as const)(
	'when a membership is ended by the %s its open transfer ends with it',
	(by) =>
		inRollback(async (db) => {
			const unions = await seedTwoUnions(db)
			const { officer, member, membership } = unions
			const id = await asked(db, unions)
			await become(db, by === 'officer' ? officer : by === 'member' ? member : 'owner')
			if (by === 'officer') await endMembership(db, membership.id, 'own_wish')
			else if (by === 'member') await leaveUnion(db, membership.id)
			else await db`update app.memberships set state = 'left', ended_at = now() where id = ${membership.id}` // as an answer in a drive may
			await become(db, 'owner')
			expect(await db`select state from app.membership_transfers where id = ${id}`).toEqual([{ state: 'withdrawn' }])
			expect((await kindsOf(db, membership.id)).map(({ kind }) => kind)).toContain('transfer_withdrawn')
		}),
)
