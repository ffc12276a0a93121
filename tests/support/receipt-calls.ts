import { receiptCookie } from '~/auth/receipt-cookie.server'
import type { Db } from '~/db/begin.server'
import { owner } from './db'
import { seedAccepted, seedOrganisation, seedStaff } from './seeds'

/** The application's own doors see only what is committed. */
export const committed = <T>(work: (db: Db) => Promise<T>) => owner.begin(work) as Promise<T>
const context = { cspNonce: '' }
export type Params = Record<string, string>
export const cookieOf = async (session: string) => (await receiptCookie(session)).split(';')[0]!
export const get = (path: string, Cookie = '', params: Params = {}) => ({
	request: new Request(`http://app.test${path}`, { headers: { Cookie, 'Accept-Language': 'en' } }),
	params,
	context,
})
export const post = (path: string, answers: Params, Cookie = '', params: Params = {}) => ({
	request: new Request(`http://app.test${path}`, {
		method: 'POST',
		body: new URLSearchParams(answers),
		headers: { Cookie, 'Accept-Language': 'en' },
	}),
	params,
	context,
})
/** What a call answers or throws. */
export const answerOf = (call: Promise<unknown>) => call.catch((thrown: unknown) => thrown)
export const goesTo = (answer: unknown) => {
	if (!(answer instanceof Response)) throw new Error(`no redirect: ${JSON.stringify(answer)}`)
	return [answer.status, answer.headers.get('Location')]
}

/** A case in the hands of an organisation, committed. */
export async function accepted() {
	return committed(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation)
		return { ...(await seedAccepted(db, organisation, caseworker)), organisation, caseworker }
	})
}
