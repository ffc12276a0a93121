import { fork, type ChildProcess, type StdioOptions } from 'node:child_process'
import { openSync } from 'node:fs'
import { resolve } from 'node:path'
import { machineEnv } from '~/env.server'

export type ChildName = 'web' | 'worker'
type Wishes = {
	name: ChildName
	/** All that it may know; it gets no other setting. */
	env: NodeJS.ProcessEnv
	/** Where its ordinary output goes; left out, to the terminal. Errors always go to the terminal. */
	log?: string
	/** It ended without being told and starting it again did not help. */
	onGivenUp: () => void
}
/** How long it is left alone after each death in a row; after one more it is given up. Its database may be on its way back meanwhile. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000, 15_000]
/** Whoever lived that long begins a new row. */
const WELL = 60_000
/** What one part of the shutdown may take before it is ended by force. */
const PATIENCE = 5_000

/** One process of ours that is kept running. `ready` settles when it first serves, and rejects when it never will. */
export function keepRunning({ name, env, log, onGivenUp }: Wishes) {
	let child: ChildProcess | null = null
	let stopping = false
	let served = false
	let deaths = 0
	const { promise: ready, resolve: isReady, reject: never } = settleable()

	const begin = () => {
		if (stopping) return
		const born = Date.now()
		child = fork(resolve('build/server-start', `${name}.js`), {
			env: { ...machineEnv(), ...env },
			stdio: ['ignore', log ? openSync(log, 'a', 0o600) : 'inherit', 'inherit', 'ipc'] satisfies StdioOptions,
		})
		child.on('message', (message) => {
			if (message !== 'ready') return
			served = true
			isReady()
		})
		child.once('exit', (code, signal) => {
			if (stopping) return
			if (!served) return never(new Error(`${name} did not start`))
			if (code === 0 && signal === null) return setTimeout(begin, 100) // asked to begin anew, by a change of its code
			if (Date.now() - born > WELL) deaths = 0
			const rest = PAUSES[deaths++]
			if (rest === undefined) return onGivenUp()
			console.error(`The ${name} process ended (${signal ?? code}) and is started again.`)
			setTimeout(begin, rest)
		})
	}
	begin()
	return {
		ready,
		/** End it now; it comes back by itself. */
		again: () => child?.kill('SIGTERM'),
		async stop() {
			stopping = true
			const last = child
			if (!last || last.exitCode !== null || last.signalCode !== null) return
			const over = new Promise<void>((done) => last.once('exit', () => done()))
			last.kill('SIGTERM')
			const force = setTimeout(() => last.kill('SIGKILL'), PATIENCE)
			await over
			clearTimeout(force)
		},
	}
}

function settleable() {
	let resolve!: () => void
	let reject!: (reason: Error) => void
	const promise = new Promise<void>((yes, no) => {
		resolve = yes
		reject = no
	})
	promise.catch(() => {}) // whoever waits hears of it; nobody has to
	return { promise, resolve, reject }
}
