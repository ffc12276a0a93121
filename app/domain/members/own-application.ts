import type { ApplicationState, MembershipState } from './membership-state'

export const APPLICATION_EVENTS = [
	'submitted',
	'resubmitted',
	'reassigned',
	'returned',
	'approved',
	'rejected',
	'withdrawn',
] as const
/** `union`: the one that it went to, where it went on. Moments are text, as they come inside JSON. */
export type ApplicationEvent = {
	seq: number
	at: string
	kind: (typeof APPLICATION_EVENTS)[number]
	actor: 'applicant' | 'staff' | 'service'
	union: string | null
}

/** An application as whoever made it follows it. `usualHours`: null where too few were decided to say. */
export type OwnApplication = {
	reference: string
	state: ApplicationState
	submittedAt: Date
	firstSubmittedAt: Date
	unionName: string
	/** Null once it was withdrawn: nothing personal is left. */ name: string | null
	reason: string | null
	whatNext: string | null
	reasonNote: string | null
	usualHours: number | null
	membership: { number: string; state: MembershipState; joinedAt: string } | null
	events: ApplicationEvent[]
}
