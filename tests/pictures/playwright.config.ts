import { fileURLToPath } from 'node:url'
import { defineConfig } from '@playwright/test'
import tests from '../../playwright.config'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** `npm run pictures`: the server of the browser tests, fresh from its demo, and a photographer in the place of the tests. */
export default defineConfig({
	...tests,
	testDir: at('.'),
	testMatch: /\.pictures\.ts$/,
	outputDir: at('../../test-results'),
	globalTeardown: at('../support/e2e-teardown.ts'),
	webServer: { ...(tests.webServer as { command: string }), cwd: at('../..') },
	fullyParallel: false,
	workers: 1,
	projects: [
		{ name: 'phone', use: { viewport: { width: 360, height: 740 }, isMobile: true, deviceScaleFactor: 2 } },
		{ name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
	],
})
