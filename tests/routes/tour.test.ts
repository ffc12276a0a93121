import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DEMO_PASSWORD, DEMO_RECEIPT, demoEmail } from '~/domain/tour/demo-account'
import { TOURS, TOUR_ROLES } from '~/domain/tour/steps'
import { receiptHash } from '~/auth/receipt-code.server'
import { loader as home } from '~/routes/home'
import { loader as overview } from '~/routes/tour/overview'
import * as role from '~/routes/tour/role'
import { cookiesOf, fakeAccounts } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, committed, get, goesTo, post, type Params } from '~tests/support/receipt-calls'
import { seedAccepted, seedOrganisation, seedRequest, seedStaff } from '~tests/support/seeds'

const open = () => Object.assign(process.env, { MAILBOX_DIR: '/nowhere', DEMO_LOADED: 'yes' })
const close = (...names: string[]) => {
	for (const name of names) Reflect.deleteProperty(process.env, name)
}
let fake = fakeAccounts()
beforeEach(() => {
	open()
	fake = fakeAccounts()
})
afterEach(() => close('MAILBOX_DIR', 'DEMO_LOADED'))

const page = async (name: string, cookie = '') => {
	const answer = await role.loader(get(`/tour/${name}`, cookie, { role: name }))
	return answer.data
}
const go = (name: string, answers: Params, cookie = '') =>
	role.action(post(`/tour/${name}`, answers, cookie, { role: name }))

test('without the demo, or without the embedded stack, there is no tour: nothing shown, nobody signed in', async () => {
	await fake.add(demoEmail('administrator'), DEMO_PASSWORD)
	const missing = { data: { messageKey: 'common:errors.notFound' }, init: { status: 404 } }
	for (const lacking of [['MAILBOX_DIR'], ['DEMO_LOADED'], ['MAILBOX_DIR', 'DEMO_LOADED']]) {
		open()
		close(...lacking)
		expect(await answerOf(overview(get('/tour')))).toMatchObject(missing)
		for (const name of TOUR_ROLES) {
			expect(await answerOf(page(name))).toMatchObject(missing)
			expect(await answerOf(go(name, {}))).toMatchObject(missing)
			expect(await answerOf(go(name, { step: Object.keys(TOURS[name].steps)[2]! }))).toMatchObject(missing)
		}
		expect((await home(get('/'))).tour).toBe(false)
	}
	expect(fetch).not.toHaveBeenCalled()
	expect(fake.tokens.size).toBe(0)
})

test('a tour that there is none of is not found', async () => {
	expect(await answerOf(page('boss'))).toMatchObject({ init: { status: 404 } })
	expect(await answerOf(go('constructor', {}))).toMatchObject({ init: { status: 404 } })
})

test('with the demo, the start page leads to the tour, and every person has one', async () => {
	expect((await home(get('/'))).tour).toBe(true)
	expect((await overview(get('/tour'))).tours.map((tour) => tour.role)).toEqual(TOUR_ROLES)
	const { email, password, signedIn, steps } = await page('caseworker')
	expect({ email, password, signedIn }).toEqual({
		email: 'caseworker@demo.tonglu.example',
		password: DEMO_PASSWORD,
		signedIn: false,
	})
	expect(steps.every(({ to }) => to === null)).toBe(true) // what they lead to is that person's to see
})

test('one press signs in the ordinary way; then every step is a link to what this person may see', async () => {
	const { userId } = await fake.add(demoEmail('caseworker'), DEMO_PASSWORD)
	const { caseId } = await committed(async (db) => {
		const organisation = await seedOrganisation(db)
		await db`insert into app.staff_roles (user_id, organisation_id, role) values (${userId}, ${organisation}, 'caseworker')`
		const another = await seedOrganisation(db)
		await seedAccepted(db, another, await seedStaff(db, another)) // not this person's to see
		return seedAccepted(db, organisation, { user: userId })
	})
	const answer = (await go('caseworker', {})) as Response
	expect(goesTo(answer)).toEqual([303, '/tour/caseworker'])
	const cookie = cookiesOf(answer.headers)

	const tour = await page('caseworker', cookie)
	expect(tour.signedIn).toBe(true)
	const links = Object.fromEntries(tour.steps.map(({ key, to }) => [key, to]))
	expect(links).toEqual({
		queue: '/desk',
		offer: '/desk', // none waits any more
		decline: '/desk',
		work: `/desk/cases/${caseId}`,
		wait: `/desk/cases/${caseId}/waiting`,
		outcome: `/desk/cases/${caseId}/outcome`,
	})
	expect((await page('manager', cookie)).signedIn).toBe(false)
	expect(goesTo(await go('caseworker', { step: 'work' }))).toEqual([303, `/desk/cases/${caseId}`])
})

test('somebody who changed the demo password is sent to the ordinary door', async () => {
	await fake.add(demoEmail('triager'), 'another-password')
	expect(goesTo(await go('triager', { step: 'list' }))).toEqual([303, '/signin?redirectTo=/tour/triager'])
})

test('a receipt step opens that request, and leads to the form where it does not open any more', async () => {
	const { reference } = await committed((db) => seedRequest(db, {}))
	await owner`update app.requests set reference = ${TOURS.worker.steps.answer.receipt}, receipt_hash = ${receiptHash(DEMO_RECEIPT.code)}
		where reference = ${reference}`
	const answer = (await go('worker', { step: 'answer' })) as Response
	expect(goesTo(answer)).toEqual([303, '/track'])
	expect(answer.headers.get('Set-Cookie')).toMatch(/^receipt=\w/)
	expect(goesTo(await go('worker', { step: 'confirm' }))).toEqual([303, '/track?reference=T-DEMT2235'])
	expect(vi.mocked(fetch)).not.toHaveBeenCalled()
})
