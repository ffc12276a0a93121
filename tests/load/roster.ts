import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import postgres, { type Sql } from 'postgres'
import { csvLines } from '~/lib/csv-lines.server'
import { visitor } from '~tests/support/visitor'
import { ownerUrl } from './people'
import { memoryOf, processorTime, serve, type Server } from './server'

/** `npm run bench:roster`: a long list of members brought in, and looking for one among very many, on the production build. */
const { values: options } = parseArgs({
	options: {
		rows: { type: 'string', default: '50000' },
		bad: { type: 'string', default: '0.01' }, // which part of the rows cannot be taken
		members: { type: 'string', default: '200000' }, // in the union when it is searched
		searches: { type: 'string', default: '200' }, // of each kind, one after the other
		port: { type: 'string', default: '23951' },
	},
})
const [rows, members, searches] = [Number(options.rows), Number(options.members), Number(options.searches)]
const everyBad = Math.round(1 / Number(options.bad))

const SURNAMES = '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志海波辉鹏飞亮文斌玲宇浩凯佳欣雨晨阳'
/** Always the same people: as many as are asked for, some of one name, none of one number. */
const nameOf = (n: number) =>
	SURNAMES[n % SURNAMES.length]! +
	GIVEN[Math.floor(n / 7) % GIVEN.length]! +
	(n % 5 ? GIVEN[Math.floor(n / 331) % GIVEN.length]! : '')
const phoneOf = (n: number) =>
	`138${String(n * 7919 + 10_000_000)
		.padStart(8, '0')
		.slice(-8)}`

const PLACES = ['西湖区', '拱墅区', '滨江区', '上城区', '余杭区']
const TRADES = ['外卖', '快递', '网约车', '货运']
/** What goes wrong in lists: no digits, no such place, a trade that is none, the same number twice. */
function lineOf(n: number): string[] {
	const line = [nameOf(n), phoneOf(n), PLACES[n % 5]!, TRADES[n % 4]!, `站点${n % 40}`]
	if (n % everyBad !== 0 || n === 0) return line
	const wrong = (n / everyBad) % 4
	if (wrong === 3) return [line[0]!, phoneOf(n - 1), ...line.slice(2)]
	line[wrong + 1] = ['12345', '亚特兰蒂斯', '跳伞'][wrong]!
	return line
}

type Desk = { sql: Sql; union: string; one: ReturnType<typeof visitor>; address: string }

async function office(address: string, data: string): Promise<Desk> {
	const sql = postgres(ownerUrl(data), { max: 2, onnotice: () => {}, transform: postgres.camel })
	const email = `roster-${Date.now()}@staff.tonglu.example`
	const one = visitor(address)
	await one.go('/signup', { email, password: `bench ${Math.random()}` })
	const union = randomUUID()
	await sql`insert into app.organisations (id, kind, name_zh, name_en, area_code) values (${union}, 'union', '量一量工会', 'Bench Union', '330100')`
	await sql`insert into app.staff_roles (user_id, organisation_id, role) select id, ${union}, 'officer' from auth.users where email = ${email}`
	return { sql, union, one, address }
}

type Peak = { web: number; worker: number }
/** The most memory that both processes take while `work` lasts, looked at ten times a second. */
async function watching<T>(
	{ pids }: Server,
	work: () => Promise<T>,
): Promise<{ result: T; peak: Peak; seconds: number }> {
	const peak: Peak = { web: 0, worker: 0 }
	const look = () => {
		for (const name of ['web', 'worker'] as const) peak[name] = Math.max(peak[name], memoryOf(pids[name]))
	}
	look()
	const timer = setInterval(look, 100)
	const began = performance.now()
	try {
		const result = await work()
		return { result, peak, seconds: (performance.now() - began) / 1000 }
	} finally {
		clearInterval(timer)
	}
}

const stateOf = async ({ sql }: Desk, id: string) => {
	const [row] = await sql<{ state: string; counts: Record<string, number>; madeRows: number }[]>`
		select state, counts, made_rows from app.member_imports where id = ${id}`
	return row!
}
async function until(desk: Desk, id: string, wanted: string) {
	for (;;) {
		const row = await stateOf(desk, id)
		if (row.state === wanted) return row
		if (['failed', 'cancelled'].includes(row.state)) throw new Error(`the import is ${row.state}`)
		await pause(100)
	}
}

async function bringIn(desk: Desk, server: Server): Promise<void> {
	const { union, one, address } = desk
	const id = randomUUID()
	const file = csvLines([
		['姓名', '手机号', '居住地', '行业', '站点'],
		...Array.from({ length: rows }, (_, n) => lineOf(n)),
	])
	const body = new FormData()
	body.append('importId', id)
	body.append('file', new File([file], 'members.csv', { type: 'text/csv' }))
	const headers = { Cookie: one.cookies(), Origin: address }
	const before = { web: memoryOf(server.pids.web), worker: memoryOf(server.pids.worker) }
	const read = await watching(server, async () => {
		const answer = await fetch(`${address}/union/${union}/import`, {
			method: 'POST',
			body,
			headers,
			redirect: 'manual',
		})
		if (answer.status !== 303) throw new Error(`the upload answers ${answer.status}`)
		return until(desk, id, 'ready')
	})
	const { counts } = read.result
	const taken = await watching(server, async () => {
		await one.go(`/union/${union}/import/${id}`, {
			intent: 'take',
			stations: 'yes',
			made: `${counts.new}`,
			changed: '0',
		})
		return until(desk, id, 'applied')
	})
	const line = (what: string, count: number, { seconds, peak }: Omit<typeof read, 'result'>) =>
		`| ${what} | ${count.toLocaleString('en')} | ${seconds.toFixed(1)} | ${(count / seconds).toFixed(0)} | ${before.web.toFixed(0)} → ${peak.web.toFixed(0)} | ${before.worker.toFixed(0)} → ${peak.worker.toFixed(0)} |`
	console.info(
		[
			`### ${rows.toLocaleString('en')} rows, ${(file.length / 1e6).toFixed(1)} million signs of CSV: ${JSON.stringify(counts)}`,
			'',
			'| step | rows | seconds | rows/s | web MB, at rest → most | worker MB |',
			'| --- | --- | --- | --- | --- | --- |',
			line('parse and check', rows, read),
			line('take over', taken.result.madeRows, taken),
			'',
		].join('\n'),
	)
}

/** The rest of the members, without the pages. */
async function fillUp({ sql, union }: Desk): Promise<void> {
	const [{ n: here } = { n: 0 }] = await sql<{ n: number }[]>`
		select count(*)::int as n from app.memberships where union_organisation_id = ${union}`
	const bite = 5_000
	for (let at = here; at < members; at += bite) {
		const people = Array.from({ length: Math.min(bite, members - at) }, (_, n) => ({
			name: nameOf(rows + at + n),
			phone: phoneOf(rows + at + n),
		}))
		await sql`
			with p as (select gen_random_uuid() as id, x.* from jsonb_to_recordset(${sql.json(people)}) as x (name text, phone text)),
				m as (insert into app.memberships (id, union_organisation_id, state, area_code, sector_code, working_form, joined_at, confirmed_at, phone_hash)
					select id, ${union}, 'active', '330106', 'delivery', 'crowd', now() - random() * interval '900 days', now(), sha256(phone::bytea) from p returning id)
			insert into app.member_details (membership_id, name, phone) select p.id, p.name, p.phone from p join m using (id)`
	}
	await sql`analyze app.memberships, app.member_details, app.member_search`
}

const at = (sorted: number[], part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!

async function search({ sql, union, one, address }: Desk, data: string, web: number): Promise<void> {
	const sample = await sql<{ name: string; phone: string; number: string }[]>`
		select d.name, d.phone, m.number from app.member_details d join app.memberships m on m.id = d.membership_id
		where m.union_organisation_id = ${union} order by d.membership_id limit ${searches}`
	const kinds: [string, (one: (typeof sample)[number]) => string][] = [
		['whole name', ({ name }) => name],
		['given name, two signs', ({ name }) => name.slice(-2)],
		['one sign', ({ name }) => name.slice(-1)],
		['phone', ({ phone }) => phone],
		['last four of the phone', ({ phone }) => phone.slice(-4)],
		['member number', ({ number }) => number],
		['nobody', ({ name }) => `${name}龘`],
	]
	const [{ n } = { n: 0 }] = await sql<{ n: number }[]>`
		select count(*)::int as n from app.memberships where union_organisation_id = ${union}`
	const lines: string[] = []
	for (const [kind, query] of kinds) {
		const times: number[] = []
		const before = processorTime(data, web)
		for (const who of sample) {
			const began = performance.now()
			const answer = await fetch(`${address}/union/${union}/members?q=${encodeURIComponent(query(who))}`, {
				headers: {
					Cookie: one.cookies(),
					'Accept-Language': 'zh-CN',
					'X-Forwarded-For': `10.7.0.${1 + (times.length % 250)}`,
				},
			})
			const text = await answer.text()
			if (answer.status !== 200 || (kind !== 'nobody' && !text.includes(query(who))))
				throw new Error(`${kind}: ${answer.status}`)
			times.push(performance.now() - began)
		}
		const after = processorTime(data, web)
		times.sort((a, b) => a - b)
		const spent = (whose: 'web' | 'database') => ((after[whose] - before[whose]) / times.length).toFixed(1)
		lines.push(
			`| ${kind} | ${at(times, 0.5).toFixed(0)} | ${at(times, 0.99).toFixed(0)} | ${spent('web')} | ${spent('database')} |`,
		)
	}
	console.info(
		[
			`### Search among ${n.toLocaleString('en')} members, ${sample.length} of each kind, one after the other, whole page`,
			'',
			'| asked for | p50 ms | p99 ms | web ms | database ms |',
			'| --- | --- | --- | --- | --- |',
			...lines,
			'',
		].join('\n'),
	)
}

const [processor] = cpus()
console.info(
	`${cpus().length} × ${processor?.model.trim()}, Node ${process.versions.node}; load average before: ${loadavg()[0]!.toFixed(1)}.\n`,
)
const data = mkdtempSync(join(tmpdir(), 'tonglu-roster-'))
try {
	const server = await serve({ data, port: Number(options.port) })
	try {
		const desk = await office(server.address, data)
		try {
			await bringIn(desk, server)
			await fillUp(desk)
			await search(desk, data, server.pids.web)
		} finally {
			await desk.sql.end({ timeout: 5 })
		}
	} finally {
		await server.stop()
	}
} finally {
	rmSync(data, { recursive: true, force: true })
}
console.info(`Load average after: ${loadavg()[0]!.toFixed(1)}.`)
