import { asService } from '~/db/service.server'
import { measureMonth, monthsToMeasure } from '~/domain/fairness/fairness.server'
import { workerEnv } from '~/env.server'
import { defineTask } from '../define-task.server'

/** Once a month, or by hand for one month: each in a transaction of its own, so that one that fails is tried again alone. */
export const fairnessTask = defineTask('fairness', async ({ month }) => {
	const months = month ? [month] : await asService('fairness: months', monthsToMeasure)
	for (const each of months) await asService('fairness', (db) => measureMonth(db, each, workerEnv().MEMBER_SECRET))
})
