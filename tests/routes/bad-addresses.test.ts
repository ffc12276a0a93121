import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { readAsVisitor } from '~/db/db.server'
import * as caseRoute from '~/routes/worker/track.case'
import { owner } from '~tests/support/db'
import { accepted, answerOf, cookieOf, get, goesTo, post } from '~tests/support/receipt-calls'

test('a place in a list that is no moment is not found, and holds no connection', async () => {
	const { caseId, receipt } = await accepted()
	const Cookie = await cookieOf(receipt)
	const moments = ['abc', '2026-99-99T00:00:00Z', '2026-02-30', '294277-01-01', '+275760-09-13', '\0', 'a\0b']
	for (const at of [...moments, ...moments]) {
		const path = `/track/cases/x?${new URLSearchParams([
			['before', at],
			['before', randomUUID()],
		])}`
		expect([at, await answerOf(caseRoute.loader(get(path, Cookie, { caseId })))]).toMatchObject([
			at,
			at === '2026-02-30' ? { reference: expect.anything() } : { init: { status: 404 } },
		])
	}
	expect(await readAsVisitor((db) => db`select 1 as one`)).toEqual([{ one: 1 }])
})

test('an id in an address that no text can be is not found', async () => {
	const { receipt } = await accepted()
	const Cookie = await cookieOf(receipt)
	const answer = await answerOf(caseRoute.loader(get('/track/cases/x', Cookie, { caseId: '\0' })))
	expect(answer).toMatchObject({ init: { status: 404 } })
})

test('a message loses the sign that the database cannot keep, and nothing else', async () => {
	const { caseId, receipt } = await accepted()
	const answers = { step: 'write', messageId: randomUUID(), body: '你\0好' }
	const answer = await answerOf(caseRoute.action(post('/track/cases/x', answers, await cookieOf(receipt), { caseId })))
	expect(goesTo(answer)[0]).toBe(303)
	expect(await owner`select body from app.messages where id = ${answers.messageId}`).toEqual([{ body: '你好' }])
})
