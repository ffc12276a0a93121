import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { receiptHolder } from '~/auth/receipt-cookie.server'
import { signedIn } from '~/auth/signed-in.server'
import { afterwards } from '~/components/tracking/done-notice'
import { asUser } from '~/db/db.server'
import { keepRequest } from '~/domain/tracking/receipts.server'

export const loader = () => redirect('/track')

/** Somebody signed in keeps the request whose receipt is open. */
export async function action({ request }: ActionFunctionArgs) {
	const holder = await receiptHolder(request)
	return signedIn(request, async (user) => {
		await asUser(user, (db) => keepRequest(db, holder.receipt_session))
		throw redirect(afterwards('/track', 'kept'), 303)
	})
}
