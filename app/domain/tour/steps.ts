import type { TriageReason } from '~/domain/cases/case-state'

/** Cases that a step can look for among those that the person of the tour may see. */
export type Sought = 'offer' | 'mine' | 'unassigned' | 'disputed' | TriageReason

/**
 * Where a step leads: a page for everybody; a page for whoever holds the receipt of a demo request; a page for the person
 * of the tour; or that page of a case or an organisation, `:id`, which is looked for when the step is opened. `first`
 * names the demo request whose case is meant; when that has gone on, any other that fits is as good.
 */
export type Step =
	| { to: string }
	| { to: string; receipt: string }
	| { to: string; signedIn: true }
	| { to: string; find: Sought; first?: string; instead: string }
	| { to: string; staffedBy: 'manager' | 'administrator' | 'officer' | 'liaison'; instead: string }

/** The tours, in the order in which a request passes from hand to hand. Their words stand in i18n/locales/*\/tour.ts, by the same keys. */
export const TOURS = {
	worker: {
		person: 'worker',
		steps: {
			numbers: { to: '/' },
			file: { to: '/requests/new' },
			follow: { to: '/track', receipt: 'T-DEMT2222' },
			answer: { to: '/track', receipt: 'T-DEMT2233' },
			choose: { to: '/track', receipt: 'T-DEMT2225' },
			confirm: { to: '/track', receipt: 'T-DEMT2235' },
			sharing: { to: '/track/sharing', receipt: 'T-DEMT2254' },
			account: { to: '/my', signedIn: true },
		},
	},
	caseworker: {
		person: 'caseworker',
		steps: {
			queue: { to: '/desk', signedIn: true },
			offer: { to: '/desk/cases/:id', find: 'offer', instead: '/desk' },
			decline: { to: '/desk/cases/:id/decline', find: 'offer', instead: '/desk' },
			work: { to: '/desk/cases/:id', find: 'mine', first: 'T-DEMT2248', instead: '/desk' },
			wait: { to: '/desk/cases/:id/waiting', find: 'mine', first: 'T-DEMT2248', instead: '/desk' },
			outcome: { to: '/desk/cases/:id/outcome', find: 'mine', first: 'T-DEMT2248', instead: '/desk' },
		},
	},
	manager: {
		person: 'manager',
		steps: {
			desks: { to: '/desk', signedIn: true },
			now: { to: '/desk/:id/now', staffedBy: 'manager', instead: '/desk' },
			assign: { to: '/desk/cases/:id/assign', find: 'unassigned', first: 'T-DEMT2258', instead: '/desk' },
			disputed: { to: '/desk/cases/:id', find: 'disputed', first: 'T-DEMT2249', instead: '/desk' },
			staff: { to: '/staff/:id', staffedBy: 'manager', instead: '/roles' },
			invite: { to: '/staff/:id/invite', staffedBy: 'manager', instead: '/roles' },
			letters: { to: '/mailbox' },
		},
	},
	triager: {
		person: 'triager',
		steps: {
			list: { to: '/operator', signedIn: true },
			unsure: { to: '/operator/cases/:id', find: 'not_sure', first: 'T-DEMT2227', instead: '/operator' },
			uncovered: { to: '/operator/cases/:id/offer', find: 'uncovered', first: 'T-DEMT2226', instead: '/operator' },
			trace: { to: '/operator/cases/:id', find: 'exhausted', first: 'T-DEMT2228', instead: '/operator' },
			escalated: { to: '/operator/cases/:id', find: 'escalated', first: 'T-DEMT2245', instead: '/operator' },
			twice: { to: '/operator/cases/:id', find: 'disputed_twice', first: 'T-DEMT2247', instead: '/operator' },
			waiting: { to: '/operator?view=waiting', signedIn: true },
		},
	},
	officer: {
		person: 'union',
		steps: {
			union: { to: '/union', signedIn: true },
			desk: { to: '/desk', signedIn: true },
			work: { to: '/desk/cases/:id', find: 'mine', first: 'T-DEMT2222', instead: '/desk' },
			now: { to: '/desk/:id/now', staffedBy: 'officer', instead: '/desk' },
			reports: { to: '/union/reports', signedIn: true },
			roles: { to: '/roles', signedIn: true },
		},
	},
	district: {
		person: 'gongshu',
		steps: {
			union: { to: '/union/:id', staffedBy: 'officer', instead: '/union' },
			code: { to: '/union/:id/campaigns', staffedBy: 'officer', instead: '/union' },
			join: { to: '/union/join/GSZH2345' },
			review: { to: '/union/:id/applications', staffedBy: 'officer', instead: '/union' },
			members: { to: '/union/:id/members', staffedBy: 'officer', instead: '/union' },
			transfer: { to: '/union/:id/transfers', staffedBy: 'officer', instead: '/union' },
			drive: { to: '/union/:id/drives', staffedBy: 'officer', instead: '/union' },
			fair: { to: '/union/:id/fairness', staffedBy: 'officer', instead: '/union' },
		},
	},
	liaison: {
		person: 'liaison',
		steps: {
			station: { to: '/union/station?view=unanswered', signedIn: true },
			all: { to: '/union/station', signedIn: true },
			signup: { to: '/union/:id/signup', staffedBy: 'liaison', instead: '/union/station' },
		},
	},
	analyst: {
		person: 'analyst',
		steps: {
			union: { to: '/union', signedIn: true },
			joining: { to: '/union/enrolment', signedIn: true },
			outcomes: { to: '/union/outcomes', signedIn: true },
			desk: { to: '/desk', signedIn: true },
			refused: { to: '/operator', signedIn: true },
			roles: { to: '/roles', signedIn: true },
		},
	},
	administrator: {
		person: 'administrator',
		steps: {
			staff: { to: '/staff/:id', staffedBy: 'administrator', instead: '/roles' },
			invite: { to: '/staff/:id/invite', staffedBy: 'administrator', instead: '/roles' },
			letters: { to: '/mailbox' },
			triage: { to: '/operator', signedIn: true },
			published: { to: '/operator/figures', signedIn: true },
			roles: { to: '/roles', signedIn: true },
		},
	},
} as const satisfies Record<string, { person: string; steps: Record<string, Step> }>

export type TourRole = keyof typeof TOURS
export const TOUR_ROLES = Object.keys(TOURS) as TourRole[]
