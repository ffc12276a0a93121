import { readdirSync } from 'node:fs'
import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import expressStaticGzip from 'express-static-gzip'
import type { WebSettings } from '~/env.server'

const YEAR = '1y'
const HOUR = '1h'

/** Files that the build has compressed (vite.config.ts), in the smallest way that the browser takes. */
const files = (folder: string, about: { maxAge: string; immutable?: boolean; fallthrough?: boolean }) =>
	expressStaticGzip(folder, {
		enableBrotli: true,
		orderPreference: ['br'],
		index: false,
		serveStatic: { redirect: false, ...about },
	}) as express.RequestHandler

/** Where pages and their files come from: the build, or Vite while developing. */
export async function pages({ NODE_ENV }: WebSettings, server: Server) {
	if (NODE_ENV === 'development') {
		const { createServer } = await import('vite')
		const vite = await createServer({ server: { middlewareMode: true, hmr: { server } }, appType: 'custom' })
		const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>
		return { assets: [vite.middlewares as express.RequestHandler], build, close: () => vite.close() }
	}
	const client = resolve('build/client')
	const build = (await import(pathToFileURL(resolve('build/server/index.js')).href)) as ServerBuild
	const top = new Set(readdirSync(client).map((name) => `/${name}`))
	const others = files(client, { maxAge: HOUR })
	const assets: express.RequestHandler[] = [
		// their names hold a hash of their content
		express.Router().use('/assets', files(`${client}/assets`, { immutable: true, maxAge: YEAR, fallthrough: false })),
		// for a page nobody looks on the disk
		(request, response, next) => (top.has(request.path) ? others(request, response, next) : next()),
	]
	return { assets, build, close: async () => {} }
}
