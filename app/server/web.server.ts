import { createServer } from 'node:http'
import { constants } from 'node:zlib'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type Express } from 'express'
import { rateLimit } from 'express-rate-limit'
import type { WebSettings } from '~/env.server'
import { health, healthOf, type Health } from './health.server'
import { requestLog } from './log.server'
import { headers, nonce, ourForms, sameOrigin } from './security.server'
import { pages } from './pages.server'
import { refuse } from './refusal.server'
import { ANY, beginning, routeGroups } from './route-groups'

declare module '@remix-run/node' {
	interface AppLoadContext {
		cspNonce?: string // missing only where a test calls a loader itself
	}
}

/** Far above what a city's riders behind one carrier address do: limits that protect codes and sign-in are counted in the database. */
const FLOOD = 600

type Pages = { assets: express.RequestHandler[]; build: ServerBuild | (() => Promise<ServerBuild>) }

/** Everything between the network and Remix. */
export function webApp(env: WebSettings, look: () => Promise<Health>, { assets, build }: Pages): Express {
	const app = express()
	app.disable('x-powered-by')
	app.set('trust proxy', env.TRUST_PROXY)
	app.get('/healthz', health(look))
	app.use(requestLog(env), nonce, headers(env))
	// an event stream is never compressed: its lines would wait in the buffer
	app.use(
		compression({
			// one step above its default: an eighth smaller, for a tenth of a millisecond
			brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
			filter: (request, response) =>
				!/event-stream/.test(String(response.getHeader('Content-Type'))) && compression.filter(request, response),
		}),
	)
	app.use(...assets)
	app.use(
		rateLimit({
			windowMs: 60_000,
			limit: FLOOD,
			standardHeaders: 'draft-8',
			legacyHeaders: false,
			handler: (request, response) => void refuse(request, response, 429),
		}),
	)
	app.use(ourForms, sameOrigin(env.APP_URL))
	const getLoadContext = (_request: express.Request, response: express.Response): AppLoadContext => ({
		cspNonce: String(response.locals.cspNonce),
	})
	app.all(
		'*',
		answering(build, (part) => createRequestHandler({ build: part, mode: env.NODE_ENV, getLoadContext })),
	)
	return app
}

type Handle = ReturnType<typeof createRequestHandler>
/** While developing the whole is asked, which Vite makes anew; else the part that the address belongs to. */
function answering(build: Pages['build'], handle: (part: Pages['build']) => Handle): Handle {
	if (typeof build === 'function') return handle(build)
	const handlers = new Map([...routeGroups(build)].map(([start, part]) => [start, handle(part)]))
	return (request, ...rest) => (handlers.get(beginning(request.path)) ?? handlers.get(ANY)!)(request, ...rest)
}

/** Serve. Answers how to stop: what is being answered is finished, idle connections are closed. Rejects when it cannot listen. */
export async function startWeb(env: WebSettings): Promise<() => Promise<void>> {
	const server = createServer()
	const { look, stop: forget } = healthOf(env)
	const shown = await pages(env, server)
	server.on('request', webApp(env, look, shown))
	server.keepAliveTimeout = 65_000 // longer than a proxy's in front, which else talks into a closed connection
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(env.PORT, env.HOST, resolve))
	return async () => {
		const closed = new Promise<void>((resolve) => server.close(() => resolve()))
		server.closeIdleConnections()
		const force = setTimeout(() => server.closeAllConnections(), 3_000)
		await closed
		clearTimeout(force)
		await Promise.all([forget(), shown.close()])
	}
}
