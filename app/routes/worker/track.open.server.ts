import { normalCode, normalReference, receiptHash } from '~/auth/receipt-code.server'
import { asVisitor } from '~/db/db.server'
import { OpenReceiptSchema } from '~/domain/tracking/open-receipt.schema'
import { openReceipt } from '~/domain/tracking/receipts.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

type Opened = { session: string } | { reply: FormReply; status: 422 | 429 }

/** The form that asks for reference and code. One answer for a wrong code and for a reference that is not there. */
export async function openWith(form: FormData): Promise<Opened> {
	const parsed = parseForm(form, OpenReceiptSchema)
	if (!parsed.ok) return { reply: parsed.reply, status: 422 }
	const refuse = (errors: FormReply['errors'], status: 422 | 429 = 422) => ({
		reply: { values: formValues(form, OpenReceiptSchema), errors },
		status,
	})
	const reference = normalReference(parsed.data.reference)
	if (!reference) return refuse({ reference: 'track:errors.referenceShape' })
	if (normalCode(parsed.data.code).length !== 12) return refuse({ code: 'track:errors.codeShape' })
	const hash = receiptHash(parsed.data.code)
	const opened = await asVisitor((db) => openReceipt(db, reference, hash))
	if (opened.receiptSession !== null) return { session: opened.receiptSession }
	return opened.outcome === 'throttled'
		? refuse({ code: 'track:errors.throttled' }, 429)
		: refuse({ code: 'track:errors.wrongPair' })
}
