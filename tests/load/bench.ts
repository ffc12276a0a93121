import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from '@playwright/test'
import { findBrowser } from '~tests/support/browser'
import { answerAll, visitor } from '~tests/support/visitor'
import { stored, weigh, type Weight } from '~tests/support/weight'
import { CONCURRENCY, ask, median, sendAll, type Asked, type Run, type Target } from './measure'
import { askOwner, signUpAt } from './people'
import { fill, memoryOf, serve, type Place, type Server } from './server'

/** `npm run bench`: what pages cost, on the production build with a database of its own, small and large. */
const { values: options } = parseArgs({
	options: {
		cases: { type: 'string', default: '1000,100000' },
		port: { type: 'string', default: '23950' },
		rounds: { type: 'string', default: '3' },
		seconds: { type: 'string', default: '4' },
		drafts: { type: 'string', default: '320' },
		only: { type: 'string' }, // rows whose name begins like this
		data: { type: 'string' }, // a folder to keep and to use again, instead of one that goes away
		profile: { type: 'string' }, // a folder for processor profiles of both processes
	},
})
const WARM_UP = 3
const rounds = Number(options.rounds)

type Size = {
	cases: number
	rows: Map<string, Run>
	weights: Map<string, Weight>
	memory: Record<'web' | 'worker', number>
	loaded: string
}

async function measure(cases: number): Promise<Size> {
	const folder = options.data ?? mkdtempSync(join(tmpdir(), 'tonglu-bench-'))
	const place: Place = { data: join(folder, String(cases)), port: Number(options.port), profile: options.profile }
	try {
		const { busiest, said } = await fill({ ...place, profile: undefined }, cases)
		const server = await serve(place)
		try {
			return { cases, loaded: said, ...(await visit(server, place.data, busiest)) }
		} finally {
			await server.stop()
		}
	} finally {
		if (!options.data) rmSync(folder, { recursive: true, force: true })
	}
}

async function visit({ address, pids }: Server, data: string, busiest: string) {
	const target = { address, data, web: pids.web }
	const cookies = await signUpAt(address, data, busiest)
	const held = await askOwner<{ id: string }>(
		data,
		`select id from app.cases where holder_organisation_id = '${busiest}' and next_at is not null order by next_at, id limit 25`,
	)
	const draft = await answered(address, 'needs')
	const cases = held.map(({ id }) => `/desk/cases/${id}`)
	const wanted = (page: string) => `?_routes=root%2Croutes%2Fdesk%2F${page}` // as an open page asks: not for its frame again
	const asked: Asked[] = [
		{ name: 'home', paths: ['/'], cookies: '' },
		{ name: 'filing step (needs)', paths: ['/requests/new/needs'], cookies: draft },
		{ name: 'queue of 25', paths: [`/desk/${busiest}`], cookies },
		{ name: 'case', paths: cases, cookies },
		{ name: 'queue .data', paths: [`/desk/${busiest}.data${wanted('queue')}`], cookies },
		{ name: 'case .data', paths: cases.map((path) => `${path}.data${wanted('case')}`), cookies },
	].filter(({ name }) => name.startsWith(options.only ?? ''))
	const runs = new Map<string, Run[]>(asked.map(({ name }) => [name, []]))
	for (const one of asked) await ask(target, one, WARM_UP)
	for (let round = 0; round < rounds; round++)
		for (const one of asked) runs.get(one.name)!.push(await ask(target, one, Number(options.seconds)))
	const rows = new Map([...runs].map(([name, all]) => [name, median(all)]))
	if (!options.only || options.only === 'send') rows.set('send', await send(target))
	const memory = { web: memoryOf(pids.web), worker: memoryOf(pids.worker) }
	return { rows, memory, weights: options.only ? new Map<string, Weight>() : await weighAll(address, asked) }
}

async function answered(address: string, until?: 'needs'): Promise<string> {
	const one = visitor(address)
	await answerAll(one, until)
	return one.cookies()
}

/** Whole chains of answers first; what is measured is the last step, which files. Every one must have become a request. */
async function send(target: Target): Promise<Run> {
	const { address, data } = target
	const drafts: string[] = []
	const wanted = Number(options.drafts)
	await Promise.all(
		Array.from({ length: CONCURRENCY }, async () => {
			while (drafts.length < wanted) drafts.push(await answered(address))
		}),
	)
	const filed = async () => (await askOwner<{ n: number }>(data, 'select count(*)::int as n from app.requests'))[0]!.n
	const before = await filed()
	const sent = drafts.slice(0, drafts.length - (drafts.length % CONCURRENCY))
	const run = await sendAll(target, sent)
	return { ...run, errors: run.errors + Math.abs((await filed()) - before - sent.length) }
}

async function weighAll(address: string, asked: Asked[]): Promise<Map<string, Weight>> {
	const { executablePath, env } = await findBrowser()
	const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
	const browser = await chromium.launch({
		executablePath,
		args,
		env: { ...(process.env as Record<string, string>), ...env },
	})
	try {
		const weights = new Map<string, Weight>()
		for (const { name, paths, cookies } of asked.filter(({ name }) => !name.endsWith('.data')))
			weights.set(
				name,
				await weigh(browser, address + paths[0], {
					locale: 'zh-CN',
					...(cookies ? { storageState: stored(cookies, address) } : {}),
				}),
			)
		return weights
	} finally {
		await browser.close()
	}
}

const kB = (bytes: number) => (bytes / 1000).toFixed(1)

function table({ cases, rows, weights, memory, loaded }: Size): string {
	const lines = [...rows].map(([name, { perSecond, p50, p99, web, database, errors, others }]) => {
		const weight = weights.get(name)
		return [
			...[
				name,
				perSecond.toFixed(0),
				p50.toFixed(0),
				p99.toFixed(0),
				web.toFixed(2),
				database.toFixed(2),
				errors,
				`${(others * 100).toFixed(0)} %`,
			],
			...(weight ? [kB(weight.html + weight.css), kB(weight.js)] : ['', '']),
		]
	})
	const head = [
		'row',
		'requests/s',
		'p50 ms',
		'p99 ms',
		'web ms',
		'database ms',
		'errors',
		'others',
		'HTML+CSS kB',
		'JavaScript kB',
	]
	const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`
	return [
		`### ${cases.toLocaleString('en')} cases`,
		'',
		line(head),
		line(head.map(() => '---')),
		...lines.map(line),
		'',
		`Memory (PSS) after it: web ${memory.web.toFixed(0)} MB, worker ${memory.worker.toFixed(0)} MB. Loaded before it: ${loaded}`,
	].join('\n')
}

const began = performance.now()
const [processor] = cpus()
console.info(
	`${cpus().length} × ${processor?.model.trim()}, Node ${process.versions.node}; load average before: ${loadavg()[0]!.toFixed(1)}.\n` +
		`${CONCURRENCY} at a time, median of ${rounds} × ${options.seconds} s; server, database and this program share the machine. ` +
		'"web ms", "database ms": processor time for one request. "others": the part of the busy processor time that was not theirs.\n',
)
let errors = 0
for (const cases of options.cases.split(',').map(Number)) {
	const size = await measure(cases)
	errors += [...size.rows.values()].reduce((sum, run) => sum + run.errors, 0)
	console.info(`${table(size)}\n`)
}
console.info(
	`All of it in ${((performance.now() - began) / 1000).toFixed(0)} s, load average after: ${loadavg()[0]!.toFixed(1)}.`,
)
process.exit(errors > 0 ? 1 : 0)
