// The one way in: `node app/server/launch.mjs <command>`. Plain JavaScript without a dependency, since it may have to install them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const COMMANDS = {
	start,
	dev,
	test,
	build: rebuild,
	reset: () => supervise('reset'),
	migrate: () => supervise('migrate'),
	invite: () => supervise('invite'),
	load: fill,
	web: () => alone('web'),
	worker: () => alone('worker'),
}
const SUITE = ['typecheck', 'lint', 'format:check', 'test:unit', 'test:data', 'build', 'test:e2e']

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
process.chdir(root)
process.env.PATH = `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
	stop(`Tonglu needs Node 20.19 or newer; this is ${process.versions.node}.`)
const command = COMMANDS[process.argv[2] ?? 'start']
if (!command) stop(`Say one of: ${Object.keys(COMMANDS).join(', ')}.`)

async function start() {
	prepare()
	process.env.NODE_ENV ||= 'production'
	await supervise('start')
}

async function dev() {
	install()
	process.env.NODE_ENV = 'development'
	readSettings()
	run(process.execPath, ['app/server/bundle.mjs'])
	const watcher = spawn(process.execPath, ['app/server/bundle.mjs', '--watch'], {
		stdio: ['pipe', 'inherit', 'inherit'],
	}) // ends when its input closes
	watcher.unref()
	await load('start')
}

/** Every check there is, in the order in which they are quickest to fail. */
async function test() {
	install()
	let [passed, failed] = [0, 0]
	const began = Date.now()
	for (const step of SUITE) {
		const { ok, output } = await runStep(step)
		if (step.startsWith('test:')) {
			passed += counted(output, 'passed')
			failed += counted(output, 'failed')
		}
		if (ok) continue
		console.error(`\n${step} failed`)
		console.log(`${passed} passed, ${Math.max(failed, 1)} failed`)
		process.exit(1)
	}
	console.log(`\nAll of it in ${Math.round((Date.now() - began) / 1000)} s`)
	console.log(`${passed} passed, ${failed} failed`)
}

/** Vitest says `Tests  3 failed | 36 passed (39)`, Playwright a line for each word. */
function counted(output, word) {
	const lines = output.split('\n').filter((line) => /^\s*(Tests\s|\d+ (passed|failed))/.test(line))
	return lines.reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0)
}

/** One process alone, for a deployment that starts several of them itself, with a database of its own. */
async function alone(name) {
	prepare()
	process.env.NODE_ENV ||= 'production'
	readSettings()
	delete process.env.MAILBOX_DIR // the mark of the embedded stack
	await load(name)
}

/** Invented cases for the database, however many. */
async function fill() {
	prepare()
	readSettings()
	await load('load-cases')
}

async function supervise(name) {
	if (name !== 'start') prepare()
	readSettings()
	process.env.TONGLU_COMMAND = name
	await load('start')
}

function prepare() {
	install()
	build()
}

/** Install when what stands in node_modules is not what the lock file says. */
function install() {
	if (!existsSync('package-lock.json')) return run('npm', ['install', '--no-audit', '--no-fund'], 'Installing')
	if (!installed()) run('npm', ['ci', '--no-audit', '--no-fund'], 'Installing')
}

function installed() {
	try {
		const wanted = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages
		const present = JSON.parse(readFileSync('node_modules/.package-lock.json', 'utf8')).packages
		return Object.entries(wanted).every(
			([path, { version, optional, peer, devOptional }]) =>
				path === '' || optional || peer || devOptional || present[path]?.version === version,
		)
	} catch {
		return false
	}
}

function rebuild() {
	install()
	rmSync('build/sources', { force: true })
	build()
}

/** Build when the sources are not those of the last build. Made aside and swapped in, so that two starts at once do not meet half a build. */
function build() {
	const now = sources()
	if (existsSync('build/sources') && readFileSync('build/sources', 'utf8') === now) return
	const aside = `node_modules/.cache/tonglu-build-${process.pid}`
	const env = { NODE_ENV: 'production', BUILD_DIRECTORY: aside }
	run(
		process.execPath,
		['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--logLevel', 'warn'],
		'Building',
		env,
	)
	run(process.execPath, ['app/server/bundle.mjs'], '', env)
	writeFileSync(join(aside, 'sources'), now)
	if (existsSync('build')) renameSync('build', `${aside}-old`)
	renameSync(aside, 'build')
	rmSync(`${aside}-old`, { recursive: true, force: true })
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

/** `.env` fills in what the environment does not say. */
function readSettings() {
	if (existsSync('.env')) process.loadEnvFile('.env')
}

function load(name) {
	return import(pathToFileURL(join(root, `build/server-start/${name}.js`)).href)
}

function run(program, args, title, env = {}) {
	if (title) console.log(`${title} …`)
	const shell = process.platform === 'win32' && program === 'npm'
	const { status, error } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env }, shell })
	if (error || status !== 0)
		stop(`${title ?? program} failed${error ? `: ${error.message}` : '; the reason stands above'}.`)
}

/** A step of the tests: shown as it goes, and kept for its numbers. */
function runStep(step) {
	console.log(`\n── ${step}`)
	const env = { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' }
	delete env.NODE_ENV
	const child = spawn('npm', ['run', '--silent', step], {
		stdio: ['ignore', 'pipe', 'pipe'],
		env,
		shell: process.platform === 'win32',
	})
	let output = ''
	for (const stream of [child.stdout, child.stderr])
		stream.on('data', (chunk) => {
			process.stdout.write(chunk)
			output += chunk
		})
	return new Promise((resolve) => child.once('close', (code) => resolve({ ok: code === 0, output })))
}

function stop(sentence) {
	console.error(sentence)
	process.exit(1)
}

await command()
