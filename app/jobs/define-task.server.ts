import type { Task } from 'graphile-worker'
import { PAYLOADS, type Payload, type TaskName } from '~/queue/payloads'

/** A handler with a checked payload and no transaction of its own: it opens short ones around its network call. */
export const defineTask =
	<N extends TaskName>(name: N, handle: (payload: Payload<N>) => Promise<void>): Task =>
	(payload) => {
		const { _cron, ...ids } = (payload ?? {}) as Record<string, unknown> // what the crontab adds
		return handle(PAYLOADS[name].parse(ids) as Payload<N>)
	}
