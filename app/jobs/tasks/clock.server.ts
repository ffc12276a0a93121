import { asService } from '~/db/service.server'
import { closeDueDrives } from '~/domain/drives/drives.server'
import { purgeImports, wakeImports } from '~/domain/roster/import-work.server'
import { purge, sweep } from '~/domain/routing/routing.server'
import { defineTask } from '../define-task.server'

/** Once a minute. A full bite means that more is waiting, so it bites again, in a transaction of its own. */
export const sweepTask = defineTask('sweep', async () => {
	for (let bites = 0; bites < 50; bites++) if ((await asService('sweep', sweep)) < 200) break
	await asService('wake_imports', wakeImports)
})

/** Bite by bite until no drive is over any more, so that nobody's row is held for long. Once a minute, and when one is ended by hand. */
export const closeDrivesTask = defineTask('close_drives', async () => {
	while ((await asService('close_drives', closeDueDrives)) > 0);
})
export const purgeTask = defineTask('purge', async () => {
	await asService('purge', purge)
	await asService('purge_imports', purgeImports)
})
