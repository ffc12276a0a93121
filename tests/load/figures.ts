import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type postgres from 'postgres'
import { connect, type Db } from '~/db/begin.server'
import { prepareMonth, publishMonth, readMonth } from '~/domain/figures/publish.server'
import { readAreaTree, readFigures } from '~/domain/figures/read-figures.server'
import { seedMonths } from '~tests/support/seed-months'
import { visitor } from '~tests/support/visitor'
import { ask } from './measure'
import { ownerUrl } from './people'
import { fill, memoryOf, serve, type Server } from './server'

/** `npm run bench:figures`: what it costs to count and to publish the months of a whole country, and to look at them. */
const { values: options } = parseArgs({
	options: {
		cases: { type: 'string', default: '1000000' },
		members: { type: 'string', default: '200000' },
		months: { type: 'string', default: '24' },
		publish: { type: 'string', default: '2' }, // how many of them, the latest ones; 0: count only
		within: { type: 'string', default: '' }, // how the codes of the places begin: 33 is one province
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
	const areas = await sql<{ code: string }[]>`select code from app.areas
		where level = 'district' and starts_with(code, ${options.within ?? ''}) order by md5(code)`
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

/** Every other closed month says what the latest does: for the pages it makes no difference. */
async function copyMonths(sql: postgres.Sql, latest: string) {
	await sql.begin(async (db) => {
		await db`set local session_replication_role = replica`
		await db`create temp table empty on commit drop as select m as month from private.closed_months() m
			where not exists (select from app.publications p where p.month = m)`
		await db`insert into app.publications (table_code, month, revision)
			select p.table_code, e.month, 1 from app.publications p, empty e where p.month = ${latest}`
		await db`insert into app.published_cells (table_code, month, revision, measure, row_code, column_code, value, n)
			select c.table_code, e.month, 1, c.measure, c.row_code, c.column_code, c.value, c.n
			from app.published_cells c, empty e where c.month = ${latest}`
	})
	await sql`analyze app.published_cells`
	const [row] = await sql<[{ n: number }]>`select count(*)::int as n from app.published_cells`
	console.info(`| (published cells) | ${row.n.toLocaleString('en')} |`)
}

/** Both dashboards, of everything and of places, for one reader and for eight at once. */
async function look(sql: postgres.Sql, server: Server, data: string) {
	const email = `figures-${Date.now()}@staff.tonglu.example`
	const one = visitor(server.address)
	await one.go('/signup', { email, password: `bench ${Math.random()}` })
	await sql`insert into app.staff_roles (user_id, organisation_id, role)
		select u.id, private.operator_id(), 'administrator' from auth.users u where u.email = ${email}`
	const places = await sql<{ row: string }[]>`select distinct row_code as row from app.published_cells
		where measure = 'filed' and row_code ~ '^[0-9]{6}$' and value is not null order by 1 limit 40`
	const target = { address: server.address, data, web: server.pids.web }
	console.info(
		'\n| page | at once | requests/s | p50 ms | p99 ms | web ms | database ms | errors | others |\n|---|---|---|---|---|---|---|---|---|',
	)
	for (const page of ['enrolment', 'outcomes'])
		for (const [what, paths] of [
			['everything', [`/union/${page}`]],
			['places', places.map(({ row }) => `/union/${page}?area=${row}`)],
		] as const)
			for (const connections of [1, 8]) {
				const asked = { name: page, paths: [...paths], cookies: one.cookies() }
				await ask(target, asked, 2, connections)
				const run = await ask(target, asked, 6, connections)
				console.info(
					`| ${page}, ${what} | ${connections} | ${run.perSecond.toFixed(0)} | ${run.p50} | ${run.p99} | ${run.web.toFixed(1)} | ${run.database.toFixed(1)} | ${run.errors} | ${(run.others * 100).toFixed(0)} % |`,
				)
			}
	console.info(`\nMemory (PSS): web ${memoryOf(server.pids.web).toFixed(0)} MB.`)
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
		const areas = await readAreaTree(sql as unknown as Db)
		const all = (db: Db) => readFigures(db, first, last, areas)
		for (let run = 1; run <= 3; run++) {
			await timed(`all ${closed.length} months counted over one connection`, () => within(all))
			await timed(`all ${closed.length} months counted over two`, () => all(sql as unknown as Db))
			const { counts, quantities } = await timed('one month counted', () =>
				within((db) => readFigures(db, last, last, areas)),
			)
			console.info(`| (numbers of that month) | ${counts.length} + ${quantities.length} |`)
		}
		if (options.publish === '0') return
		for (const { month } of closed.slice(-Number(options.publish))) {
			const found = await timed(`${month} read`, () => within((db) => readMonth(db, month)))
			const prepared = await timed(`${month} made safe`, () => prepareMonth(found))
			await timed(`${month} written (${prepared.cells.length} cells)`, () =>
				within((db) => publishMonth(db, month, prepared, null)),
			)
		}
		await copyMonths(sql, last)
		await look(sql, server, data)
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
