import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** No violation on the page as it stands. `javaScriptEnabled: false` where the test turned scripts off: axe needs them. */
export async function accessible(page: Page, { javaScriptEnabled = true } = {}): Promise<void> {
	await page.waitForLoadState() // a click that leads on is over once the next page begins to arrive: its main may still be on the way
	if (javaScriptEnabled) return check(page)
	const html = await page.content()
	// A copy of the page at the same address: there axe may run, and our own scripts may not.
	const context = await page.context().browser()!.newContext({ viewport: page.viewportSize(), javaScriptEnabled: true })
	const copy = await context.newPage()
	await copy.route('**/*', (route) => {
		const request = route.request()
		if (request.isNavigationRequest()) return route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
		return request.resourceType() === 'script' ? route.abort() : route.continue()
	})
	await copy.goto(page.url())
	await check(copy)
	await copy.unrouteAll({ behavior: 'ignoreErrors' }) // an icon may still be on its way
	await context.close() // before the test ends: what closes later breaks the next test of this worker
}

async function check(page: Page): Promise<void> {
	const { violations } = await analysis(page)
	expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
}

/** A press may still be on its way: when the page goes while it is looked at, the one that it leads to is looked at. */
async function analysis(page: Page, again = 3): ReturnType<AxeBuilder['analyze']> {
	try {
		return await new AxeBuilder({ page }).analyze()
	} catch (error) {
		if (again === 0 || !/context was destroyed|navigati/i.test(String(error))) throw error
		await page.waitForLoadState()
		return analysis(page, again - 1)
	}
}
