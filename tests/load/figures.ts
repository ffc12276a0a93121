import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type postgres from 'postgres'
import { connect, type Db } from '~/db/begin.server'
import { readCounts, readQuantities } from '~/domain/figures/counts.server'
import { prepareMonth, publishMonth, readMonth } from '~/domain/figures/publish.server'
import { seedMonths } from '~tests/support/seed-months'
import { ownerUrl } from './people'
import { fill, serve } from './server'

/** `npm run bench:figures`: what it costs to count and to publish the months of a whole country, and to look at them. */
const { values: options } = parseArgs({
	options: {
		cases: { type: 'string', default: '1000000' },
		members: { type: 'string', default: '200000' },
		months: { type: 'string', default: '24' },
		publish: { type: 'string', default: '2' }, // how many of them, the latest ones
		port: { type: 'string', default: '23960' },
		data: { type: 'string' },
	},
})
const [cases, members, months] = [options.cases, options.members, options.months].map(Number) as [
	number,
	number,
	number,
]
const DAYS = 30.4

/** The superuser of the embedded database: only it may write rows without their triggers. */
function asSuperuser(data: string) {
	const kept = JSON.parse(readFileSync(join(data, 'kept.json'), 'utf8')) as { admin: string }
	const address = new URL(ownerUrl(data))
	address.username = 'postgres'
	address.password = kept.admin
	return connect(address.href, 2)
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
	const began = performance.now()
	const result = await work()
	console.info(`| ${what} | ${((performance.now() - began) / 1000).toFixed(1)} |`)
	return result
}

/** A year and more of a country in which most live in few districts. */
async function fillMonths(sql: postgres.Sql) {
	const [start] = await sql<[{ from: string }]>`
		select (date_trunc('month', now()) - ${months} * interval '1 month' + interval '2 days')::date::text as from`
	const areas = await sql<{ code: string }[]>`select code from app.areas where level = 'district' order by md5(code)`
	await sql.begin((db) =>
		seedMonths(db as unknown as Db, {
			cases,
			members,
			from: start.from,
			days: Math.floor(months * DAYS) - 5,
			areas: areas.map(({ code }) => code),
			skew: 4,
		}),
	)
	await sql`analyze`
}

async function measure(data: string) {
	await fill({ data, port: Number(options.port) }, 200)
	const server = await serve({ data, port: Number(options.port) })
	const sql = asSuperuser(data)
	const within = <T>(work: (db: Db) => Promise<T>) => sql.begin((db) => work(db as unknown as Db)) as Promise<T>
	try {
		console.info('| what | s |\n|---|---|')
		await timed(`${cases.toLocaleString('en')} cases and ${members.toLocaleString('en')} members written`, () =>
			fillMonths(sql),
		)
		const closed = await sql<{ month: string }[]>`select m::text as month from private.closed_months() m order by m`
		const [first, last] = [closed[0]!.month, closed.at(-1)!.month]
		for (const [what, from] of [
			[`all ${closed.length} months counted`, first],
			['one month counted', last],
		] as const) {
			const counts = await timed(`${what}: numbers of people`, () => within((db) => readCounts(db, from, last)))
			const quantities = await timed(`${what}: times, sums, shares`, () =>
				within((db) => readQuantities(db, from, last)),
			)
			console.info(`| (rows of these) | ${counts.length} + ${quantities.length} |`)
		}
		for (const { month } of closed.slice(-Number(options.publish))) {
			const found = await timed(`${month} read`, () => within((db) => readMonth(db, month)))
			const prepared = await timed(`${month} made safe`, () => prepareMonth(found))
			await timed(`${month} written (${prepared.cells.length} cells)`, () =>
				within((db) => publishMonth(db, month, prepared, null)),
			)
		}
	} finally {
		await sql.end()
		await server.stop()
	}
}

const [processor] = cpus()
console.info(
	`${cpus().length} × ${processor?.model.trim()}, Node ${process.versions.node}; load average before: ${loadavg()[0]!.toFixed(1)}.\n`,
)
const data = options.data ?? mkdtempSync(join(tmpdir(), 'tonglu-bench-'))
try {
	await measure(data)
} finally {
	if (!options.data) rmSync(data, { recursive: true, force: true })
}
console.info(`\nLoad average after: ${loadavg()[0]!.toFixed(1)}.`)
process.exit(0)
