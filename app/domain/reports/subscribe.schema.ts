import * as z from 'zod/mini'
import { LOCALES } from '~/i18n/resources'
import { oneOf } from '~/lib/zod-fields'
import { EVERYTHING } from './report-line'

/** Which place's reports somebody wants a letter about, and in which language. That the place has any the database checks. */
export const SubscribeSchema = z.object({
	place: z.union([z.uuid(), z.literal(EVERYTHING)], 'reports:errors.placeMissing'),
	language: oneOf(LOCALES, 'reports:errors.languageMissing'),
})
