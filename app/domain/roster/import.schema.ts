import * as z from 'zod/mini'
import { oneOf, optional, ticked } from '~/lib/zod-fields'
import { isRosterField } from './roster-column'

const code = z.string().check(z.regex(/^[a-z0-9_]{1,30}$/, 'common:errors.invalid'))
const defaults = { area: optional(code), sector: optional(code) }

/** The file comes beside it. `importId` was made with the page, so that sent twice it is one import. */
export const UploadSchema = z.object({ importId: z.uuid('common:errors.invalid'), ...defaults })

/** What each column is, in the file's order; an empty answer leaves it out. */
export const ColumnsSchema = z.object({ field: z.array(z.string()), ...defaults }).check(
	z.refine(({ field }) => field.every((one) => one === '' || isRosterField(one)), 'common:errors.invalid'),
	z.refine(({ field }) => field.includes('name'), 'roster:errors.mapName'),
	z.refine(({ field }) => field.includes('phone'), 'roster:errors.mapPhone'),
	z.refine(({ field }) => {
		const named = field.filter(Boolean)
		return new Set(named).size === named.length
	}, 'roster:errors.mapTwice'),
)

const count = z.string().check(z.regex(/^\d{1,6}$/, 'common:errors.invalid'))
/** The numbers are those that were shown: others than these are not taken over. */
export const TakeOverSchema = z.object({
	existing: optional(oneOf(['update', 'skip'], 'roster:errors.choose')),
	stations: ticked(),
	made: count,
	changed: count,
})
