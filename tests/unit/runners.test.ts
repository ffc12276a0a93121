import { parseCrontab } from 'graphile-worker'
import { expect, test } from 'vitest'
import { RUNNERS } from '~/jobs/runners'
import { PAYLOADS } from '~/queue/payloads'

test('every kind of job has one runner, and what the clock starts is worked by the runner that starts it', () => {
	expect(RUNNERS.flatMap(({ tasks }) => tasks).toSorted()).toEqual(Object.keys(PAYLOADS).toSorted())
	for (const { tasks, crontab } of RUNNERS)
		for (const item of parseCrontab(crontab.join('\n'))) expect(tasks).toContain(item.task)
})

test('what takes long keeps nothing short waiting', () => {
	const runnerOf = (task: string) => RUNNERS.find(({ tasks }) => tasks.some((name) => name === task))
	for (const long of ['work_import', 'publish_figures'])
		for (const short of ['sweep', 'send_notification', 'route_case', 'close_drives'])
			expect(runnerOf(long)).not.toBe(runnerOf(short))
})
