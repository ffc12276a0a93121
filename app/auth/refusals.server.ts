import { data } from '@remix-run/node'
import { toAppError } from '~/db/errors.server'

/** Add what a reply must carry, such as refreshed session cookies, to a response that was thrown or made elsewhere. */
function withHeaders(response: Response, headers: Headers): Response {
	for (const [name, value] of headers) response.headers.append(name, value)
	return response
}

/** What the database refuses becomes the page that says so; anything else is a bug and stays one. */
export async function refusable<T>(work: () => Promise<T>, cookies = new Headers()): Promise<T> {
	try {
		return await work()
	} catch (error) {
		if (error instanceof Response) throw withHeaders(error, cookies)
		const known = toAppError(error)
		if (!known) throw error
		throw data({ messageKey: known.messageKey }, { status: known.status, headers: cookies })
	}
}
