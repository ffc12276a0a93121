import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { SettingsError } from '~/env.server'
import { alive } from './postgres.server'

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
	try {
		mkdirSync(path, { recursive: true, mode: 0o700 })
		const release = await lock(path)
		const file = join(path, 'kept.json')
		const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>) : {}
		const made = SECRETS.map((name) => [name, before[name] ?? randomBytes(24).toString('hex')])
		const kept = { ports: { postgres: 0, supabase: 0 }, ...before, ...Object.fromEntries(made) } as Kept
		const save = () => {
			writeFileSync(`${file}.new`, JSON.stringify(kept, null, '\t'), { mode: 0o600 })
			renameSync(`${file}.new`, file)
		}
		save()
		const keepPorts = (ports: Kept['ports']) => {
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
		throw error
	}
}

/** Everything but the secrets: the next start begins with an empty database. */
export function emptyDataFolder({ path }: DataFolder, database: string): void {
	const parts = ['postgres.log', 'files', 'mailbox'].map((part) => join(path, part))
	for (const part of [database, ...parts]) rmSync(part, { recursive: true, force: true })
}

async function lock(path: string): Promise<() => void> {
	const file = join(path, 'lock')
	const mine = JSON.stringify({ pid: process.pid, since: startOf(process.pid) })
	for (const until = Date.now() + 3_000; ; await pause(100)) {
		try {
			writeFileSync(file, mine, { flag: 'wx', mode: 0o600 })
			return () => {
				if (existsSync(file) && readFileSync(file, 'utf8') === mine) rmSync(file)
			}
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
		}
		const holder = holderOf(file)
		if (holder === null) rmSync(file, { force: true })
		else if (Date.now() > until)
			throw new SettingsError(
				`Tonglu already runs on this data folder (${path}, process ${holder}): stop it first, or set TONGLU_DATA to another folder.`,
			)
	}
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

/** When a process began, where the system tells. */
function startOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[19] ?? ''
	} catch {
		return ''
	}
}
