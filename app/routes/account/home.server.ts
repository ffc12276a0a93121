import { readAs } from '~/db/db.server'
import { listMyRoles } from '~/domain/organisations/roles.server'

/** Where somebody begins after signing in: the place of the first role, or one's own requests. */
export async function homeOf(userId: string): Promise<string> {
	const [first] = await readAs({ role: 'authenticated', sub: userId }, (db) => listMyRoles(db, 'zh-CN'))
	return first?.to ?? '/my'
}
