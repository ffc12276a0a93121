import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { changeMember, endMembership, leaveUnion, rejoinMember } from '~/domain/members/member-steps.server'
import { LEAVE_REASONS } from '~/domain/members/membership-state'
import { openMember } from '~/domain/members/members.server'
import { listLooks } from '~/domain/members/own-membership.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { bystanders, kindsOf, refusedTo, seedTwoUnions, twice, unionState } from '~tests/support/members'
import { hashOf, seedMember } from '~tests/support/seed-unions'

const NEW = { phone: '13900001111', hash: hashOf('13900001111') }
const membershipOf = async (db: Db, id: string) => {
	await become(db, 'owner')
	const [row] =
		await db`select m.*, d.name, d.phone, d.email from app.memberships m join app.member_details d on d.membership_id = m.id where m.id = ${id}`
	return row!
}

test('an officer opens the contact: written down once an hour, and the member reads of it', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { member, membership, officer, ours } = unions
		const open = (tx: Db) => openMember(tx, membership.id)
		await refusedTo(db, { ...(await bystanders(db, unions)), member }, open)
		const { looks } = await twice(db, officer, open)
		expect(looks).toMatchObject([{ membershipId: membership.id, userId: officer.user, organisationId: ours }])
		await become(db, officer)
		expect(await open(db)).toEqual({
			...{
				phone: membership.phone,
				email: 'member@people.test',
				gender: null,
				birthYear: null,
				idLastFour: null,
				phoneShared: false,
			},
		})
		await become(db, member)
		expect(await listLooks(db, 'zh-CN', membership.id)).toMatchObject([{ organisation: '西湖区总工会' }])
		expect(await refusal(db, (tx) => tx`select user_id from app.member_views`)).toBe('42501')
	}))

test('an officer changes facts: what differs is written, named in one event without its content, and the member is told', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { membership, officer, station, member } = unions
		const facts = {
			name: '郑小路',
			phone: NEW.phone,
			email: 'new@people.test',
			area: '330110',
			sector: 'courier',
			platform: 'meituan',
		}
		const change = (tx: Db) =>
			changeMember(tx, membership.id, { ...facts, workingForm: 'contract', station }, { phoneHash: NEW.hash })
		await refusedTo(db, { ...(await bystanders(db, unions)), member }, change)
		const { notices } = await twice(db, officer, change)
		expect(notices).toBe(1)
		expect(await membershipOf(db, membership.id)).toMatchObject({
			...{ name: '郑小路', phone: NEW.phone, email: 'new@people.test', areaCode: '330110', sectorCode: 'courier' },
			...{
				platformCode: 'meituan',
				workingForm: 'contract',
				stationId: station,
				phoneHash: NEW.hash,
				number: membership.number,
			},
		})
		const fields = ['area', 'email', 'name', 'phone', 'platform', 'sector', 'station'] // contract was crowd
		expect((await kindsOf(db, membership.id)).at(-1)).toEqual({
			...{ kind: 'changed', actor: 'staff', codes: { fields: [...fields, 'workingForm'] } },
		})
		await become(db, officer)
		await changeMember(db, membership.id, { email: null, platform: null, station: null })
		expect(await membershipOf(db, membership.id)).toMatchObject({
			email: null,
			platformCode: null,
			stationId: null,
			areaCode: '330110',
		})
	}))

test('a number of another member: the officer is told and nothing changes; the member is not, and only the officer sees it', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { membership, officer, member, theirs } = unions
		await seedMember(db, theirs, { phone: NEW.phone })
		const before = await unionState(db)
		await become(db, officer)
		const changes = { phone: NEW.phone, sector: 'courier' }
		expect(await changeMember(db, membership.id, changes, { phoneHash: NEW.hash })).toBe('phone_taken')
		expect(await unionState(db)).toEqual(before)

		await become(db, member)
		const own = (tx: Db) => changeMember(tx, membership.id, { phone: NEW.phone }, { phoneHash: NEW.hash, own: true })
		expect(await own(db)).toBe('done') // word for word what a free number answers
		expect(await membershipOf(db, membership.id)).toMatchObject({ phone: NEW.phone, phoneHash: null })
		await become(db, officer)
		expect(await openMember(db, membership.id)).toMatchObject({ phoneShared: true })
		await changeMember(db, membership.id, { phone: '13900002222' }, { phoneHash: hashOf('13900002222') })
		expect(await openMember(db, membership.id)).toMatchObject({ phoneShared: false })
	}))

test('a number of somebody who has left is free', () =>
	inRollback(async (db) => {
		const { membership, officer, ours } = await seedTwoUnions(db)
		await seedMember(db, ours, { phone: NEW.phone, state: 'left' })
		await become(db, officer)
		expect(await changeMember(db, membership.id, { phone: NEW.phone }, { phoneHash: NEW.hash })).toBe('done')
	}))

test('what is no fact, no open station of the union, or a number without its hash is refused; so is anything of who left', () =>
	inRollback(async (db) => {
		const { membership, officer, theirStation, station, ours, member } = await seedTwoUnions(db)
		const left = await seedMember(db, ours, { state: 'left' })
		await db`update app.stations set closed_at = now() where id = ${station}`
		const before = await unionState(db)
		const tries: [string, (tx: Db) => Promise<unknown>][] = [
			['WRONG', (tx) => changeMember(tx, membership.id, { station: theirStation })],
			['WRONG', (tx) => changeMember(tx, membership.id, { station })],
			['WRONG', (tx) => changeMember(tx, membership.id, { phone: NEW.phone })],
			['WRONG', (tx) => tx`select private.change_member(${membership.id}, '{"state": "left"}', null)`],
			['WRONG', (tx) => tx`select private.change_member(${membership.id}, '{"union": "x"}', null)`],
			['23514', (tx) => changeMember(tx, membership.id, { phone: 'x' }, { phoneHash: NEW.hash })],
			['23514', (tx) => changeMember(tx, membership.id, { name: '' })],
			['23503', (tx) => changeMember(tx, membership.id, { area: '999999' })],
			['NOWAY', (tx) => changeMember(tx, left.id, { name: '某某' })],
		]
		for (const [code, step] of tries) {
			await become(db, officer)
			expect([String(step), await refusal(db, step)]).toEqual([String(step), code])
		}
		for (const changes of [{ name: '某某' }, { station: null }]) {
			await become(db, member)
			expect(await refusal(db, (tx) => changeMember(tx, membership.id, changes, { own: true }))).toBe('WRONG')
		}
		expect(await unionState(db)).toEqual(before)
	}))

test('a member changes the own contact, place and work, and nobody does it in their name', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { membership, officer, member } = unions
		const change = (tx: Db) =>
			changeMember(tx, membership.id, { phone: NEW.phone, area: '330110' }, { phoneHash: NEW.hash, own: true })
		await refusedTo(db, { ...(await bystanders(db, unions)), officer }, change)
		await twice(db, member, change)
		expect((await kindsOf(db, membership.id)).at(-1)).toEqual({
			kind: 'changed',
			actor: 'member',
			codes: { fields: ['area', 'phone'] },
		})
	}))

test.each(['active', 'due', 'lapsed'] as const)(
	'a membership that is %s ends, and number and history stay for coming back',
	(state) =>
		inRollback(async (db) => {
			const unions = await seedTwoUnions(db)
			const { ours, officer } = unions
			const one = await seedMember(db, ours, { state, email: 'x@people.test' })
			const end = (tx: Db) => endMembership(tx, one.id, 'left_trade')
			const back = (tx: Db) => rejoinMember(tx, one.id)
			const others = await bystanders(db, unions)
			await refusedTo(db, others, end)
			await twice(db, officer, end)
			expect(await membershipOf(db, one.id)).toMatchObject({
				state: 'left',
				confirmBy: null,
				number: one.number,
				endedAt: expect.any(Date),
			})
			await refusedTo(db, others, back)
			const { notices } = await twice(db, officer, back)
			expect(notices).toBe(2)
			expect(await membershipOf(db, one.id)).toMatchObject({
				state: 'active',
				endedAt: null,
				number: one.number,
				unionOrganisationId: ours,
			})
			expect((await kindsOf(db, one.id)).map(({ kind, codes }) => [kind, codes])).toEqual([
				['joined', {}],
				['left', { reason: 'left_trade' }],
				['rejoined', {}],
			])
		}),
)

test('whoever lapsed is taken back as well', () =>
	inRollback(async (db) => {
		const { ours, officer } = await seedTwoUnions(db)
		const { id } = await seedMember(db, ours, { state: 'lapsed' })
		await twice(db, officer, (tx) => rejoinMember(tx, id))
		expect(await membershipOf(db, id)).toMatchObject({ state: 'active', endedAt: null })
	}))

test('nobody comes back under the old number who is a member again by phone or ID number', () =>
	inRollback(async (db) => {
		const { ours, theirs, officer } = await seedTwoUnions(db)
		const byPhone = await seedMember(db, ours, { state: 'left', phone: NEW.phone })
		const byId = await seedMember(db, ours, { state: 'left', idHash: hashOf('id') })
		await seedMember(db, theirs, { phone: NEW.phone, idHash: hashOf('id') })
		const before = await unionState(db)
		for (const { id } of [byPhone, byId]) {
			await become(db, officer)
			expect(await rejoinMember(db, id)).toBe('member_elsewhere')
		}
		expect(await unionState(db)).toEqual(before)
	}))

test('a member leaves alone; nobody is written to about somebody who died', () =>
	inRollback(async (db) => {
		const unions = await seedTwoUnions(db)
		const { membership, member, officer, ours } = unions
		const leave = (tx: Db) => leaveUnion(tx, membership.id)
		await refusedTo(db, { ...(await bystanders(db, unions)), officer }, leave)
		await twice(db, member, leave)
		expect((await kindsOf(db, membership.id)).at(-1)).toEqual({
			kind: 'left',
			actor: 'member',
			codes: { reason: 'own_wish' },
		})
		const dead = await seedMember(db, ours, { email: 'y@people.test' })
		await twice(db, officer, (tx) => endMembership(tx, dead.id, 'died'))
		expect(await db`select 1 from app.notifications where membership_id = ${dead.id}`).toEqual([])
		await become(db, officer)
		const living = await seedAs(db, ours)
		await become(db, officer)
		expect(await refusal(db, (tx) => tx`select private.end_membership(${living}, 'bad_behaviour')`)).toBe('WRONG')
	}))

const seedAs = async (db: Db, union: string) => {
	await become(db, 'owner')
	return (await seedMember(db, union)).id
}

test('the reasons of the code are those that the database takes', () =>
	inRollback(async (db) => {
		const [row] = await db<{ source: string }[]>`select prosrc as source from pg_proc where proname = 'apply_leaving'`
		const codes = [.../not in \(([^)]*)\)/.exec(row!.source)![1]!.matchAll(/'(\w+)'/g)].map(([, code]) => code)
		expect(codes.sort()).toEqual([...LEAVE_REASONS].sort())
	}))
