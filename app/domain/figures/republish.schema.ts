import * as z from 'zod/mini'
import { mustTick, requiredText } from '~/lib/zod-fields'

const note = () => requiredText(1000, 'republish:errors.noteMissing', 'republish:errors.noteLong')

/** `republicationId` was made with the page, so that a form sent twice asks once. Both notes: a month has readers of both languages. */
export const RepublishSchema = z.object({
	republicationId: z.uuid('common:errors.invalid'),
	noteZh: note(),
	noteEn: note(),
	understood: mustTick('republish:errors.notUnderstood'),
})
