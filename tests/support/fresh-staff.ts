import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { inEmbedded } from './embedded-data'
import type { Role } from './seeds'

const PASSWORD = 'a-long-enough-password'
export type FreshStaff = { user: string; email: string; password: string }

/** Somebody new with an account, signed in with this page's browser, who works for the organisation: no test meets another's. */
export async function freshStaff(page: Page, baseURL: string, organisation: string, ...roles: Role[]) {
	const email = `${randomUUID()}@people.test`
	const answer = await page.request.post('/signup', {
		form: { email, password: PASSWORD },
		headers: { origin: baseURL },
		maxRedirects: 0,
	})
	expect(answer.status()).toBe(303)
	const user = await inEmbedded(async (db) => {
		const [row] = await db<{ id: string }[]>`select id from auth.users where email = ${email}`
		await db`insert into app.people (user_id, name) values (${row!.id}, '李明')`
		await db`insert into app.staff_roles (user_id, organisation_id, role)
			select ${row!.id}, ${organisation}, unnest(${roles}::text[])`
		return row!.id
	})
	return { user, email, password: PASSWORD } satisfies FreshStaff
}
