import postgres from 'postgres'
import { SettingsError, type StartSettings } from '~/env.server'
import { pendingFor } from './migrate.server'

/** Values that stand in .env.example or are used by tests: fine to try, never to run a desk with. */
const DEFAULT_SECRETS = /^(change-me|only-for-tests|receipts-of-tests|links-of-tests)/

type Secrets = Pick<StartSettings, 'NODE_ENV' | 'COOKIE_SECRET' | 'RECEIPT_SECRET' | 'LINK_SECRET' | 'MEMBER_SECRET'>

/** Secrets that everybody can read in the example are refused in production. */
export function checkSecrets(settings: Secrets): void {
	if (settings.NODE_ENV !== 'production') return
	for (const name of ['COOKIE_SECRET', 'RECEIPT_SECRET', 'LINK_SECRET', 'MEMBER_SECRET'] as const)
		if (DEFAULT_SECRETS.test(settings[name] ?? ''))
			throw new SettingsError(`${name} still has the value of the example: set a secret of your own.`)
}

/** What an own database cannot do without, for a start that runs both processes. */
const NEEDED = [
	'APP_URL',
	'COOKIE_SECRET',
	'RECEIPT_SECRET',
	'LINK_SECRET',
	'MEMBER_SECRET',
	'DATABASE_URL',
	'WORKER_DATABASE_URL',
	'SUPABASE_URL',
	'SUPABASE_PUBLISHABLE_KEY',
	'SUPABASE_SECRET_KEY',
	'RESEND_API_KEY',
] as const

/** Look at what an own database and project were set to, and stop with a sentence before anybody is served. */
export async function checkExternal(settings: StartSettings): Promise<void> {
	const lacking = NEEDED.filter((name) => !settings[name])
	if (lacking.length > 0)
		throw new SettingsError(
			`With a database of your own these settings are needed too: ${lacking.join(', ')}. With none of them set, Tonglu brings its own.`,
		)
	checkSecrets(settings)
	if (settings.NODE_ENV === 'production' && settings.DEMO_DATA === 'on')
		throw new SettingsError(
			'Demo people have known passwords: DEMO_DATA=on is refused with a database of your own in production.',
		)
	await checkLogin('DATABASE_URL', settings.DATABASE_URL!)
	await checkLogin('WORKER_DATABASE_URL', settings.WORKER_DATABASE_URL!)
	await checkKey(
		'SUPABASE_PUBLISHABLE_KEY',
		new URL('/auth/v1/settings', settings.SUPABASE_URL),
		settings.SUPABASE_PUBLISHABLE_KEY!,
	)
	if (settings.SUPABASE_SECRET_KEY === settings.SUPABASE_PUBLISHABLE_KEY)
		throw new SettingsError('SUPABASE_SECRET_KEY is the publishable key: files need the secret one.')
	await checkKey(
		'SUPABASE_SECRET_KEY',
		new URL('/storage/v1/bucket', settings.SUPABASE_URL),
		settings.SUPABASE_SECRET_KEY!,
	)
}

/** After migrations had their chance. */
export async function checkSchema(settings: Pick<StartSettings, 'NODE_ENV' | 'DATABASE_URL'>): Promise<void> {
	const pending = await pendingFor(settings.DATABASE_URL!)
	if (pending?.length)
		throw new SettingsError(
			`The database lacks ${pending.length} migrations (from ${pending[0]}): set OWNER_DATABASE_URL and run npm run db:migrate.`,
		)
	if (settings.NODE_ENV === 'production' && (await hasDemo(settings.DATABASE_URL!)))
		throw new SettingsError(
			'This database holds the demo people, whose passwords are known: production does not start on it.',
		)
}

async function checkLogin(name: string, url: string) {
	const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
	try {
		const [row] = await sql<
			{ passes: boolean }[]
		>`select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`
		if (row?.passes)
			throw new SettingsError(
				`${name} logs in as a role that passes the access rules by: it must be the one login that the migrations made for it.`,
			)
	} catch (error) {
		if (error instanceof SettingsError) throw error
		throw new SettingsError(`${name}: ${reason(error)}.`)
	} finally {
		await sql.end({ timeout: 1 })
	}
}

function reason(error: unknown): string {
	const code = (error as { code?: string }).code ?? ''
	if (code === '28P01' || code === '28000') return 'the database refused the login or its password'
	if (code === '3D000') return 'there is no database of that name'
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'the host is not known'
	return `the database cannot be reached (${code || (error as Error).message})`
}

async function checkKey(name: string, url: URL, key: string) {
	const answer = await fetch(url, {
		headers: { apikey: key, authorization: `Bearer ${key}` },
		signal: AbortSignal.timeout(5_000),
	}).catch(() => null)
	if (!answer) throw new SettingsError('SUPABASE_URL cannot be reached.')
	const body = await answer.text()
	if ([400, 401, 403].includes(answer.status))
		throw new SettingsError(`${name} is not a key of the project at SUPABASE_URL.`)
	if (answer.status >= 400)
		throw new SettingsError(
			`SUPABASE_URL does not answer like a Supabase project (${answer.status} ${body.slice(0, 80)}).`,
		)
}

/** Was the demo loaded into this database, or begun to be? Kept in the Supabase CLI's own list of seeds. */
export async function hasDemo(url: string): Promise<boolean> {
	const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} })
	try {
		return (await sql`select 1 from supabase_migrations.seed_files where path = 'demo'`).length > 0
	} catch {
		return false // a history that the CLI made and that this login may not read: the demo was never loaded through us
	} finally {
		await sql.end({ timeout: 1 })
	}
}

const BEGUN = 'begun'
const WHOLE = '1'

/** The same as the owner, who is told when only half of it is there: loading it once more would make the other half twice. */
export async function hasWholeDemo(ownerUrl: string): Promise<boolean> {
	const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
	try {
		const [mark] = await sql<{ hash: string }[]>`select hash from supabase_migrations.seed_files where path = 'demo'`
		if (mark?.hash === BEGUN)
			throw new SettingsError(
				'The demo was only half loaded when an earlier start ended: empty the database and start again, or set DEMO_DATA=off.',
			)
		return mark !== undefined
	} finally {
		await sql.end({ timeout: 1 })
	}
}

/** Load the demo, and remember that it was begun and that it is whole. */
export async function keepDemo(ownerUrl: string, load: () => Promise<void>): Promise<void> {
	const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} })
	try {
		await sql`insert into supabase_migrations.seed_files (path, hash) values ('demo', ${BEGUN})`
		await load()
		await sql`update supabase_migrations.seed_files set hash = ${WHOLE} where path = 'demo'`
	} finally {
		await sql.end({ timeout: 1 })
	}
}
