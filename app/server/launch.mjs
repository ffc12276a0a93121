// The one way in: `node app/server/launch.mjs <command>`. Plain JavaScript without a dependency, since it may have to install them.
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, install, prepare, root, run, stop } from './prepare.mjs'

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

process.chdir(root)
process.env.PATH = `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19))
	stop(`Tonglu needs Node 20.19 or newer; this is ${process.versions.node}.`)
const command = COMMANDS[process.argv[2] ?? 'start']
if (!command) stop(`Say one of: ${Object.keys(COMMANDS).join(', ')}.`)

async function start() {
	await prepare()
	process.env.NODE_ENV ||= 'production'
	await supervise('start')
}

async function dev() {
	await install()
	process.env.NODE_ENV = 'development'
	readSettings()
	await run(process.execPath, ['app/server/bundle.mjs'])
	const watcher = spawn(process.execPath, ['app/server/bundle.mjs', '--watch'], {
		stdio: ['pipe', 'inherit', 'inherit'],
	}) // ends when its input closes
	watcher.unref()
	await load('start')
}

/** Every check there is, in the order in which they are quickest to fail. */
async function test() {
	await install()
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

async function rebuild() {
	await install()
	rmSync('build/sources', { force: true })
	await build()
}

/** One process alone, for a deployment that starts several of them itself, with a database of its own. */
async function alone(name) {
	await prepare()
	process.env.NODE_ENV ||= 'production'
	readSettings()
	delete process.env.MAILBOX_DIR // the mark of the embedded stack
	await load(name)
}

/** Invented cases for the database, however many. */
async function fill() {
	await prepare()
	readSettings()
	await load('load-cases')
}

async function supervise(name) {
	if (name !== 'start') await prepare()
	readSettings()
	process.env.TONGLU_COMMAND = name
	await load('start')
}

/** `.env` fills in what the environment does not say. */
function readSettings() {
	if (existsSync('.env')) process.loadEnvFile('.env')
}

function load(name) {
	return import(pathToFileURL(join(root, `build/server-start/${name}.js`)).href)
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

await command()
