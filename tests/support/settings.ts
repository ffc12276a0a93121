import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'

/** One database name per test file, and the settings under which the app's own doors reach it. */
export const ADMIN_URL = inject('adminUrl')
export const DATABASE = `tonglu_test_${randomUUID().slice(0, 8)}`

/** The address of this file's database for one login. */
export const as = (login: string) =>
	Object.assign(new URL(`${ADMIN_URL}/${DATABASE}`), { username: login, password: 'test' }).href

Object.assign(process.env, {
	APP_URL: 'http://app.test',
	COOKIE_SECRET: 'only-for-tests-only-for-tests-only',
	LINK_SECRET: 'links-of-tests-links-of-tests-links',
	RECEIPT_SECRET: 'receipts-of-tests-receipts-of-tests',
	MEMBER_SECRET: 'members-of-tests-members-of-tests-m',
	DATABASE_URL: as('app_web'),
	SUPABASE_URL: 'http://supabase.test',
	SUPABASE_PUBLISHABLE_KEY: 'test',
	SUPABASE_SECRET_KEY: 'test-secret',
	WORKER_DATABASE_URL: as('app_worker'),
	RESEND_API_KEY: 'test',
	MAIL_FROM: 'desk@app.test',
})
