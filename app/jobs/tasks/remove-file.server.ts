import { asService } from '~/db/service.server'
import { fileIsGone } from '~/domain/attachments/attachments.server'
import { removeFiles } from '~/storage/attachments.server'
import { defineTask } from '../define-task.server'

/** The row went first, and with it everybody's way to the bytes. A second run finds nothing to remove. */
export const removeFileTask = defineTask('remove_file', async ({ fileId }) => {
	if (await asService('remove_file', (db) => fileIsGone(db, fileId))) await removeFiles([fileId])
})
