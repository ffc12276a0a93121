import { signedIn } from '~/auth/signed-in.server'
import type { User } from '~/db/db.server'

/** Runs for whoever may hold a membership card. Every kind of holder has its line here, before signing in is asked for. */
export async function cardHolder<T extends object | null>(request: Request, handle: (holder: User) => Promise<T>) {
	return signedIn(request, handle)
}
