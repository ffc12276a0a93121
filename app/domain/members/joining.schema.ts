import * as z from 'zod/mini'
import { WORKING_FORMS } from '~/domain/requests/filing-choices'
import type { MessageKey } from '~/i18n/resources'
import { normalId, normalPhone } from '~/lib/person-number'
import { mustTick, oneOf, optional, optionalText, requiredText, ticked } from '~/lib/zod-fields'
import { GENDERS } from './membership-state'

/** The employer's own union, or the one of the place: of where somebody lives or of their hukou. */
export const WAYS = ['employer', 'residence', 'hukou'] as const
export const YOUNGEST = 16
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export const WaySchema = z.object({ way: oneOf(WAYS, 'join:errors.wayMissing') })
export const EmployerSchema = z.object({ employer: z.uuid('join:errors.employerMissing') })
export const UnionSchema = z.object({ union: z.uuid('join:errors.unionMissing') })

/** Codes and stations are known to the database; here only their form. */
export const JoinWorkSchema = z.object({
	sector: requiredText(40, 'join:errors.sectorMissing', 'join:errors.sectorMissing'),
	platform: optional(z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'filing:errors.platformUnknown'))),
	workingForm: oneOf(WORKING_FORMS, 'filing:errors.workingFormMissing'),
	station: optional(z.uuid('join:errors.stationUnknown')),
})

/** A mobile number that lost a digit is caught here; others only need to look like numbers. */
const dialled = (typed: string) => {
	const number = normalPhone(typed)
	return number !== null && (!/^1[3-9]/.test(number) || number.length === 11)
}
export const nameField = () => requiredText(60, 'join:errors.nameMissing', 'join:errors.nameTooLong')
export const phoneField = () =>
	requiredText(40, 'join:errors.phoneMissing', 'join:errors.phoneFormat').check(
		z.refine(dialled, 'join:errors.phoneFormat'),
	)
export const emailField = () =>
	optional(
		z.string().check(z.trim(), z.maxLength(254, 'join:errors.emailFormat'), z.regex(EMAIL, 'join:errors.emailFormat')),
	)
export const idField = () =>
	optional(z.string().check(z.refine((typed) => normalId(typed) !== null, 'join:errors.idFormat')))

const yearBetween = (error: MessageKey) =>
	z.refine<string>((typed) => {
		const year = Number(typed)
		return /^\d{4}$/.test(typed) && year >= 1930 && year <= new Date().getFullYear() - YOUNGEST
	}, error)

const yearOfId = (typed: string | undefined) => (typed ? normalId(typed)?.slice(6, 10) : undefined)

/** `idNumber` is read, hashed and forgotten. `forgetId`: what was kept of an earlier one goes. */
export const YouSchema = z
	.object({
		name: nameField(),
		phone: phoneField(),
		email: emailField(),
		gender: optional(oneOf(GENDERS, 'common:errors.invalid')),
		birthYear: requiredText(4, 'join:errors.birthYearMissing', 'join:errors.birthYearFormat').check(
			yearBetween('join:errors.birthYearFormat'),
		),
		idNumber: idField(),
		forgetId: ticked(),
	})
	.check(
		z.refine(({ idNumber, birthYear }) => [undefined, birthYear].includes(yearOfId(idNumber)), {
			path: ['birthYear'],
			error: 'join:errors.birthYearOfId' satisfies MessageKey,
		}),
	)

/** What of it is kept: a hash in the place of a number. */
export const KeptYouSchema = z.object({
	name: nameField(),
	phone: phoneField(),
	email: emailField(),
	gender: optional(oneOf(GENDERS, 'common:errors.invalid')),
	birthYear: z.string().check(z.regex(/^\d{4}$/)),
	idHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
	idLastFour: optionalText(4, 'join:errors.idFormat'),
})
export type KeptYou = z.output<typeof KeptYouSchema>

/** The own wish, and the consent to keep what was given: two things, so two ticks. */
export const WishSchema = z.object({
	wish: mustTick('join:errors.wishMissing'),
	consent: mustTick('join:errors.consentMissing'),
})

export const OpenApplicationSchema = z.object({
	reference: requiredText(40, 'join:errors.referenceMissing', 'join:errors.referenceShape'),
	code: requiredText(60, 'join:errors.codeMissing', 'join:errors.codeShape'),
})
/** Taking facts over from a request is agreed to by itself. */
export const CopySchema = z.object({ copy: mustTick('join:errors.copyMissing') })
