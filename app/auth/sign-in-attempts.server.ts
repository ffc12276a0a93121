import type { Db } from '~/db/db.server'

const MOST = 10

/**
 * Ask before each try, as a visitor: counts it, and says whether it may be made. Counted per account, never per
 * address, and before the password is looked at, so that many tries at once are not one.
 */
export async function mayTrySigningIn(db: Db, email: string): Promise<boolean> {
	const [row] = await db<
		[{ tooMany: boolean }]
	>`select private.too_many_attempts('signin', ${email}, ${MOST}) as too_many`
	if (row.tooMany) return false
	await db`select private.count_attempt('signin', ${email})`
	return true
}

/** After a success earlier failures no longer count. */
export async function forgetSigningIn(db: Db, email: string) {
	await db`select private.forget_attempts('signin', ${email})`
}
