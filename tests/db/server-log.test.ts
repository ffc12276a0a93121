import { expect, test } from 'vitest'
import { owner } from '~tests/support/db'

test.skipIf(process.env.TEST_ADMIN_URL)(
	'the database writes neither statements nor refused rows into its log',
	async () => {
		const [kept] = await owner`select current_setting('log_min_error_statement') as statements,
		current_setting('log_error_verbosity') as rows, current_setting('log_statement') as every`
		expect(kept).toEqual({ statements: 'panic', rows: 'terse', every: 'none' })
	},
)
