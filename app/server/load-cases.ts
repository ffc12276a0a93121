import { parseArgs } from 'node:util'
import { migrateEnv, SettingsError, startEnv, type StartSettings } from '~/env.server'
import { letIn, loadCases } from './load/load-cases.server'
import { fail } from './process.server'

const HOW = 'npm run db:load -- --cases 1000 [--seed a-word] [--for the-address@of.an.account]'
const MOST = 2_000_000

/** `npm run db:load`: fills the embedded database, or one that is named, with invented cases, to see and measure it full. */
async function load() {
	const { cases, seed, email } = read()
	const settings = startEnv()
	const own = settings.DATABASE_URL ?? settings.SUPABASE_URL ?? settings.OWNER_DATABASE_URL
	if (own && settings.NODE_ENV === 'production')
		throw new SettingsError(
			'db:load writes invented people and cases: refused with a database of your own in production. NODE_ENV=development says that this one is for trying.',
		)
	const stack = own ? null : await embedded(settings)
	try {
		const ownerUrl = stack?.ownerUrl ?? migrateEnv().OWNER_DATABASE_URL
		let told = 0
		const { rows, seconds, busiest } = await loadCases(ownerUrl, { cases, seed, until: Date.now() }, (done) => {
			if (done < cases && done < told + cases / 20) return
			told = done
			console.info(`${done.toLocaleString('en')} of ${cases.toLocaleString('en')} cases`)
		})
		if (email) await letIn(ownerUrl, email, busiest)
		const all = [...rows.values()].reduce((sum, count) => sum + count, 0)
		for (const [table, count] of rows) console.info(`${count.toLocaleString('en').padStart(12)}  ${table}`)
		console.info(`${all.toLocaleString('en')} rows in ${seconds.toFixed(1)} s. The busiest desk is /desk/${busiest}`)
	} finally {
		await stack?.close()
	}
	process.exit(0)
}

/** Loaded only here: the embedded packages are optional, and an own database must never need them. */
async function embedded(settings: StartSettings) {
	const { startStack } = await import('./embedded/stack.server')
	return startStack(settings, settings.APP_URL ?? `http://localhost:${settings.PORT}`, (line) => console.info(line))
}

function read() {
	try {
		const { values } = parseArgs({
			args: process.argv.slice(3), // after node, the launcher and the command
			options: { cases: { type: 'string' }, seed: { type: 'string', default: '1' }, for: { type: 'string' } },
		})
		const cases = Number(values.cases)
		if (!Number.isInteger(cases) || cases < 1 || cases > MOST) throw new Error('how many')
		return { cases, seed: values.seed, email: values.for?.trim().toLowerCase() }
	} catch {
		throw new SettingsError(`Say how many cases, at most ${MOST.toLocaleString('en')}: ${HOW}`)
	}
}

await load().catch(fail)
