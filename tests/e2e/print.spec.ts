import { expect, test, type Page } from '@playwright/test'
import { world, trackPages } from '../support/all-pages'
import { answerAll } from '../support/draft-rows'

/** Black on white, nothing to press, and the address: what somebody can take to a counter. */
async function onPaper(page: Page, path: string, ...shown: string[]) {
	await page.goto(path)
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
	const seen = await page.evaluate(() => {
		const visible = (element: Element) => element.checkVisibility()
		const colours = [...document.querySelectorAll('body, main *')].filter(visible).map((element) => {
			const { color, backgroundColor } = getComputedStyle(element)
			return `${color} on ${backgroundColor}`
		})
		const pressed = 'header, nav, footer, button, .button, input, textarea, [data-quick-exit]'
		return {
			colours: [...new Set(colours)],
			pressed: [...document.querySelectorAll(`body > div ${pressed}, ${pressed}`)]
				.filter((element) => visible(element) && !element.closest('main > header, main header'))
				.map((element) => element.outerHTML.slice(0, 90)),
			text: document.body.innerText,
		}
	})
	const paper = /^rgb\((0, 0, 0|51, 51, 51)\) on rgb(a\(0, 0, 0, 0\)|\(255, 255, 255\))$/
	expect(
		seen.colours.filter((colour) => !paper.test(colour)),
		path,
	).toEqual([])
	expect(seen.pressed, path).toEqual([])
	for (const text of [new URL(page.url()).pathname, ...shown]) expect(seen.text, path).toContain(text)
	await page.emulateMedia({ media: 'screen' })
}

test('receipt, request and case come out of a printer as something to keep, dark screen or not @desktop', async ({
	page,
	baseURL,
}) => {
	const origin = baseURL!
	const staged = await world(page, origin, 'zh-CN')
	const [track, sharing, , , one] = await trackPages(page, origin, staged)
	await onPaper(page, track!, staged.held.reference)
	await onPaper(page, sharing!)
	await onPaper(page, one!, staged.held.reference)
	await onPaper(page, `/desk/cases/${staged.held.caseId}`, staged.held.reference)

	const story = `站点只结了一半的钱 ${staged.held.caseId}`
	await page.goto('/requests/new')
	await page.request.post('/requests/new/story', { multipart: { danger: 'no', story }, headers: { origin } })
	await answerAll(story, 'zh-CN')
	await page.request.post('/requests/new/check', { form: {}, headers: { origin } })
	await page.goto('/receipt')
	const receipt = await page.getByRole('definition').allTextContents()
	await onPaper(page, '/receipt', ...receipt)
})
