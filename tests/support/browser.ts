import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

export type Browser = { executablePath: string; env?: Record<string, string> }

const SYSTEM = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** A Chromium to test with: the one named, the system's, Playwright's own, else the one that npm brought. */
export async function findBrowser(): Promise<Browser> {
	const named = process.env.TEST_BROWSER
	const found = [...(named ? [named] : SYSTEM), chromium.executablePath()].find((path) => existsSync(path))
	return found ? { executablePath: found } : fromNpm()
}

/** Unpacked once into the project's cache: in the system's temporary folder it would take over whatever older one lies there. */
async function fromNpm(): Promise<Browser> {
	const cache = resolve('node_modules/.cache/tonglu-browser')
	mkdirSync(cache, { recursive: true })
	const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV }
	Object.assign(process.env, { TMPDIR: cache, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }) // unpacks its libraries too
	const { default: packed } = await import('@sparticuz/chromium')
	const executablePath = await packed.executablePath()
	for (const [name, value] of Object.entries(before)) {
		if (value === undefined) Reflect.deleteProperty(process.env, name)
		else process.env[name] = value
	}
	const runs = (env: NodeJS.ProcessEnv) =>
		spawnSync(executablePath, ['--version'], { env, stdio: 'ignore' }).status === 0
	for (const name of ['LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) Reflect.deleteProperty(process.env, name) // set by the package, for its own machine
	const fonts = { FONTCONFIG_FILE: fontsOf(cache) }
	if (runs(process.env)) return { executablePath, env: fonts }
	const env = { ...fonts, LD_LIBRARY_PATH: join(cache, 'al2023/lib') }
	if (runs({ ...process.env, ...env })) return { executablePath, env }
	throw new Error('No browser for the tests: install Chromium, or name one with TEST_BROWSER.')
}

/** The machine's fonts, and after them the one that came along: a page without any font has no width. */
function fontsOf(cache: string): string {
	const file = join(cache, 'fonts.conf')
	const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(cache, 'fonts')].map(
		(folder) => `<dir>${folder}</dir>`,
	)
	writeFileSync(file, `<fontconfig>${folders.join('')}<cachedir>${join(cache, 'fontconfig')}</cachedir></fontconfig>`)
	return file
}
