import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { loader as one } from '~/routes/union/application'
import { action as decide, loader as decidePage } from '~/routes/union/application.decide'
import { action as handOn, loader as handOnPage } from '~/routes/union/application.reassign'
import { loader as list } from '~/routes/union/applications'
import { action as approve, loader as approvePage } from '~/routes/union/applications.approve'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, type Params } from '~tests/support/receipt-calls'
import { seedApplication, seedCampaign, seedMember, seedStation } from '~tests/support/seed-unions'
import { seedOrganisation, seedStaff, seedUser } from '~tests/support/seeds'
import { signInAs } from '~tests/support/staff-calls'

// why: sessions are kept by another server, reached over the network; what a person may do is asked of the real database
vi.mock('~/auth/session.server', async () => (await import('~tests/support/staff-calls')).session)

async function desk() {
	const union = await seedOrganisation(owner, { kind: 'union' })
	const officer = await seedStaff(owner, union, 'officer')
	signInAs(officer)
	const at = (path: string, params: Params = {}) =>
		get(`/union/${union}${path}`, '', { organisationId: union, ...params })
	const send = (path: string, answers: [string, string][], params: Params = {}) => ({
		request: new Request(`http://app.test/union/${union}${path}`, {
			method: 'POST',
			body: new URLSearchParams(answers),
		}),
		params: { organisationId: union, ...params },
		context: { cspNonce: '' },
	})
	return { union, officer, at, send, list: `/union/${union}/applications` }
}
const TICKS: [string, string][] = [
	['idSeen', 'yes'],
	['wishAsked', 'yes'],
	['notMember', 'yes'],
]
const idsOf = (answer: unknown) => (answer as { data: { items: { id: string }[] } }).data.items.map(({ id }) => id)

test('the queue shows the oldest first, by state, narrowed to a campaign or a station, with doubles marked', async () => {
	const { union, at } = await desk()
	const [young, old] = [
		await seedApplication(owner, union, { submittedHoursAgo: 1 }),
		await seedApplication(owner, union, { submittedHoursAgo: 9 }),
	]
	const member = await seedMember(owner, union)
	const twice = await seedApplication(owner, union, { phone: member.phone, submittedHoursAgo: 5 })
	const back = await seedApplication(owner, union, { state: 'returned' })
	const done = await seedApplication(owner, union, { state: 'rejected' })
	await seedApplication(owner, union, { state: 'withdrawn' })
	const [station, campaign] = [await seedStation(owner, union), await seedCampaign(owner, union)]
	await owner`update app.membership_applications set station_id = ${station} where id = ${old.id}`
	await owner`update app.membership_applications set campaign_id = ${campaign.id} where id = ${young.id}`
	const page = await list(at('/applications'))
	expect(idsOf(page)).toEqual([old.id, twice.id, young.id])
	expect(page).toMatchObject({
		data: { doubled: [twice.id], pace: null, filters: { campaigns: [{ id: campaign.id }] } },
	})
	expect(idsOf(await list(at('/applications?view=returned')))).toEqual([back.id])
	expect(idsOf(await list(at('/applications?view=decided')))).toEqual([done.id])
	expect(idsOf(await list(at(`/applications?station=${station}`)))).toEqual([old.id])
	expect(idsOf(await list(at(`/applications?campaign=${campaign.id}`)))).toEqual([young.id])
	expect(idsOf(await list(at(`/applications?campaign=${campaign.id}&station=${station}`)))).toEqual([])
	expect(await answerOf(list(at('/applications?station=nonsense')))).toMatchObject({ init: { status: 404 } })
	expect(await answerOf(list(at('/applications?after=x&after=y')))).toMatchObject({ init: { status: 404 } })
})

test('one that was looked at is approved by itself after three ticks, once however often it is sent', async () => {
	const { union, at, send, list: queue } = await desk()
	const { id } = await seedApplication(owner, union)
	const ids: [string, string] = ['ids', id]
	expect(await approvePage(at(`/applications/approve?id=${id}`))).toMatchObject({ data: { ready: [{ id }], left: [] } })
	expect(await approve(send('/applications/approve', [ids, ['idSeen', 'yes']]))).toMatchObject({
		data: { values: { ids: [id] }, errors: { wishAsked: 'join:review.errors.wishAsked' } },
		init: { status: 422 },
	})
	expect(await owner`select state from app.membership_applications where id = ${id}`).toEqual([{ state: 'submitted' }])
	for (let taps = 0; taps < 2; taps++)
		expect(goesTo(await answerOf(approve(send('/applications/approve', [ids, ...TICKS]))))).toEqual([
			303,
			`${queue}?done=approved`,
		])
	expect(await owner`select 1 from app.memberships where application_id = ${id}`).toHaveLength(1)
	const member = await seedMember(owner, union)
	const twice = await seedApplication(owner, union, { phone: member.phone })
	expect(goesTo(await answerOf(approve(send('/applications/approve', [['ids', twice.id], ...TICKS]))))).toEqual([
		303,
		`${queue}/${twice.id}?done=member`,
	])
})

test('of many those that are clear are approved, and the others are told by name and reason', async () => {
	const { union, at, send, list: queue } = await desk()
	const clear = [await seedApplication(owner, union), await seedApplication(owner, union)]
	const member = await seedMember(owner, union)
	const known = await seedApplication(owner, union, { phone: member.phone, name: '甲' })
	const [first, second] = [await seedApplication(owner, union, { name: '乙' }), { id: '' }]
	second.id = (await seedApplication(owner, union, { phone: first.phone, name: '丙' })).id
	const over = await seedApplication(owner, union, { state: 'rejected', name: '丁' })
	const all = [...clear.map(({ id }) => id), known.id, first.id, second.id, over.id]
	const asked = await approvePage(at(`/applications/approve?${all.map((id) => `id=${id}`).join('&')}`))
	const why = [
		{ name: '丁', why: 'moved' },
		{ name: '丙', why: 'double' },
		{ name: '乙', why: 'double' },
		{ name: '甲', why: 'member' },
	]
	const left = (answer: unknown) =>
		(answer as { data: { left: { name: string; why: string }[] } }).data.left
			.map(({ name, why: reason }) => ({ name, why: reason }))
			.sort((a, b) => (a.name < b.name ? -1 : 1))
	expect(left(asked)).toEqual([...why].sort((a, b) => (a.name < b.name ? -1 : 1)))
	const answers: [string, string][] = [...all.map((id): [string, string] => ['ids', id]), ...TICKS]
	for (let taps = 0; taps < 2; taps++) {
		const [code, address] = goesTo(await answerOf(approve(send('/applications/approve', answers))))
		const to = String(address)
		expect([code, to.split('&')[0]]).toEqual([303, `${queue}/approve?approved=2`])
		const result = await approvePage(at(to.slice(`/union/${union}`.length)))
		expect(result).toMatchObject({ data: { approved: 2, ready: [] } })
		expect(left(result)).toEqual([...why].sort((a, b) => (a.name < b.name ? -1 : 1)))
	}
	expect(await owner`select 1 from app.memberships where union_organisation_id = ${union}`).toHaveLength(3)
	expect(await answerOf(approve(send('/applications/approve', TICKS)))).toMatchObject({
		data: { errors: { ids: 'join:review.errors.nobodyTicked' } },
	})
})

test('sending back and turning down keep what was typed, lead on, and say when somebody was faster', async () => {
	const { union, at, send, list: queue } = await desk()
	const { id } = await seedApplication(owner, union)
	const params = { applicationId: id }
	const path = `/applications/${id}/decide`
	const page = await decidePage(at(`${path}?as=rejected`, params))
	expect(page).toMatchObject({ data: { decision: 'rejected', reasons: { length: 3 } } })
	const note = '好'.repeat(501)
	expect(
		await decide(
			send(
				path,
				[
					['decision', 'returned'],
					['note', note],
				],
				params,
			),
		),
	).toMatchObject({
		data: {
			values: { decision: 'returned', note },
			errors: { reason: 'join:review.errors.reason', note: 'join:review.errors.noteLong' },
		},
		init: { status: 422 },
	})
	const answers: [string, string][] = [
		['decision', 'returned'],
		['reason', 'id_missing'],
		['note', ''],
	]
	for (let taps = 0; taps < 2; taps++)
		expect(goesTo(await answerOf(decide(send(path, answers, params))))).toEqual([303, `${queue}?done=returned`])
	const other: [string, string][] = [
		['decision', 'rejected'],
		['reason', 'not_own_wish'],
	]
	expect(goesTo(await answerOf(decide(send(path, other, params))))).toEqual([303, `${queue}/${id}?done=already`])
	expect(await answerOf(decidePage(at(path, params)))).toMatchObject({ init: { status: 409 } })
	expect(await one(at(`/applications/${id}`, params))).toMatchObject({
		data: { one: { state: 'returned', events: [{ kind: 'submitted' }, { kind: 'returned' }] } },
	})
})

test('handing on finds unions near or by name, and leads back to a queue without it', async () => {
	const { union, at, send, list: queue } = await desk()
	const far = await seedOrganisation(owner, { kind: 'union', nameZh: '远方工会', nameEn: 'Faraway Union' })
	const { id } = await seedApplication(owner, union)
	const [params, path] = [{ applicationId: id }, `/applications/${id}/reassign`]
	expect(await handOnPage(at(`${path}?search=faraw`, params))).toMatchObject({ data: { found: [{ id: far }] } })
	expect(await handOnPage(at(`${path}?search=nowhere`, params))).toMatchObject({ data: { found: [] } })
	expect(await handOn(send(path, [], params))).toMatchObject({
		data: { errors: { union: 'join:review.errors.union' } },
	})
	expect(await answerOf(handOn(send(path, [['union', union]], params)))).toMatchObject({
		data: { values: { union }, errors: { union: 'join:review.errors.notThisUnion' } },
		init: { status: 422 },
	})
	for (let taps = 0; taps < 2; taps++)
		expect(goesTo(await answerOf(handOn(send(path, [['union', far]], params))))).toEqual([
			303,
			`${queue}?done=reassigned`,
		])
	expect(idsOf(await list(at('/applications')))).toEqual([])
	expect(await answerOf(one(at(`/applications/${id}`, params)))).toMatchObject({ init: { status: 404 } })
})

test('nobody else finds any of it: not colleagues in other roles, not another union, not the applicant', async () => {
	const { union, at, send } = await desk()
	const applicant = await seedUser(owner)
	const { id } = await seedApplication(owner, union, { user: applicant.user })
	const params = { applicationId: id }
	const others = [
		applicant,
		await seedStaff(owner, union, 'caseworker', 'manager', 'analyst', 'liaison'),
		await seedStaff(owner, await seedOrganisation(owner, { kind: 'union' }), 'officer'),
	]
	const before =
		await owner`select a.*, (select count(*) from app.application_events) as n from app.membership_applications a`
	for (const person of others) {
		signInAs(person)
		const answers: [string, string][] = [
			['decision', 'rejected'],
			['reason', 'not_own_wish'],
			['union', randomUUID()],
			['ids', id],
			...TICKS,
		]
		for (const call of [
			() => list(at('/applications')),
			() => one(at(`/applications/${id}`, params)),
			() => approvePage(at(`/applications/approve?id=${id}`)),
			() => decidePage(at(`/applications/${id}/decide`, params)),
			() => handOnPage(at(`/applications/${id}/reassign`, params)),
			() => approve(send('/applications/approve', answers)),
			() => approve(send('/applications/approve', [...answers, ['ids', randomUUID()]])),
			() => decide(send(`/applications/${id}/decide`, answers, params)),
			() => handOn(send(`/applications/${id}/reassign`, answers, params)),
		])
			expect(await answerOf(call())).toMatchObject({ init: { status: 404 } })
	}
	expect(
		await owner`select a.*, (select count(*) from app.application_events) as n from app.membership_applications a`,
	).toEqual(before)
	signInAs(null)
	expect(goesTo(await answerOf(list(at('/applications'))))[1]).toMatch(/^\/signin/)
})
