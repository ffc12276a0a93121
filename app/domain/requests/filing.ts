import { CONSENT_TEXT_VERSION } from '~/domain/consent/consent-ask-state'
import type { Locale } from '~/i18n/resources'
import { DraftSchema, type Contact, type Sharing, type WholeDraft } from './filing.schema'
import { normalPhone } from './phone'

/** The pages of filing, in their order. */
export const STEPS = ['story', 'needs', 'place', 'work', 'contact', 'sharing', 'check'] as const
export type Step = (typeof STEPS)[number]
export type AnswerStep = Exclude<Step, 'check'>

/** What the server keeps of an unfinished request: whatever has been answered so far, not to be trusted. */
export type Draft = { [S in AnswerStep]?: Partial<WholeDraft[S]> }

export const stepPath = (step: Step) => `/requests/new/${step}`
/** A link may name one need (`?need=medical.mutual_aid`): it goes along until the page of needs, which ticks it. */
export function withNeed(path: string, address: string): string {
	const need = new URL(address).searchParams.get('need') ?? ''
	return /^[a-z_]{1,40}(\.[a-z_]{1,40})?$/.test(need) ? `${path}${path.includes('?') ? '&' : '?'}need=${need}` : path
}
/** As people see it: the first is 1. */
export const stepNumber = (step: Step) => STEPS.indexOf(step) + 1
/** Null before the first page; after the last question comes the check. */
export const stepBefore = (step: Step): Step | null => STEPS[STEPS.indexOf(step) - 1] ?? null
export const stepAfter = (step: AnswerStep): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'check'

/** What the list of organisations was made from. When it changes, the consent no longer fits and is asked for again. */
export const basisOf = ({ needs, place, work }: Draft, language: Locale) =>
	JSON.stringify([
		[...(needs?.needs ?? [])].sort(),
		place?.area ?? null,
		work?.sector ?? null,
		work?.platform ?? null,
		language,
	])

function isAnswered(draft: Draft, step: AnswerStep, language: Locale): boolean {
	if (!DraftSchema.shape[step].safeParse(draft[step]).success) return false
	if (step === 'story') return draft.story?.danger === 'no'
	return step !== 'sharing' || draft.sharing?.basis === basisOf(draft, language)
}

/** The first page that still needs an answer; `check` once all are there. */
export const firstUnanswered = (draft: Draft, language: Locale): Step =>
	STEPS.find((step) => step !== 'check' && !isAnswered(draft, step, language)) ?? 'check'

/** Where somebody who opens `step` must go instead, or null: a page opens once all before it are answered. */
export function detour(draft: Draft, step: Step, language: Locale): Step | null {
	const first = firstUnanswered(draft, language)
	return STEPS.indexOf(step) > STEPS.indexOf(first) ? first : null
}

/** Keeps only the ways of being reached that were chosen, the number as it is dialled. */
export function clearContact({ phone, email, ...contact }: Contact): Contact {
	return {
		...contact,
		phone: contact.reachBy.includes('phone') && phone ? (normalPhone(phone) ?? undefined) : undefined,
		email: contact.reachBy.includes('email') ? email : undefined,
		reachTimes: contact.reachBy.includes('phone') ? contact.reachTimes : [],
	}
}

/**
 * Whom the person agreed to: never somebody whose name was not on the page, and never somebody excluded.
 * With nobody to name, agreement is asked for each time.
 */
export function clearSharing(sharing: Sharing, candidates: string[]): Sharing {
	const shown = sharing.shown.filter((id) => candidates.includes(id))
	const mode = shown.length > 0 ? sharing.mode : 'ask_first'
	return {
		...sharing,
		shown,
		mode,
		ticked: mode === 'only_ticked' ? sharing.ticked.filter((id) => shown.includes(id)) : [],
		fields: mode === 'ask_first' ? undefined : sharing.fields,
	}
}

/** Who is agreed to from the start: nobody under "ask me first", and never somebody excluded. */
export function recipientsOf({ mode, shown, ticked, excluded }: Sharing): string[] {
	const agreed = mode === 'any_of_these' ? shown : mode === 'only_ticked' ? ticked : []
	return agreed.filter((id) => !excluded.includes(id))
}

/** The argument of private.open_request. */
export type Filing = ReturnType<typeof filingOf>
const filingOf = ({ story, needs, place, work, contact, sharing }: WholeDraft) => ({
	story: story.story ?? '',
	needs: needs.needs,
	urgency: needs.urgency,
	area: place.area,
	sector: work.sector,
	platform: work.platform ?? null,
	workingForm: work.workingForm,
	contact: {
		name: contact.name ?? null,
		phone: contact.phone ?? null,
		email: contact.email ?? null,
		reachBy: contact.reachBy,
		reachTimes: contact.reachTimes,
	},
	consentMode: sharing.mode,
	recipients: recipientsOf(sharing),
	excluded: sharing.excluded,
	fields: sharing.fields === 'story_and_contact' ? ['story', 'contact'] : sharing.fields === 'story' ? ['story'] : [],
	deskMayRead: sharing.deskMayRead === 'yes',
	textVersion: CONSENT_TEXT_VERSION,
})

/** Looks at the whole draft once more. Null: something is missing or no longer fits, and `firstUnanswered` says what. */
export function completeFiling(draft: Draft, language: Locale): Filing | null {
	const whole = DraftSchema.safeParse(draft)
	return whole.success && firstUnanswered(draft, language) === 'check' ? filingOf(whole.data) : null
}
