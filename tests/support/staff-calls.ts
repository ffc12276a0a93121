import { committed } from './receipt-calls'
import { seedOrganisation, seedStaff, type Role } from './seeds'

/** Who the next calls come from. */
let signedInAs: string | null = null
export const signInAs = (person: { user: string } | null) => void (signedInAs = person?.user ?? null)

/** Stands in for the session module; the file that uses it says `vi.mock('~/auth/session.server', …)`, since mocks are hoisted by file. */
export const session = {
	getUserId: async () => ({ userId: signedInAs, headers: new Headers({ 'Set-Cookie': 'session=refreshed' }) }),
}

/** An organisation with one person in it, committed. */
export const staffed = (...roles: Role[]) =>
	committed(async (db) => {
		const organisation = await seedOrganisation(db)
		return { organisation, person: await seedStaff(db, organisation, ...roles) }
	})
