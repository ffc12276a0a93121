import { readFileSync, watch } from 'node:fs'
import { join, resolve } from 'node:path'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { migrateEnv, settingsFor, SettingsError, startEnv, type StartSettings } from '~/env.server'
import { keepRunning } from './children.server'
import { PEOPLE } from './demo/people'
import { checkExternal, checkSchema, hasWholeDemo, keepDemo } from './external.server'
import type { Stack } from './embedded/stack.server'
import { inviteFirstAdministrator } from './invite-administrator.server'
import { migrate } from './migrate.server'
import { endsWith, fail } from './process.server'
import { table } from './table'

/** The supervisor: brings up what is missing, then keeps web and worker running, each with only the settings it needs. */
async function start() {
	const settings = startEnv()
	const appUrl = settings.APP_URL ?? `http://localhost:${settings.PORT}`
	const parts: { stack?: Promise<Stack>; children: ReturnType<typeof keepRunning>[] } = { children: [] }
	const stop = async () => {
		await Promise.all(parts.children.map((child) => child.stop()))
		await parts.stack?.then(({ close }) => close()).catch(() => {}) // one that did not come up has closed itself
	}
	const giveUp = () => void stop().finally(() => process.exit(1))
	endsWith(stop) // from here on, however far the start has come
	endWithParent()

	await checkPort(settings)
	parts.stack = isExternal(settings) ? external(settings) : embedded(settings, appUrl)
	const stack = await parts.stack
	try {
		const demo = await offerDemo(settings, stack)
		const development = settings.NODE_ENV === 'development'
		const basics = { NODE_ENV: settings.NODE_ENV, APP_URL: appUrl, PORT: String(settings.PORT) }
		for (const name of ['web', 'worker'] as const)
			parts.children.push(
				keepRunning({
					name,
					env: { ...settingsFor(name), ...basics, ...stack[name], ...(demo ? { DEMO_LOADED: 'yes' } : {}) },
					log: stack.logs && !development ? join(stack.logs, `${name}.log`) : undefined,
					onGivenUp: giveUp,
				}),
			)
		void stack.gone.then((why) => {
			console.error(why)
			giveUp()
		})
		// what was wrong has been said by the one that did not start
		await Promise.all(parts.children.map(({ ready }) => ready)).catch(() => stop().finally(() => process.exit(1)))
		if (development) restartOnChange(() => parts.children.at(-1)?.again())
		console.info(`\nTonglu ready at ${appUrl}`)
		if (demo && PEOPLE.length > 0) console.info(`\n${table(PEOPLE)}\n`)
	} catch (error) {
		const why = stack.explain(error)
		await stop()
		throw why
	}
}

const isExternal = (settings: StartSettings) =>
	Boolean(settings.DATABASE_URL ?? settings.WORKER_DATABASE_URL ?? settings.SUPABASE_URL)

/** Loaded only here: the embedded packages are optional, and an own database must never need them. */
async function embedded(settings: StartSettings, appUrl: string): Promise<Stack> {
	const { startStack } = await import('./embedded/stack.server')
	return startStack(settings, appUrl, (line) => console.info(line))
}

async function external(settings: StartSettings): Promise<Stack> {
	await checkExternal(settings)
	if (settings.OWNER_DATABASE_URL) await migrate(settings.OWNER_DATABASE_URL)
	await checkSchema(settings)
	return {
		ownerUrl: settings.OWNER_DATABASE_URL ?? '',
		web: {},
		worker: {},
		gone: new Promise(() => {}),
		fill: (work) => work(settings.OWNER_DATABASE_URL ?? ''),
		explain: (error) => error,
		close: async () => {},
	}
}

/** Embedded: on unless switched off. With an own database: off unless switched on, and never in production. Answers whether it is there. */
async function offerDemo(settings: StartSettings, { ownerUrl, web, fill }: Stack): Promise<boolean> {
	const wanted = (settings.DEMO_DATA ?? (isExternal(settings) ? 'off' : 'on')) === 'on'
	if (!wanted) return false
	if (!ownerUrl) throw new SettingsError('DEMO_DATA=on needs OWNER_DATABASE_URL, to load the demo with.')
	if (await hasWholeDemo(ownerUrl)) return true
	const { loadDemo } = await import('./demo/load-demo.server')
	const doors = {
		supabaseUrl: web.SUPABASE_URL ?? settings.SUPABASE_URL ?? '',
		publishableKey: web.SUPABASE_PUBLISHABLE_KEY ?? settings.SUPABASE_PUBLISHABLE_KEY ?? '',
		secretKey: web.SUPABASE_SECRET_KEY ?? settings.SUPABASE_SECRET_KEY ?? '',
		receiptSecret: web.RECEIPT_SECRET ?? settings.RECEIPT_SECRET ?? '',
		memberSecret: web.MEMBER_SECRET ?? settings.MEMBER_SECRET ?? '',
	}
	await fill((url) => keepDemo(url, () => loadDemo({ ...doors, ownerUrl: url })))
	return true
}

/** Said before anything is brought up: the commonest mistake of all. A start before this one may still be letting go of it. */
async function checkPort(settings: StartSettings) {
	const { PORT, HOST, TONGLU_DATA } = settings
	let code = await listenOnce(PORT, HOST)
	for (let left = 8; code === 'EADDRINUSE' && left > 0; left--) {
		await pause(500)
		code = await listenOnce(PORT, HOST)
	}
	if (!code) return
	if (code !== 'EADDRINUSE') throw new SettingsError(`Port ${PORT} cannot be used (${code}): choose another with PORT.`)
	if (!isExternal(settings)) (await import('./embedded/data-folder.server')).refuseIfOpen(TONGLU_DATA)
	throw new SettingsError(`Port ${PORT} is taken by another program: end it, or choose another with PORT.`)
}

function listenOnce(port: number, host: string | undefined) {
	return new Promise<string | undefined>((resolve) => {
		const probe = createServer()
		probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code))
		probe.listen(port, host, () => probe.close(() => resolve(undefined)))
	})
}

/** `npm start` is npm, a shell and this process: when one of the first two is killed, this one would stay and hold the port. */
function endWithParent() {
	if (!process.env.npm_lifecycle_event) return
	const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
	const before = ancestors()
	setInterval(() => {
		if (ancestors() !== before) process.kill(process.pid, 'SIGTERM')
	}, 500).unref()
}

function parentOf(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop()?.split(' ')[1] ?? ''
	} catch {
		return '' // no /proc here
	}
}

function restartOnChange(again: () => void) {
	let due: NodeJS.Timeout | undefined
	watch(resolve('build/server-start'), (_event, file) => {
		if (file !== 'worker.js') return
		clearTimeout(due)
		due = setTimeout(again, 300)
	}).unref()
}

async function reset() {
	const settings = startEnv()
	if (isExternal(settings))
		throw new SettingsError('npm run db:reset empties the embedded database only; DATABASE_URL names one of your own.')
	const { resetStack } = await import('./embedded/stack.server')
	await resetStack(settings)
	console.info('The embedded database is empty: the next npm start fills it again.')
	process.exit(0)
}

async function onlyMigrate() {
	const settings = startEnv()
	if (isExternal(settings) || settings.OWNER_DATABASE_URL) {
		const applied = await migrate(migrateEnv().OWNER_DATABASE_URL)
		console.info(applied.length > 0 ? `Applied: ${applied.join(', ')}` : 'Nothing to apply.')
	} else {
		const stack = await embedded(settings, 'http://localhost:3000')
		await stack.close()
		console.info('The embedded database is up to date.')
	}
	process.exit(0)
}

/** `npm run invite:administrator -- someone@example.org`: prints the link. */
async function invite() {
	const settings = startEnv()
	const appUrl = settings.APP_URL ?? `http://localhost:${settings.PORT}`
	const own = isExternal(settings) || settings.OWNER_DATABASE_URL
	const stack = own ? null : await embedded(settings, appUrl)
	const ownerUrl = stack?.ownerUrl ?? migrateEnv().OWNER_DATABASE_URL
	const linkSecret = stack?.web.LINK_SECRET ?? settings.LINK_SECRET
	try {
		if (!linkSecret || (own && !settings.APP_URL))
			throw new SettingsError(
				'With a database of your own this needs APP_URL and LINK_SECRET, as the web process has them.',
			)
		const link = await inviteFirstAdministrator(ownerUrl, process.argv[3] ?? '', appUrl, linkSecret)
		console.info(`This link makes its receiver the desk's administrator. It works once, for seven days:\n${link}`)
	} finally {
		await stack?.close()
	}
	process.exit(0)
}

const COMMANDS = { start, reset, migrate: onlyMigrate, invite }
const command = process.env.TONGLU_COMMAND as keyof typeof COMMANDS // set by launch.mjs, which loads this file
await (COMMANDS[command] ?? start)().catch(fail)
