import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'

// One server after the other on one data folder: each test goes on where the last one ended.
test.describe.configure({ mode: 'serial', timeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'tonglu start ')) // a space in the path, as in many a home
const port = 25_000 + (process.pid % 5_000) // below those that the system hands out by itself
const address = `http://localhost:${port}`
const running = new Set<ChildProcess>()

type Run = { child: ChildProcess; said: () => string; ended: Promise<number | null> }
function run(settings: Record<string, string> = {}): Run {
	const child = spawn(process.execPath, ['app/server/launch.mjs', 'start'], {
		env: {
			PATH: process.env.PATH,
			HOME: process.env.HOME,
			PORT: String(port),
			TONGLU_DATA: join(folder, 'data'),
			NODE_ENV: 'production',
			...settings,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	running.add(child)
	let output = ''
	for (const stream of [child.stdout!, child.stderr!])
		stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
	const ended = new Promise<number | null>((resolve) =>
		child.once('exit', (code) => {
			running.delete(child)
			resolve(code)
		}),
	)
	return { child, said: () => output, ended }
}
async function ready({ said, ended }: Run) {
	const over = ended.then((code) => `ended with ${code}`)
	await expect
		.poll(async () => (said().includes('Tonglu ready at') ? 'ready' : await Promise.race([over, 'waiting'])), {
			timeout: 60_000,
		})
		.not.toBe('waiting')
	expect(said()).toContain(`Tonglu ready at ${address}`)
}
const healthy = async () => (await fetch(`${address}/healthz`)).status
const postmaster = () => Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0])
/** What has ended and only waits to be taken off the list is not alive. */
const alive = (pid: number) =>
	existsSync(`/proc/${pid}`) && !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))

test.afterAll(async () => {
	for (const child of running) child.kill('SIGTERM')
	await expect.poll(() => running.size, { timeout: 15_000 }).toBe(0)
	rmSync(folder, { recursive: true, force: true })
})

test('the first start prints where it is and who can sign in, and SIGTERM ends all of it within 10 s', async () => {
	const first = run()
	await ready(first)
	expect(await healthy()).toBe(200)
	expect(first.said()).toMatch(/角色 Role +邮箱 E-mail +密码 Password/)
	const database = postmaster()
	const began = Date.now()
	first.child.kill('SIGTERM')
	expect(await first.ended).toBe(0)
	expect(Date.now() - began).toBeLessThan(10_000)
	expect(alive(database)).toBe(false)
	await expect(healthy()).rejects.toThrow()
})

test('a second start takes at most 5 s, and a further one beside it is refused in one sentence', async () => {
	const began = Date.now()
	const second = run()
	await ready(second)
	expect(Date.now() - began).toBeLessThan(5_000)
	const beside = run({ PORT: String(port + 1) })
	expect(await beside.ended).toBe(1)
	expect(beside.said().trim()).toMatch(
		/^Tonglu already runs on this data folder \(.*\): stop it first, or set TONGLU_DATA to another folder\.$/,
	)
	expect(await healthy()).toBe(200)

	second.child.kill('SIGKILL') // nothing is left to clean up after itself
	await second.ended
	await expect.poll(() => healthy().catch(() => 0), { timeout: 8_000 }).toBe(0) // the others notice
})

test('after kill -9 the next start takes over the database and goes on', async () => {
	const left = postmaster()
	expect(alive(left)).toBe(true)
	const next = run()
	await ready(next)
	expect(postmaster()).toBe(left)
	expect(await healthy()).toBe(200)
	next.child.kill('SIGINT')
	expect(await next.ended).toBe(0)
	expect(alive(left)).toBe(false)
})

test('a web process that falls over is started again', async () => {
	const server = run()
	await ready(server)
	const children = readFileSync(`/proc/${server.child.pid}/task/${server.child.pid}/children`, 'utf8')
		.trim()
		.split(' ')
		.map(Number)
	const web = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server-start/web.js'))!
	process.kill(web, 'SIGKILL')
	await expect.poll(() => healthy().catch(() => 0)).toBe(0)
	await expect.poll(() => healthy().catch(() => 0)).toBe(200)
	expect(server.said()).toContain('The web process ended (SIGKILL) and is started again.')
	server.child.kill('SIGTERM')
	expect(await server.ended).toBe(0)
})

test('a mistake in the settings ends the start with one sentence and code 1', async () => {
	const mistakes: [Record<string, string>, RegExp][] = [
		[{ DATABASE_URL: 'nonsense' }, /^Check the settings: DATABASE_URL is not an address like postgres:.*\.$/],
		[
			{ DATABASE_URL: 'postgres://a@localhost:1/b' },
			/^With a database of your own these settings are needed too: APP_URL, .*\.$/,
		],
		[
			{ ...external(), DATABASE_URL: 'postgres://a@127.0.0.1:1/b' },
			/^DATABASE_URL: the database cannot be reached \(ECONNREFUSED\)\.$/,
		],
		[
			{ ...external(), COOKIE_SECRET: 'change-me-change-me-change-me-change-me' },
			/^COOKIE_SECRET still has the value of the example.*\.$/,
		],
		[{ ...external(), DEMO_DATA: 'on' }, /^Demo people have known passwords: .*\.$/],
		[
			{ RESEND_API_KEY: 're_wrong', RESEND_BASE_URL: 'none' },
			/^Check the settings: RESEND_BASE_URL is not an http address\.$/,
		],
	]
	for (const [settings, sentence] of mistakes) {
		const wrong = run(settings)
		expect(await wrong.ended).toBe(1)
		expect(wrong.said().trim()).toMatch(sentence)
	}
	const blocker = createServer()
	await new Promise<void>((listening) => blocker.listen(port, listening))
	const taken = run()
	expect(await taken.ended).toBe(1)
	expect(taken.said().trim()).toBe(`Port ${port} is taken by another program: end it, or choose another with PORT.`)
	blocker.close()
})

const external = () => ({
	APP_URL: address,
	COOKIE_SECRET: 'x'.repeat(40),
	RECEIPT_SECRET: 'y'.repeat(40),
	LINK_SECRET: 'z'.repeat(40),
	MEMBER_SECRET: 'm'.repeat(40),
	DATABASE_URL: 'postgres://a@127.0.0.1:1/b',
	WORKER_DATABASE_URL: 'postgres://a@127.0.0.1:1/b',
	SUPABASE_URL: 'http://127.0.0.1:1',
	SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
	SUPABASE_SECRET_KEY: 'sb_secret_x',
	RESEND_API_KEY: 're_x',
})
