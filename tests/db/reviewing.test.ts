import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { sortTicked } from '~/domain/members/application-doubles'
import { listDoubles, listTicked } from '~/domain/members/review.server'
import { approveApplication, approveApplications, decideApplication } from '~/domain/members/review-steps.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { everythingOfUnions, seedUnionDesk } from '~tests/support/joining'
import {
	hashOf,
	seedApplication,
	seedApplicationSession,
	seedCampaign,
	seedMember,
	seedStation,
} from '~tests/support/seed-unions'
import { seedUser } from '~tests/support/seeds'

const stateOf = async (db: Db, id: string) => {
	await become(db, 'owner')
	const [row] =
		await db`select state, union_organisation_id as union, station_id, reason_code, reason_note, decided_by, submitted_at
		from app.membership_applications where id = ${id}`
	return row
}

test('approving makes a member of what was applied with, tells the applicant, and is done once', () =>
	inRollback(async (db) => {
		const { union, officer } = await seedUnionDesk(db)
		const [worker, station] = [await seedUser(db), await seedStation(db, union)]
		const campaign = await seedCampaign(db, union)
		const { id, phone } = await seedApplication(db, union, {
			user: worker.user,
			email: 'w@people.test',
			idHash: hashOf('x'),
		})
		await db`update app.membership_applications set station_id = ${station}, campaign_id = ${campaign.id} where id = ${id}`
		await db`update app.applicants set birth_year = 1990, gender = 'female', id_last_four = '002X', language = 'en'
			where application_id = ${id}`
		await become(db, officer)
		expect(await approveApplication(db, id)).toBe('approved')
		const once = await everythingOfUnions(db)
		await become(db, officer)
		expect(await approveApplication(db, id)).toBe('approved')
		expect(await approveApplications(db, union, [id, id])).toEqual([{ applicationId: id, outcome: 'approved' }])
		expect(await everythingOfUnions(db)).toBe(once)

		expect(await stateOf(db, id)).toMatchObject({ state: 'approved', decidedBy: officer.user })
		const [member] = await db`select m.*, d.name, d.phone, d.email, d.gender, d.birth_year, d.id_last_four, d.language
			from app.memberships m join app.member_details d on d.membership_id = m.id where m.application_id = ${id}`
		expect(member).toMatchObject({
			...{
				unionOrganisationId: union,
				userId: worker.user,
				state: 'active',
				areaCode: '330106',
				sectorCode: 'delivery',
			},
			...{
				workingForm: 'crowd',
				stationId: station,
				campaignId: campaign.id,
				idHash: hashOf('x'),
				phoneHash: hashOf(phone),
			},
			...{ name: '周小满', phone, email: 'w@people.test', gender: 'female', birthYear: 1990, idLastFour: '002X' },
			language: 'en',
		})
		expect(member!.number).toMatch(/^TL\d{8}$/)
		expect(
			await db`select actor, actor_id, kind, codes from app.membership_events where membership_id = ${member!.id as string}`,
		).toEqual([{ actor: 'staff', actorId: officer.user, kind: 'joined', codes: { application: id } }])
		expect(await db`select kind from app.application_events where application_id = ${id} order by seq`).toEqual([
			{ kind: 'submitted' },
			{ kind: 'approved' },
		])
		expect(await db`select event_seq, template from app.notifications where application_id = ${id}`).toEqual([
			{ eventSeq: 2, template: 'application_news' },
		])
		const session = await seedApplicationSession(db, id)
		await become(db, session)
		expect(await db`select number, state from private.session_membership()`).toEqual([
			{ number: member!.number, state: 'active' },
		])
		await become(db, { application: randomUUID() })
		expect(await db`select number from private.session_membership()`).toEqual([])
	}))

test('nobody is a member twice: the number of a member stops it, here or elsewhere, and nothing moves', () =>
	inRollback(async (db) => {
		const { union, far, officer } = await seedUnionDesk(db)
		const here = await seedMember(db, union, { idHash: hashOf('one') })
		const there = await seedMember(db, far, { state: 'lapsed' })
		const byId = await seedApplication(db, union, { idHash: hashOf('one') })
		const byPhone = await seedApplication(db, union, { phone: there.phone })
		for (const { id } of [byId, byPhone]) {
			await become(db, officer)
			const before = await everythingOfUnions(db)
			await become(db, officer)
			expect(await approveApplication(db, id)).toBe('member')
			expect(await approveApplications(db, union, [id])).toEqual([{ applicationId: id, outcome: 'member' }])
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, officer)
		expect(await listDoubles(db, union, [byId.id])).toEqual([
			{
				...{ applicationId: byId.id, kind: 'member', here: true, byId: true },
				...{ otherId: here.id, otherName: '郑大路', otherState: 'active' },
			},
		])
		// of another union no more than that there is one
		expect(await listDoubles(db, union, [byPhone.id])).toEqual([
			{
				...{ applicationId: byPhone.id, kind: 'member', here: false, byId: false },
				...{ otherId: null, otherName: null, otherState: null },
			},
		])
		const words = JSON.stringify(await listDoubles(db, union, [byPhone.id]))
		for (const secret of [there.id, there.number, '郑大路', far]) expect(words).not.toContain(secret)
	}))

test('two who wait with one number are a hint: many at once leaves them, one after a look goes through, then the other is a member', () =>
	inRollback(async (db) => {
		const { union, far, officer } = await seedUnionDesk(db)
		const first = await seedApplication(db, union)
		const second = await seedApplication(db, union, { phone: first.phone, name: '周小满满' })
		const elsewhere = await seedApplication(db, far, { phone: first.phone })
		const clear = await seedApplication(db, union)
		await become(db, officer)
		const ids = [first.id, second.id, clear.id]
		const doubles = await listDoubles(db, union, ids)
		expect(
			doubles.map(({ applicationId, kind, here, otherId, otherName }) => [
				applicationId,
				kind,
				here,
				otherId,
				otherName,
			]),
		).toEqual(
			expect.arrayContaining([
				[first.id, 'application', true, second.id, '周小满满'],
				[first.id, 'application', false, null, null],
				[second.id, 'application', true, first.id, '周小满'],
				[second.id, 'application', false, null, null],
			]),
		)
		expect(doubles).toHaveLength(4)
		const rows = await listTicked(db, 'en', union, ids)
		expect(sortTicked(rows, doubles, false)).toMatchObject({
			ready: [{ id: clear.id }],
			left: expect.arrayContaining([
				{ id: first.id, name: '周小满', why: 'double' },
				{ id: second.id, name: '周小满满', why: 'double' },
			]),
		})
		const outcomes = await approveApplications(db, union, [...ids, elsewhere.id, randomUUID()])
		const outcomeOf = (id: string) => outcomes.find(({ applicationId }) => applicationId === id)?.outcome
		expect(ids.map(outcomeOf)).toEqual(['double', 'double', 'approved'])
		expect(outcomes.filter(({ outcome }) => outcome === 'moved')).toHaveLength(2) // somebody else’s and nobody’s alike
		expect(await stateOf(db, elsewhere.id)).toMatchObject({ state: 'submitted' })
		await become(db, officer)
		expect(await approveApplication(db, first.id)).toBe('approved')
		expect(await approveApplication(db, second.id)).toBe('member')
	}))

test('whoever left and comes back keeps number and history, also at another union; a phone number alone brings nobody back', () =>
	inRollback(async (db) => {
		const { union, far, officer } = await seedUnionDesk(db)
		const left = await seedMember(db, far, { state: 'left', idHash: hashOf('again'), name: '旧名' })
		const again = await seedApplication(db, union, { idHash: hashOf('again'), name: '新名', email: 'n@people.test' })
		const recycled = await seedApplication(db, union, { phone: left.phone })
		await become(db, officer)
		expect(await listDoubles(db, union, [again.id])).toMatchObject([{ kind: 'former', here: false, otherName: null }])
		expect(await listDoubles(db, union, [recycled.id])).toEqual([])
		expect(await approveApplications(db, union, [again.id, recycled.id])).toEqual(
			[again.id, recycled.id].sort().map((applicationId) => ({ applicationId, outcome: 'approved' })),
		)
		await become(db, 'owner')
		expect(
			await db`select m.number, m.state, m.ended_at, m.union_organisation_id as union, m.phone_hash, d.name, d.phone, d.email
				from app.memberships m join app.member_details d on d.membership_id = m.id where m.application_id = ${again.id}`,
		).toEqual([
			{
				...{ number: left.number, state: 'active', endedAt: null, union, phoneHash: hashOf(again.phone) },
				...{ name: '新名', phone: again.phone, email: 'n@people.test' },
			},
		])
		expect(
			await db`select kind, codes from app.membership_events where membership_id = ${left.id} order by seq`,
		).toEqual([
			{ kind: 'joined', codes: {} },
			{ kind: 'rejoined', codes: { application: again.id, from: far, to: union } },
		])
		const [fresh] = await db`select number from app.memberships where application_id = ${recycled.id}`
		expect(fresh!.number).not.toBe(left.number)
	}))

test('sending back and turning down take a reason of theirs, tell the applicant, and are done once', () =>
	inRollback(async (db) => {
		const { union, officer } = await seedUnionDesk(db)
		const { id } = await seedApplication(db, union, { email: 'w@people.test' })
		const before = await everythingOfUnions(db)
		for (const [decision, reason] of [
			['returned', 'not_own_wish'],
			['rejected', 'name_unclear'],
			['returned', 'weather'],
			['approved', 'name_unclear'],
		] as const) {
			await become(db, officer)
			const wrong = (tx: Db) => tx`select private.decide_application(${id}, ${decision}, ${reason}, null)`
			expect(await refusal(db, wrong)).toBe('WRONG')
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, officer)
		const back = { decision: 'returned', reason: 'id_missing', note: '请带身份证来' } as const
		await decideApplication(db, id, back)
		const once = await everythingOfUnions(db)
		await become(db, officer)
		await decideApplication(db, id, back)
		for (const step of [
			(tx: Db) => approveApplication(tx, id),
			(tx: Db) => decideApplication(tx, id, { decision: 'rejected', reason: 'not_own_wish' }),
			(tx: Db) => decideApplication(tx, id, { decision: 'returned', reason: 'name_unclear' }),
		]) {
			await become(db, officer)
			expect(await refusal(db, step)).toBe('NOWAY')
			expect(await everythingOfUnions(db)).toBe(once)
		}
		expect(await stateOf(db, id)).toMatchObject({
			state: 'returned',
			reasonCode: 'id_missing',
			reasonNote: '请带身份证来',
		})
		expect(await db`select kind, codes from app.application_events where application_id = ${id} order by seq`).toEqual([
			{ kind: 'submitted', codes: {} },
			{ kind: 'returned', codes: { reason: 'id_missing' } },
		])
		expect(await db`select event_seq from app.notifications where application_id = ${id}`).toEqual([{ eventSeq: 2 }])

		const other = await seedApplication(db, union)
		await become(db, officer)
		await decideApplication(db, other.id, { decision: 'rejected', reason: 'not_own_wish' })
		await become(db, officer)
		expect(await refusal(db, (tx) => approveApplication(tx, other.id))).toBe('NOWAY')
		expect(await refusal(db, (tx) => decideApplication(tx, other.id, { ...back }))).toBe('NOWAY')
		await become(db, 'owner')
		expect(await db`select 1 from app.memberships`).toEqual([])
	}))
