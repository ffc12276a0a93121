import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, test, vi } from 'vitest'
import * as assign from '~/routes/desk/assign'
import * as deskCase from '~/routes/desk/case'
import * as decline from '~/routes/desk/decline'
import * as outcome from '~/routes/desk/outcome'
import * as waiting from '~/routes/desk/waiting'
import * as operatorCase from '~/routes/operator/case'
import * as close from '~/routes/operator/close'
import * as offer from '~/routes/operator/offer'
import * as invite from '~/routes/staff/invite'
import * as again from '~/routes/worker/track.again'
import * as track from '~/routes/worker/track.case'
import { packed } from '~/lib/kept-form'
import { owner } from '~tests/support/db'
import { answerOf, committed, goesTo, post } from '~tests/support/receipt-calls'
import { seedRequest } from '~tests/support/seeds'
import { signInAs } from '~tests/support/staff-calls'
import { receiptHash } from '~/auth/receipt-code.server'

// why: sessions are kept by another server; here nobody is signed in
vi.mock('~/auth/session.server', async () => (await import('~tests/support/staff-calls')).session)
beforeEach(() => signInAs(null))

type Page = { action: (args: ActionFunctionArgs) => Promise<unknown> }
const id = randomUUID()
const send = (page: Page, path: string, answers: Record<string, string>, params = {}) =>
	answerOf(page.action(post(path, answers, '', params)))

test.each([
	['a message', deskCase, `/desk/cases/${id}`, { intent: 'message', message: '明天见' }],
	['a note', deskCase, `/desk/cases/${id}`, { intent: 'note', note: '下午再打' }],
	['a message of the desk', operatorCase, `/operator/cases/${id}`, { intent: 'message', message: 'ok' }],
	['an outcome', outcome, `/desk/cases/${id}/outcome`, { code: 'got_help', note: '已补发' }],
	['an invitation', invite, `/staff/${id}/invite`, { email: 'new@people.test', roles: 'caseworker' }],
	['an outcome that would be refused', outcome, `/desk/cases/${id}/outcome?sent`, { note: '没有选结果' }],
] as [string, Page, string, Record<string, string>][])(
	'%s of somebody whose session is over comes back with a 401, whole, and nothing is done',
	async (_, page, path, answers) => {
		const before = await owner`select count(*) from app.messages`
		expect(await send(page, path, answers)).toMatchObject({
			data: {
				messageKey: 'common:errors.sessionExpired',
				by: 'account',
				kept: { to: path, fields: Object.entries(answers), files: false },
			},
			init: { status: 401 },
		})
		expect(await owner`select count(*) from app.messages`).toEqual(before)
	},
)

test.each([
	['a decline', decline, `/desk/cases/${id}/decline`, { code: 'no_capacity', referralId: id }],
	['a date', waiting, `/desk/cases/${id}/waiting`, { on: 'worker', until: '2026-11-30' }],
	['a colleague', assign, `/desk/cases/${id}/assign`, { to: id }],
	['a choice of the desk', offer, `/operator/cases/${id}/offer`, { organisation: id }],
	['an end', close, `/operator/cases/${id}/close`, { code: 'duplicate' }],
	['a look at a story', deskCase, `/desk/cases/${id}`, { intent: 'open', open: 'story' }],
] as [string, Page, string, Record<string, string>][])(
	'%s, in which nobody wrote anything, leads to the sign-in and back to the page',
	async (_, page, path, answers) => {
		expect(goesTo(await send(page, path, answers))).toEqual([
			302,
			`/signin?${new URLSearchParams({ redirectTo: path })}`,
		])
	},
)

test('files are let go, and the page knows that there may have been some', async () => {
	const body = new FormData()
	for (const [name, value] of [
		['step', 'write'],
		['body', '请看照片'],
	] as const)
		body.append(name, value)
	body.append('files', new File(['x'.repeat(1000)], 'a.jpg'))
	const request = new Request(`http://app.test/track/cases/${id}`, { method: 'POST', body })
	expect(await answerOf(track.action({ request, params: { caseId: id }, context: {} }))).toMatchObject({
		data: {
			by: 'receipt',
			kept: {
				fields: [
					['step', 'write'],
					['body', '请看照片'],
				],
				files: true,
			},
		},
		init: { status: 401 },
	})
})

test('the code of the receipt leads back to what was written; a wrong one keeps it; a path of elsewhere is not followed', async () => {
	const code = 'ABCD-EFGH-JKLM'
	const { reference } = await committed((db) => seedRequest(db, { receiptHash: receiptHash(code) }))
	const kept = { to: '/track/cases/x', fields: [['body', '请看']] as [string, string][], files: false }
	const open = (typed: string, form = kept) =>
		send(again, '/track/again', { reference, code: typed, kept: packed(form) })
	expect(await open('ABCD-EFGH-JKLN')).toMatchObject({ data: { kept, known: false }, init: { status: 422 } })
	expect(await open(code)).toMatchObject({ data: { kept, known: true } })
	expect(await open(code, { ...kept, to: 'https://elsewhere.example/x' })).toMatchObject({
		data: { kept: { to: '/track' } },
	})
})
