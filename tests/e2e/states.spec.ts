import { expect, test, type Page } from '@playwright/test'
import AxeBuilder from '@axe-core/playwright'
import { PUBLIC, filingPages, trackPages, world } from '../support/all-pages'

/** What of the page stands out at the right, by its words; hidden text for screen readers does not count. */
const standsOut = (page: Page) =>
	page.evaluate(() => {
		const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth
		if (wide <= 0) return []
		return [...document.querySelectorAll('body *')]
			.filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
			.map(
				(element) =>
					`${element.tagName} ${element.className.toString().slice(0, 60)} ${element.textContent.slice(0, 40)}`,
			)
	})

/** Pages that say that something is not there. */
const STATUS: [RegExp, number][] = [
	[/^\/(nothing-here|desk\/cases\/0000)/, 404],
	[/^\/invitations/, 410],
]
/** Where colours meet in ways of their own; `contrast.test.ts` computes every pair of them. */
const COLOURFUL =
	/^\/(signin|nothing-here|desk\/[\w-]+|desk\/cases\/[\w-]+|operator\/cases\/[\w-]+|track\/cases\/[\w-]+|requests\/new\/(story|sharing|check)|receipt)?$/

/** Nothing moves sideways (WCAG 1.4.10), there is one title, and the window says which page it is. */
async function look(page: Page, path: string, problems: string[], { dark }: { dark: boolean }) {
	const say = (what: string) => problems.push(`${path}: ${what}`)
	const answer = await page.goto(path)
	const status = STATUS.find(([where]) => where.test(path))?.[1] ?? 200
	if (answer!.status() !== status) say(`answers ${answer!.status()}`)
	const pathname = path.split('?')[0]!
	if (new URL(page.url()).pathname !== pathname && pathname !== '/desk') say(`leads to ${page.url()}`)
	const [widest] = await standsOut(page)
	if (widest) say(`stands out: ${widest}`)
	if ((await page.locator('h1').count()) !== 1) say(`${await page.locator('h1').count()} titles`)
	if (!/.+ – .+/.test(await page.title())) say(`the window is called ${await page.title()}`)
	if (!dark || !COLOURFUL.test(pathname)) return
	const { violations } = await new AxeBuilder({ page }).withRules(['color-contrast']).analyze()
	for (const { id, nodes } of violations) say(`${id}: ${nodes.map(({ html }) => html.slice(0, 80)).join(' | ')}`)
}

for (const [language, colorScheme, screen] of [
	['zh-CN', 'light', '@phone'],
	['en', 'dark', '@desktop'],
] as const) {
	test(`every page at 320 pixels, with names and words of any length, ${language}, ${colorScheme} ${screen}`, async ({
		browser,
		baseURL,
	}) => {
		test.setTimeout(180_000)
		const context = await browser.newContext({
			baseURL,
			locale: language,
			colorScheme,
			viewport: { width: 320, height: 640 }, // 1280 pixels at 400 %, or 640 at 200 %
			extraHTTPHeaders: { 'Accept-Language': language },
		})
		const page = await context.newPage()
		const problems: string[] = []
		const dark = colorScheme === 'dark'
		for (const path of PUBLIC) await look(page, path, problems, { dark })
		const staged = await world(page, baseURL!, language)
		for (const path of staged.staffPages) await look(page, path, problems, { dark })
		for (const path of await trackPages(page, baseURL!, staged)) await look(page, path, problems, { dark })
		for (const path of await filingPages(page, baseURL!, language)) await look(page, path, problems, { dark })
		await page.locator('main form').first().getByRole('button').first().click()
		await expect(page).toHaveURL(/\/receipt/)
		await look(page, '/receipt', problems, { dark })
		expect(problems).toEqual([])
		await context.close()
	})
}
