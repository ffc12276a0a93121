import type { Db } from '~/db/db.server'

/** How somebody is called at work; null before they ever accepted an invitation. */
export async function findMyName(db: Db): Promise<string | null> {
	const [row] = await db<{ name: string }[]>`select name from app.people where user_id = (select auth.uid())`
	return row?.name ?? null
}
