import type { Db } from '~/db/begin.server'
import { asService } from '~/db/service.server'
import {
	listMonthsToPublish,
	listWaiting,
	noteFailure,
	prepareMonth,
	publishAgain,
	publishMonth,
	readMonth,
	type Prepared,
} from '~/domain/figures/publish.server'
import { wantReports } from '~/domain/reports/make.server'
import { defineTask } from '../define-task.server'

async function publish(month: string, write: (db: Db, prepared: Prepared) => Promise<unknown>) {
	const found = await asService('publish_figures: count', (db) => readMonth(db, month))
	const prepared = await prepareMonth(found)
	await asService('publish_figures: publish', (db) => write(db, prepared))
}

/** Whoever asked sees that it did not work; the job fails and is tried again. */
async function again(id: string, month: string) {
	try {
		await publish(month, (db, prepared) => publishAgain(db, id, prepared))
	} catch (error) {
		await asService('publish_figures: failed', (db) => noteFailure(db, id)).catch(() => {})
		throw error
	}
}

/**
 * Every month that is over and not published, and every one that is to be told again, the oldest first; with an id, that
 * one alone. What came of it is then put into reports.
 */
export const publishFiguresTask = defineTask('publish_figures', async ({ republicationId }) => {
	const months = republicationId ? [] : await asService('publish_figures: which', listMonthsToPublish)
	for (const month of months) await publish(month, (db, prepared) => publishMonth(db, month, prepared, null))
	const asked = await asService('publish_figures: again', listWaiting)
	const mine = asked.filter(({ id }) => !republicationId || id === republicationId)
	const failures: unknown[] = []
	for (const { id, month } of mine) await again(id, month).catch((error: unknown) => failures.push(error)) // the others wait no longer for it
	if (months.length + mine.length > failures.length) await asService('publish_figures: reports', wantReports)
	if (failures.length > 0) throw failures[0]
})
