/** Settings for modules that read theirs while being loaded. Nothing answers at these addresses: a unit test that reaches for the database fails. */
Object.assign(process.env, {
	APP_URL: 'http://app.test',
	COOKIE_SECRET: 'only-for-tests-only-for-tests-only',
	LINK_SECRET: 'links-of-tests-links-of-tests-links',
	RECEIPT_SECRET: 'receipts-of-tests-receipts-of-tests',
	MEMBER_SECRET: 'members-of-tests-members-of-tests-m',
	DATABASE_URL: 'postgres://app_web@127.0.0.1:1/none',
	SUPABASE_URL: 'http://supabase.test',
	SUPABASE_PUBLISHABLE_KEY: 'test',
	SUPABASE_SECRET_KEY: 'test-secret',
	WORKER_DATABASE_URL: 'postgres://app_worker@127.0.0.1:1/none',
	RESEND_API_KEY: 'test',
	MAIL_FROM: 'desk@app.test',
})
