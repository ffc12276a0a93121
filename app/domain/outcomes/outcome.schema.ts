import * as z from 'zod/mini'
import type { MessageKey } from '~/i18n/resources'
import { oneOf, optional, requiredText } from '~/lib/zod-fields'
import { OUTCOME_CODES } from './outcome-code'

export const OUTCOME_NOTE_MAX = 2000

/** Yuan as people type them (`1,280.5`, `￥300`), kept in fen; counted in digits, since floats lose cents. */
const yuan = (wrong: MessageKey) =>
	optional(
		z.pipe(
			z.pipe(
				z.string().check(z.normalize('NFKC')),
				z.transform((typed) => typed.replace(/[\s,¥元]/g, '')),
			),
			z.pipe(
				z.string().check(z.regex(/^\d{1,9}(\.\d{1,2})?$/, wrong)),
				z.transform((text) => {
					const [whole = '0', part = ''] = text.split('.')
					return Number(whole) * 100 + Number(part.padEnd(2, '0'))
				}),
			),
		),
	)

const count = (min: number, max: number, wrong: MessageKey) =>
	optional(
		z.pipe(
			z.string().check(z.trim(), z.regex(/^\d{1,4}$/, wrong)),
			z.pipe(z.transform(Number), z.number().check(z.gte(min, wrong), z.lte(max, wrong))),
		),
	)

/** The id is made with the page, so that one outcome is proposed once. */
export const OutcomeForm = z
	.object({
		outcomeId: z.uuid('common:errors.invalid'),
		code: oneOf(OUTCOME_CODES, 'desk:errors.outcomeMissing'),
		note: requiredText(OUTCOME_NOTE_MAX, 'desk:errors.outcomeNoteMissing', 'desk:errors.outcomeNoteLong'),
		attempts: count(1, 99, 'desk:errors.attemptsFormat'),
		moneyRecovered: yuan('desk:errors.moneyFormat'),
		billPaid: yuan('desk:errors.moneyFormat'),
		nightsHoused: count(0, 3650, 'desk:errors.nightsFormat'),
	})
	.check(
		z.refine((outcome) => outcome.code !== 'could_not_reach' || outcome.attempts !== undefined, {
			path: ['attempts'],
			error: 'desk:errors.attemptsMissing',
		}),
	)
