import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { CONSENT_TEXT_VERSION, type SharedField } from './consent-ask-state'

/** Consent, access, referral and hold of this organisation end together. Taking it back again changes nothing. */
export async function withdrawConsent(db: Db, organisationId: string) {
	await db`select private.withdraw_consent(${organisationId})`
}

/** Yes makes the offer at once; no asks about the next one. The same answer again changes nothing. */
export async function answerAsk(db: Db, askId: string, answer: { agreed: boolean; fields: SharedField[] }) {
	const fields = answer.agreed ? answer.fields : []
	await db`select private.answer_ask(${askId}, ${answer.agreed}, ${fields}, ${CONSENT_TEXT_VERSION})`
}

export type Ask = {
	id: string
	organisation: string
	category: string
	reasons: string[]
	open: boolean
	answerBy: Date
}

/** One question to the holder of the receipt, answered or not. */
export async function readAsk(db: Db, language: Locale, askId: string): Promise<Ask> {
	const [ask] = await db<Ask[]>`
		select a.id, ${named(db, language, 'o')} as organisation, ${named(db, language, 'k')} as category, a.reasons, a.state = 'asked' as open, a.answer_by
		from app.consent_asks a
		join app.cases c on c.id = a.case_id
		join app.categories k on k.code = c.category_code
		join app.organisations o on o.id = a.organisation_id
		where a.id = ${askId}`
	if (!ask) throw new AppError('notFound')
	return ask
}
