import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { receiptCodeOf, receiptHash } from '~/auth/receipt-code.server'
import * as close from '~/routes/worker/join.close'
import * as correct from '~/routes/worker/join.correct'
import * as check from '~/routes/worker/join.check'
import * as receipt from '~/routes/worker/join.receipt'
import * as status from '~/routes/worker/join.status'
import * as withdraw from '~/routes/worker/join.withdraw'
import * as my from '~/routes/worker/my'
import { owner } from '~tests/support/db'
import { cookiesOf, get as getPage, led } from '~tests/support/filing-pages'
import { beginJoining, sendJoining, walkJoining } from '~tests/support/join-pages'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { seedApplication, seedMember } from '~tests/support/seed-unions'
import { seedOrganisation, seedUser } from '~tests/support/seeds'
import { signInAs } from '~tests/support/staff-calls'

// why: sessions are kept by another server, reached over the network; what a person may do is asked of the real database
vi.mock('~/auth/session.server', async () => (await import('~tests/support/staff-calls')).session)

const seedUnion = () => seedOrganisation(owner, { kind: 'union', nameEn: 'Xihu District Union' })
/** An application whose code is known. */
async function known(about: Parameters<typeof seedApplication>[2] = {}) {
	signInAs(null)
	const union = await seedUnion()
	const application = await seedApplication(owner, union, about)
	const code = receiptCodeOf(application.id)
	await owner`update app.membership_applications set code_hash = ${receiptHash(code)} where id = ${application.id}`
	return { ...application, union, code }
}
const open = async ({ reference, code }: { reference: string; code: string }) =>
	cookiesOf(await status.action(post('/union/join/status', { reference, code })))

test('number and code open the application, however they were typed; closing ends it in the database too', async () => {
	const one = await known()
	const typed = { reference: ` ${one.reference.toLowerCase().replace('-', ' ')}`, code: one.code.toLowerCase() }
	const answer = await status.action(post('/union/join/status', typed))
	expect(goesTo(answer)).toEqual([303, '/union/join/status'])
	const Cookie = cookiesOf(answer)
	expect((await status.loader(get('/union/join/status', Cookie))).data).toMatchObject({
		own: { reference: one.reference, state: 'submitted', unionName: 'Xihu District Union', name: '周小满' },
	})
	const closed = await close.action(post('/union/join/status/close', {}, Cookie))
	expect(goesTo(closed)).toEqual([303, '/union/join/status?done=closed'])
	const forgotten = closed.headers.getSetCookie().map((cookie) => /^([\w-]+)=.*Max-Age=0/.exec(cookie)?.[1])
	expect(forgotten).toEqual(['application', 'join-draft'])
	expect((await status.loader(get('/union/join/status', Cookie))).data).toMatchObject({
		own: null,
		form: { said: 'over' },
	})
})

test('a wrong code and an unknown number are answered alike, and both are throttled', async () => {
	const { reference } = await known()
	const code = receiptCodeOf(randomUUID())
	const answersFor = async (number: string) => {
		const answers: unknown[] = []
		for (let tries = 0; tries < 9; tries++)
			answers.push(await status.action(post('/union/join/status', { reference: number, code })))
		return JSON.stringify(answers).replaceAll(number, '…')
	}
	const first = await answersFor(reference)
	expect(await answersFor('M-ZZZZ9999')).toBe(first)
	expect(first.match(/join:errors\.wrongPair/g)).toHaveLength(8)
	expect(first).toMatch(/join:errors\.throttled.*"status":429/)
})

test('what cannot be a number or a code says so at its field, with what was typed kept', async () => {
	const send = (answers: Record<string, string>) => status.action(post('/union/join/status', answers))
	expect(await send({ reference: 'T-4K7M9PQR', code: 'ABCD-EFGH-JKLM' })).toMatchObject({
		data: { values: { reference: 'T-4K7M9PQR' }, errors: { reference: 'join:errors.referenceShape' } },
		init: { status: 422 },
	})
	expect(await send({ reference: 'M-4K7M9PQR', code: 'ABC' })).toMatchObject({
		data: { errors: { code: 'join:errors.codeShape' } },
	})
	expect(await send({ reference: '', code: '' })).toMatchObject({
		data: { errors: { reference: 'join:errors.referenceMissing', code: 'join:errors.codeMissing' } },
	})
	const prefilled = await status.loader(get('/union/join/status?reference=m-4k7m9pqr'))
	expect(prefilled.data.form).toEqual({ reference: 'M-4K7M9PQR', said: null })
})

test('without an open application every page behind leads to the form that opens one', async () => {
	for (const call of [
		withdraw.loader(get('/union/join/status/withdraw')),
		withdraw.action(post('/union/join/status/withdraw', {})),
		correct.action(post('/union/join/status/correct', {})),
	])
		expect(goesTo(await answerOf(call))).toEqual([302, '/union/join/status'])
})

test('what came back is corrected on the same pages and sent again under the same number', async () => {
	const union = await seedUnion()
	await owner`insert into app.union_pools (area_code, union_organisation_id) values ('330106', ${union})`
	signInAs(null)
	const draft = await beginJoining()
	await walkJoining(draft, union)
	const session = cookiesOf(await sendJoining(draft))
	const shown = (await getPage(receipt, '/union/join/receipt', draft)) as { reference: string; code: string }
	await owner`update app.membership_applications set state = 'returned', decided_at = now(), reason_code = 'name_unclear'
		where reference = ${shown.reference}`
	expect((await status.loader(get('/union/join/status', session))).data.own).toMatchObject({
		state: 'returned',
		reason: 'The name is unclear or incomplete',
		whatNext: 'Please write it as it stands on your ID card.',
	})
	const begun = await correct.action(post('/union/join/status/correct', {}, session))
	expect(goesTo(begun)).toEqual([303, '/union/join/check'])
	const again = cookiesOf(begun)
	expect(await getPage(check, '/union/join/check', again)).toMatchObject({
		data: { draft: { you: { name: '周小满', birthYear: '1949', idLastFour: '002X' } } },
	})
	expect(led(await sendJoining(again))).toBe('303 /union/join/receipt')
	expect(await getPage(receipt, '/union/join/receipt', again)).toEqual(shown)
	expect(await owner`select state from app.membership_applications where reference = ${shown.reference}`).toEqual([
		{ state: 'submitted' },
	])
	expect(await answerOf(correct.action(post('/union/join/status/correct', {}, session)))).toMatchObject({
		init: { status: 409 },
	})
})

test('withdrawing asks once more, removes what is personal, and can be tapped twice; what is decided cannot be', async () => {
	const one = await known()
	const Cookie = await open(one)
	expect(await withdraw.loader(get('/union/join/status/withdraw', Cookie))).toMatchObject({ open: true })
	for (let taps = 0; taps < 2; taps++)
		expect(goesTo(await withdraw.action(post('/union/join/status/withdraw', {}, Cookie)))).toEqual([
			303,
			'/union/join/status?done=withdrawn',
		])
	expect((await status.loader(get('/union/join/status', Cookie))).data.own).toMatchObject({
		state: 'withdrawn',
		name: null,
	})
	const decided = await known({ state: 'approved' })
	const other = await open(decided)
	expect(await withdraw.loader(get('/union/join/status/withdraw', other))).toMatchObject({ open: false })
	expect(await answerOf(withdraw.action(post('/union/join/status/withdraw', {}, other)))).toMatchObject({
		init: { status: 409 },
	})
})

test('an approved application shows the member’s number to whoever opens it', async () => {
	const one = await known({ state: 'approved' })
	const member = await seedMember(owner, one.union)
	await owner`update app.memberships set application_id = ${one.id} where id = ${member.id}`
	const page = await status.loader(get('/union/join/status', await open(one)))
	expect(page.data.own).toMatchObject({ state: 'approved', membership: { number: member.number, state: 'active' } })
})

test('/my shows applications and memberships of the account, and opens one’s own without the code', async () => {
	const [me, other] = [await seedUser(owner), await seedUser(owner)]
	const mine = await known({ user: me.user, state: 'returned' })
	const member = await seedMember(owner, mine.union, { user: me.user })
	signInAs(me)
	expect(await my.loader(get('/my'))).toMatchObject({
		data: {
			union: {
				applications: [{ reference: mine.reference, state: 'returned' }],
				memberships: [{ number: member.number }],
			},
		},
	})
	const opened = await answerOf(my.action(post('/my', { applicationId: mine.id })))
	expect(goesTo(opened)).toEqual([303, '/union/join/status'])
	expect((await status.loader(get('/union/join/status', cookiesOf(opened)))).data.own).toMatchObject({
		reference: mine.reference,
	})
	signInAs(other)
	expect(await my.loader(get('/my'))).toMatchObject({ data: { union: { applications: [], memberships: [] } } })
	expect(await answerOf(my.action(post('/my', { applicationId: mine.id })))).toMatchObject({ init: { status: 404 } })
})
