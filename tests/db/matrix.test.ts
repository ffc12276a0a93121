import { beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback, owner } from '~tests/support/db'
import { MATRIX } from '~tests/support/matrix'
import { OPERATIONS, PEOPLE, type Cell, type Operation, type PersonKind, type Row } from '~tests/support/matrix-cells'
import { seedWorld, type World } from '~tests/support/world'

const KINDS = Object.keys(PEOPLE) as PersonKind[]
let world: World

/** The world is seeded once and stays; each test only looks, or tries and is undone. */
beforeAll(async () => void (await owner.begin(async (db) => void (world = await seedWorld(db)))))

const named = (condition: string) =>
	condition.replace(/(?<!:):(\w+)/g, (_, name: string) => {
		const id = world.ids[name]
		if (!id) throw new Error(`the world knows no :${name}`)
		return `'${id}'::uuid`
	})
const conditionOf = (cell: Cell) => (cell === 'all' ? 'true' : typeof cell === 'object' ? named(cell.rows) : 'false')
const keysOf = async (db: Db, { table, key }: Row, condition: string) =>
	(await db.unsafe<{ key: string }[]>(`select row(${key})::text as key from app.${table} where ${condition}`))
		.map((row) => row.key)
		.sort()
/** Number of rows and a digest of all that stands in them. */
const contents = async (db: Db, table: string) => {
	await become(db, 'owner')
	const [found] = await db.unsafe<{ state: string }[]>(
		`select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as state from app.${table} t`,
	)
	return found!.state
}
const statement = ({ table, changes }: Row, operation: Exclude<Operation, 'select'>) =>
	({
		insert: `insert into app.${table} default values`, // the grant is asked before any constraint
		update: `update app.${table} set ${changes} = ${changes}`,
		delete: `delete from app.${table}`,
	})[operation]

/** What this person sees, or may do; and for a refusal that nothing has changed. */
async function tried(db: Db, row: Row, kind: PersonKind, operation: Operation): Promise<string | string[]> {
	if (operation === 'select') {
		await become(db, world.people[kind])
		let seen: string[] = []
		const answer = await attempt(db, async (tx) => (seen = await keysOf(tx, row, 'true')))
		return answer === 'done' ? seen : answer
	}
	const before = await contents(db, row.table)
	await become(db, world.people[kind])
	let touched: string[] = []
	const answer = await attempt(db, async (tx) => {
		const rows = await tx.unsafe<{ key: string }[]>(
			`${statement(row, operation)} returning row(${row.key})::text as key`,
		)
		touched = rows.map(({ key }) => key).sort()
	})
	if (touched.length === 0) expect(await contents(db, row.table)).toBe(before)
	return answer === 'done' ? touched : answer
}

test('every table has its row in the matrix, and the world has rows of every kind in it', () =>
	inRollback(async (db) => {
		const tables = await db<{ name: string }[]>`select relname::text as name from pg_class
			where relnamespace = 'app'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') order by relname`
		expect(MATRIX.map(({ table }) => table).sort()).toEqual(tables.map(({ name }) => name).sort())
		for (const row of MATRIX) {
			const all = await keysOf(db, row, 'true')
			expect([row.table, all.length > 0]).toEqual([row.table, true])
			for (const cell of Object.values(row.cells.select)) {
				if (typeof cell !== 'object') continue
				const seen = await keysOf(db, row, conditionOf(cell))
				// somebody who sees "their own" has some, and there is more that they do not see
				expect([row.table, cell.rows, seen.length > 0, seen.length < all.length]).toEqual([
					row.table,
					cell.rows,
					true,
					true,
				])
			}
		}
	}))

describe.each(MATRIX.map((row) => [row.table, row] as const))('%s', (table, row) => {
	test.each(OPERATIONS)('%s', (operation) =>
		inRollback(async (db) => {
			const asked: Record<string, unknown> = {}
			const answered: Record<string, unknown> = {}
			for (const kind of KINDS) {
				const cell = row.cells[operation][kind]
				await become(db, 'owner')
				asked[kind] = cell === 'refused' ? '42501' : await keysOf(db, row, conditionOf(cell))
				answered[kind] = await tried(db, row, kind, operation)
			}
			expect(answered).toEqual(asked)
		}),
	)

	test('no column of it is written by anybody whom the matrix refuses', () =>
		inRollback(async (db) => {
			const roles = [...new Set(KINDS.filter((kind) => row.cells.update[kind] === 'refused').map((k) => PEOPLE[k]))]
			const written = await db`select r as role, a.attname from unnest(${roles}::text[]) as r, pg_attribute a
				where a.attrelid = ${`app.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
					and (has_column_privilege(r, a.attrelid, a.attnum, 'update') or has_column_privilege(r, a.attrelid, a.attnum, 'insert'))`
			expect([...written]).toEqual([])
		}))
})
