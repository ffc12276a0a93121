import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SettingsError } from '~/env.server'
import { alive, startOf } from './processes.server'
import { AGAIN, checkRoom, FIRST, forWantOfRoom } from './room.server'
import { hasDatabase } from './run-as.server'

/** What is made once for a data folder and then kept: nobody has to invent a secret to try the product. */
const SECRETS = [
	'admin',
	'owner',
	'web',
	'worker',
	'tokens',
	'cookies',
	'receipts',
	'links',
	'members',
	'publishable',
	'secret',
] as const
export type Kept = { ports: { postgres: number; supabase: number } } & Record<(typeof SECRETS)[number], string>
export type DataFolder = {
	path: string
	kept: Kept
	keepPorts(ports: Kept['ports']): void
	release(): void
}

/** Open a data folder for this process alone. A second one waits a moment, for the first may be on its way out, then is told. */
export async function openDataFolder(wished: string): Promise<DataFolder> {
	const path = resolve(wished)
	const file = join(path, 'kept.json')
	try {
		checkOwner(file, path)
		checkRoom(path, hasDatabase(join(path, 'postgres')) ? AGAIN : FIRST)
		mkdirSync(path, { recursive: true, mode: 0o700 })
		const release = await lock(path)
		const before = readKept(file)
		const made = SECRETS.map((name) => [name, before[name] ?? randomBytes(24).toString('hex')])
		const kept = { ports: { postgres: 0, supabase: 0 }, ...before, ...Object.fromEntries(made) } as Kept
		const save = () => {
			writeFileSync(`${file}.new`, JSON.stringify(kept, null, '\t'), { mode: 0o600, flush: true })
			renameSync(`${file}.new`, file)
		}
		if (SECRETS.some((name) => !before[name])) save()
		const keepPorts = (ports: Kept['ports']) => {
			if (ports.postgres === kept.ports.postgres && ports.supabase === kept.ports.supabase) return
			Object.assign(kept.ports, ports)
			save()
		}
		return { path, kept, keepPorts, release }
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code
		if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
			throw new SettingsError(
				`The data folder ${path} cannot be written by this account: set TONGLU_DATA to a folder that can.`,
			)
		throw code ? (forWantOfRoom([path], error) ?? error) : error
	}
}

/** Root could write anywhere, and whoever the folder belongs to could not go on with it afterwards. */
function checkOwner(file: string, path: string) {
	const uid = statSync(file, { throwIfNoEntry: false })?.uid ?? 0
	if (process.getuid?.() === 0 && uid !== 0)
		throw new SettingsError(
			`The data folder ${path} belongs to another account (number ${uid}): start as that one, or set TONGLU_DATA to another folder.`,
		)
}

function readKept(file: string): Partial<Kept> {
	if (!existsSync(file)) return {}
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error
		throw new SettingsError(
			`${file} cannot be read, and without it nor can the data beside it: bring it back, or remove the folder to begin anew.`,
		)
	}
}

/** Everything but the secrets: the next start begins with an empty database. */
export function emptyDataFolder({ path }: DataFolder, database: string): void {
	const parts = ['postgres.log', 'files', 'mailbox'].map((part) => join(path, part))
	for (const part of [database, ...parts]) rmSync(part, { recursive: true, force: true })
}

async function lock(path: string): Promise<() => void> {
	const file = join(path, 'lock')
	const own = `${file}-${process.pid}`
	const mine = JSON.stringify({ pid: process.pid, since: startOf(process.pid) })
	const isMine = () => existsSync(file) && readFileSync(file, 'utf8') === mine
	try {
		writeFileSync(own, mine, { mode: 0o600 })
		for (const until = Date.now() + 3_000; ; await pause(100)) {
			const holder = holderOf(file)
			if (holder === null) {
				rmSync(file, { force: true })
				if (linked(own, file)) await pause(100) // whoever found the same dead lock may have removed ours
				if (isMine()) return () => void (isMine() && rmSync(file))
			} else if (Date.now() > until) throw new SettingsError(alreadyRuns(path, holder))
		}
	} finally {
		rmSync(own, { force: true })
	}
}

/** The lock appears with its content or not at all. */
function linked(own: string, file: string): boolean {
	try {
		linkSync(own, file)
		return true
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
		return false
	}
}

const alreadyRuns = (path: string, holder: number) =>
	`Tonglu already runs on this data folder (${path}, process ${holder}): stop it first, or set TONGLU_DATA to another folder.`

/** Said at once where waiting makes no sense: the port is taken, and by whom is known. */
export function refuseIfOpen(wished: string): void {
	const path = resolve(wished)
	const holder = holderOf(join(path, 'lock'))
	if (holder !== null && holder !== process.pid) throw new SettingsError(alreadyRuns(path, holder))
}

/** The process that holds the folder, null when it is gone: a number alone may belong to somebody else by now. */
function holderOf(file: string): number | null {
	try {
		const { pid, since } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; since: string }
		return alive(pid) && startOf(pid) === since ? pid : null
	} catch {
		return null
	}
}
