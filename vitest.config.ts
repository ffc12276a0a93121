import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const alias = { '~tests': at('./tests'), '~emails': at('./emails'), '~': at('./app') }

/** Levels of test. `unit` needs nothing; `db` and `routes` get a Postgres and one database per file. */
const level = (name: string, support: { globalSetup?: string[]; setupFiles?: string[] } = {}) => ({
	resolve: { alias },
	test: {
		name,
		include: [`tests/${name}/**/*.test.{ts,tsx}`],
		environment: 'node',
		testTimeout: 20_000,
		hookTimeout: 60_000,
		...support,
	},
})
const withDatabase = { globalSetup: ['tests/support/global-setup.ts'], setupFiles: ['tests/support/settings.ts'] }

export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			level('unit', { setupFiles: ['tests/support/unit-settings.ts'] }),
			level('db', withDatabase),
			level('routes', withDatabase),
		],
	},
})
