import type { Server } from 'node:http'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import type { WebSettings } from '~/env.server'

const YEAR = '1y'
const HOUR = '1h'

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
	const assets = [
		// their names hold a hash of their content
		express
			.Router()
			.use('/assets', express.static(`${client}/assets`, { immutable: true, maxAge: YEAR, fallthrough: false })),
		express.static(client, { maxAge: HOUR, index: false, redirect: false }),
	]
	return { assets, build, close: async () => {} }
}
