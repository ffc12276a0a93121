import * as z from 'zod/mini'
import { optional, requiredText } from '~/lib/zod-fields'

/** `stationId` was made with the page: sent twice it is one station. */
export const StationForm = z.object({
	stationId: z.uuid('common:errors.invalid'),
	name: requiredText(80, 'stations:errors.nameMissing', 'stations:errors.nameLong'),
	area: optional(z.string().check(z.regex(/^\d{6}(\d{3})?$/, 'members:errors.areaMissing'))),
	platform: optional(z.string().check(z.regex(/^[a-z0-9_]{1,40}$/, 'members:errors.platformUnknown'))),
})
export const LiaisonForm = z.object({ liaison: z.uuid('stations:errors.liaisonMissing') })
