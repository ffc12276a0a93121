import { afterEach, expect, test, vi } from 'vitest'
import { receiptCookie } from '~/auth/receipt-cookie.server'
import * as signin from '~/routes/account/signin'
import * as signout from '~/routes/account/signout'
import * as signup from '~/routes/account/signup'
import { safePath } from '~/auth/signed-in.server'
import { cookiesOf, fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { operatorId, seedOrganisation, seedRequest, seedStaff, seedUser } from '~tests/support/seeds'

afterEach(() => vi.unstubAllGlobals())

const PASSWORD = 'a-long-password'
const enter = (email: string, password: string, more: Record<string, string> = {}) =>
	answerOf(signin.action(post('/signin', { email, password, ...more })))
const refusal = (email: string, root: string, status = 422) => ({
	data: { values: { email }, errors: { root } },
	init: { status },
})

test('an unknown address and a wrong password get the same answer, and the password never comes back', async () => {
	const fake = fakeAccounts()
	await fake.add('known@people.test', PASSWORD)
	const [wrong, unknown] = [await enter('known@people.test', 'wrong'), await enter('nobody@people.test', 'wrong')]
	expect(wrong).toMatchObject(refusal('known@people.test', 'account:errors.wrongPair'))
	expect(unknown).toMatchObject(refusal('nobody@people.test', 'account:errors.wrongPair'))
	expect(JSON.stringify([wrong, unknown])).not.toContain('"password"')
})

test('an empty form keeps what was typed and names both fields', async () => {
	expect(await enter('not an address', '')).toMatchObject({
		data: {
			values: { email: 'not an address' },
			errors: { email: 'account:errors.emailFormat', password: 'account:errors.passwordMissing' },
		},
		init: { status: 422 },
	})
})

test('after ten wrong tries even the right password waits, for this account alone, however the address is written', async () => {
	const fake = fakeAccounts()
	await fake.add('tried@people.test', PASSWORD)
	await fake.add('other@people.test', PASSWORD)
	for (let n = 0; n < 10; n++) await enter(n % 2 ? 'Tried@People.test' : 'tried@people.test', 'wrong')
	expect(await enter('tried@people.test', PASSWORD)).toMatchObject(
		refusal('tried@people.test', 'account:errors.throttled', 429),
	)
	expect(goesTo(await enter('other@people.test', PASSWORD))).toEqual([303, '/my'])
	expect(await enter('unknown@people.test', 'wrong')).toMatchObject(
		refusal('unknown@people.test', 'account:errors.wrongPair'),
	)
})

test('a success forgets the failures before it', async () => {
	const fake = fakeAccounts()
	await fake.add('clumsy@people.test', PASSWORD)
	for (let n = 0; n < 9; n++) await enter('clumsy@people.test', 'wrong')
	expect(goesTo(await enter('clumsy@people.test', PASSWORD))).toEqual([303, '/my'])
	const [left] = await owner`select count(*)::int as n from app.attempts
		where key_hash = sha256(convert_to('clumsy@people.test', 'UTF8'))`
	expect(left).toEqual({ n: 0 })
})

test('everybody lands where their first role works, or where they wanted to go', async () => {
	const fake = fakeAccounts()
	const agency = await seedOrganisation(owner)
	const union = await seedOrganisation(owner, { kind: 'union' })
	const desk = await operatorId(owner)
	const people = [
		[await seedStaff(owner, agency, 'caseworker'), `/desk/${agency}`],
		[await seedStaff(owner, union, 'analyst'), '/union'],
		[await seedStaff(owner, desk, 'triager'), '/operator'],
		[await seedStaff(owner, desk, 'administrator'), `/staff/${desk}`],
		[await seedUser(owner), '/my'],
	] as const
	for (const [{ user }, place] of people) {
		const [{ email }] = await owner<[{ email: string }]>`select email from auth.users where id = ${user}`
		await fake.add(email, PASSWORD, user)
		expect(goesTo(await enter(email, PASSWORD))).toEqual([303, place])
		expect(goesTo(await enter(email, PASSWORD, { redirectTo: '/roles' }))).toEqual([303, '/roles'])
		expect(goesTo(await enter(email, PASSWORD, { redirectTo: 'https://evil.test/' }))).toEqual([303, place])
	}
})

test.each(['//evil.test', '/\\evil.test', '/\t/evil.test', '/..//evil.test', 'evil', '', 'javascript:alert(1)'])(
	'%j is no path of ours',
	(wanted) => expect(safePath(wanted, '/my')).toBe('/my'),
)

test('whoever is signed in is not asked again', async () => {
	const cookie = await signedInAs(fakeAccounts(), (await seedUser(owner)).user)
	expect(goesTo(await answerOf(signin.loader(get('/signin', cookie))))).toEqual([302, '/my'])
	expect(goesTo(await answerOf(signin.loader(get('/signin?redirectTo=/roles', cookie))))).toEqual([302, '/roles'])
})

test('when the accounts cannot be reached, nobody is told that the password is wrong', async () => {
	fakeAccounts({ down: true })
	expect(await enter('known@people.test', PASSWORD)).toMatchObject({ code: 'unavailable' })
})

test('signing out ends this session and the receipt on this device, and leads to no other site', async () => {
	const fake = fakeAccounts()
	const session = await signedInAs(fake, (await seedUser(owner)).user)
	const { receipt } = await seedRequest(owner)
	const cookie = `${session}; ${(await receiptCookie(receipt)).split(';')[0]!}`
	const answer = await answerOf(signout.action(post('/signout', { returnTo: '//evil.test' }, cookie)))
	expect(goesTo(answer)).toEqual([303, '/signin?out'])
	expect(cookiesOf((answer as Response).headers)).toBe('')
	expect((answer as Response).headers.get('Set-Cookie')).toContain('draft=; Max-Age=0') // what was half written, or the code
	expect(fake.tokens.size).toBe(0)
	const [ended] = await owner`select revoked_at is not null as over from app.receipt_sessions where id = ${receipt}`
	expect(ended).toEqual({ over: true })
	expect(goesTo(signout.loader())).toEqual([302, '/signin'])
})

test('a new account signs in at once, or is told to look into the mailbox', async () => {
	fakeAccounts()
	const fresh = { email: 'New@People.test', password: PASSWORD }
	const answer = await answerOf(signup.action(post('/signup', fresh)))
	expect(goesTo(answer)).toEqual([303, '/my'])
	expect(cookiesOf((answer as Response).headers)).toContain('session')
	fakeAccounts({ confirmFirst: true })
	expect(await signup.action(post('/signup', { ...fresh, email: 'later@people.test' }))).toMatchObject({
		data: { confirm: 'later@people.test' },
	})
	expect(await enter('later@people.test', PASSWORD)).toMatchObject(
		refusal('later@people.test', 'account:errors.unconfirmed'),
	)
})

test('a short password and a taken address are refused with the reason', async () => {
	const fake = fakeAccounts()
	await fake.add('taken@people.test', PASSWORD)
	expect(await signup.action(post('/signup', { email: 'a@people.test', password: 'short' }))).toMatchObject({
		data: { values: { email: 'a@people.test' }, errors: { password: 'account:errors.passwordShort' } },
		init: { status: 422 },
	})
	expect(await signup.action(post('/signup', { email: 'taken@people.test', password: PASSWORD }))).toMatchObject(
		refusal('taken@people.test', 'account:errors.taken'),
	)
})
