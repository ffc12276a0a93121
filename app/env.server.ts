import { z } from 'zod'

const text = (least = 1) =>
	z.string('is missing').min(least, least > 1 ? `needs at least ${least} characters` : 'is missing')
const address = z.url({
	protocol: /^https?$/,
	error: (issue) => (issue.input ? 'is not an http address' : 'is missing'),
})
const database = z.url({
	protocol: /^postgres(ql)?$/,
	error: (issue) => (issue.input ? 'is not an address like postgres://login:password@host:5432/name' : 'is missing'),
})
const count = (least: number, most: number) =>
	z.coerce
		.number('is not a number')
		.int('is not a whole number')
		.min(least, `is below ${least}`)
		.max(most, `is above ${most}`)
const mode = z.enum(['production', 'development', 'test'], 'is production, development or test').default('production')
const port = count(1, 65_535).default(3000)

const Web = z.object({
	NODE_ENV: mode,
	APP_URL: address, // where people reach the site: links, cookies and the origin check follow it
	PORT: port,
	HOST: text().optional(), // the address to listen on; left out, every address of the machine
	TRUST_PROXY: count(0, 9).default(0), // how many proxies of our own stand in front
	COOKIE_SECRET: text(32),
	LINK_SECRET: text(32), // the one-time links of invitations are worked out from it
	RECEIPT_SECRET: text(32), // whoever has it and a draft id can work out a receipt code
	MEMBER_SECRET: text(32), // keys the hashes of phone and ID numbers by which unions find somebody twice; never to be changed
	DATABASE_URL: database, // logs in as app_web
	SUPABASE_URL: address,
	SUPABASE_PUBLISHABLE_KEY: text(),
	SUPABASE_SECRET_KEY: text().optional(), // files; without it nothing can be attached
	MAILBOX_DIR: text().optional(), // embedded only: letters lie here and /mailbox shows them
	DEMO_LOADED: z.literal('yes', 'is yes or left out').optional(), // said by the start; with the embedded stack /tour leads through the demo
})
const Worker = z.object({
	NODE_ENV: mode,
	APP_URL: address,
	LINK_SECRET: text(32), // the same as the web's
	MEMBER_SECRET: text(32), // the same as the web's: imports of members are done here
	WORKER_DATABASE_URL: database, // logs in as app_worker, directly, never through a pooler; the web process never gets it
	RESEND_API_KEY: text().optional(),
	RESEND_BASE_URL: address.optional(), // a test server in the place of the provider
	MAIL_FROM: text(3).default('Tonglu <desk@localhost>'),
	MAILBOX_DIR: text().optional(), // letters are put here when there is no key
	SUPABASE_URL: address,
	SUPABASE_SECRET_KEY: text(), // removes the files of what is over
})
/** What both processes need to reach the files. */
const Files = z.object({ SUPABASE_URL: address, SUPABASE_SECRET_KEY: text().optional() })
const Migrate = z.object({ OWNER_DATABASE_URL: database }) // the owner of the schema, like `postgres` of a Supabase project
/** What the start decides by. Everything else of an own database is checked by the process that needs it. */
const Start = z.object({
	NODE_ENV: mode,
	PORT: port,
	HOST: text().optional(),
	APP_URL: address.optional(),
	TONGLU_DATA: text().default('.tonglu'),
	DATABASE_URL: database.optional(),
	WORKER_DATABASE_URL: database.optional(),
	OWNER_DATABASE_URL: database.optional(),
	SUPABASE_URL: address.optional(),
	SUPABASE_PUBLISHABLE_KEY: text().optional(),
	SUPABASE_SECRET_KEY: text().optional(),
	RESEND_API_KEY: text().optional(),
	COOKIE_SECRET: text(32).optional(),
	RECEIPT_SECRET: text(32).optional(),
	LINK_SECRET: text(32).optional(),
	MEMBER_SECRET: text(32).optional(),
	DEMO_DATA: z.enum(['on', 'off'], 'is on or off').optional(),
})

/** A mistake of whoever runs the site: one sentence for them, no stack. */
export class SettingsError extends Error {
	override name = 'SettingsError'
}

/** Stops the process at boot and says which setting is missing or wrong, never its value. An empty setting counts as missing. */
export function readSettings<S extends z.ZodObject>(
	schema: S,
	source: Record<string, string | undefined>,
): z.output<S> {
	const given = Object.fromEntries(
		Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
	)
	const result = schema.safeParse(given)
	if (result.success) return result.data
	const first = new Map<string, string>()
	for (const { path, message } of result.error.issues)
		if (!first.has(path.join('.'))) first.set(path.join('.'), message)
	throw new SettingsError(
		`Check the settings: ${[...first].map(([name, message]) => `${name} ${message}`).join('; ')}.`,
	)
}

export type WebSettings = z.output<typeof Web>
export type WorkerSettings = z.output<typeof Worker>
export type StartSettings = z.output<typeof Start>

/** The only places that read the environment; each process asks for its own part. */
export const webEnv = () => readSettings(Web, process.env)
export const workerEnv = () => readSettings(Worker, process.env)
export const filesEnv = () => readSettings(Files, process.env)
export const migrateEnv = () => readSettings(Migrate, process.env)
export const startEnv = () => readSettings(Start, process.env)

/** What every child inherits whatever its part: how to find programs, a home, the clock and the language of the machine. */
export const machineEnv = () =>
	Object.fromEntries(
		['PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'TZ', 'LANG', 'SystemRoot', 'NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS']
			.map((name) => [name, process.env[name]] as const)
			.filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
	)
/** What only the start can know. */
const OF_THE_START = ['MAILBOX_DIR', 'DEMO_LOADED']
/** The settings of one part that are set, by name, for a child that shall get these and no others. */
export const settingsFor = (part: 'web' | 'worker') =>
	Object.fromEntries(
		Object.keys((part === 'web' ? Web : Worker).shape)
			.map((name) => [name, process.env[name]] as const)
			.filter((entry): entry is readonly [string, string] => Boolean(entry[1]) && !OF_THE_START.includes(entry[0])),
	)
