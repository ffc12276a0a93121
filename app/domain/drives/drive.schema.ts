import * as z from 'zod/mini'
import { DRIVE_ANSWERS } from '~/domain/members/membership-state'
import { normalPhone } from '~/lib/person-number'
import { oneOf, optional, optionalText, requiredText } from '~/lib/zod-fields'
import type { MessageKey } from '~/i18n/resources'

export const SHORTEST_DAYS = 7
export const LONGEST_DAYS = 60
const DAY = 86_400_000

/** A day in Beijing, `days` from today, as a date field holds it. */
export const dayFromNow = (days: number, now = new Date()) =>
	new Date(now.getTime() + 8 * 3_600_000 + days * DAY).toISOString().slice(0, 10)

const day = (missing: MessageKey, wrong: MessageKey, fits: (day: string) => boolean) =>
	z.string(missing).check(
		z.trim(),
		z.minLength(1, missing),
		z.refine((given) => /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given)) && fits(given), wrong),
	)
const code = z.string().check(z.regex(/^[a-z0-9_]{1,30}$/, 'common:errors.invalid'))

/** Whom to ask, and until when an answer is waited for. `driveId` was made with the page, so that sent twice it is one drive. */
export const DriveSchema = z.object({
	driveId: z.uuid('common:errors.invalid'),
	name: requiredText(80, 'drives:errors.nameMissing', 'drives:errors.nameLong'),
	since: day('drives:errors.sinceMissing', 'drives:errors.sinceWrong', (given) => given <= dayFromNow(0)),
	area: optional(code),
	sector: optional(code),
	platform: optional(code),
	station: optional(z.uuid('common:errors.invalid')),
	answerBy: day('drives:errors.answerByMissing', 'drives:errors.answerByWrong', (given) => {
		return given >= dayFromNow(SHORTEST_DAYS) && given <= dayFromNow(LONGEST_DAYS)
	}),
})
export type Drive = z.output<typeof DriveSchema>

const changes = {
	phone: optional(
		z.pipe(
			z.string().check(z.refine((typed) => normalPhone(typed) !== null, 'drives:errors.phoneWrong')),
			z.transform((typed: string) => normalPhone(typed)!),
		),
	),
	area: optional(code),
	place: optionalText(80, 'drives:errors.tooLong'),
	sector: optional(code),
	platform: optional(code),
	station: optionalText(80, 'drives:errors.tooLong'),
}
type Said = { answer: string } & { [K in keyof typeof changes]?: string | undefined }
const saysWhat = ({ answer, phone, area, place, sector, platform, station }: Said) =>
	answer !== 'changed' || Boolean(phone ?? area ?? place ?? sector ?? platform ?? station)

const answer = oneOf(DRIVE_ANSWERS, 'drives:errors.answerMissing')
/** What a member says through the link of the letter. */
export const AnswerSchema = z
	.object({ answer, ...changes })
	.check(z.refine(saysWhat, { error: 'drives:errors.whatChanged', path: ['phone'] }))

export const TOLD_BY = ['phone', 'station'] as const
/** What a member said to somebody who writes it down. */
export const RecordSchema = z
	.object({ answer, through: oneOf(TOLD_BY, 'drives:errors.throughMissing'), ...changes })
	.check(z.refine(saysWhat, { error: 'drives:errors.whatChanged', path: ['phone'] }))

/** What an officer makes of words that did not fit by themselves; all may be left empty. */
export const SettleSchema = z.object(changes)
export type Changes = z.output<typeof SettleSchema>
