import type { TaskName } from '~/queue/payloads'

/** `concurrency`: jobs at a time in one worker process. `crontab`: with several workers each line still runs once, the queue keeps count. */
type RunnerPlan = { tasks: readonly TaskName[]; concurrency: number; crontab: readonly string[] }

/**
 * Short work never waits behind long work: each has runners of its own. A roster lies in memory while it is read, and figures
 * keep a processor for seconds, so of those there is one at a time.
 */
export const RUNNERS: readonly RunnerPlan[] = [
	{
		tasks: ['route_case', 'send_notification', 'remove_file', 'sweep', 'close_drives', 'purge'],
		concurrency: 4,
		crontab: [
			'* * * * * sweep ?fill=5m&max=1',
			'* * * * * close_drives ?jobKey=close_drives&max=1',
			'17 * * * * purge ?max=3',
		],
	},
	{ tasks: ['work_import'], concurrency: 1, crontab: [] },
	{
		tasks: ['publish_figures', 'make_reports', 'fairness'],
		concurrency: 1,
		crontab: [
			'23 * * * * publish_figures ?fill=2d&max=3',
			'53 * * * * make_reports ?max=3',
			'40 3 2 * * fairness ?fill=2w&max=3',
		],
	},
]
