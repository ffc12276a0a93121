import * as z from 'zod/mini'
import type { MessageKey } from '~/i18n/resources'
import { normalPhone } from '~/lib/person-number'
import { oneOf, optional, requiredText, ticked } from '~/lib/zod-fields'
import { LEAVE_REASONS } from './membership-state'

export const WORKING_FORMS = ['contract', 'outsourced', 'crowd', 'own_account', 'unsure'] as const

const phoneNumber = (missing: MessageKey) =>
	z.pipe(
		z.string(missing).check(
			z.trim(),
			z.minLength(1, missing),
			z.refine((typed) => normalPhone(typed) !== null, 'members:errors.phoneFormat'),
		),
		z.transform((typed) => normalPhone(typed)!),
	)
const email = optional(
	z
		.string()
		.check(
			z.trim(),
			z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'members:errors.emailFormat'),
			z.maxLength(254, 'members:errors.emailFormat'),
		),
)

/** An officer's form: it never shows what is known, so an empty field keeps it. */
export const ContactForm = z.object({
	name: requiredText(60, 'members:errors.nameMissing', 'members:errors.nameLong'),
	phone: optional(phoneNumber('members:errors.phoneFormat')),
	email,
	removeEmail: ticked(),
})

/** A member's own form, filled in with what is known: an empty address takes it away. */
export const OwnContactForm = z.object({ phone: phoneNumber('members:errors.phoneMissing'), email })

const code = (wrong: MessageKey) => z.string(wrong).check(z.regex(/^[a-z0-9_]{1,40}$/, wrong))
const work = {
	sector: code('members:errors.sectorMissing'),
	platform: optional(code('members:errors.platformUnknown')),
	workingForm: optional(oneOf(WORKING_FORMS, 'members:errors.workingFormUnknown')),
}
export const OwnWorkForm = z.object(work)
export const WorkForm = z.object({ ...work, station: optional(z.uuid('members:errors.stationUnknown')) })

/** A code of GB/T 2260, a street's included; whether there is such a place the database says. */
export const MovedForm = z.object({
	area: z.string('members:errors.areaMissing').check(z.regex(/^\d{6}(\d{3})?$/, 'members:errors.areaMissing')),
})

export const LeaveForm = z.object({ reason: oneOf(LEAVE_REASONS, 'members:errors.leaveReasonMissing') })
