import type { Db } from '~/db/db.server'
import type { MembershipState } from '~/domain/members/membership-state'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'

export type Card = {
	cardId: string
	number: string
	state: MembershipState
	joinedAt: Date
	/** While a confirmation is waited for: until when. */ confirmBy: Date | null
	name: string
	union: string
}

/** The card of whoever calls. Null for somebody who is no member here. */
export async function readCard(db: Db, language: Locale): Promise<Card | null> {
	const [row] = await db<
		Card[]
	>`select card_id, number, state, joined_at, confirm_by, name, ${inLanguage(db, language, 'union')} as union
		from private.read_card()`
	return row ?? null
}

/** The code on the lost card says "not valid" from now on. With an id that is no longer the card's it changes nothing. */
export async function renewCard(db: Db, cardId: string): Promise<void> {
	await db`select private.renew_card(${cardId})`
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** For anybody with the card's code, and only this. Counts the question, so not inside a read-only transaction. Null: asked too often. */
export async function verifyCard(db: Db, cardId: string): Promise<boolean | null> {
	if (!UUID.test(cardId)) return false
	const [row] = await db<[{ valid: boolean | null }]>`select private.verify_card(${cardId}) as valid`
	return row.valid
}
