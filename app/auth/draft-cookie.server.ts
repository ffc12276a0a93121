import { createHash, randomUUID } from 'node:crypto'
import { createCookie } from '@remix-run/node'
import { webEnv } from '~/env.server'

const { APP_URL, COOKIE_SECRET } = webEnv()
const secure = APP_URL.startsWith('https:')

/** Names the draft that this browser writes. The draft's id is the key under which sending twice files once. */
const cookie = createCookie(secure ? '__Host-draft' : 'draft', {
	path: '/',
	httpOnly: true,
	sameSite: 'lax',
	secure,
	secrets: [COOKIE_SECRET],
	maxAge: 7 * 86_400,
})

/** Random, since whoever could guess it could read what is typed. */
export const newDraftId = () => randomUUID()

/** Keeps the draft with this browser for a week. */
export const draftCookie = (id: string) => cookie.serialize(id)
/** For a shared phone, and once nothing is left to come back to. */
export const forgetDraftCookie = () => cookie.serialize('', { maxAge: 0 })

/** Tells the pages of one draft from those of another, and leads nobody to it. */
export const markOf = (id: string) => createHash('sha256').update(`mark:${id}`).digest('hex').slice(0, 8)

/** Null without a cookie, or with one that we did not sign. */
export async function findDraftId(request: Request): Promise<string | null> {
	const id: unknown = await cookie.parse(request.headers.get('Cookie'))
	return typeof id === 'string' && id !== '' ? id : null
}
