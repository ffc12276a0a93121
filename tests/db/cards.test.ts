import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { readCard, renewCard, verifyCard } from '~/domain/cards/card.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { seedOrganisation, seedUser } from '~tests/support/seeds'
import { seedMember } from '~tests/support/seed-unions'
import { seedWorld } from '~tests/support/world'

/** Everybody who is no member with an account. */
const OTHERS = [
	'holder',
	'manager',
	'analyst',
	'officer',
	'liaison',
	'triager',
	'administrator',
	'receipt',
	'visitor',
] as const
const contents = async (db: Db) => {
	await become(db, 'owner')
	return [
		...(await db`select m.*, (select count(*)::int from app.membership_events e where e.membership_id = m.id) as events
			from app.memberships m order by m.id`),
	]
}
const asks = async (db: Db, cardId: string, person: Person = 'visitor') => {
	await become(db, person)
	return verifyCard(db, cardId)
}

test('a member reads the own card and nobody else’s; whoever is no member has none, officers of the union included', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		const [mine] = await db<{ cardId: string; number: string }[]>`
			select card_id, number from app.memberships where user_id = ${ids.accountUser!}`
		await become(db, people.account)
		expect(await readCard(db, 'zh-CN')).toMatchObject({
			...mine,
			state: 'active',
			name: '郑大路',
			union: '西湖区总工会',
		})
		expect(await readCard(db, 'en')).toMatchObject({ union: 'Xihu District Union' })
		for (const kind of OTHERS) {
			await become(db, people[kind])
			expect([kind, await readCard(db, 'en')]).toEqual([kind, null])
		}
		for (const kind of ['service', 'routing', 'anon'] as const) {
			await become(db, people[kind])
			expect([kind, await refusal(db, (tx) => readCard(tx, 'en'))]).toEqual([kind, '42501'])
		}
	}))

test('of several memberships the living one is the card, then the one waiting, then the lapsed', () =>
	inRollback(async (db) => {
		const person = await seedUser(db)
		const unions = [0, 1, 2, 3].map(() => seedOrganisation(db, { kind: 'union' }))
		const seed = async (index: number, state: 'left' | 'lapsed' | 'due' | 'active') => {
			await become(db, 'owner')
			return (await seedMember(db, await unions[index]!, { user: person.user, state })).cardId
		}
		for (const [index, state] of (['left', 'lapsed', 'due', 'active'] as const).entries()) {
			const cardId = await seed(index, state)
			await become(db, person)
			expect(await readCard(db, 'en')).toMatchObject({ state, cardId })
		}
	}))

test('whoever scans a card is told whether it holds, and is answered alike for a card that never was', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		const cards = { active: '', due: '', lapsed: '', left: '' }
		for (const state of ['active', 'due', 'lapsed', 'left'] as const)
			cards[state] = (await seedMember(db, union, { state })).cardId
		const answers = []
		for (const id of [...Object.values(cards), randomUUID(), 'x', `${cards.active}x`, ''])
			answers.push(await asks(db, id))
		expect(answers).toEqual([true, true, false, false, false, false, false, false])
		expect(await asks(db, cards.active.toUpperCase())).toBe(true)
	}))

test('only visitors ask, and all that they are given is one word', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		const [mine] = await db<
			{ cardId: string }[]
		>`select card_id from app.memberships where user_id = ${ids.accountUser!}`
		await become(db, 'visitor')
		expect([...(await db`select private.verify_card(${mine!.cardId})`)]).toEqual([{ verifyCard: true }])
		for (const kind of ['account', 'officer', 'holder', 'administrator', 'service', 'routing', 'anon'] as const) {
			await become(db, people[kind])
			expect([kind, await refusal(db, (tx) => verifyCard(tx, mine!.cardId))]).toEqual([kind, '42501'])
		}
	}))

test('one card is asked about sixty times in a quarter of an hour, known or not, and others go on being answered', () =>
	inRollback(async (db) => {
		const union = await seedOrganisation(db, { kind: 'union' })
		const [known, other] = [await seedMember(db, union), await seedMember(db, union)]
		for (const cardId of [known.cardId, randomUUID()]) {
			await become(db, 'visitor')
			await db`select private.verify_card(${cardId}) from generate_series(1, 60)`
			expect(await verifyCard(db, cardId)).toBeNull()
			expect(await verifyCard(db, other.cardId)).toBe(true)
		}
		await become(db, 'owner')
		await db`update app.attempts set at = at - interval '16 minutes'`
		expect(await asks(db, known.cardId)).toBe(true)
		await become(db, 'owner')
		const kept = await db<{ keyHash: Buffer }[]>`select key_hash from app.attempts where purpose = 'card'`
		expect(kept.every(({ keyHash }) => keyHash.length === 32)).toBe(true) // no card stands in the counter
	}))

test('a lost card is made anew once, however often it is asked for; the old one no longer holds', () =>
	inRollback(async (db) => {
		const person = await seedUser(db)
		const union = await seedOrganisation(db, { kind: 'union' })
		const old = await seedMember(db, union, { user: person.user })
		await become(db, person)
		await renewCard(db, old.cardId)
		const first = await readCard(db, 'en')
		await renewCard(db, old.cardId) // a double tap
		await renewCard(db, randomUUID())
		const second = await readCard(db, 'en')
		expect(second).toEqual(first)
		expect(first!.cardId).not.toBe(old.cardId)
		expect(first!.number).toBe(old.number)
		expect(await asks(db, old.cardId)).toBe(false)
		expect(await asks(db, first!.cardId)).toBe(true)
		await become(db, 'owner')
		expect([
			...(await db`select actor, actor_id, kind, codes from app.membership_events where membership_id = ${old.id} and seq > 1`),
		]).toEqual([{ actor: 'member', actorId: person.user, kind: 'changed', codes: { card: 'renewed' } }])
	}))

test('nobody makes somebody else’s card anew, with its id in hand', () =>
	inRollback(async (db) => {
		const { people, ids } = await seedWorld(db)
		const [mine] = await db<
			{ cardId: string }[]
		>`select card_id from app.memberships where user_id = ${ids.accountUser!}`
		const before = await contents(db)
		for (const kind of OTHERS) {
			await become(db, people[kind])
			expect([kind, await refusal(db, (tx) => renewCard(tx, mine!.cardId))]).toEqual([kind, 'NTFND'])
			expect(await contents(db)).toEqual(before)
		}
		for (const kind of ['service', 'routing', 'anon'] as const) {
			await become(db, people[kind])
			expect([kind, await refusal(db, (tx) => renewCard(tx, mine!.cardId))]).toEqual([kind, '42501'])
		}
		// another member, with a card of their own
		await become(db, 'owner')
		const other = await seedUser(db)
		await seedMember(db, ids.union!, { user: other.user })
		const with2 = await contents(db)
		await become(db, other)
		await renewCard(db, mine!.cardId)
		expect(await contents(db)).toEqual(with2)
	}))
