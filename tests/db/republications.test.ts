import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { noteFailure, publishAgain, listWaiting, type Prepared } from '~/domain/figures/publish.server'
import { findPublication, listPublications, requestRepublication } from '~/domain/figures/republish.server'
import { AppError } from '~/lib/errors'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { PEOPLE, type PersonKind } from '~tests/support/matrix-cells'
import { seedPublished } from '~tests/support/seed-published'
import { seedWorld } from '~tests/support/world'

const MONTH = '2026-01-01' // the world's published month
const NOTHING: Prepared = { cells: [], counts: [], hidden: {} }
const form = (about: object = {}) => ({
	republicationId: randomUUID(),
	noteZh: '补录',
	noteEn: 'Late entries',
	...about,
})
const all = async (db: Db) => {
	await become(db, 'owner')
	return [
		...(await db`select r.*, (select count(*)::int from graphile_worker.jobs where task_identifier = 'publish_figures') as jobs,
			(select count(*)::int from app.publications) as publications from app.republications r order by r.asked_at, r.id`),
	]
}
/** The world without the one that waits in it. */
async function world(db: Db) {
	const { people } = await seedWorld(db)
	await db`delete from app.republications`
	return people
}

test('an administrator asks once, with both notes; the job gets the id and nothing else', () =>
	inRollback(async (db) => {
		const { administrator } = await world(db)
		const asked = form()
		await become(db, administrator)
		await requestRepublication(db, MONTH, asked)
		await requestRepublication(db, MONTH, asked) // a double tap
		const rows = await all(db)
		expect(rows).toMatchObject([
			{ id: asked.republicationId, noteZh: '补录', noteEn: 'Late entries', doneRevision: null, jobs: 1 },
		])
		const [job] = await db<{ payload: object }[]>`select payload from graphile_worker._private_jobs
			where key = ${`publish_figures:${asked.republicationId}`}`
		expect(job!.payload).toEqual({ republicationId: asked.republicationId })
	}))

test('refused: a month that was never published, an empty note, a second one while one waits, the id of another', () =>
	inRollback(async (db) => {
		const { administrator } = await world(db)
		const first = form()
		await seedPublished(db, '2026-02-01', [])
		await become(db, administrator)
		await requestRepublication(db, MONTH, first)
		const before = await all(db)
		for (const [code, month, wrong] of [
			['WRONG', '2025-12-01', form()],
			['23514', '2026-02-01', form({ noteZh: '  ' })],
			['23514', '2026-02-01', form({ noteEn: '' })],
			['TAKEN', MONTH, form()],
			['TAKEN', '2026-02-01', { ...first }],
			['TAKEN', MONTH, { ...first, noteEn: 'Something else' }],
		] as const) {
			await become(db, administrator)
			expect([code, await refusal(db, (tx) => requestRepublication(tx, month, wrong))]).toEqual([code, code])
			expect(await all(db)).toEqual(before)
		}
	}))

test('nobody else asks, and nobody but administrators reads what was asked', () =>
	inRollback(async (db) => {
		const people = await world(db)
		const before = await all(db)
		for (const [kind, role] of Object.entries(PEOPLE) as [PersonKind, string][]) {
			if (kind === 'administrator') continue
			const person: Person = people[kind]
			await become(db, person)
			const expected = role === 'authenticated' ? 'NTFND' : '42501'
			expect([kind, await refusal(db, (tx) => requestRepublication(tx, MONTH, form()))]).toEqual([kind, expected])
			expect(await all(db)).toEqual(before)
		}
	}))

test('what waits is published once with its notes, however often the job comes by; a failure is said and goes on waiting', () =>
	inRollback(async (db) => {
		const { administrator } = await world(db)
		await db`update app.cases set created_at = '2026-01-03' where id = (select id from app.cases order by id limit 1)` // so long the desk has worked
		const { republicationId } = form()
		await become(db, administrator)
		await requestRepublication(db, MONTH, form({ republicationId }))
		const page = async () => {
			await become(db, administrator)
			return findPublication(db, 'en', MONTH)
		}
		expect(await page()).toMatchObject({ revision: 1, askedBy: '李明', failedAt: null, doneRevision: null, note: null })
		await become(db, 'service')
		expect(await listWaiting(db)).toEqual([{ id: republicationId, month: MONTH }])
		await noteFailure(db, republicationId)
		expect(await page()).toMatchObject({ revision: 1, failedAt: expect.any(Date), doneRevision: null })
		await become(db, 'service')
		expect(await publishAgain(db, republicationId, NOTHING)).toBe(2)
		expect(await publishAgain(db, republicationId, NOTHING)).toBe(2)
		expect(await listWaiting(db)).toEqual([])
		await noteFailure(db, republicationId) // a slow second job changes nothing any more
		expect(await page()).toMatchObject({ revision: 2, note: 'Late entries', doneRevision: 2 })
		expect((await all(db))[0]).toMatchObject({ publications: 9 }) // the world's one, and the eight tables of the second
	}))

test('the list has each month once, the newest first, a page at a time', () =>
	inRollback(async (db) => {
		const { administrator } = await world(db)
		const months = Array.from(
			{ length: 30 },
			(_, n) => `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`,
		)
		for (const month of months) await seedPublished(db, month, [])
		await seedPublished(db, months[29]!, [], { revision: 2, zh: '补录', en: 'Late entries' })
		await become(db, administrator)
		const first = await listPublications(db, 'zh-CN', null)
		expect(first.publications.map(({ month }) => month).slice(0, 3)).toEqual([MONTH, '2022-06-01', '2022-05-01'])
		expect(first.publications[1]).toMatchObject({ revision: 2, note: '补录', askedAt: null })
		const second = await listPublications(db, 'zh-CN', first.next![0]!)
		expect([...first.publications, ...second.publications].map(({ month }) => month)).toEqual([
			MONTH,
			...months.reverse(),
		])
		expect(second.next).toBeNull()
		await expect(findPublication(db, 'en', '2019-01-01')).rejects.toThrow(AppError)
	}))
