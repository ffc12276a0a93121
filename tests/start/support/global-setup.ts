import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { processesUnder } from './processes'
import { printTable } from './table'

declare module 'vitest' {
	export interface ProvidedContext {
		scratch: string
		seed: number
	}
}

/** A folder for everything, which goes away again, and the source as it was committed. `START_SEED` repeats a run's moments. */
export default function setup(project: TestProject) {
	const scratch = mkdtempSync(join(tmpdir(), 'tonglu-start-'))
	chmodSync(scratch, 0o755) // every account finds its own folder in it
	execFileSync('git', ['archive', '--output', join(scratch, 'source.tar'), 'HEAD'])
	const seed = Number(process.env.START_SEED) || Date.now() % 1_000_000
	console.info(`The moments of kill -9 come from START_SEED=${seed}`)
	project.provide('scratch', scratch)
	project.provide('seed', seed)
	return async () => {
		for (const { pid } of processesUnder(scratch)) process.kill(pid, 'SIGKILL')
		printTable(scratch)
		await rm(scratch, { recursive: true, force: true, maxRetries: 5 })
	}
}
