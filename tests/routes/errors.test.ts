import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { expect, test, vi } from 'vitest'
import * as entry from '~/entry.server'
import * as root from '~/root'
import { AppError } from '~/lib/errors'
import { refusable } from '~/auth/refusals.server'

/** The application with one more page, whose loader does what a test says. */
function serving(loader: () => unknown) {
	const route = { id: 'routes/page', parentId: 'root', path: 'desk/page', module: { loader, default: () => null } }
	const known = { hasLoader: true, hasErrorBoundary: true, module: '' }
	const files = {
		entry: { imports: [], module: '' },
		routes: {
			root: { id: 'root', path: '', ...known },
			[route.id]: { id: route.id, parentId: 'root', path: route.path, ...known, hasErrorBoundary: false },
		},
		url: '',
		version: '',
	}
	const build = {
		entry: { module: entry },
		routes: { root: { id: 'root', path: '', module: root }, [route.id]: route },
		assets: files,
		assetsBuildDirectory: '',
		publicPath: '/',
		basename: '/',
		mode: 'production',
		isSpaMode: false,
		future: { v3_singleFetch: true, v3_throwAbortReason: true, v3_relativeSplatPath: true },
	} as unknown as ServerBuild
	const handle = createRequestHandler(build, 'production')
	return async (language: string) => {
		const request = new Request('http://app.test/desk/page', { headers: { 'Accept-Language': language } })
		const answer = await handle(request, { cspNonce: 'n' })
		return { status: answer.status, headers: answer.headers, page: await answer.text() }
	}
}

test('a loader that throws makes a page that says so, with 500 and nothing of what was thrown', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	const ask = serving(() => {
		throw new Error('connection to 10.0.0.7 as app_web refused')
	})
	const { status, headers, page } = await ask('zh-CN')
	expect([status, headers.get('Cache-Control'), headers.get('Content-Language')]).toEqual([
		500,
		'private, no-store',
		'zh-CN',
	])
	expect(page).toMatch(
		/<html[^>]* lang="zh-CN">[^]*<title>我们这边出了问题 – 同路<\/title>[^]*<h1[^>]*>我们这边出了问题<\/h1>/,
	)
	expect(page).toContain('href="/roles"') // staff go on to their own work
	expect(page).not.toMatch(/10\.0\.0\.7|app_web|\n\s+at /)
	expect((await ask('en')).page).toMatch(
		/<html[^>]* lang="en">[^]*<title>Something went wrong on our side – Tonglu<\/title>/,
	)
	expect(log).toHaveBeenCalledTimes(2) // it is a bug, so it is in the log
	log.mockRestore()
})

test('what a person is refused has its own status and words, and is no bug', async () => {
	const log = vi.spyOn(console, 'error').mockImplementation(() => {})
	for (const [code, status, title] of [
		['forbidden', 403, '您暂时不能查看这个页面'],
		['unavailable', 503, '暂时无法连接'],
		['conflict', 409, '情况刚刚有了变化'],
		['tooMany', 429, '短时间内尝试次数太多'],
	] as const) {
		const answer = await serving(() =>
			refusable(async () => {
				throw new AppError(code)
			}),
		)('zh-CN')
		expect(answer.status).toBe(status)
		expect(answer.page).toContain(`<title>${title} – 同路</title>`)
	}
	expect(log).not.toHaveBeenCalled()
	log.mockRestore()
})
