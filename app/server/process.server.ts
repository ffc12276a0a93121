import { SettingsError } from '~/env.server'

let ending = false

/** What the driver and the system say when a database is away or coming up. */
const AWAY = /^(57P0[1-3]|CONNECTION_|CONNECT_TIMEOUT|ECONN)/

/** Ends the process for a mistake of whoever runs it, or a database that is away, with one sentence; for a bug with its stack. */
export function fail(error: unknown): void {
	if (ending) return // what was under way broke off: that is no news
	const { code, message } = (error ?? {}) as { code?: unknown; message?: string }
	if (error instanceof SettingsError) console.error(message)
	else if (AWAY.test(String(code))) console.error(`The database does not answer: ${message}.`)
	else console.error(error)
	process.exit(1)
}

/**
 * How every process of ours ends: told by a signal, or because the one that started it is gone. Ctrl-C reaches all of
 * them at once; a child then waits for its parent's word, so that the database goes last.
 */
export function endsWith(stop: () => Promise<void>): void {
	const end = () => {
		if (ending) return
		ending = true
		setTimeout(() => process.exit(1), 9_000).unref()
		stop().then(
			() => process.exit(0),
			(error) => fail(error),
		)
	}
	const child = process.send !== undefined
	process.on('SIGTERM', end)
	process.on('SIGINT', child ? () => {} : end)
	process.on('SIGHUP', child ? () => {} : end)
	if (child) process.on('disconnect', end)
	process.stdout.on('error', () => {}) // a closed terminal is no reason to fall over half-way
	process.stderr.on('error', () => {})
}
