import type { SentFile, VIEWED_FIELDS } from '~/domain/attachments/attachment'
import type { CaseState, CloseCode, CloseReason, EventKind, TriageReason } from '~/domain/cases/case-state'
import type { OutcomeAnswer, OutcomeCode } from '~/domain/outcomes/outcome-code'

/** Moments inside come as text, since one statement brings a page as JSON. */
export type Question = { id: string; organisation: string; reasons: string[]; answerBy: string }
export type TrackedCase = {
	id: string
	category: string
	state: CaseState
	triageReason: TriageReason | null
	closeReason: CloseReason | null
	closeCode: CloseCode | null
	closedAt: string | null
	nextAt: string | null
	holder: string | null
	/** The organisation that has an offer and has not answered it. */ offeredTo: string | null
	question: Question | null
	/** When the other side wrote last and the worker has not written since. */ newsAt: string | null
}
export type TrackedRequest = {
	reference: string
	createdAt: Date
	inAccount: boolean
	now: Date
	cases: TrackedCase[]
	/** What was sent with the request itself. */ files: SentFile[]
}
export type Message = {
	id: string
	author: 'worker' | 'staff'
	organisation: string
	body: string
	at: string
	files: SentFile[]
}
export type Outcome = {
	code: OutcomeCode
	note: string
	attempts: number | null
	moneyRecoveredFen: number | null
	billPaidFen: number | null
	nightsHoused: number | null
	proposedAt: string
	organisation: string
	answer: OutcomeAnswer | null
	rating: number | null
	comment: string | null
}
export type TimelineEvent = { seq: number; at: string; kind: EventKind; organisation: string | null }
export type View = { organisation: string; field: (typeof VIEWED_FIELDS)[number]; hour: string }
export type CasePage = {
	reference: string
	now: Date
	case: TrackedCase
	/** The last holder may still have it, which opening again asks for. */ stillShared: boolean
	messages: Message[]
	earlier: string[] | null
	outcome: Outcome | null
	events: TimelineEvent[]
	views: View[]
}
export type FieldGroup = 'summary' | 'messages' | 'story' | 'contact'
export type Recipient = {
	id: string
	name: string
	/** The desk itself, which is asked for separately. */ desk: boolean
	/** What the worker agreed to. */ fields: FieldGroup[]
	since: string
	/** What it can open at this moment, in any case of the request. */ sees: FieldGroup[]
}
export type Sharing = { reference: string; open: boolean; recipients: Recipient[]; excluded: string[]; views: View[] }

/** What taking a consent back leads to. `gone`: there is nothing any more to take back. */
export type Consequence = 'desk' | 'holder' | 'offered' | 'asked_later' | 'gone'
