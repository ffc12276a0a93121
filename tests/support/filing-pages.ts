import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { draftCookie } from '~/auth/draft-cookie.server'

/** Pages called as a browser would call them: what it posts, where it is led, which cookies it is given. */
export type Answers = Record<string, string | string[]>
export type Page = { action: (args: ActionFunctionArgs) => unknown }
export type Shown = { loader: (args: LoaderFunctionArgs) => unknown }

const args = (request: Request) => ({ request, params: {}, context: { cspNonce: '' } })
const at = (path: string, cookie = '', init: RequestInit = {}) =>
	new Request(`http://app.test${path}`, { ...init, headers: { Cookie: cookie, 'Accept-Language': 'zh-CN' } })

/** A Response, whether returned or thrown; anything else as it is. */
const reply = async (work: () => unknown): Promise<unknown> => {
	try {
		return await work()
	} catch (thrown) {
		if (thrown instanceof Response) return thrown
		throw thrown
	}
}
export const post = (page: Page, path: string, answers: Answers, cookie = '') => {
	const body = new URLSearchParams()
	for (const [name, value] of Object.entries(answers)) for (const one of [value].flat()) body.append(name, one)
	return reply(() => page.action(args(at(path, cookie, { method: 'POST', body }))))
}
export const get = (page: Shown, path: string, cookie = '') => reply(() => page.loader(args(at(path, cookie))))
export const led = (answer: unknown) =>
	answer instanceof Response ? `${answer.status} ${answer.headers.get('Location')}` : answer
export const cookiesOf = (answer: unknown) =>
	answer instanceof Response
		? answer.headers
				.getSetCookie()
				.map((cookie) => cookie.split(';')[0]!)
				.join('; ')
		: ''
export const newDraft = async () => (await draftCookie(randomUUID())).split(';')[0]!
