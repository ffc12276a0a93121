import * as z from 'zod/mini'
import { oneOf, optional } from '~/lib/zod-fields'

/** Longest wait, in days; the database holds the same number. */
export const WAIT_MAX_DAYS = 180
/** What the form proposes; a caseworker may choose any other day. */
export const WAIT_DAYS = 7
const WAITS = ['worker', 'authority', 'nobody'] as const

/** Empty: nobody in particular, every caseworker of the organisation. */
export const AssignForm = z.object({ assignee: optional(z.uuid('desk:errors.assigneeUnknown')) })

/** `nobody`: the waiting is over, and no day is asked for. */
export const WaitingForm = z
	.object({
		for: oneOf(WAITS, 'desk:errors.waitMissing'),
		until: optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'desk:errors.untilFormat'))),
	})
	.check(
		z.refine((wait) => wait.for === 'nobody' || wait.until !== undefined, {
			path: ['until'],
			error: 'desk:errors.untilMissing',
		}),
	)

const DAY = 86_400_000
const BEIJING = 8 * 3_600_000

/** The calendar day in Beijing, `days` from now, as a date field holds it. */
export const dayFrom = (now: Date, days: number) =>
	new Date(now.getTime() + BEIJING + days * DAY).toISOString().slice(0, 10)

/** Nine in the morning of that day in Beijing; null when it is no day, or not one of the next 180. */
export function waitUntil(day: string, now: Date): Date | null {
	const until = new Date(`${day}T09:00:00+08:00`)
	if (Number.isNaN(until.getTime())) return null
	return day > dayFrom(now, 0) && until.getTime() < now.getTime() + WAIT_MAX_DAYS * DAY ? until : null
}
