import { workerEnv } from '~/env.server'
import { begin, connect, type Db } from './begin.server'

const worker = connect(workerEnv().WORKER_DATABASE_URL, 5)

/** Passes row level security by. Only jobs may import this file, and only the worker's login may become the role. */
export async function asService<T>(reason: string, work: (db: Db) => Promise<T>): Promise<T> {
	if (workerEnv().NODE_ENV !== 'test') console.info(JSON.stringify({ event: 'db.as_service', reason }))
	return begin(worker, 'read write', { role: 'service_role' }, work)
}
