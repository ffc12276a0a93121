import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { FILE_LIMIT, MOST_FILES } from '~/domain/attachments/attachment'
import type { WebSettings } from '~/env.server'
import { refuse, refuseWhole } from './refusal.server'

/** A nonce for this answer's own scripts, handed to Remix as `context.cspNonce`. */
export const nonce: RequestHandler = (_request, response, next) => {
	response.locals.cspNonce = randomBytes(16).toString('base64')
	next()
}

/** Headers of every answer. Nothing inline runs but what carries the nonce; nobody frames us; forms go nowhere else. */
export function headers({ APP_URL, NODE_ENV }: WebSettings): RequestHandler {
	const secure = APP_URL.startsWith('https:')
	const development = NODE_ENV === 'development'
	return helmet({
		contentSecurityPolicy: {
			useDefaults: false,
			directives: {
				defaultSrc: ["'self'"],
				scriptSrc: [
					"'self'",
					(_request, response) =>
						`'nonce-${(response as unknown as { locals: { cspNonce: string } }).locals.cspNonce}'`,
				],
				// Vite puts styles into the page while developing, and speaks to it over a socket
				styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
				connectSrc: development ? ["'self'", 'ws:'] : ["'self'"],
				imgSrc: ["'self'", 'data:'],
				objectSrc: ["'none'"],
				baseUri: ["'none'"],
				formAction: ["'self'"],
				frameAncestors: ["'none'"],
				...(secure ? { upgradeInsecureRequests: [] } : {}),
			},
		},
		strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
		// with "no-referrer" a browser sends `Origin: null` along with our own forms
		referrerPolicy: { policy: 'same-origin' },
		xFrameOptions: { action: 'deny' },
		crossOriginOpenerPolicy: secure, // means nothing over plain http but a warning
		originAgentCluster: secure,
	})
}

/** Several times the longest form: a story of 5000 signs, each nine bytes on its way. */
const LONGEST = 256 * 1024
/** The pages whose forms may bring files, and twice what they may bring: their own limits answer in words, this one does not. */
const TAKES_FILES = /^\/(requests\/new\/story|(track|desk|operator)\/cases\/[\w-]+|union\/[\w-]+\/import)$/
const LONGEST_WITH_FILES = 2 * MOST_FILES * FILE_LIMIT
/** What somebody may have chosen without knowing better: read to its end, so that the answer is seen. */
const FOOLISH = 4 * LONGEST_WITH_FILES

/** Refuses, unread, what no page of ours makes a browser send: a form of another kind, or more than any form holds. */
export const ourForms: RequestHandler = (request, response, next) => {
	const unread = (status: number) => void refuse(request, response.set('Connection', 'close'), status)
	if (!URL.canParse(`http://${request.headers.host}`)) return unread(400)
	if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
	if (request.method !== 'POST') return unread(405)
	if (request.headers['transfer-encoding']) return unread(411) // browsers say how long a form is
	const files = TAKES_FILES.test(request.path) && Boolean(request.is('multipart'))
	const length = Number(request.headers['content-length'] ?? 0)
	if (files && length > LONGEST_WITH_FILES && length < FOOLISH) return refuseWhole(request, response, 413)
	if (length > (files ? LONGEST_WITH_FILES : LONGEST)) return unread(413)
	if (!files && !request.is('urlencoded')) return unread(415)
	next()
}

/** Refuses what another site made a browser send: whatever changes something says where it comes from, and that is here. */
export function sameOrigin(appUrl: string): RequestHandler {
	const own = new URL(appUrl).host
	return (request, response, next) => {
		if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
		const from = hostOf(request.headers.origin ?? request.headers.referer)
		if (from && (from === own || from === request.headers.host)) return next()
		void refuse(request, response, 403)
	}
}

function hostOf(address: string | undefined): string | null {
	try {
		return address ? new URL(address).host : null
	} catch {
		return null // "null", from a page that hides where it comes from
	}
}
