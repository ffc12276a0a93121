// Brings node_modules and the build up to date. Plain JavaScript without a dependency: there may be none yet.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
	existsSync,
	readFileSync,
	readdirSync,
	readlinkSync,
	realpathSync,
	renameSync,
	rmSync,
	statfsSync,
	writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
/** npm writes it at the end of an installation. */
const DONE = 'node_modules/.package-lock.json'
const ASIDE = 'node_modules/.cache/tonglu-build-'
/** MB. With less than this free, what failed here failed for want of room. */
const SCARCE = 20

/** Everything that a process of ours is loaded from. */
export async function prepare() {
	await install()
	await build()
}

/** Install when what stands in node_modules is not what the lock file says. */
export async function install() {
	if (!existsSync('package-lock.json')) return run('npm', ['install', '--no-audit', '--no-fund'], 'Installing')
	if (installing()) console.log('Waiting for the installation that is under way here …')
	while (installing()) await pause(500)
	if (installed()) return
	rmSync(DONE, { force: true }) // first of all: one that is cut short must not look like one that is done
	await run('npm', ['ci', '--no-audit', '--no-fund', '--include=dev'], 'Installing') // building needs them, also where NODE_ENV says production
}

/** Is npm at work in this folder? It may have outlived the start that began it, and two of them would take apart what the other puts together. */
function installing() {
	if (!existsSync('/proc/self')) return false // nothing tells
	return readdirSync('/proc').some((pid) => {
		try {
			const installs = /\bnpm(-cli\.js)?[ \0]+(ci|install|i)\b/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
			return installs && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(root)
		} catch {
			return false // not a process, over, or somebody else's
		}
	})
}

function installed() {
	try {
		const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
		const present = JSON.parse(readFileSync(DONE, 'utf8')).packages
		return Object.entries(wanted).every(
			([path, { version, optional, peer, devOptional }]) =>
				path === '' || optional || peer || devOptional || present[path]?.version === version,
		)
	} catch {
		return false
	}
}

/** Build when the sources are not those of the last build. Made aside and swapped in, so that two starts at once do not meet half a build. */
export async function build() {
	const now = sources()
	if (existsSync('build/sources') && readFileSync('build/sources', 'utf8') === now) return
	removeUnfinished()
	const aside = `${ASIDE}${process.pid}`
	const env = { NODE_ENV: 'production', BUILD_DIRECTORY: aside }
	await run(
		process.execPath,
		['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
		'Building',
		env,
	)
	await run(process.execPath, ['app/server/bundle.mjs'], '', env)
	writeFileSync(join(aside, 'sources'), now)
	if (existsSync('build')) renameSync('build', `${aside}-old`)
	renameSync(aside, 'build')
	rmSync(`${aside}-old`, { recursive: true, force: true })
}

/** What builds left that were ended half-way. */
function removeUnfinished() {
	const folder = dirname(ASIDE)
	for (const name of existsSync(folder) ? readdirSync(folder) : []) {
		const pid = /^tonglu-build-(\d+)(-old)?$/.exec(name)?.[1]
		if (pid && !alive(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 5 })
	}
}

function alive(pid) {
	try {
		return process.kill(pid, 0)
	} catch ({ code }) {
		return code === 'EPERM'
	}
}

function sources() {
	const hash = createHash('sha256').update(process.versions.node)
	for (const file of ['package-lock.json', 'tsconfig.json', 'vite.config.ts']) hash.update(readFileSync(file))
	for (const folder of ['app', 'emails'].filter((name) => existsSync(name)))
		for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
			join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
		))
			if (entry.isFile())
				hash.update(join(entry.parentPath, entry.name)).update(readFileSync(join(entry.parentPath, entry.name)))
	return hash.digest('hex')
}

/** Run to the end, or end with it. */
export async function run(program, args, title, env = {}) {
	if (title) console.log(`${title} …`)
	const shell = process.platform === 'win32' && program === 'npm'
	const child = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell })
	let told = false
	const tell = (signal) => {
		told = true
		child.kill(signal)
	}
	const signals = ['SIGTERM', 'SIGINT', 'SIGHUP']
	for (const signal of signals) process.on(signal, tell)
	const why = await new Promise((resolve) => {
		child.once('error', ({ message }) => resolve(`: ${message}`))
		child.once('exit', (code) => resolve(code === 0 ? null : '; the reason stands above'))
	})
	for (const signal of signals) process.off(signal, tell)
	if (told) process.exit(1)
	if (why === null) return
	const { bavail, bsize } = statfsSync(root)
	const free = Math.floor((bavail * bsize) / 1024 ** 2)
	stop(`${title || program} failed${free < SCARCE ? `: the disk of ${root} is full (${free} MB free)` : why}.`)
}

/** End with one sentence. */
export function stop(sentence) {
	console.error(sentence)
	process.exit(1)
}
