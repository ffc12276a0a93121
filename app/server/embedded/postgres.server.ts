import type { ChildProcess } from 'node:child_process'
import {
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import postgres from 'postgres'
import { SettingsError } from '~/env.server'
import { alive, end, initdbIn, only, postgresIn } from './processes.server'
import { runAs, type RunAs } from './run-as.server'

export type Postgres = {
	/** Where its data lies: in the wished folder, or where an account without rights may be. */
	data: string
	port: number
	/** The superuser, without a database name at the end. */
	adminUrl: string
	/** Settles when the server ended without having been told to. */
	gone: Promise<void>
	stop(): Promise<void>
}
type Wishes = {
	/** Where data and log go. */
	folder: string
	password: string
	/** Used if it is free. */
	port?: number
	/** For tests: nothing has to survive a power cut. */
	forgetful?: boolean
	tell?: (line: string) => void
}

/** What coming up may take, the reading of its journal after a power cut included. */
const PATIENCE = 60_000

/** A port nobody listens on: the wished one, else any. */
export async function freePort(wished = 0): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer()
		server.once('error', () =>
			wished ? freePort().then(resolve, reject) : reject(new SettingsError('No free port was found on this machine.')),
		)
		server.listen(wished, '127.0.0.1', () => {
			const found = (server.address() as { port: number }).port
			server.close(() => resolve(found))
		})
	})
}

/** Bring up the database of this folder: make it when it is new, take over a server that still serves it, else start one. */
export async function startPostgres({
	folder,
	password,
	port: wished,
	forgetful = false,
	tell = () => {},
}: Wishes): Promise<Postgres> {
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	const as = await runAs(join(folder, 'postgres'), tell)
	const log = join(folder, 'postgres.log')
	if (!existsSync(join(as.data, 'PG_VERSION'))) await create(as, folder, password, log, forgetful)
	const adminUrl = (port: number) => `postgres://postgres:${password}@127.0.0.1:${port}`

	const left = leftBehind(as.data)
	if (left && (await serves(adminUrl(left.port), as.data)))
		return { data: as.data, port: left.port, adminUrl: adminUrl(left.port), ...endOf(left.pid, ended(left.pid)) }
	// It does not answer, or its folder was moved under it. Two servers on one folder would be the end of it.
	await end(() => postgresIn(as.data))
	// a number that is somebody else's by now would make it refuse; where nothing tells whose it is, it decides itself
	if (left && (existsSync('/proc/self') || !alive(left.pid))) rmSync(join(as.data, 'postmaster.pid'), { force: true })

	const port = await freePort(wished)
	const settings = [
		`port=${port}`,
		'listen_addresses=127.0.0.1',
		'unix_socket_directories=',
		'max_connections=100',
		'timezone=UTC',
		'log_min_messages=warning',
		'log_min_error_statement=panic', // a statement may carry what people wrote
		'log_error_verbosity=terse', // and so may the row that a check refused
		...(forgetful
			? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0']
			: []),
	]
	const output = openSync(log, 'a', 0o600)
	const child = as.run('postgres', ['-D', as.data, ...settings.flatMap((setting) => ['-c', setting])], {
		stdio: ['ignore', output, output],
		detached: true, // Ctrl-C reaches the whole group of the terminal: the database goes last, when it is told
	})
	closeSync(output)
	const gone = exit(child).catch(() => {}) // could not even be begun: said below
	for (const until = Date.now() + PATIENCE; !(await serves(adminUrl(port), as.data)); await pause(50)) {
		if (child.pid && child.exitCode === null && child.signalCode === null && Date.now() < until) continue
		if (child.pid) await end(only(child.pid))
		throw new SettingsError(`The embedded database did not start; the reason is at the end of ${log}.`)
	}
	return { data: as.data, port, adminUrl: adminUrl(port), ...endOf(leftBehind(as.data)?.pid ?? child.pid!, gone) }
}

/** `gone` settles only for an end that nobody asked for. */
function endOf(pid: number, over: Promise<void>): Pick<Postgres, 'gone' | 'stop'> {
	let asked = false
	return {
		gone: over.then(() => (asked ? new Promise<never>(() => {}) : undefined)),
		stop: () => {
			asked = true
			return end(only(pid))
		},
	}
}

async function create(as: RunAs, folder: string, password: string, log: string, forgetful: boolean) {
	const unfinished = `${as.data}.new` // takes its name when it is whole
	await end(() => initdbIn(unfinished)) // one that outlived the start that began it
	const near = dirname(as.data)
	const rests = existsSync(near) ? readdirSync(near).filter((name) => join(near, name).startsWith(unfinished)) : []
	for (const rest of [...rests.map((name) => join(near, name)), as.data])
		rmSync(rest, { recursive: true, force: true, maxRetries: 5 })
	const making = `${unfinished}-${process.pid}`
	mkdirSync(making, { recursive: true, mode: 0o700 })
	as.give(making)
	const secret = join(near, 'initdb.password')
	rmSync(secret, { force: true })
	writeFileSync(secret, password, { mode: 0o600 })
	as.give(secret)
	const output = openSync(log, 'a', 0o600)
	try {
		const options = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8']
		const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
		const child = as.run('initdb', [`--pgdata=${making}`, ...options, ...locale, ...(forgetful ? ['--no-sync'] : [])], {
			stdio: ['ignore', output, output],
		})
		await exit(child)
		if (child.exitCode !== 0)
			throw new SettingsError(
				`The embedded database could not be made in ${folder}; the reason is at the end of ${log}.`,
			)
		renameSync(making, as.data)
	} finally {
		closeSync(output)
		rmSync(secret, { force: true })
	}
}

/** What `postmaster.pid` says about a server that was not ended properly. */
function leftBehind(data: string): { pid: number; port: number } | null {
	try {
		const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
		return { pid: Number(lines[0]), port: Number(lines[3]) }
	} catch {
		return null
	}
}

const serves = async (adminUrl: string, data: string) => {
	const sql = postgres(`${adminUrl}/postgres`, { max: 1, connect_timeout: 2, onnotice: () => {} })
	try {
		const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`
		return row?.folder === data
	} catch {
		return false
	} finally {
		await sql.end({ timeout: 1 })
	}
}

const exit = (child: ChildProcess) =>
	new Promise<void>((resolve, reject) => {
		child.once('exit', () => resolve())
		child.once('error', reject)
	})

async function ended(pid: number): Promise<void> {
	while (alive(pid)) await pause(1_000, undefined, { ref: false })
}
