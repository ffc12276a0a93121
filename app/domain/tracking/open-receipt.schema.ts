import * as z from 'zod/mini'
import { requiredText } from '~/lib/zod-fields'

/** Both as they were typed; what they mean is read on the server. */
export const OpenReceiptSchema = z.object({
	reference: requiredText(40, 'track:errors.referenceMissing', 'track:errors.referenceShape'),
	code: requiredText(60, 'track:errors.codeMissing', 'track:errors.codeShape'),
})
