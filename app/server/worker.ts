import { workerEnv } from '~/env.server'
import { endsWith, fail } from './process.server'

/** The worker process: works the queue, and vouches for it on the health page. */
try {
	const env = workerEnv()
	const { vouch } = await import('~/jobs/vouch.server') // these read their settings while being loaded: first they are checked
	const voucher = await vouch(env)
	const { startWorker } = await import('~/jobs/worker.server')
	const runner = await startWorker()
	endsWith(async () => {
		await runner.stop()
		await voucher.end()
	})
	process.send?.('ready')
} catch (error) {
	fail(error)
}
