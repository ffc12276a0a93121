import type { Db } from '~/db/begin.server'

export type Person =
	| { user: string }
	| { receipt: string }
	| { application: string }
	| 'visitor'
	| 'anon'
	| 'service'
	| 'routing'
	| 'owner'

/** From here on, every statement of the transaction runs as this person. */
export async function become(db: Db, person: Person): Promise<void> {
	await db`reset role`
	const claims = claimsOf(person)
	await db`select set_config('request.jwt.claims', ${claims ? JSON.stringify(claims) : ''}, true),
		set_config('role', ${claims?.role ?? 'none'}, true)`
}

function claimsOf(person: Person): ({ role: string } & Record<string, string>) | null {
	if (person === 'owner') return null
	if (person === 'visitor') return { role: 'receipt_holder' }
	if (person === 'service') return { role: 'service_role' }
	if (person === 'routing') return { role: 'app_routing' }
	if (person === 'anon') return { role: 'anon' }
	if ('user' in person) return { role: 'authenticated', sub: person.user }
	if ('application' in person) return { role: 'receipt_holder', application_session: person.application }
	return { role: 'receipt_holder', receipt_session: person.receipt }
}
