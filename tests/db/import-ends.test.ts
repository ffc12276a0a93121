import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { asUser } from '~/db/db.server'
import { asService } from '~/db/service.server'
import { LISTED_FACTS, MEMBER_FACTS } from '~/domain/members/membership-state'
import { importToWork, purgeImports, takeOverRows, wakeImports } from '~/domain/roster/import-work.server'
import { stopImport, undoImport } from '~/domain/roster/imports.server'
import en from '~/i18n/locales/en/members'
import { become, inRollback, owner } from '~tests/support/db'
import { refusedToAll, seedUnionOffice, type UnionOffice } from '~tests/support/drives'
import { kept } from '~tests/support/kept-files'
import { bring, lookAt, membersOf, rowsOf, take, work } from '~tests/support/rosters'

// why: files are kept by another server, reached over the network; the job, its transactions and the database are real
vi.mock('~/storage/attachments.server', async () => (await import('~tests/support/kept-files')).store)

let office: UnionOffice
beforeEach(async () => {
	kept.bytes.clear()
	kept.down = false
	office = await owner.begin((db) => seedUnionOffice(db))
})
let last = 13_100_000_000
const list = (rows: number) =>
	['姓名,手机号', ...Array.from({ length: rows }, (_, n) => `会员${n},${++last}`)].join('\n')
const officer = () => ({ role: 'authenticated', sub: office.officer.user }) as const
const read = async (rows: number) => {
	const id = await bring(office, list(rows))
	await work()
	return id
}
/** The job that held it is dead, and its time is over. */
const abandon = (id: string) =>
	owner`update app.member_imports set held_until = now() - interval '1 second', changed_at = now() - interval '3 minutes' where id = ${id}`
const jobs = (id: string) => owner`select key from graphile_worker.jobs where key = ${`work_import:${id}`}`

test('a job that dies while taking over is begun again by the clock, and ends as if it had not died', async () => {
	const id = await read(7)
	await take(office, id)
	await asService('test', (db) => importToWork(db, id))
	const first = await asService(
		'test',
		async (db) => (await db<{ n: number }[]>`select private.take_over_rows(${id}, 3) as n`)[0]!.n,
	)
	expect([first, (await membersOf(office.union)).length]).toEqual([3, 3])
	await owner`delete from graphile_worker._private_jobs` // the job died with its process
	await asService('test', wakeImports)
	expect(await jobs(id)).toEqual([]) // somebody still holds it
	await abandon(id)
	await asService('test', wakeImports)
	expect(await jobs(id)).toHaveLength(1)
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'applied', madeRows: 7, doneRows: 7 })
	expect(await membersOf(office.union)).toHaveLength(7)
})

test('a store that is away makes the job fail and be tried again; five deaths in reading end it with a reason', async () => {
	const id = await bring(office, list(2))
	kept.down = true
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'reading' })
	kept.down = false
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'ready', counts: { new: 2 } })

	const poison = await bring(office, list(1))
	await owner`delete from graphile_worker._private_jobs`
	for (let deaths = 0; deaths < 5; deaths++) {
		expect(await asService('test', (db) => importToWork(db, poison))).not.toBeNull()
		expect(await asService('test', (db) => importToWork(db, poison))).toBeNull() // held by the first
		await abandon(poison)
	}
	expect(await asService('test', (db) => importToWork(db, poison))).toBeNull()
	expect(await lookAt(office, poison)).toMatchObject({ state: 'failed', failure: 'broken' })
})

test('a file that is read twice, because the rows to correct could not be kept, is counted once', async () => {
	const id = await bring(office, `${list(3)}\n没有号码,`)
	kept.full = true
	await work().finally(() => (kept.full = false))
	expect(await lookAt(office, id)).toMatchObject({ state: 'reading' })
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'ready', totalRows: 4, counts: { new: 3, error: 1 } })
})

test('what a list changes is written down under names that the history can say', async () => {
	const before = list(1)
	const first = await bring(office, before)
	await work()
	await take(office, first)
	await work()
	const again = await bring(office, before.replace('手机号', '手机号,性别,出生年份').replace(/$/, ',男,1990'))
	await work()
	await take(office, again)
	await work()
	const [changed] = await owner<
		{ fields: string[] }[]
	>`select e.codes -> 'fields' as fields from app.membership_events e
		join app.memberships m on m.id = e.membership_id where m.union_organisation_id = ${office.union} and e.kind = 'changed'`
	expect(changed!.fields).toEqual(['gender', 'birthYear'])
	expect(Object.keys(en.history.fields)).toEqual(expect.arrayContaining([...MEMBER_FACTS, ...LISTED_FACTS]))
})

test('two workers at once take every row over once', async () => {
	const id = await read(40)
	await take(office, id)
	await asService('test', (db) => importToWork(db, id))
	const bites = async () => {
		while (
			(await asService(
				'test',
				async (db) => (await db<{ n: number }[]>`select private.take_over_rows(${id}, 5) as n`)[0]!.n,
			)) > 0
		);
	}
	await Promise.all([bites(), bites(), bites()])
	expect(await lookAt(office, id)).toMatchObject({ state: 'applied', madeRows: 40, doneRows: 40, skippedRows: 0 })
	expect(await membersOf(office.union)).toHaveLength(40)
})

test('stopped before, nothing is left of it; stopped half-way, what was taken over stays and can be undone', async () => {
	const id = await read(3)
	await asUser(officer(), (db) => stopImport(db, id))
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'cancelled' })
	expect([await rowsOf(id), kept.bytes.size, await membersOf(office.union)]).toEqual([[], 0, []])

	const half = await read(5)
	await take(office, half)
	await asService('test', async (db) => db`select private.take_over_rows(${half}, 2)`)
	await asUser(officer(), (db) => stopImport(db, half))
	expect(await asService('test', (db) => takeOverRows(db, half))).toBe(0)
	await work()
	expect(await lookAt(office, half)).toMatchObject({ state: 'applied', stopped: true, madeRows: 2, undoable: true })
	expect(await membersOf(office.union)).toHaveLength(2)
	expect(await owner`select 1 from app.import_rows where import_id = ${half} and name is not null`).toEqual([])
	await asUser(officer(), (db) => undoImport(db, half))
	await work()
	expect(await membersOf(office.union)).toEqual([])
})

test('for a day it is undone, but for those whom somebody has touched; afterwards not', async () => {
	const id = await read(4)
	await take(office, id)
	await work()
	const made = await owner<
		{ id: string }[]
	>`select m.id from app.memberships m join app.member_details d on d.membership_id = m.id
		where m.union_organisation_id = ${office.union} order by d.phone`
	await owner`select private.append_membership_event(${made[0]!.id}, 'staff', 'changed', '{}')`
	await owner`update app.memberships set user_id = ${office.officer.user} where id = ${made[1]!.id}`
	await asUser(officer(), (db) => undoImport(db, id))
	await asUser(officer(), (db) => undoImport(db, id))
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'undone', undoneRows: 2, undoable: false })
	expect(
		(await owner`select id from app.memberships where union_organisation_id = ${office.union}`)
			.map((row) => row.id as string)
			.sort(),
	).toEqual([made[0]!.id, made[1]!.id].sort())
	expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual(['made', 'made', 'undone', 'undone'])

	const late = await read(1)
	await take(office, late)
	await work()
	await owner`update app.member_imports set finished_at = now() - interval '25 hours' where id = ${late}`
	await expect(asUser(officer(), (db) => undoImport(db, late))).rejects.toMatchObject({ code: 'NOWAY' })
	expect(await lookAt(office, late)).toMatchObject({ state: 'applied', undoable: false })
})

test('after seven days nothing is left of a file but its figures; what never arrived goes after a day', async () => {
	const waiting = await bring(office, `${list(1)}\n,`)
	const applied = await bring(office, `${list(1)}\n李四,12`)
	await work()
	await take(office, applied)
	await work()
	expect(kept.bytes.size).toBe(2) // the list that waits, and the row to correct of the other
	const never = randomUUID()
	await owner`insert into app.member_imports (id, union_organisation_id, file_name, kind, size, language, created_at)
		values (${never}, ${office.union}, 'x.csv', 'csv', 1, 'en', now() - interval '25 hours')`
	await asService('test', purgeImports)
	expect((await lookAt(office, waiting)).state).toBe('ready')
	expect((await lookAt(office, never)).state).toBe('cancelled')
	await owner`update app.member_imports set created_at = now() - interval '8 days'`
	await asService('test', purgeImports)
	await work()
	expect(kept.bytes.size).toBe(0)
	expect(await lookAt(office, waiting)).toMatchObject({ state: 'cancelled', totalRows: 1 })
	expect(await rowsOf(waiting)).toEqual([])
	expect(await lookAt(office, applied)).toMatchObject({ state: 'applied', madeRows: 1, hasProblems: false })
})

test('sent twice it is one import; other numbers than those that were shown are not taken over', async () => {
	const id = randomUUID()
	const text = list(2)
	await bring(office, text, { id })
	await bring(office, text, { id })
	await work()
	await bring(office, text, { id })
	expect(await owner`select state from app.member_imports where id = ${id}`).toEqual([{ state: 'ready' }])
	await inRollback(async (db) => {
		const step = (made: number) => (tx: typeof db) =>
			tx`select private.take_over_import(${id}, 'update', true, ${made}, 0)`
		await refusedToAll(db, { officer: office.officer }, step(3), 'TAKEN')
		await become(db, office.officer)
		await step(2)(db)
	})
})

test('nobody but an officer of the union brings, sees, maps, takes, stops or undoes an import, or has its files', async () => {
	const id = await read(1)
	await inRollback(async (db) => {
		const people = { ...office.outsiders, liaison: office.liaison }
		const steps = [
			(tx: typeof db) =>
				tx`select private.begin_import(${randomUUID()}, ${office.union}, 'x', 'csv', 1, 'en', null, null)`,
			(tx: typeof db) => tx`select private.begin_import(${id}, ${office.union}, 'x', 'csv', 1, 'en', null, null)`,
			(tx: typeof db) => tx`select private.import_stored(${id})`,
			(tx: typeof db) => tx`select private.map_import(${id}, array['name', 'phone'], null, null)`,
			(tx: typeof db) => tx`select private.take_over_import(${id}, 'update', true, 1, 0)`,
			(tx: typeof db) => tx`select private.stop_import(${id})`,
			(tx: typeof db) => tx`select private.undo_import(${id})`,
			(tx: typeof db) => tx`select private.import_problems_file(${id})`,
			(tx: typeof db) => tx`select private.begin_export(${randomUUID()}, ${office.union}, 'csv', null, null)`,
		]
		for (const step of steps) {
			await refusedToAll(db, people, step)
			await refusedToAll(db, { visitor: 'visitor', service: 'service', routing: 'routing' }, step, '42501')
		}
		// an officer of another union cannot name the own one for an import that exists
		await refusedToAll(
			db,
			{ other: office.outsiders.otherOfficer! },
			(tx) => tx`select private.begin_import(${id}, ${office.other}, 'x', 'csv', 1, 'en', null, null)`,
		)
		for (const person of Object.values(people)) {
			await become(db, person)
			for (const table of ['member_imports', 'import_rows', 'member_exports'])
				expect(await db`select 1 from ${db(`app.${table}`)}`).toEqual([])
		}
	})
})
