import * as z from 'zod/mini'
import { PlaceSchema } from '~/domain/requests/filing.schema'
import type { Locale } from '~/i18n/resources'
import { normalPhone } from '~/lib/person-number'
import { EmployerSchema, JoinWorkSchema, KeptYouSchema, UnionSchema, WaySchema } from './joining.schema'

/** Version of the words under which somebody joins; new words get a new version. */
export const JOIN_CONSENT_VERSION = '2026-11'

/** The pages of joining, in their order. The employer is asked for only where it has a union. */
export const JOIN_STEPS = ['way', 'employer', 'place', 'union', 'work', 'you', 'check'] as const
export type JoinStep = (typeof JOIN_STEPS)[number]
export type JoinAnswerStep = Exclude<JoinStep, 'check'>

/** Each step under its name. A union was agreed to for a way and a place, a station belongs to a union: when these change, it is asked for again. */
const KEPT = {
	way: WaySchema,
	employer: EmployerSchema,
	place: PlaceSchema,
	union: z.extend(UnionSchema, { way: z.string(), employer: z.optional(z.string()), area: z.string() }),
	work: z.extend(JoinWorkSchema, { union: z.string() }),
	you: KeptYouSchema,
}
type Kept = { [S in JoinAnswerStep]: z.output<(typeof KEPT)[S]> }
export type JoinCampaign = { id: string; union: string; station?: string }
/** What the server keeps of an unfinished application, not to be trusted. `before`: the union that sent it back. */
export type JoinDraft = { [S in JoinAnswerStep]?: Partial<Kept[S]> } & {
	campaign?: JoinCampaign
	before?: string
	from?: 'request'
}

export const joinPath = (step: JoinStep) => `/union/join/${step}`
export const stepsOf = ({ way }: JoinDraft): readonly JoinStep[] =>
	JOIN_STEPS.filter((step) => step !== 'employer' || way?.way === 'employer')

/** What a union was looked for with. */
export const basisOfUnion = ({ way, employer, place }: JoinDraft) => ({
	way: way?.way ?? '',
	...(way?.way === 'employer' && employer?.employer ? { employer: employer.employer } : {}),
	area: place?.area ?? '',
})

function isAnswered(draft: JoinDraft, step: JoinAnswerStep): boolean {
	if (!KEPT[step].safeParse(draft[step]).success) return false
	const { union, work } = draft
	if (step === 'work') return work?.union === union?.union
	if (step !== 'union') return true
	const basis = basisOfUnion(draft)
	return union?.way === basis.way && union.area === basis.area && union.employer === basis.employer
}

/** The first page that still needs an answer; `check` once all are there. */
export const firstOpen = (draft: JoinDraft): JoinStep =>
	stepsOf(draft).find((step) => step !== 'check' && !isAnswered(draft, step)) ?? 'check'

/** Where somebody who opens `step` must go instead, or null: a page opens once all before it are answered. */
export function joinDetour(draft: JoinDraft, step: JoinStep): JoinStep | null {
	const steps = stepsOf(draft)
	const first = firstOpen(draft)
	return !steps.includes(step) || steps.indexOf(step) > steps.indexOf(first) ? first : null
}

/** The way as the database knows it. */
const wayOf = (way: Kept['way']['way']) =>
	way === 'employer' ? { way, basis: null } : { way: 'pool' as const, basis: way }
export const lookedForWith = (draft: JoinDraft) => ({
	way: draft.way?.way === 'employer' ? 'employer' : 'pool',
	employer: (draft.way?.way === 'employer' && draft.employer?.employer) || null,
	area: draft.place?.area ?? '',
})

/** The argument of private.submit_application, but for the hash of the phone number. */
export type Joining = NonNullable<ReturnType<typeof completeJoining>>['joining']

/** Looks at the whole draft once more. Null: something is missing, and `firstOpen` says what. */
export function completeJoining(draft: JoinDraft, language: Locale) {
	if (firstOpen(draft) !== 'check') return null
	const { way, employer, place, union, work, you } = draft as Kept
	return {
		union: union.union,
		joining: {
			...wayOf(way.way),
			employer: way.way === 'employer' ? employer.employer : null,
			area: place.area,
			sector: work.sector,
			platform: work.platform ?? null,
			workingForm: work.workingForm,
			station: work.station ?? null,
			campaign: draft.campaign?.id ?? null,
			from: draft.from ?? null,
			consentVersion: JOIN_CONSENT_VERSION,
			name: you.name,
			phone: normalPhone(you.phone) ?? you.phone,
			email: you.email ?? null,
			gender: you.gender ?? null,
			birthYear: Number(you.birthYear),
			idHash: you.idHash ?? null,
			idLastFour: you.idLastFour ?? null,
			language,
		},
	}
}

/** A draft for the browser: the hash of an ID number stays here. */
export const shownDraft = ({ you, ...draft }: JoinDraft): JoinDraft => {
	const { idHash: _, ...shown } = you ?? {}
	return { ...draft, ...(you ? { you: shown } : {}) }
}
