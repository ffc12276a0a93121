import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { owner } from '~tests/support/db'
import { seedMonths } from '~tests/support/seed-months'
import { runJobs } from '~tests/support/run-jobs'

const work = () => runJobs({ only: 'publish_figures' })
const revisions = async () => [
	...(await owner`select month::text, max(revision)::int as revision, max(note_en) as note from app.publications group by month order by month`),
]
const ask = (month: string) => owner<{ id: string }[]>`
	insert into app.republications (id, month, note_zh, note_en) values (${randomUUID()}, ${month}, '补录', 'Late entries') returning id`
const jobs = async () => [
	...(await owner`select task_identifier as task from graphile_worker.jobs where task_identifier <> 'publish_figures'`),
]

test(
	'what is over is told once; what was asked for is told again with its notes, once, and reports are wanted',
	{ timeout: 120_000 },
	async () => {
		await owner.begin((db) => seedMonths(db, { cases: 120, members: 60 }))
		await owner`delete from app.cases where created_at >= '2026-02-01'` // one month, so that it is quick
		await owner`select graphile_worker.add_job('publish_figures', '{}'::json)`
		await owner`update app.cases set created_at = '2026-01-10' where created_at < '2026-01-05'`
		await owner`delete from graphile_worker._private_jobs where task_id in (select id from graphile_worker._private_tasks where identifier = 'make_reports')`
		await owner`insert into app.publications (table_code, month, revision)
		select 'help_area_ending', m::date, 1 from generate_series('2026-02-01'::date, now(), '1 month') m` // all but the one
		await work()
		expect((await revisions())[0]).toEqual({ month: '2026-01-01', revision: 1, note: null })
		expect(await jobs()).toEqual([{ task: 'make_reports' }])

		const [asked] = await ask('2026-01-01')
		await owner`select private.enqueue('publish_figures', json_build_object('republicationId', ${asked!.id}::text), 'x')`
		await work()
		expect((await revisions())[0]).toEqual({ month: '2026-01-01', revision: 2, note: 'Late entries' })
		await owner`select private.enqueue('publish_figures', json_build_object('republicationId', ${asked!.id}::text), 'y')`
		await owner`select graphile_worker.add_job('publish_figures', '{}'::json)`
		await work()
		expect((await revisions())[0]).toMatchObject({ revision: 2 })

		// one that the hourly job finds, whose own job has given up; a month that can never be counted fails, and says so
		const [never] = await ask('2000-01-01')
		await ask('2026-01-01')
		await owner`select graphile_worker.add_job('publish_figures', '{}'::json)`
		await work()
		expect((await revisions())[0]).toMatchObject({ revision: 3 })
		const [failed] =
			await owner`select failed_at is not null as failed, done_revision from app.republications where id = ${never!.id}`
		expect(failed).toEqual({ failed: true, doneRevision: null })
	},
)
