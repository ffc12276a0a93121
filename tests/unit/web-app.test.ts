import { createServer, request } from 'node:http'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { handleDataRequest } from '~/entry.server'
import { webEnv } from '~/env.server'
import { health, type Health } from '~/server/health.server'
import { refuseWhole } from '~/server/refusal.server'
import { nonce, headers, ourForms, sameOrigin } from '~/server/security.server'

async function serve(app: express.Express) {
	const server = createServer(app)
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
	onTestFinished(() => void server.close())
	const { port } = server.address() as { port: number }
	return (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init)
}
const page = (setting: Partial<ReturnType<typeof webEnv>> = {}) => {
	const env = { ...webEnv(), ...setting }
	const app = express()
	app.use(nonce, headers(env), sameOrigin(env.APP_URL))
	app.all('*', (_request, response) => void response.send(String(response.locals.cspNonce)))
	return serve(app)
}

test.each([
	[{ origin: 'http://app.test' }, 200], // how the site is known
	[{ referer: 'http://app.test/track?x=1' }, 200], // a browser that sends no origin
	[{ origin: 'https://app.test.elsewhere.example' }, 403],
	[{ origin: 'http://app.test:8080' }, 403],
	[{ origin: 'null' }, 403],
	[{ origin: 'null', referer: 'http://app.test/' }, 403], // a sandbox of somebody else's may send any referer
	[{}, 403],
] as [Record<string, string>, number][])('a post that comes from %j answers %i', async (from, status) => {
	const ask = await page()
	expect((await ask('/requests/new', { method: 'POST', headers: from })).status).toBe(status)
	expect((await ask('/requests/new', { headers: from })).status).toBe(200) // to look is free
})

test('an address that the machine is also known by is ours too', async () => {
	const server = await page()
	const own = new URL((await server('/')).url).host
	expect((await server('/', { method: 'DELETE', headers: { origin: `http://${own}` } })).status).toBe(200)
})

const FILES = { 'content-type': 'multipart/form-data; boundary=x' }
const CASE = '00000000-0000-4000-8000-000000000001'

test.each([
	['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' }, 'a=b', 200],
	['a form without fields', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, '', 200],
	['no kind', 'POST', {}, '', 415],
	['json', 'POST', { 'content-type': 'application/json' }, '{}', 415],
	['files', 'POST', { 'content-type': 'multipart/form-data' }, 'a', 415],
	['files on a page that takes them', 'POST', { ...FILES, path: '/requests/new/story' }, 'a', 200],
	['files with a message', 'POST', { ...FILES, path: `/track/cases/${CASE}` }, 'a'.repeat(300_000), 200],
	['files beside it', 'POST', { ...FILES, path: `/track/cases/${CASE}/nobody-answers` }, 'a', 415],
	['a list of members', 'POST', { ...FILES, path: `/union/${CASE}/import` }, 'a'.repeat(300_000), 200],
	['a flood of files', 'POST', { ...FILES, path: '/requests/new/story', 'content-length': '900000000' }, '', 413],
	['a flood', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 'a'.repeat(300_000), 413],
	['no length', 'POST', { 'transfer-encoding': 'chunked' }, 'a=b', 411],
	['another method', 'DELETE', {}, '', 405],
	['a host that is none', 'GET', { host: '[' }, '', 400],
] as [string, string, Record<string, string>, string, number][])(
	'%s is answered %5$i',
	async (_, method, { path = '/', ...sent }, body, status) => {
		const app = express()
		app.use(ourForms)
		app.all('*', (_request, response) => void response.send('ok'))
		const address = new URL(path, (await (await serve(app))('/')).url)
		const answered = await new Promise<number | undefined>((resolve, reject) => {
			const asked = request(address, { method, headers: { 'content-length': body.length, ...sent } }, (response) => {
				response.resume()
				resolve(response.statusCode)
			})
			if ('transfer-encoding' in sent) asked.removeHeader('content-length')
			asked.once('error', reject)
			asked.end(body)
		})
		expect(answered).toBe(status)
	},
)

test('what the server itself refuses is a page in the language of whoever asks, with a title and a way on', async () => {
	const app = express()
	app.use(ourForms)
	const ask = await serve(app)
	const send = async (headers: Record<string, string>, length = 1) =>
		(await ask('/my', { method: 'POST', body: 'a'.repeat(length), headers })).text()
	const form = { 'content-type': 'application/x-www-form-urlencoded' }
	const english = await send({ 'accept-language': 'en-GB,en', ...form }, 300_000)
	expect(english).toContain('<title>That was too much at once – Tonglu</title>')
	expect(english).toMatch(/<html lang="en">[^]*<a href="\/">/)
	expect(await send({ 'content-type': 'text/plain' })).toMatch(/<html lang="zh-CN">[^]*<h1>没能读取您提交的内容<\/h1>/)
})

test('more files than any form may bring are read to their end, so that the browser sees the answer', async () => {
	const app = express()
	app.use((asked, response) => refuseWhole(asked, response, 413))
	const ask = await serve(app)
	const answer = await ask('/', { method: 'POST', body: new Uint8Array(20_000_000) })
	expect([answer.status, answer.headers.get('cache-control')]).toEqual([413, 'no-store'])
})

test('the policy names the nonce of this answer, and asks for https only where there is https', async () => {
	const plain = await (await page())('/')
	const policy = plain.headers.get('content-security-policy')
	expect(policy).toContain(`script-src 'self' 'nonce-${await plain.text()}'`)
	expect(policy).not.toContain('upgrade-insecure-requests')
	expect(plain.headers.get('strict-transport-security')).toBeNull()
	const secure = await (await page({ APP_URL: 'https://app.test' }))('/')
	expect(secure.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
	expect(secure.headers.get('strict-transport-security')).toContain('max-age=31536000')
})

test('only while developing styles may stand in the page', async () => {
	const policyOf = async (NODE_ENV: 'development' | 'production') =>
		(await (await page({ NODE_ENV }))('/')).headers.get('content-security-policy')
	expect(await policyOf('development')).toContain("style-src 'self' 'unsafe-inline'")
	expect(await policyOf('production')).not.toContain('unsafe')
})

test('what an open page loads is kept by no cache, unless its route says otherwise, and comes whole', async () => {
	const answer = await handleDataRequest(new Response('[]', { status: 202 }))
	expect([answer.status, answer.headers.get('Cache-Control'), await answer.text()]).toEqual([
		202,
		'private, no-store',
		'[]',
	])
	const own = new Response('[]', { headers: { 'Cache-Control': 'max-age=60' } })
	expect((await handleDataRequest(own)).headers.get('Cache-Control')).toBe('max-age=60')
	expect((await handleDataRequest(new Response(null, { status: 204 }))).status).toBe(204)
})

test('health is 503 as soon as one part fails, and the body names it', async () => {
	const well: Health = { database: 'ok', queue: 'ok', storage: 'ok', mail: 'ok' }
	const answers = [well, { ...well, mail: 'failing' as const }]
	const app = express()
	app.get(
		'/healthz',
		health(async () => answers.shift()!),
	)
	const ask = await serve(app)
	expect((await ask('/healthz')).status).toBe(200)
	const failing = await ask('/healthz')
	expect([failing.status, await failing.json()]).toEqual([503, { ...well, mail: 'failing' }])
})
