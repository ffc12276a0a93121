import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { receiptCodeOf, receiptHash } from '~/auth/receipt-code.server'
import * as track from '~/routes/worker/track'
import * as caseRoute from '~/routes/worker/track.case'
import * as close from '~/routes/worker/track.close'
import * as question from '~/routes/worker/track.question'
import * as sharing from '~/routes/worker/track.sharing'
import * as stop from '~/routes/worker/track.sharing.stop'
import * as withdraw from '~/routes/worker/track.withdraw'
import { owner } from '~tests/support/db'
import { accepted, answerOf, committed, cookieOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { seedOffer, seedOrganisation, seedRequest } from '~tests/support/seeds'

test('reference and code open the request, however they were typed', async () => {
	const code = receiptCodeOf(randomUUID())
	const filed = await committed((db) => seedRequest(db, { receiptHash: receiptHash(code) }))
	const typed = {
		reference: ` ${filed.reference.toLowerCase().replace('-', ' ')}`,
		code: code.toLowerCase().replaceAll('-', ' '),
	}
	const answer = (await track.action(post('/track', typed))) as Response
	expect(goesTo(answer)).toEqual([303, '/track'])

	const Cookie = answer.headers.get('Set-Cookie')!.split(';')[0]!
	const page = await track.loader(get('/track', Cookie))
	expect(page.data.tracked).toMatchObject({
		reference: filed.reference,
		cases: [{ state: 'offering', category: 'Unpaid or short pay' }],
	})

	const closed = await close.action(post('/track/close', {}, Cookie))
	expect(goesTo(closed)).toEqual([303, '/track?done=closed'])
	const forgotten = closed.headers.getSetCookie().map((cookie) => /^([\w-]+)=.*Max-Age=0/.exec(cookie)?.[1])
	expect(forgotten).toEqual(['draft', 'receipt', 'join-draft', 'application']) // the draft would show the code to the next person
	expect((await track.loader(get('/track', Cookie))).data).toMatchObject({ tracked: null, form: { said: 'over' } })
})

test('a wrong code and an unknown reference are answered alike, and both are throttled', async () => {
	const { reference } = await committed((db) => seedRequest(db))
	const code = receiptCodeOf(randomUUID())
	const answersFor = async (reference: string) => {
		const answers: unknown[] = []
		for (let tries = 0; tries < 9; tries++) answers.push(await track.action(post('/track', { reference, code })))
		return JSON.stringify(answers).replaceAll(reference, '…')
	}
	const known = await answersFor(reference)
	expect(await answersFor('T-ZZZZ9999')).toBe(known)
	expect(known.match(/track:errors\.wrongPair/g)).toHaveLength(8)
	expect(known.match(/"status":422/g)).toHaveLength(8)
	expect(known).toMatch(/track:errors\.throttled.*"status":429/)
})

test('a throttled reference is not opened by the right code either, others are', async () => {
	const codes = [receiptCodeOf(randomUUID()), receiptCodeOf(randomUUID())] as const
	const [one, other] = await committed(async (db) => [
		await seedRequest(db, { receiptHash: receiptHash(codes[0]) }),
		await seedRequest(db, { receiptHash: receiptHash(codes[1]) }),
	])
	const reference = one!.reference
	for (let tries = 0; tries < 8; tries++) await track.action(post('/track', { reference, code: codes[1] }))
	expect(await track.action(post('/track', { reference, code: codes[0] }))).toMatchObject({ init: { status: 429 } })
	expect(goesTo(await track.action(post('/track', { reference: other!.reference, code: codes[1] })))[0]).toBe(303)
})

test('what cannot be a reference or a code says so at its field, with what was typed kept', async () => {
	expect(await track.action(post('/track', { reference: 'T-1', code: '' }))).toMatchObject({
		data: { values: { reference: 'T-1', code: '' }, errors: { code: 'track:errors.codeMissing' } },
		init: { status: 422 },
	})
	expect(await track.action(post('/track', { reference: 'T-1', code: 'ABC' }))).toMatchObject({
		data: { errors: { reference: 'track:errors.referenceShape' } },
	})
})

test('without a receipt every page behind leads to the form that opens one', async () => {
	const id = randomUUID()
	const calls = [
		caseRoute.loader(get('/track/cases/x', '', { caseId: id })),
		caseRoute.action(post('/track/cases/x', { step: 'write' }, '', { caseId: id })),
		sharing.loader(get('/track/sharing')),
		withdraw.action(post('/track/withdraw', {})),
	]
	for (const call of calls) expect(goesTo(await answerOf(call))).toEqual([302, '/track'])
})

test('somebody else’s case is not found, and what is not an id neither', async () => {
	const [mine, other] = [await accepted(), await accepted()]
	const Cookie = await cookieOf(mine.receipt)
	for (const caseId of [other.caseId, randomUUID(), 'nonsense']) {
		expect(await answerOf(caseRoute.loader(get('/track/cases/x', Cookie, { caseId })))).toMatchObject({
			init: { status: 404 },
		})
		const write = post('/track/cases/x', { step: 'write', messageId: randomUUID(), body: '您好' }, Cookie, { caseId })
		expect(await answerOf(caseRoute.action(write))).toMatchObject({ init: { status: 404 } })
	}
	expect(
		await answerOf(stop.loader(get('/track/sharing/x', Cookie, { organisationId: other.organisation }))),
	).toMatchObject({
		init: { status: 404 },
	})
})

test('a question is answered with what may be seen, once', async () => {
	const asked = await committed(async (db) =>
		seedOffer(db, await seedOrganisation(db), await seedRequest(db, { consentMode: 'ask_first' })),
	)
	const Cookie = await cookieOf(asked.receipt)
	const params = { askId: asked.askId! }
	expect(await question.loader(get('/track/questions/x', Cookie, params))).toMatchObject({ open: true })
	expect(await answerOf(question.action(post('/track/questions/x', {}, Cookie, params)))).toMatchObject({
		init: { status: 422 },
	})
	for (let taps = 0; taps < 2; taps++) {
		const answer = await question.action(post('/track/questions/x', { answer: 'yes', fields: 'story' }, Cookie, params))
		expect(goesTo(answer)).toEqual([303, '/track?done=agreed'])
	}
	expect(await answerOf(question.action(post('/track/questions/x', { answer: 'no' }, Cookie, params)))).toMatchObject({
		init: { status: 409 },
	})
	const page = await sharing.loader(get('/track/sharing', Cookie))
	expect(page.recipients[0]).toMatchObject({ fields: ['messages', 'story'], sees: ['summary'], desk: false })
})

test('sharing shows what was agreed and what is seen; stopping says what follows and can be tapped twice', async () => {
	const { caseId, receipt, organisation, caseworker } = await accepted()
	await owner`insert into app.views (case_id, user_id, organisation_id, field_group)
		values (${caseId}, ${caseworker.user}, ${organisation}, 'story')`
	const Cookie = await cookieOf(receipt)
	const page = await sharing.loader(get('/track/sharing', Cookie))
	expect(page.recipients).toMatchObject([
		{ id: organisation, desk: false, sees: ['contact', 'messages', 'story', 'summary'] },
		{ desk: true, fields: ['contact', 'story'], sees: [] },
	])
	expect(page.views).toMatchObject([{ organisation: 'Lighthouse Social Work', field: 'story' }])
	expect(JSON.stringify(page)).not.toContain(caseworker.user)

	const params = { organisationId: organisation }
	expect(await stop.loader(get('/track/sharing/x', Cookie, params))).toMatchObject({ consequence: 'holder' })
	for (let taps = 0; taps < 2; taps++) {
		expect(goesTo(await stop.action(post('/track/sharing/x', {}, Cookie, params)))).toEqual([
			303,
			'/track/sharing?done=stopped',
		])
	}
	expect(await stop.loader(get('/track/sharing/x', Cookie, params))).toMatchObject({ consequence: 'gone' })
	expect((await sharing.loader(get('/track/sharing', Cookie))).recipients).toMatchObject([{ desk: true }])
})

test('withdrawing the request closes it, twice as well as once', async () => {
	const { receipt } = await accepted()
	const Cookie = await cookieOf(receipt)
	expect(await withdraw.loader(get('/track/withdraw', Cookie))).toMatchObject({ open: true })
	for (let taps = 0; taps < 2; taps++) {
		expect(goesTo(await withdraw.action(post('/track/withdraw', {}, Cookie)))).toEqual([303, '/track?done=withdrawn'])
	}
	expect(await withdraw.loader(get('/track/withdraw', Cookie))).toMatchObject({ open: false })
})
