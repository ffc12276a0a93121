import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

export type Process = { pid: number; name: string; command: string }

const told = (read: () => string) => {
	try {
		return read()
	} catch {
		return '' // it is over
	}
}

/** Everybody who works in one of these folders, was started with it or has its home there; nobody who has ended. */
export function processesUnder(...folders: string[]): Process[] {
	return readdirSync('/proc')
		.map(Number)
		.filter((pid) => Number.isInteger(pid) && pid !== process.pid)
		.map((pid) => ({
			pid,
			name: told(() => readFileSync(`/proc/${pid}/comm`, 'utf8')).trim(),
			command: told(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' '),
		}))
		.filter(({ pid, command }) => {
			if (/^\d+ \(.*\) [ZX]/s.test(told(() => readFileSync(`/proc/${pid}/stat`, 'utf8')))) return false
			const traces = [
				command,
				told(() => readlinkSync(`/proc/${pid}/cwd`)),
				told(() => readFileSync(`/proc/${pid}/environ`, 'utf8')),
			]
			return folders.some((folder) => traces.some((trace) => trace.includes(folder)))
		})
}

/** The parts of one running Tonglu, by what they do. */
export function partsOf(processes: Process[]) {
	const running = (pattern: RegExp) => processes.filter(({ command }) => pattern.test(command)).map(({ pid }) => pid)
	return {
		supervisor: running(/^\S*node app\/server\/launch\.mjs start/),
		install: running(/\bnpm(-cli\.js)? ci\b/),
		web: running(/server-start\/web\.js/),
		worker: running(/server-start\/worker\.js/),
		postmaster: running(/\bpostgres -D /),
		backend: running(/^postgres: (?!logger|checkpointer|background|walwriter|autovacuum|logical).* 127\.0\.0\.1/),
		all: processes.map(({ pid }) => pid),
	}
}
export type Part = keyof ReturnType<typeof partsOf>

export function kill(pids: number[], signal: NodeJS.Signals = 'SIGKILL') {
	for (const pid of pids)
		try {
			process.kill(pid, signal)
		} catch {
			// it was quicker
		}
}
