import { runOnce } from 'graphile-worker'
import { workerEnv, type WorkerSettings } from '~/env.server'
import { mailOf, taskList } from '~/jobs/worker.server'
import type { TaskName } from '~/queue/payloads'
import { owner } from './db'

const NAME = 'jobs-of-a-test'

/** Work what is due in the queue as the worker does. `only`: this kind of job, all others stay where they are. */
export async function runJobs({
	only,
	settings,
}: { only?: TaskName; settings?: Partial<WorkerSettings> } = {}): Promise<void> {
	const env = { ...workerEnv(), ...settings }
	const tasks = taskList(mailOf(env), { appUrl: env.APP_URL, linkSecret: env.LINK_SECRET })
	const address = new URL(env.WORKER_DATABASE_URL)
	address.searchParams.set('application_name', NAME)
	await runOnce({
		connectionString: address.href,
		taskList: only ? { [only]: tasks[only] } : tasks,
		noHandleSignals: true,
	})
	// its connections are told to end and do so a moment later; a database that goes away first makes an error of that
	const left = () =>
		owner`select from pg_stat_activity where datname = current_database() and application_name = ${NAME}`
	while ((await left()).length > 0);
}
