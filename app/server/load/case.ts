import type { CaseState, CloseCode, CloseReason, EventKind, TriageReason, Urgency } from '~/domain/cases/case-state'
import type { ReferralState } from '~/domain/referrals/referral-state'
import type { OutcomeAnswer } from '~/domain/outcomes/outcome-code'
import type { Organisation, Person, World } from './city'
import type { Random } from './random'
import type { FiledRequest } from './request'

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** Moments are milliseconds. */
export type CaseEvent = {
	at: number
	actor: 'worker' | 'staff' | 'service'
	actorId: string | null
	kind: EventKind
	codes: Record<string, string>
	body: string | null
}
export type Referral = {
	id: string
	organisation: Organisation
	state: ReferralState
	declineCode: string | null
	reasons: string[]
	byHand: boolean
	offeredAt: number
	respondBy: number
	endedAt: number | null
}
export type Ask = {
	id: string
	organisation: Organisation
	byHand: boolean
	state: 'asked' | 'given' | 'refused' | 'expired' | 'closed'
	respondHours: number
	askedAt: number
	answerBy: number
}
export type Said = {
	id: string
	organisationId: string
	authorId: string | null
	fromWorker: boolean
	body: string
	at: number
}
export type Proposed = {
	id: string
	referral: Referral
	code: string
	note: string
	proposedBy: string
	proposedAt: number
	answer: OutcomeAnswer | null
	answeredAt: number | null
	rating: number | null
	comment: string | null
	moneyRecoveredFen: number | null
}

/** A case with everything that hangs on it, as it stands at the moment up to which it has been lived. */
export type OneCase = {
	id: string
	category: string
	state: CaseState
	triageReason: TriageReason | null
	closeReason: CloseReason | null
	closeCode: CloseCode | null
	holder: Organisation | null
	assignee: Person | null
	needsManager: boolean
	disputes: number
	nextAt: number | null
	closedAt: number | null
	/** 30 days after closing, or because everything was withdrawn. */
	accessEnded: boolean
	events: CaseEvent[]
	referrals: Referral[]
	asks: Ask[]
	messages: Said[]
	notes: Said[]
	outcomes: Proposed[]
	views: { userId: string; organisationId: string; group: 'story' | 'contact'; hour: number }[]
	traces: { at: number; trace: { organisationId: string; serviceId: string; score: number; reasons: string[] }[] }[]
}

/** What a step works on. `at`: when it happens. */
export type Living = { world: World; request: FiledRequest; one: OneCase; random: Random; at: number }
/** What happens next, and when. Null: nothing more. */
export type Turn<Name extends string = string> = { step: Name; at: number } | null

export const openCase = (id: string, category: string): OneCase => ({
	...{ id, category, state: 'offering', triageReason: null, closeReason: null, closeCode: null },
	...{
		holder: null,
		assignee: null,
		needsManager: false,
		disputes: 0,
		nextAt: null,
		closedAt: null,
		accessEnded: false,
	},
	...{ events: [], referrals: [], asks: [], messages: [], notes: [], outcomes: [], views: [], traces: [] },
})

/** How soon the desk, or whoever has just accepted, looks: `private.desk_due`. */
const DUE: Record<Urgency, number> = { today: 2 * HOUR, soon: 8 * HOUR, normal: DAY }
export const due = ({ request, at }: Living) => at + DUE[request.urgency]

export const happened = (
	{ one, at }: Living,
	actor: CaseEvent['actor'],
	kind: EventKind,
	about: { by?: Person | null; codes?: Record<string, string>; body?: string | null } = {},
) =>
	one.events.push({
		at,
		actor,
		actorId: about.by?.id ?? null,
		kind,
		codes: about.codes ?? {},
		body: about.body ?? null,
	})

export const said = (
	{ one, at, random }: Living,
	organisationId: string,
	body: string,
	author: Person | null,
	list: 'messages' | 'notes' = 'messages',
) =>
	one[list].push({
		id: random.uuid(),
		organisationId,
		authorId: author?.id ?? null,
		fromWorker: author === null,
		body,
		at,
	})

const HOLDS: readonly ReferralState[] = ['accepted', 'in_service', 'outcome_recorded']
/** The referral that lives: offered, or held. */
export const living = ({ one }: Living) =>
	one.referrals.find(({ state }) => state === 'offered' || HOLDS.includes(state))

/** Ends whatever lives, as every way out of an organisation's hands does. */
export function endAll({ one, at, ...rest }: Living, holderEndsAs: ReferralState): void {
	const referral = living({ one, at, ...rest })
	if (referral) {
		referral.state = referral.state === 'offered' ? 'revoked' : holderEndsAs
		referral.endedAt = at
	}
	for (const ask of one.asks) if (ask.state === 'asked') ask.state = 'closed'
	for (const outcome of one.outcomes) if (!outcome.answer) Object.assign(outcome, { answer: 'void', answeredAt: at })
	Object.assign(one, { holder: null, assignee: null, needsManager: false })
}

/** `private.to_triage`, and the desk's next look at it. */
export function toTriage(
	it: Living,
	reason: TriageReason,
	how: { actor?: CaseEvent['actor']; by?: Person | null; holderEndsAs?: ReferralState } = {},
): Turn<'desk'> {
	endAll(it, how.holderEndsAs ?? 'revoked')
	Object.assign(it.one, { state: 'triage', triageReason: reason, nextAt: due(it) })
	happened(it, how.actor ?? 'service', 'to_triage', { by: how.by, codes: { reason } })
	return { step: 'desk', at: it.at + it.random.between(0.2, 5) * (due(it) - it.at) }
}

export function close(it: Living, reason: CloseReason, code: CloseCode | null = null): void {
	Object.assign(it.one, { state: 'closed', closeReason: reason, closeCode: code, triageReason: null })
	Object.assign(it.one, { nextAt: null, closedAt: it.at, needsManager: false })
}
