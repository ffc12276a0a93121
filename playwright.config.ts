import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser'

/** Workers load this file again: what the first run chose is handed on by the environment. */
const port = Number((process.env.TEST_PORT ??= String(20_000 + (process.pid % 20_000))))
const data = (process.env.TEST_DATA ??= join(tmpdir(), `tonglu-e2e-${process.pid}`))
const baseURL = `http://localhost:${port}`
const { executablePath, env } = await findBrowser()

const launchOptions = {
	executablePath,
	env: { ...(process.env as Record<string, string>), ...env },
	args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
}
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 }

/** The production server with the embedded stack, the demo and a data folder of its own, as `npm start` brings it up. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	globalTeardown: './tests/support/e2e-teardown.ts',
	retries: 0,
	workers: 2,
	fullyParallel: true,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [['list']],
	use: {
		baseURL,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		launchOptions,
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
	},
	webServer: {
		command: 'node app/server/launch.mjs start',
		url: `${baseURL}/healthz`,
		env: { PORT: String(port), TONGLU_DATA: data, NODE_ENV: 'production' },
		timeout: 180_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
	},
	// A journey in both languages, with and without scripts, runs two of the four on a phone and two on a desktop (`onScreen`).
	projects: [
		{ name: 'phone', use: phone, grepInvert: /@desktop/, testIgnore: /start-and-stop/ },
		{
			name: 'desktop',
			use: { viewport: { width: 1280, height: 800 } },
			grepInvert: /@phone/,
			testIgnore: /start-and-stop|before-scripts|smoke/,
		},
		{ name: 'processes', testMatch: /start-and-stop/, dependencies: ['phone', 'desktop'] }, // heavy: alone, at the end
	],
})
