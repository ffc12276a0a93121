import { readdirSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** What the system tells of processes that this one did not start. Where there is no /proc it tells little, and nothing is ended. */

/** One that ended and that its parent never asked after still has its number, and is not alive. */
export const alive = (pid: number) => {
	try {
		process.kill(pid, 0)
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
	}
	return !/^\d+ \(.*\) [ZX]/s.test(told(pid, 'stat'))
}

const told = (pid: number | string, what: string) => {
	try {
		return readFileSync(`/proc/${pid}/${what}`, 'utf8')
	} catch {
		return '' // no /proc here, or it is gone
	}
}

/** When a process began: a number alone may belong to somebody else by now. */
export const startOf = (pid: number): string => told(pid, 'stat').split(') ').pop()?.split(' ')[19] ?? ''

const everybody = (): number[] => {
	try {
		return readdirSync('/proc').map(Number).filter(Number.isInteger)
	} catch {
		return []
	}
}

/** Every process of a Postgres that has this folder for its data, under whatever name the folder went when it began. */
export function postgresIn(data: string): number[] {
	const folder = statSync(data, { throwIfNoEntry: false })
	if (!folder) return []
	return everybody().filter((pid) => {
		if (told(pid, 'comm') !== 'postgres\n' || !alive(pid)) return false
		try {
			const { dev, ino } = statSync(`/proc/${pid}/cwd`)
			return dev === folder.dev && ino === folder.ino
		} catch {
			return false
		}
	})
}

/** What is still making a database in a folder that begins like this. */
export const initdbIn = (beginning: string): number[] =>
	everybody().filter(
		(pid) => told(pid, 'comm') === 'initdb\n' && told(pid, 'cmdline').includes(`--pgdata=${beginning}`) && alive(pid),
	)

/** One process that is known, in the form that `end` takes. */
export const only = (pid: number) => () => (alive(pid) ? [pid] : [])

/** "Fast" first: whoever is connected is cut off, what was committed is on disk. Answers when nobody is left. */
export async function end(who: () => number[]): Promise<void> {
	for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
		for (const pid of who()) signalTo(pid, signal)
		for (let waited = 0; waited < 4_000 && who().length > 0; waited += 20) await pause(20)
		if (who().length === 0) return
	}
}

function signalTo(pid: number, signal: NodeJS.Signals) {
	try {
		process.kill(pid, signal)
	} catch {
		// it was quicker
	}
}
