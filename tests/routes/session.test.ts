import { expect, test } from 'vitest'
import { getUserId } from '~/auth/session.server'
import { signOut } from '~/auth/sign-in.server'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { seedUser } from '~tests/support/seeds'

const asking = (Cookie: string) => new Request('http://app.test/desk', { headers: { Cookie } })
const questions = () => (fetch as unknown as { mock: { calls: [unknown][] } }).mock.calls.length

test('the loaders of one page share one question to the account service, and another browser gets an answer of its own', async () => {
	const fake = fakeAccounts()
	const [one, two] = [await seedUser(owner), await seedUser(owner)]
	const [mine, other] = [await signedInAs(fake, one.user), await signedInAs(fake, two.user)]
	const before = questions()
	const answers = await Promise.all([
		getUserId(asking(mine)),
		getUserId(asking(`locale=x; ${mine}`)),
		getUserId(asking(mine)),
	])
	expect(answers.map(({ userId }) => userId)).toEqual([one.user, one.user, one.user])
	expect(questions() - before).toBe(1)
	expect((await getUserId(asking(other))).userId).toBe(two.user)
})

test('after signing out the same cookie is worth nothing, at once', async () => {
	const fake = fakeAccounts()
	const { user } = await seedUser(owner)
	const cookie = await signedInAs(fake, user)
	expect((await getUserId(asking(cookie))).userId).toBe(user)
	await signOut(asking(cookie))
	expect((await getUserId(asking(cookie))).userId).toBeNull()
})

test('a cookie that nobody issued, or none, is nobody', async () => {
	fakeAccounts()
	expect((await getUserId(asking('session=made-up'))).userId).toBeNull()
	const before = questions()
	expect((await getUserId(asking('locale=en'))).userId).toBeNull()
	expect(questions()).toBe(before)
})
