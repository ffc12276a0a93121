import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import * as caseOf from '~/routes/operator/case'
import * as category from '~/routes/operator/category'
import * as close from '~/routes/operator/close'
import * as offer from '~/routes/operator/offer'
import * as triage from '~/routes/operator/triage'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { STORY, operatorId, seedOrganisation, seedRequest, seedService, seedStaff } from '~tests/support/seeds'

afterEach(() => vi.unstubAllGlobals())

async function desk(filing: Parameters<typeof seedRequest>[1] = {}) {
	const fake = fakeAccounts()
	const organisation = await seedOrganisation(owner)
	await seedService(owner, organisation)
	const caseworker = await signedInAs(fake, (await seedStaff(owner, organisation)).user)
	const triager = await signedInAs(fake, (await seedStaff(owner, await operatorId(owner), 'triager')).user)
	const filed = await seedRequest(owner, { needs: ['unsure'], recipients: [organisation], ...filing })
	const params = { caseId: filed.caseId }
	const at = `/operator/cases/${filed.caseId}`
	type Step = {
		loader: (args: ReturnType<typeof get>) => Promise<unknown>
		action: (args: ReturnType<typeof post>) => unknown
	}
	return {
		...filed,
		at,
		organisation,
		caseworker,
		triager,
		look: (cookie = triager) => answerOf(caseOf.loader(get(at, cookie, params))),
		act: (answers: Record<string, string>, cookie = triager) =>
			answerOf(caseOf.action(post(at, answers, cookie, params))),
		open: (step: Step, cookie = triager) => answerOf(step.loader(get(`${at}/step`, cookie, params))),
		take: (step: Step, answers: Record<string, string>, cookie = triager) =>
			answerOf(Promise.resolve(step.action(post(`${at}/step`, answers, cookie, params)))),
	}
}
const stateOf = async (id: string) => (await owner`select state, category_code from app.cases where id = ${id}`)[0]

test('the list is for triagers; a caseworker of an organisation finds neither list nor case', async () => {
	const { caseId, triager, caseworker, look } = await desk()
	const list = (cookie: string) => answerOf(triage.loader(get('/operator', cookie)))
	const shown = (await list(triager)) as { data: { items: { id: string }[] } }
	expect(shown.data.items.map(({ id }) => id)).toContain(caseId)
	expect(await list(caseworker)).toMatchObject({ init: { status: 403 } })
	expect(await look(caseworker)).toMatchObject({ init: { status: 404 } })
	expect(goesTo(await list(''))).toEqual([302, '/signin?redirectTo=%2Foperator'])
})

test('no page holds the story; opening it is a POST, which the worker can see', async () => {
	const { caseId, triager, look, act, caseworker } = await desk()
	const page = await look()
	expect(page).toMatchObject({ data: { mayOpenStory: true, mayRevealContact: true, triageReason: 'not_sure' } })
	expect(JSON.stringify([page, await answerOf(triage.loader(get('/operator', triager)))])).not.toContain(
		STORY.slice(0, 8),
	)
	expect(await owner`select 1 from app.views where case_id = ${caseId}`).toEqual([])
	expect(await act({ intent: 'open', open: 'story' })).toMatchObject({ data: { opened: { story: STORY } } })
	expect(await owner`select field_group from app.views where case_id = ${caseId}`).toEqual([{ fieldGroup: 'story' }])
	expect(await act({ intent: 'open', open: 'story' }, caseworker)).toMatchObject({ init: { status: 404 } })
	expect(caseOf.headers()).toEqual({ 'Cache-Control': 'private, no-store' })
})

test('where the worker did not agree, the desk reads nothing', async () => {
	const { look, act } = await desk({ deskMayRead: false })
	expect(await look()).toMatchObject({ data: { mayOpenStory: false, mayRevealContact: false } })
	for (const open of ['story', 'contact'])
		expect(await act({ intent: 'open', open })).toMatchObject({ init: { status: 404 } })
})

test('messages and notes stand once, and an empty one is refused with what was there', async () => {
	const { at, caseId, act, look } = await desk()
	const messageId = randomUUID()
	const message = { intent: 'message', messageId, message: '您好，您具体需要哪方面的帮助？' }
	for (const answer of [await act(message), await act(message)])
		expect(goesTo(answer)).toEqual([303, `${at}?done=sent#messages`])
	expect(goesTo(await act({ intent: 'note', noteId: randomUUID(), note: '先等回复。' }))).toEqual([
		303,
		`${at}?done=noted#notes`,
	])
	expect(await act({ intent: 'message', messageId, message: ' ' })).toMatchObject({
		data: { reply: { values: { messageId, message: ' ' }, errors: { message: 'desk:errors.messageMissing' } } },
		init: { status: 422 },
	})
	expect(await look()).toMatchObject({
		data: { messages: [{ body: message.message }], notes: [{ body: '先等回复。' }] },
	})
	expect(await owner`select 1 from app.messages where case_id = ${caseId}`).toHaveLength(1)
})

test('putting the kind of help right can start the router in the same step', async () => {
	const { at, caseId, open, take } = await desk()
	const page = (await open(category)) as { data: { needs: { value: string }[] } }
	expect(page.data.needs.map(({ value }) => value)).not.toContain('unsure')
	expect(await take(category, { category: '' })).toMatchObject({
		data: { errors: { category: 'operator:errors.categoryMissing' } },
		init: { status: 422 },
	})
	expect(goesTo(await take(category, { category: 'labour.unpaid_wages' }))).toEqual([303, `${at}?done=categorised`])
	expect(await stateOf(caseId)).toEqual({ state: 'triage', categoryCode: 'labour.unpaid_wages' })
	expect(goesTo(await take(category, { category: 'labour.unpaid_wages', again: 'yes' }))).toEqual([
		303,
		`${at}?done=routed`,
	])
	expect(await stateOf(caseId)).toMatchObject({ state: 'offering' })
})

test('an offer by hand says to whom it may go at once; taken twice it says that it was done', async () => {
	const { at, caseId, organisation, open, take } = await desk()
	const other = await seedOrganisation(owner, { nameEn: 'Dawn Legal Aid' })
	const page = (await open(offer)) as { data: { others: { id: string; agreed: boolean }[] } }
	const agreed = new Map(page.data.others.map((one) => [one.id, one.agreed]))
	expect([agreed.get(organisation), agreed.get(other)]).toEqual([true, false])
	expect(await take(offer, { organisation: 'other', other: '', hours: '8' })).toMatchObject({
		data: { values: { organisation: 'other', hours: '8' }, errors: { other: 'operator:errors.otherMissing' } },
		init: { status: 422 },
	})
	const answers = { organisation: 'other', other: organisation, hours: '8' }
	expect(goesTo(await take(offer, answers))).toEqual([303, `${at}?done=offered`])
	expect(goesTo(await take(offer, answers))).toEqual([303, `${at}?done=already`])
	expect(await owner`select organisation_id from app.referrals where case_id = ${caseId}`).toEqual([
		{ organisationId: organisation },
	])
})

test('an organisation that the worker keeps out is refused at its field, with everything kept', async () => {
	const kept = await seedOrganisation(owner)
	const { caseId, take } = await desk({ excluded: [kept] })
	expect(await take(offer, { organisation: 'other', other: kept, hours: '24' })).toMatchObject({
		data: { values: { other: kept, hours: '24' }, errors: { other: 'operator:errors.notThisOne' } },
		init: { status: 422 },
	})
	expect(await stateOf(caseId)).toMatchObject({ state: 'triage' })
})

test('closing needs a code and leads back to the list; nobody else closes', async () => {
	const { caseId, caseworker, take, look } = await desk()
	expect(await take(close, {})).toMatchObject({ init: { status: 422 } })
	expect(await take(close, { code: 'duplicate' }, caseworker)).toMatchObject({ init: { status: 404 } })
	expect(await stateOf(caseId)).toMatchObject({ state: 'triage' })
	expect(goesTo(await take(close, { code: 'duplicate' }))).toEqual([303, '/operator?done=closed'])
	expect(await stateOf(caseId)).toMatchObject({ state: 'closed' })
	expect(await look()).toMatchObject({ init: { status: 404 } })
})
