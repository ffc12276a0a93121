import { access, constants } from 'node:fs/promises'
import type { RequestHandler } from 'express'
import postgres from 'postgres'
import type { WebSettings } from '~/env.server'
import { present } from '~/queue/presence.server'
import { filesReachable } from '~/storage/attachments.server'

export type Health = Record<'database' | 'queue' | 'storage' | 'mail', 'ok' | 'failing'>
const PATIENCE = 2_000

/** Looks at each part anew. `stop` lets go of its connection. */
export function healthOf(env: Pick<WebSettings, 'DATABASE_URL' | 'MAILBOX_DIR'>) {
	const sql = postgres(env.DATABASE_URL, { max: 1, connect_timeout: 2, idle_timeout: 60, onnotice: () => {} })
	const look = async (): Promise<Health> => {
		const [vouched, storage, mailbox] = await Promise.all([
			inTime(present(sql)),
			inTime(filesReachable()),
			env.MAILBOX_DIR ? inTime(access(env.MAILBOX_DIR, constants.W_OK).then(() => true)) : true,
		])
		const word = (good: boolean | null | undefined) => (good ? 'ok' : 'failing')
		return {
			database: word(vouched !== null),
			queue: word(vouched?.has('queue')),
			storage: word(storage),
			mail: word(vouched?.has('mail') && mailbox),
		}
	}
	return { look, stop: () => sql.end({ timeout: 1 }) }
}

/** The answer, null when it did not come or was a failure. */
async function inTime<T>(work: Promise<T>): Promise<T | null> {
	let timer: NodeJS.Timeout | undefined
	const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), PATIENCE)))
	return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer))
}

/** 200 while everything works, else 503; the body names what fails. Nothing about people or addresses is in it. */
export const health = (look: () => Promise<Health>): RequestHandler => {
	return (_request, response) => {
		look().then(
			(parts) => {
				const well = Object.values(parts).every((part) => part === 'ok')
				response
					.status(well ? 200 : 503)
					.set('Cache-Control', 'no-store')
					.json(parts)
			},
			() => response.sendStatus(503),
		)
	}
}
