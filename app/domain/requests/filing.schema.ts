import * as z from 'zod/mini'
import { URGENCIES } from '~/domain/cases/case-state'
import { CONSENT_MODES } from '~/domain/consent/consent-ask-state'
import type { MessageKey } from '~/i18n/resources'
import { anyOf, oneOf, optional, optionalText, requiredText, someOf } from '~/lib/zod-fields'
import { REACH_BY, REACH_TIMES, SHARED_CHOICES, STORY_LIMIT, WORKING_FORMS } from './filing-choices'
import { normalPhone } from './phone'

const YES_NO = ['yes', 'no'] as const

/** A reason at one field that depends on others; looked at even when another answer is wrong, so that all reasons come at once. */
const about = <T>(path: keyof T & string, reason: MessageKey, holds: (answers: Partial<T>) => boolean) =>
	z.refine<T>((answers) => holds(answers), {
		path: [path],
		error: reason,
		when: ({ value }) => typeof value === 'object' && value !== null,
	})

/** Somebody in danger need not tell anything: the form stops there. */
export const StorySchema = z
	.object({
		danger: oneOf(['no', 'yes'], 'filing:errors.dangerMissing'),
		story: optionalText(STORY_LIMIT, 'filing:errors.storyTooLong'),
	})
	.check(about('story', 'filing:errors.storyMissing', ({ danger, story }) => danger === 'yes' || Boolean(story)))

/** Codes of needs are known to the database; here only their form. */
export const NeedsSchema = z.object({
	needs: z
		.array(z.string().check(z.regex(/^[a-z_]+(\.[a-z_]+)?$/, 'filing:errors.needsMissing')))
		.check(z.minLength(1, 'filing:errors.needsMissing'), z.maxLength(30, 'filing:errors.needsMissing')),
	urgency: oneOf(URGENCIES, 'filing:errors.urgencyMissing'),
})

/** A code of GB/T 2260, a street's included; whether there is such a place the database says. */
export const PlaceSchema = z.object({
	area: z.string('filing:errors.placeMissing').check(z.regex(/^\d{6}(\d{3})?$/, 'filing:errors.placeMissing')),
})

/** Codes of trades and platforms are known to the database; here only their form. */
export const WorkSchema = z.object({
	sector: requiredText(40, 'filing:errors.sectorMissing', 'filing:errors.sectorMissing'),
	platform: optional(z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'filing:errors.platformUnknown'))),
	workingForm: oneOf(WORKING_FORMS, 'filing:errors.workingFormMissing'),
})

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** A number or address is asked for only where the person wants to be reached that way; `clearContact` drops the rest. */
export const ContactSchema = z
	.object({
		name: optionalText(60, 'filing:errors.nameTooLong'),
		reachBy: someOf(REACH_BY, 'filing:errors.reachByMissing'),
		phone: optionalText(40, 'filing:errors.phoneFormat'),
		email: optionalText(254, 'filing:errors.emailFormat'),
		reachTimes: anyOf(REACH_TIMES, 'common:errors.invalid'),
	})
	.check(
		about('phone', 'filing:errors.phoneMissing', ({ reachBy, phone }) => !reachBy?.includes('phone') || Boolean(phone)),
		about(
			'phone',
			'filing:errors.phoneFormat',
			({ reachBy, phone }) => !reachBy?.includes('phone') || !phone || normalPhone(phone) !== null,
		),
		about('email', 'filing:errors.emailMissing', ({ reachBy, email }) => !reachBy?.includes('email') || Boolean(email)),
		about(
			'email',
			'filing:errors.emailFormat',
			({ reachBy, email }) => !reachBy?.includes('email') || !email || EMAIL.test(email),
		),
	)

const organisations = () => z.array(z.uuid('common:errors.invalid')).check(z.maxLength(200, 'common:errors.invalid'))

/** Consent, for each recipient by name. `shown`: the organisations whose names stood on the page. */
export const SharingSchema = z
	.object({
		shown: organisations(),
		mode: oneOf(CONSENT_MODES, 'filing:errors.modeMissing'),
		ticked: organisations(),
		fields: optional(oneOf(SHARED_CHOICES, 'filing:errors.fieldsMissing')),
		deskMayRead: oneOf(YES_NO, 'filing:errors.deskMissing'),
		excluded: organisations(),
	})
	.check(
		about(
			'ticked',
			'filing:errors.tickedMissing',
			({ mode, ticked = [] }) => mode !== 'only_ticked' || ticked.length > 0,
		),
		about('ticked', 'filing:errors.allExcluded', ({ mode, ticked = [], excluded = [] }) => {
			return mode !== 'only_ticked' || ticked.length === 0 || ticked.some((id) => !excluded.includes(id))
		}),
		about('fields', 'filing:errors.fieldsMissing', ({ mode, fields }) => {
			return mode === undefined || mode === 'ask_first' || fields !== undefined
		}),
	)

export type Story = z.output<typeof StorySchema>
export type Needs = z.output<typeof NeedsSchema>
export type Place = z.output<typeof PlaceSchema>
export type Work = z.output<typeof WorkSchema>
export type Contact = z.output<typeof ContactSchema>
export type Sharing = z.output<typeof SharingSchema>

/** The whole draft, each step under its name. `basis` says to which needs and place a consent was given. */
export const DraftSchema = z.object({
	story: StorySchema,
	needs: NeedsSchema,
	place: PlaceSchema,
	work: WorkSchema,
	contact: ContactSchema,
	sharing: z.intersection(SharingSchema, z.object({ basis: z.string() })),
})
export type WholeDraft = z.output<typeof DraftSchema>
