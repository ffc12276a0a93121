import type { Db } from '~/db/db.server'
import { filesOfStory } from '~/domain/attachments/attachments.server'
import { openStory, revealContact } from '~/domain/cases/cases.server'

/** What somebody asked to see of a case, which the worker will see that they did. The names of files come with the story. */
export async function openPrivate(db: Db, caseId: string, wanted: FormDataEntryValue[]) {
	return {
		story: wanted.includes('story') ? await openStory(db, caseId) : undefined,
		files: wanted.includes('story') ? await filesOfStory(db, caseId) : undefined,
		contact: wanted.includes('contact') ? await revealContact(db, caseId) : undefined,
	}
}
