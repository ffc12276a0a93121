import { execFile, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import { expect } from 'vitest'
import { envOf, idOf, type Place } from './places'
import { partsOf, processesUnder, type Part } from './processes'

type Wishes = {
	settings?: Record<string, string>
	/** What `npm start` is started by, as arguments of its own: a namespace, for one. */
	within?: string[]
	port?: number
}
export type Run = {
	address: string
	pid: number
	/** A line on its standard input. */
	begin(): void
	said(): string
	/** The exit code, null after a signal. */
	ended: Promise<number | null>
	/** Seconds from the call to the first 200. */
	ready(): Promise<number>
	/** As Ctrl-C or a service manager would: with code 0, and nobody left. */
	stop(): Promise<void>
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
	const server = createServer()
	await new Promise<void>((listening) => server.listen(0, listening))
	const { port } = server.address() as { port: number }
	await new Promise((closed) => server.close(closed))
	return port
}

const ask = promisify(execFile)
/** What GET /healthz answers, 0 when nobody does. `pid`: asked from within that process's network. */
async function healthOf(address: string, pid?: number): Promise<number> {
	if (pid === undefined)
		return fetch(`${address}/healthz`).then(
			({ status }) => status,
			() => 0,
		)
	const question = `fetch('${address}/healthz').then(({ status }) => console.info(status), () => console.info(0))`
	const { stdout } = await ask('nsenter', [`--net=/proc/${pid}/ns/net`, process.execPath, '-e', question])
	return Number(stdout)
}

/** `npm start` in a clone, as its account. */
export async function npmStart(place: Place, { settings = {}, within = [], port }: Wishes = {}): Promise<Run> {
	const chosen = port ?? (await freePort())
	const address = `http://localhost:${chosen}`
	const [program, ...args] = [...within, 'npm', 'start'] as string[] as [string, ...string[]]
	const env: Record<string, string | undefined> = {
		...envOf(place.account, place.home),
		PORT: String(chosen),
		...settings,
	}
	const began = performance.now()
	const child = spawn(program, args, {
		cwd: place.clone,
		env: env as NodeJS.ProcessEnv,
		stdio: ['pipe', 'pipe', 'pipe'],
		...idOf(place.account),
	})
	let output = ''
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
	const over = { yes: false }
	const ended = new Promise<number | null>((resolve) =>
		child.once('close', (code) => {
			over.yes = true
			resolve(code)
		}),
	)
	const inside = within.includes('--net') ? child.pid : undefined
	const said = () => output.replace(/^> .*\n|^\n/gm, '').trim()
	return {
		address,
		pid: child.pid!,
		begin: () => child.stdin.end('begin\n'),
		said,
		ended,
		async ready() {
			await expect
				.poll(async () => over.yes || (await healthOf(address, inside)) === 200, { timeout: 240_000, interval: 100 })
				.toBe(true)
			const seconds = (performance.now() - began) / 1000
			await expect.poll(() => over.yes || said().includes(`Tonglu ready at ${address}`), { timeout: 60_000 }).toBe(true)
			expect(over.yes, said()).toBe(false)
			return seconds
		},
		async stop() {
			for (const pid of partsAt(place).supervisor) process.kill(pid, 'SIGTERM')
			expect(await ended, said()).toBe(0)
			await nobodyLeft(place.home)
		},
	}
}

export const partsAt = ({ home }: Place): Record<Part, number[]> => partsOf(processesUnder(home))

/** No process of a place is left, however it was started. */
export async function nobodyLeft(...folders: string[]) {
	await expect.poll(() => processesUnder(...folders), { timeout: 10_000 }).toEqual([])
}

/** Two starts, one after the other, each with a 200 and a clean end. */
export async function startTwice(place: Place, wishes: Wishes = {}) {
	const first = await npmStart(place, wishes)
	const seconds = await first.ready()
	await first.stop()
	const second = await npmStart(place, wishes)
	const again = await second.ready()
	await second.stop()
	return { first: seconds, second: again }
}
