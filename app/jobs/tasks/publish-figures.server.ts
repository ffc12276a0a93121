import { asService } from '~/db/service.server'
import { listMonthsToPublish, prepareMonth, publishMonth, readMonth, type Note } from '~/domain/figures/publish.server'
import { defineTask } from '../define-task.server'

async function publish(month: string, note: Note | null) {
	const found = await asService('publish_figures: count', (db) => readMonth(db, month))
	const prepared = await prepareMonth(found)
	await asService('publish_figures: publish', (db) => publishMonth(db, month, prepared, note))
}

/** Every month that is over and not published, the oldest first; or one month again, with a note that says why. */
export const publishFiguresTask = defineTask('publish_figures', async ({ month, noteZh, noteEn }) => {
	if (month && noteZh && noteEn) return publish(month, { zh: noteZh, en: noteEn })
	for (const next of await asService('publish_figures: which', listMonthsToPublish)) await publish(next, null)
})
