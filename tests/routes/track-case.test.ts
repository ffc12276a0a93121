import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import * as caseRoute from '~/routes/worker/track.case'
import * as nobodyAnswers from '~/routes/worker/track.nobody-answers'
import { owner } from '~tests/support/db'
import { accepted, answerOf, committed, cookieOf, get, goesTo, post, type Params } from '~tests/support/receipt-calls'
import { seedOutcome } from '~tests/support/seeds'

test('the case page refuses an empty message, a missing rating and an empty reason, and keeps what was written', async () => {
	const { caseId, receipt, caseworker } = await accepted()
	await committed((db) => seedOutcome(db, caseId, caseworker))
	const Cookie = await cookieOf(receipt)
	const send = (answers: Params) => answerOf(caseRoute.action(post('/track/cases/x', answers, Cookie, { caseId })))
	const messageId = randomUUID()
	expect(await send({ step: 'write', messageId, body: '  ' })).toMatchObject({
		data: { step: 'write', errors: { body: 'track:errors.messageMissing' } },
		init: { status: 422 },
	})
	expect(await send({ step: 'confirm', comment: '谢谢老师' })).toMatchObject({
		data: { step: 'confirm', values: { comment: '谢谢老师' }, errors: { rating: 'track:errors.ratingMissing' } },
		init: { status: 422 },
	})
	expect(await send({ step: 'dispute', messageId, reason: '' })).toMatchObject({
		data: { step: 'dispute', values: { messageId }, errors: { reason: 'track:errors.reasonMissing' } },
		init: { status: 422 },
	})
	expect(await owner`select 1 from app.messages where case_id = ${caseId}`).toEqual([])

	expect(goesTo(await send({ step: 'confirm', rating: '5', comment: '谢谢老师' }))).toEqual([
		303,
		`/track/cases/${caseId}?done=confirmed`,
	])
	expect(goesTo(await send({ step: 'confirm', rating: '5', comment: '谢谢老师' }))[0]).toBe(303)
	// Closed in the meantime: the words are not lost.
	expect(await send({ step: 'write', messageId, body: '还有一件事' })).toMatchObject({
		data: { values: { body: '还有一件事' }, errors: { body: 'track:errors.changed' } },
		init: { status: 409 },
	})
	expect(goesTo(await send({ step: 'reopen' }))).toEqual([303, `/track/cases/${caseId}?done=reopened`])
})

test('a message sent twice stands once, and the page shows it with name and time', async () => {
	const { caseId, receipt } = await accepted()
	const Cookie = await cookieOf(receipt)
	const answers = { step: 'write', messageId: randomUUID(), body: '明天下午可以' }
	for (let taps = 0; taps < 2; taps++) {
		expect(goesTo(await answerOf(caseRoute.action(post('/track/cases/x', answers, Cookie, { caseId }))))).toEqual([
			303,
			`/track/cases/${caseId}?done=wrote#messages`,
		])
	}
	const page = await caseRoute.loader(get('/track/cases/x', Cookie, { caseId }))
	expect(page.messages).toMatchObject([
		{ author: 'worker', organisation: 'Lighthouse Social Work', body: '明天下午可以' },
	])
	expect(page.events.map(({ kind }) => kind)).toEqual(['filed', 'offered', 'accepted', 'worker_wrote'])
	expect(page.events[2]).toMatchObject({ organisation: 'Lighthouse Social Work' })
})

test('the conversation goes back page by page and loses nothing', async () => {
	const { caseId, receipt, organisation } = await accepted()
	await owner`insert into app.messages (id, case_id, organisation_id, author, body, at)
		select gen_random_uuid(), ${caseId}, ${organisation}, 'worker', n::text, now() - make_interval(mins => 100 - n / 2)
		from generate_series(1, 60) n`
	const Cookie = await cookieOf(receipt)
	const seen: number[] = []
	let path = '/track/cases/x'
	for (let pages = 0; pages < 3; pages++) {
		const page = await caseRoute.loader(get(path, Cookie, { caseId }))
		seen.push(...page.messages.map(({ body }) => Number(body)))
		if (page.earlier) path = `/track/cases/x?${new URLSearchParams(page.earlier.map((part) => ['before', part]))}`
		else expect(pages).toBe(2)
	}
	expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
})

test('"nobody answers me" says who loses the case, and the desk has it afterwards', async () => {
	const { caseId, receipt } = await accepted()
	const Cookie = await cookieOf(receipt)
	const at = '/track/cases/x/nobody-answers'
	expect(await nobodyAnswers.loader(get(at, Cookie, { caseId }))).toMatchObject({
		organisation: 'Lighthouse Social Work',
	})
	for (let taps = 0; taps < 2; taps++) {
		expect(goesTo(await nobodyAnswers.action(post(at, {}, Cookie, { caseId })))).toEqual([
			303,
			`/track/cases/${caseId}?done=escalated`,
		])
	}
	expect(await nobodyAnswers.loader(get(at, Cookie, { caseId }))).toMatchObject({ organisation: null, already: true })
})
