import { expect, test } from 'vitest'
import { owner } from '~tests/support/db'
import { seedOrganisation } from '~tests/support/seeds'
import { newPhone, seedMemberByPhone, seedPastCase } from '~tests/support/seed-past'
import { runJobs } from '~tests/support/run-jobs'

const kept = async () => [
	...(await owner`select month::text, measure, members, others, members_value, others_value from app.fairness_cells
		where group_code = 'all' order by month, measure`),
]

test('the job works out one month that is asked for, or all that wait; running it again changes nothing', async () => {
	const union = await seedOrganisation(owner, { kind: 'union' })
	const [due] = await owner<[{ month: string }]>`
		select (date_trunc('month', now() at time zone 'Asia/Shanghai') - interval '2 months')::date::text as month`
	for (const filedAt of ['2025-03-10T09:00:00+08:00', `${due.month.slice(0, 8)}10T09:00:00+08:00`])
		for (let n = 0; n < 5; n++) {
			const phone = newPhone()
			await seedMemberByPhone(owner, union, phone, { joined: '2025-01-01' })
			await seedPastCase(owner, { phone, filedAt, repliedAfter: 2 })
			await seedPastCase(owner, { filedAt, repliedAfter: 3 })
		}
	const month = (of: string) => [
		{ month: of, measure: 'acceptance', members: 5, others: 5, membersValue: 6, othersValue: 6 },
		{ month: of, measure: 'confirmed_help', members: 5, others: 5, membersValue: 1, othersValue: 1 },
		{ month: of, measure: 'first_reply', members: 5, others: 5, membersValue: 2, othersValue: 3 },
	]
	await owner`select graphile_worker.add_job('fairness', '{}'::json)`
	await runJobs()
	expect(await kept()).toEqual(month(due.month)) // the old one has gone by
	await owner`select graphile_worker.add_job('fairness', '{"month": "2025-03-01"}'::json)`
	await runJobs()
	const both = [...month('2025-03-01'), ...month(due.month)]
	expect(await kept()).toEqual(both)
	for (const payload of [{}, { month: '2025-03-01' }])
		await owner`select graphile_worker.add_job('fairness', ${owner.json(payload)}::json)`
	await runJobs()
	expect(await kept()).toEqual(both)
	expect([...(await owner`select 1 from graphile_worker.jobs where task_identifier = 'fairness'`)]).toEqual([]) // none failed
})
