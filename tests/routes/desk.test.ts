import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { action as assign, loader as assignPage } from '~/routes/desk/assign'
import { action as act, headers, loader as casePage } from '~/routes/desk/case'
import { action as decline, loader as declinePage } from '~/routes/desk/decline'
import { loader as desks } from '~/routes/desk/desks'
import { action as propose, loader as outcomePage } from '~/routes/desk/outcome'
import { loader as queue } from '~/routes/desk/queue'
import { action as giveBack, loader as returnPage } from '~/routes/desk/return'
import { action as wait, loader as waitingPage } from '~/routes/desk/waiting'
import { owner } from '~tests/support/db'
import { accepted, answerOf, committed, get, goesTo, post, type Params } from '~tests/support/receipt-calls'
import { STORY, seedOffer, seedOrganisation, seedStaff } from '~tests/support/seeds'
import { signInAs, staffed } from '~tests/support/staff-calls'

// why: sessions are kept by another server, reached over the network; what a person may do is asked of the real database
vi.mock('~/auth/session.server', async () => (await import('~tests/support/staff-calls')).session)

const SECRETS = [STORY, '王小路', '13800138000']
const silent = (answer: unknown) => {
	const text = JSON.stringify(answer)
	for (const secret of SECRETS) expect(text).not.toContain(secret)
}
type Call = ReturnType<typeof get>
const at = (caseId: string, work: (call: Call) => Promise<unknown>, path = '') =>
	answerOf(work(get(`/desk/cases/${caseId}${path}`, '', { caseId })))
const send = (caseId: string, work: (call: Call) => Promise<unknown>, answers: Params) =>
	answerOf(work(post(`/desk/cases/${caseId}`, answers, '', { caseId })))

async function heldCase() {
	const held = await accepted()
	signInAs(held.caseworker)
	return held
}
async function offeredCase() {
	const { organisation, person } = await staffed('caseworker')
	const offer = await committed((db) => seedOffer(db, organisation))
	signInAs(person)
	return { ...offer, organisation, person, referralId: offer.referralId! }
}

test('who is not signed in is sent to sign in, and back', async () => {
	signInAs(null)
	const answer = await at(randomUUID(), casePage)
	expect(goesTo(answer)[1]).toMatch(/^\/signin\?redirectTo=%2Fdesk%2Fcases%2F/)
})

test('/desk leads to the only desk, lets one choose among two, and says so when there is none', async () => {
	const { organisation, person } = await staffed('caseworker')
	signInAs(person)
	expect(goesTo(await answerOf(desks(get('/desk'))))).toEqual([302, `/desk/${organisation}`])
	const second = await committed((db) => seedOrganisation(db, { nameEn: 'Second' }))
	await owner`insert into app.staff_roles (user_id, organisation_id, role) values (${person.user}, ${second}, 'manager')`
	expect(await answerOf(desks(get('/desk')))).toMatchObject({
		data: { desks: [{ roles: ['caseworker'] }, { organisationName: 'Second' }] },
	})
	signInAs((await staffed('analyst')).person)
	expect(await answerOf(desks(get('/desk')))).toMatchObject({ data: { desks: [] } })
})

test('no loader answers a story or a contact, before accepting or after', async () => {
	const pages = [casePage, declinePage, returnPage, assignPage, waitingPage, outcomePage]
	for (const { caseId, organisation } of [await offeredCase(), await heldCase()]) {
		for (const page of pages) silent(await at(caseId, page))
		silent(await answerOf(queue(get(`/desk/${organisation}`, '', { organisationId: organisation }))))
	}
})

test('the queue shows offers and what is held, and is not there for others', async () => {
	const { organisation, caseId } = await offeredCase()
	const open = () => answerOf(queue(get(`/desk/${organisation}?view=mine`, '', { organisationId: organisation })))
	expect(await open()).toMatchObject({
		data: { offers: [{ id: caseId, late: false }], cases: [], view: 'mine', all: 0 },
	})
	signInAs((await staffed('caseworker', 'manager')).person)
	expect(await open()).toMatchObject({ init: { status: 404 } })
})

test('accepting and declining answer once and lead on; sent twice they answer the same', async () => {
	const taken = await offeredCase()
	for (let tap = 0; tap < 2; tap++) {
		const answer = await send(taken.caseId, act, { intent: 'accept', referralId: taken.referralId })
		expect(goesTo(answer)).toEqual([303, `/desk/cases/${taken.caseId}?done=accepted`])
	}
	const { caseId, referralId, organisation } = await offeredCase()
	const hidden = { referralId, organisationId: organisation }
	expect(await send(caseId, decline, { ...hidden, code: '' })).toMatchObject({
		data: { values: { referralId, code: '' }, errors: { code: 'desk:errors.codeMissing' } },
		init: { status: 422 },
	})
	for (let tap = 0; tap < 2; tap++)
		expect(goesTo(await send(caseId, decline, { ...hidden, code: 'no_capacity' }))).toEqual([
			303,
			`/desk/${organisation}?done=declined`,
		])
	expect(await at(caseId, casePage)).toMatchObject({ init: { status: 404 } })
})

test('a story comes with the answer to a POST, is not to be cached, and was logged', async () => {
	const { caseId, receipt } = await heldCase()
	expect(headers()).toEqual({ 'Cache-Control': 'private, no-store' })
	const story = await send(caseId, act, { intent: 'open', open: 'story' })
	expect(story).toMatchObject({ data: { opened: { story: STORY, contact: undefined } } })
	expect(await send(caseId, act, { intent: 'open', open: 'contact' })).toMatchObject({
		data: { opened: { story: undefined, contact: { phone: '13800138000' } } },
	})
	expect(await owner`select field_group from app.views where case_id = ${caseId} order by 1`).toEqual([
		{ fieldGroup: 'contact' },
		{ fieldGroup: 'story' },
	])
	expect(receipt).toBeTruthy()

	signInAs((await staffed('caseworker')).person)
	expect(await send(caseId, act, { intent: 'open', open: 'story' })).toMatchObject({ init: { status: 404 } })
	expect(await owner`select from app.views where case_id = ${caseId}`).toHaveLength(2)
})

test('messages and notes are kept when they are refused, and written once when they are sent twice', async () => {
	const { caseId } = await heldCase()
	const [messageId, noteId] = [randomUUID(), randomUUID()]
	const long = '好'.repeat(4001)
	expect(await send(caseId, act, { intent: 'message', messageId, message: long })).toMatchObject({
		data: {
			reply: {
				values: { intent: 'message', messageId, message: long },
				errors: { message: 'desk:errors.messageLong' },
			},
		},
		init: { status: 422 },
	})
	expect(await send(caseId, act, { intent: 'note', noteId, note: ' ' })).toMatchObject({
		data: { reply: { errors: { note: 'desk:errors.noteMissing' } } },
		init: { status: 422 },
	})
	for (let tap = 0; tap < 2; tap++) {
		expect(goesTo(await send(caseId, act, { intent: 'message', messageId, message: '您好' }))).toEqual([
			303,
			`/desk/cases/${caseId}?done=sent#messages`,
		])
		expect(goesTo(await send(caseId, act, { intent: 'note', noteId, note: '记' }))).toEqual([
			303,
			`/desk/cases/${caseId}?done=noted#notes`,
		])
	}
	expect(await at(caseId, casePage)).toMatchObject({ data: { messages: [{ body: '您好' }], notes: [{ body: '记' }] } })
})

test('a wait needs a day in reach; the day typed is kept', async () => {
	const { caseId } = await heldCase()
	for (const [until, error] of [
		['', 'untilMissing'],
		['soon', 'untilFormat'],
		['2020-01-01', 'untilRange'],
		['2099-01-01', 'untilRange'],
	] as const)
		expect(await send(caseId, wait, { for: 'worker', until })).toMatchObject({
			data: { values: { for: 'worker', until }, errors: { until: `desk:errors.${error}` } },
			init: { status: 422 },
		})
	const page = (await at(caseId, waitingPage)) as { data: { until: string } }
	expect(goesTo(await send(caseId, wait, { for: 'authority', until: page.data.until }))[0]).toBe(303)
	expect(await at(caseId, casePage)).toMatchObject({ data: { state: 'waiting_for_authority' } })
	expect(goesTo(await send(caseId, wait, { for: 'nobody', until: '' }))[0]).toBe(303)
	expect(await at(caseId, casePage)).toMatchObject({ data: { state: 'with_organisation' } })
})

test('an outcome keeps what was typed, counts money in fen, and is proposed once', async () => {
	const { caseId } = await heldCase()
	const outcomeId = randomUUID()
	const typed = {
		outcomeId,
		code: 'could_not_reach',
		note: '打了三次电话',
		attempts: '',
		moneyRecovered: '1,280.5',
		billPaid: 'many',
		nightsHoused: '',
	}
	expect(await send(caseId, propose, typed)).toMatchObject({
		data: { values: typed, errors: { billPaid: 'desk:errors.moneyFormat' } },
		init: { status: 422 },
	})
	expect(await send(caseId, propose, { ...typed, billPaid: '' })).toMatchObject({
		data: { errors: { attempts: 'desk:errors.attemptsMissing' } },
	})
	for (let tap = 0; tap < 2; tap++)
		expect(goesTo(await send(caseId, propose, { ...typed, attempts: '3', billPaid: '￥300' }))).toEqual([
			303,
			`/desk/cases/${caseId}?done=proposed`,
		])
	expect(
		await owner`select attempts, money_recovered_fen::int as money, bill_paid_fen::int as bill from app.outcomes where case_id = ${caseId}`,
	).toEqual([{ attempts: 3, money: 128050, bill: 30000 }])
})

test('a manager who is no caseworker assigns, and finds the other pages shut', async () => {
	const { caseId, organisation, caseworker } = await heldCase()
	const manager = await committed((db) => seedStaff(db, organisation, 'manager'))
	signInAs(manager)
	expect(await at(caseId, casePage)).toMatchObject({ data: { roles: ['manager'], messages: [], reference: null } })
	for (const page of [returnPage, waitingPage, outcomePage])
		expect(await at(caseId, page)).toMatchObject({ init: { status: 403 } })
	expect(await at(caseId, assignPage)).toMatchObject({ data: { people: [{ userId: caseworker.user, me: false }] } })
	expect(goesTo(await send(caseId, assign, { assignee: '' }))).toEqual([303, `/desk/cases/${caseId}?done=assigned`])
	expect(await send(caseId, assign, { assignee: manager.user })).toMatchObject({ init: { status: 422 } })
	expect(await owner`select assignee_id from app.cases where id = ${caseId}`).toEqual([{ assigneeId: null }])
})

test('giving back leads to the desk, also when it is sent twice', async () => {
	const { caseId, organisation, referralId } = await heldCase()
	const answers = { organisationId: organisation, referralId, code: 'out_of_area' }
	for (let tap = 0; tap < 2; tap++)
		expect(goesTo(await send(caseId, giveBack, answers))).toEqual([303, `/desk/${organisation}?done=returned`])
	expect(await at(caseId, casePage)).toMatchObject({ init: { status: 404 } })
})
