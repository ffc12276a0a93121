import type { Db } from '~/db/db.server'
import type { LEAVE_REASONS, MEMBER_FACTS } from './membership-state'

/** What is to be known from now on; null takes a fact away. What is not named stays. */
export type Changes = { [fact in (typeof MEMBER_FACTS)[number]]?: string | null }

/** By an officer of the member's union, or by the member (`own`). A new phone number comes with its hash. */
export async function changeMember(
	db: Db,
	id: string,
	changes: Changes,
	{ phoneHash = null, own = false }: { phoneHash?: Buffer | null; own?: boolean } = {},
): Promise<'done' | 'phone_taken'> {
	const door = own ? db`private.change_own_membership` : db`private.change_member`
	const [row] = await db<
		[{ answer: 'done' | 'phone_taken' }]
	>`select ${door}(${id}, ${db.json(changes)}, ${phoneHash}) as answer`
	return row.answer
}

/** Twice is once. */
export async function endMembership(db: Db, id: string, reason: (typeof LEAVE_REASONS)[number]): Promise<void> {
	await db`select private.end_membership(${id}, ${reason})`
}

/** The member's own. Twice is once. */
export async function leaveUnion(db: Db, id: string): Promise<void> {
	await db`select private.leave_union(${id})`
}

/** Under the old number, with the history. `member_elsewhere`: the person has joined anew meanwhile, and nothing was done. */
export async function rejoinMember(db: Db, id: string): Promise<'done' | 'member_elsewhere'> {
	const [row] = await db<[{ answer: 'done' | 'member_elsewhere' }]>`select private.rejoin_member(${id}) as answer`
	return row.answer
}
