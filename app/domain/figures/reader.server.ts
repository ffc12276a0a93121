import type { Db } from '~/db/begin.server'
import { AppError } from '~/lib/errors'

/** For readers of figures: analysts, officers, administrators of the desk. To others the page is closed, as the database is. */
export async function requireReader(db: Db): Promise<void> {
	const [row] = await db<[{ reads: boolean }]>`select private.reads_figures() as reads`
	if (!row.reads) throw new AppError('forbidden')
}
