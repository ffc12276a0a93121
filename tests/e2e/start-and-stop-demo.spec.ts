import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { countRows, inEmbedded } from '../support/embedded-data'

test.describe.configure({ mode: 'serial', timeout: 180_000 })

const folder = mkdtempSync(join(tmpdir(), 'tonglu-demo-'))
const data = join(folder, 'data')
const port = 20_000 + (process.pid % 5_000) // below those that the system hands out by itself
const address = `http://localhost:${port}`
const running = new Set<() => Promise<unknown>>()

function run(settings: Record<string, string> = {}) {
	const { PATH, HOME } = process.env
	const own = { PORT: String(port), TONGLU_DATA: data, NODE_ENV: 'production' as const }
	const env = { PATH, HOME, ...own, ...settings }
	const child = spawn(process.execPath, ['app/server/launch.mjs', 'start'], {
		env,
		stdio: ['ignore', 'pipe', 'inherit'],
	})
	let said = ''
	child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
	const end = (signal: NodeJS.Signals) => {
		running.delete(stop)
		child.kill(signal)
		return ended
	}
	const stop = () => end('SIGTERM')
	running.add(stop)
	const ready = () => expect.poll(() => said, { timeout: 90_000 }).toContain(`Tonglu ready at ${address}`)
	return { ready, end, said: () => said }
}
const rows = (table: string) => countRows(table, data)

/** Requests but those of the months of a year, of which there are as many as days of the calendar make it. */
const requests = () =>
	inEmbedded(async (db) => (await db`select 1 from app.requests where reference not like 'T-YEAR%'`).length, data)

/** Cases of past months, which are there to be counted: three months of three kinds. */
const PAST = 3 * (8 + 13 + 6 + 9 + 7 + 11)

test.afterAll(async () => {
	await Promise.all([...running].map((stop) => stop()))
	rmSync(folder, { recursive: true, force: true })
})

test('killed while the demo is loaded, the next start finishes it and nothing is there twice', async () => {
	const first = run()
	await expect.poll(() => rows('organisations'), { timeout: 60_000, intervals: [10] }).toBeGreaterThan(1)
	await first.end('SIGKILL') // wherever it is by now; each place where it may be cut is tried in tests/db/demo-cut-short.test.ts

	const second = run()
	await second.ready()
	expect(await requests()).toBe(40 + PAST)
	expect(await rows('organisations')).toBe(11)
	expect(second.said()).toContain('caseworker@demo.tonglu.example')
	expect((await fetch(`${address}/tour`)).status).toBe(200)
	await second.end('SIGTERM')
})

test('with the demo switched off there is no tour, and the start page does not speak of one', async () => {
	const off = run({ DEMO_DATA: 'off' })
	await off.ready()
	for (const path of ['/tour', '/tour/caseworker']) expect((await fetch(address + path)).status).toBe(404)
	const headers = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: address }
	const signingIn = await fetch(`${address}/tour/caseworker`, { method: 'POST', headers, body: '', redirect: 'manual' })
	expect([signingIn.status, signingIn.headers.getSetCookie()]).toEqual([404, []])
	expect(await (await fetch(address)).text()).not.toContain('/tour')
	await off.end('SIGTERM')
})
