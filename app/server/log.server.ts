import type { RequestHandler } from 'express'
import { pino } from 'pino'
import type { WebSettings } from '~/env.server'

/** Parts of a path that open something for whoever has them. */
const SECRET_PATHS = /^(\/+invitations\/+)[^/]+/i

/** The process's own output: what cannot be written there, as on a full disk, is dropped. pino's would end the process, or wait for ever. */
const out = { write: (line: string) => void process.stdout.write(line) }

/** One line per request: what, how it ended, how long. Never a query, a cookie, a body or an address of a person. */
export function requestLog({ NODE_ENV }: WebSettings): RequestHandler {
	const log = pino(
		{ level: NODE_ENV === 'test' ? 'silent' : 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime },
		out,
	)
	return (request, response, next) => {
		const began = performance.now()
		const path = request.path.replace(SECRET_PATHS, '$1…')
		response.once('close', () => {
			if (path.startsWith('/assets/')) return
			const line = {
				method: request.method,
				path,
				status: response.statusCode,
				ms: Math.round(performance.now() - began),
			}
			if (response.statusCode >= 500) log.error(line)
			else log.info(line)
		})
		next()
	}
}
