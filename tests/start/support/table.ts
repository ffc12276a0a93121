import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject, test } from 'vitest'
import { kill, processesUnder } from './processes'

export type Measured = { first?: number; second?: number; remark?: string }
type Row = Measured & { situation: string; result: 'ok' | 'FAILED' | `not run: ${string}` }

const file = (scratch: string) => join(scratch, 'rows.jsonl')
const note = (row: Row) => appendFileSync(file(inject('scratch')), `${JSON.stringify(row)}\n`)

/** One situation, which is a test and a row of the table. `without` says what this machine lacks for it; it is then not run, and not passed. */
export function situation(name: string, without: string | null, work: () => Promise<Measured>) {
	if (without !== null) {
		note({ situation: name, result: `not run: ${without}` })
		return test.skip(`${name} (${without})`)
	}
	test(name, async (context) => {
		let measured: Measured = {}
		let lacking = ''
		context.onTestFinished(({ task }) => {
			kill(processesUnder(inject('scratch')).map(({ pid }) => pid)) // what a failure left
			const { state, errors } = task.result ?? { state: 'fail' }
			if (state === 'pass') note({ situation: name, result: 'ok', ...measured })
			else if (state === 'skip') note({ situation: name, result: `not run: ${lacking}` })
			else note({ situation: name, result: 'FAILED', remark: errors?.[0]?.message.split('\n')[0] })
		})
		try {
			measured = await work()
		} catch (error) {
			if (error instanceof NotHad) context.skip((lacking = error.message))
			throw error
		}
	})
}

/** Within a test: what could not be had. */
export class NotHad extends Error {}

export function printTable(scratch: string): void {
	if (!existsSync(file(scratch))) return
	const rows = readFileSync(file(scratch), 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as Row)
	const seconds = (number?: number) => (number === undefined ? '' : number.toFixed(1))
	console.info('\n| situation | result | first start s | second start s | remark |\n|---|---|---|---|---|')
	for (const { situation, result, first, second, remark = '' } of rows)
		console.info(`| ${situation} | ${result} | ${seconds(first)} | ${seconds(second)} | ${remark.slice(0, 300)} |`)
	const failed = rows.filter(({ result }) => result === 'FAILED').length
	const ran = rows.filter(({ result }) => result === 'ok' || result === 'FAILED').length
	console.info(`\n${ran - failed} passed, ${failed} failed, ${rows.length - ran} not run`)
}
