import autocannon from 'autocannon'
import { processorTime, type Used } from './server'

/** What is asked for again and again: the paths take turns. */
export type Asked = { name: string; paths: string[]; cookies: string }
export type Run = {
	perSecond: number
	p50: number
	p99: number
	/** Milliseconds of processor time for one request. */ web: number
	/** The same, of all the database's processes. */ database: number
	errors: number
	/** Which part of the processor time that was spent meanwhile was somebody else's. */ others: number
}
/** Where, and whose time is counted. */
export type Target = { address: string; data: string; web: number }

export const CONCURRENCY = 8
/** Each connection speaks for this many addresses: one alone would meet the limit against floods, which stays in place. */
const ADDRESSES = 80
const HEADERS = { 'accept-encoding': 'gzip, deflate, br, zstd', 'accept-language': 'zh-CN' }

type Request = autocannon.Request
const from = (client: number, n: number) => `10.${client}.${Math.floor(n / 250)}.${1 + (n % 250)}`

async function shoot(
	{ address, data, web }: Target,
	lists: Request[][],
	wanted: number,
	end: { duration: number } | { amount: number },
	connections = CONCURRENCY,
) {
	let client = 0
	const before = processorTime(data, web)
	const began = performance.now()
	const result = await autocannon({
		...end,
		url: address,
		connections,
		setupClient: (one) => one.setRequests(lists[client++ % lists.length]!),
	})
	const seconds = (performance.now() - began) / 1000
	const after = processorTime(data, web)
	const spent = (whose: keyof Used) => after[whose] - before[whose]
	const answered = Object.values(result.statusCodeStats ?? {}).reduce((sum, { count = 0 }) => sum + count, 0)
	const good = result.statusCodeStats?.[`${wanted}`]?.count ?? 0
	return {
		perSecond: good / ('amount' in end ? seconds : result.duration),
		p50: result.latency.p50,
		p99: result.latency.p99,
		errors: answered - good + result.errors + result.timeouts,
		web: spent('web') / Math.max(1, good),
		database: spent('database') / Math.max(1, good),
		others: Math.max(0, 1 - spent('ours') / Math.max(1, spent('everybody'))),
	}
}

/** For some seconds, eight at a time or as many as said. */
export function ask(target: Target, { paths, cookies }: Asked, duration: number, connections?: number): Promise<Run> {
	const lists = Array.from({ length: CONCURRENCY }, (_, client) =>
		Array.from({ length: ADDRESSES }, (_, n): Request => ({
			method: 'GET',
			path: paths[(client + n) % paths.length],
			headers: { ...HEADERS, cookie: cookies, 'x-forwarded-for': from(client, n) },
		})),
	)
	return shoot(target, lists, 200, { duration }, connections)
}

/** Each draft is sent once, eight at a time, until all are. */
export function sendAll(target: Target, drafts: string[]): Promise<Run> {
	const share = Math.floor(drafts.length / CONCURRENCY)
	const lists = Array.from({ length: CONCURRENCY }, (_, client) =>
		drafts.slice(client * share, (client + 1) * share).map((cookie, n): Request => ({
			method: 'POST',
			path: '/requests/new/check',
			body: 'sent=', // a browser's empty form says its length; this program says one only where there is something
			headers: {
				...HEADERS,
				...{ cookie, origin: target.address, 'content-type': 'application/x-www-form-urlencoded' },
				'x-forwarded-for': from(client, n % ADDRESSES),
			},
		})),
	)
	return shoot(target, lists, 303, { amount: share * CONCURRENCY })
}

const middle = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** The median of each figure over the runs; errors are added up. */
export function median(runs: Run[]): Run {
	const of = (figure: keyof Run) => middle(runs.map((run) => run[figure]))
	return {
		...{ perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), web: of('web'), database: of('database') },
		...{ errors: runs.reduce((sum, { errors }) => sum + errors, 0), others: of('others') },
	}
}
