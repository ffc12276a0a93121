import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'

export type Server = {
	address: string
	/** Of the two processes of ours. */
	pids: { web: number; worker: number }
	stop(): Promise<void>
}
export type Place = { data: string; port: number; profile?: string }

const LAUNCHER = 'app/server/launch.mjs'

type Filled = { busiest: string; said: string }

/** Fill the embedded database of a data folder. One that was filled before stays as it is. */
export async function fill(place: Place, cases: number): Promise<Filled> {
	const note = join(place.data, 'filled.json')
	if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8')) as Filled
	const child = launch(['load', '--cases', String(cases)], place)
	let said = ''
	child.stdout!.on('data', (chunk: Buffer) => (said += chunk))
	if ((await ended(child)) !== 0) throw new Error('the load did not end well')
	const busiest = /busiest desk is \/desk\/([0-9a-f-]{36})/.exec(said)?.[1]
	if (!busiest) throw new Error(`the load did not say which desk is the busiest:\n${said}`)
	const filled = { busiest, said: /[\d,]+ rows in [\d.]+ s/.exec(said)?.[0] ?? '' }
	writeFileSync(note, JSON.stringify(filled))
	return filled
}

/** The production server on that folder, as `npm start` brings it up, behind one proxy that says who asks. */
export async function serve(place: Place): Promise<Server> {
	const child = launch(['start'], place)
	const address = `http://localhost:${place.port}`
	for (let waited = 0; !(await well(address)); waited++) {
		if (child.exitCode !== null || waited > 1_500) {
			child.kill('SIGTERM') // its data folder is about to go
			throw new Error('the server did not start')
		}
		await pause(200)
	}
	const stop = async () => {
		const over = ended(child)
		child.kill('SIGTERM')
		await over
	}
	return { address, pids: { web: childOf(child.pid!, 'web.js'), worker: childOf(child.pid!, 'worker.js') }, stop }
}

function launch(args: string[], { data, port, profile }: Place): ChildProcess {
	const own = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [] // its children are profiled the same way
	const settings = { TONGLU_DATA: data, PORT: String(port), DEMO_DATA: 'off', TRUST_PROXY: '1' }
	const env = { ...process.env, ...settings }
	return spawn(process.execPath, [...own, LAUNCHER, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

const ended = (child: ChildProcess) =>
	new Promise<number | null>((resolve) =>
		child.exitCode === null ? child.once('exit', (code) => resolve(code)) : resolve(child.exitCode),
	)

const well = (address: string) =>
	fetch(`${address}/healthz`).then(
		({ ok }) => ok,
		() => false,
	)

const stat = (pid: number) => {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ')
	} catch {
		return null // ended meanwhile
	}
}
const everybody = () =>
	readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.map(Number)

function childOf(parent: number, program: string): number {
	const found = everybody().find(
		(pid) => stat(pid)?.[1] === String(parent) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(program),
	)
	if (!found) throw new Error(`no process ${program}`)
	return found
}

export type Used = { everybody: number; web: number; database: number; ours: number }

/**
 * Processor time so far in milliseconds: of the whole machine, of the web process, of the database, and of this program
 * with everything it started. Unlike requests a second these hardly change when somebody else keeps the machine busy.
 */
export function processorTime(data: string, web: number): Used {
	const [, ...all] = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/).map(Number)
	const stats = new Map(everybody().map((pid) => [pid, stat(pid)]))
	const database = Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
	const of = (...roots: number[]) => {
		const family = new Set(roots)
		for (let before = 0; before !== family.size;) {
			before = family.size
			for (const [pid, line] of stats) if (line && family.has(Number(line[1]))) family.add(pid)
		}
		const used = [...family]
			.map((pid) => stats.get(pid))
			.map((line) => (line ? Number(line[11]) + Number(line[12]) : 0))
		return used.reduce((sum, ticks) => sum + ticks, 0) * 10
	}
	const idle = all[3]! + all[4]! // with waiting for the disk
	return {
		everybody: (all.slice(0, 8).reduce((sum, ticks) => sum + ticks, 0) - idle) * 10,
		web: of(web),
		database: of(database),
		ours: of(process.pid, database),
	}
}

/** Proportional set size in megabytes: memory that processes share is counted once between them. */
export const memoryOf = (pid: number) =>
	Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]) / 1024
