import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { applicationSession } from '~/auth/join-cookies.server'
import * as benefit from '~/routes/union/benefit'
import * as benefits from '~/routes/union/benefits'
import * as card from '~/routes/union/card'
import * as verify from '~/routes/union/verify'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { seedOrganisation, seedUser } from '~tests/support/seeds'
import { seedApplication, seedMember } from '~tests/support/seed-unions'

afterEach(() => vi.unstubAllGlobals())

async function member(state: 'active' | 'due' | 'lapsed' | 'left' = 'active') {
	const fake = fakeAccounts()
	const union = await seedOrganisation(owner, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' })
	const { user } = await seedUser(owner)
	const membership = await seedMember(owner, union, { user, state })
	const cookie = await signedInAs(fake, user)
	return {
		...membership,
		fake,
		look: (as = cookie) => answerOf(card.loader(get('/union/card', as))),
		renew: (cardId: string, as = cookie) => answerOf(card.action(post('/union/card', { cardId }, as))),
	}
}
type Shown = { data: { card: { cardId: string; code: string | null } | null } }
const scan = (cardId: string) => answerOf(verify.loader(get(`/union/verify/${cardId}`, '', { cardId })))

test('a member sees the card with its code, makes the code anew once, and the old one is no longer valid', async () => {
	const { cardId, number, look, renew } = await member()
	const shown = (await look()) as Shown
	expect(shown).toMatchObject({
		data: { card: { cardId, number, name: '郑大路', union: 'Xihu District Union', state: 'active' } },
	})
	expect(shown.data.card!.code).toMatch(/^data:image\/png;base64,/)
	expect(await scan(cardId)).toMatchObject({ valid: true, asked: expect.any(Date) })
	for (let taps = 0; taps < 2; taps++) expect(goesTo(await renew(cardId))).toEqual([303, '/union/card?done=renewed'])
	const renewed = ((await look()) as Shown).data.card!
	expect(renewed.cardId).not.toBe(cardId)
	expect(await scan(cardId)).toMatchObject({ valid: false })
	expect(await scan(renewed.cardId)).toMatchObject({ valid: true })
})

test.each([
	['due', true],
	['lapsed', false],
	['left', false],
] as const)('a membership that is %s', async (state, valid) => {
	const { cardId, look } = await member(state)
	const { card } = ((await look()) as Shown).data
	expect(card).toMatchObject({ state })
	expect(card!.code === null).toBe(state === 'left')
	expect(await scan(cardId)).toMatchObject({ valid })
})

test('whoever is no member has no card and makes none anew; signed out, one is asked to sign in', async () => {
	const { fake, cardId, look, renew } = await member()
	const other = await signedInAs(fake, (await seedUser(owner)).user)
	expect(await look(other)).toMatchObject({ data: { card: null } })
	for (const id of [cardId, randomUUID(), 'x'])
		expect([id, await renew(id, other)]).toMatchObject([id, { init: { status: 404 } }])
	expect(goesTo(await look(''))).toEqual([302, '/signin?redirectTo=%2Funion%2Fcard'])
	expect(goesTo(await renew(cardId, ''))).toEqual([302, '/signin?redirectTo=%2Funion%2Fcard'])
	expect(await scan(cardId)).toMatchObject({ valid: true })
})

/** Somebody without an account who has opened an application with reference and code. */
async function opened(state: 'approved' | 'submitted') {
	const union = await seedOrganisation(owner, { kind: 'union' })
	const { id } = await seedApplication(owner, union, { state })
	const { cardId, number } = await seedMember(owner, union)
	if (state === 'approved') await owner`update app.memberships set application_id = ${id} where card_id = ${cardId}`
	const [session] = await owner<
		{ id: string }[]
	>`insert into app.application_sessions (application_id) values (${id}) returning id`
	const cookie = (await applicationSession.keep(session!.id)).split(';')[0]!
	return { ...{ cardId, number, cookie }, session: session!.id }
}

test('whoever joined without an account sees and renews the card with the application that led to it, and only while that is open', async () => {
	const fake = fakeAccounts()
	const { cardId, number, cookie, session } = await opened('approved')
	const look = (as: string) => answerOf(card.loader(get('/union/card', as)))
	const renew = (id: string, as: string) => answerOf(card.action(post('/union/card', { cardId: id }, as)))
	expect(await look(cookie)).toMatchObject({ data: { card: { cardId, number } } })
	expect(goesTo(await renew(cardId, cookie))).toEqual([303, '/union/card?done=renewed'])
	const renewed = ((await look(cookie)) as Shown).data.card!.cardId
	expect(await scan(cardId)).toMatchObject({ valid: false })
	expect(await scan(renewed)).toMatchObject({ valid: true })

	const waiting = await opened('submitted') // nothing has come of it yet
	expect(await look(waiting.cookie)).toMatchObject({ data: { card: null } })
	expect(await renew(renewed, waiting.cookie)).toMatchObject({ init: { status: 404 } })
	const account = await signedInAs(fake, (await seedUser(owner)).user)
	expect(await look(`${account}; ${cookie}`)).toMatchObject({ data: { card: null } }) // an account speaks for itself
	await owner`update app.application_sessions set revoked_at = now() where id = ${session}`
	expect(await look(cookie)).toMatchObject({ data: { card: null } })
	expect(await renew(renewed, cookie)).toMatchObject({ init: { status: 404 } })
	expect(await scan(renewed)).toMatchObject({ valid: true })
})

test('a scan answers one word and a time, for a card that never was as for one that no longer holds; asked too often, it says so', async () => {
	const { cardId } = await member('lapsed')
	for (const id of [cardId, randomUUID(), 'not-a-card', '', "'; drop table app.memberships"]) {
		const answer = (await scan(id)) as object
		expect([id, Object.keys(answer).sort(), answer]).toMatchObject([id, ['asked', 'valid'], { valid: false }])
	}
	const often = randomUUID()
	for (let times = 0; times < 60; times++) await scan(often)
	expect(await scan(often)).toMatchObject({ init: { status: 429 } })
})

test('what membership opens is there for anybody, and what it does not know is not found', async () => {
	expect(await answerOf(benefits.loader(get('/union/benefits')))).toMatchObject({
		benefits: [{ code: 'mutual_aid', name: 'Mutual-aid insurance', sure: false }, {}, {}],
	})
	const one = (code: string) => answerOf(benefit.loader(get(`/union/benefits/${code}`, '', { code })))
	expect(await one('hardship')).toMatchObject({ need: 'policy.hardship', minMonths: null, papers: [{}, {}, {}] })
	for (const code of ['nothing', '\0', '../card'])
		expect([code, await one(code)]).toMatchObject([code, { init: { status: 404 } }])
})
