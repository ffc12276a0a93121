import { expect, test, type Locator, type Page } from '@playwright/test'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { inEmbedded } from '../support/embedded-data'
import { freshStaff } from '../support/fresh-staff'
import { seedOffer, seedOrganisation } from '../support/seeds'

const { common, home, filing, desk } = zhCN

/** Where the focus is, if it can be seen: an outline of its own, inside the window, on something with a size. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const element = document.activeElement!
		const { outlineStyle, outlineWidth } = getComputedStyle(element)
		const { top, bottom, width } = element.getBoundingClientRect()
		return {
			what: element.outerHTML.slice(0, 120),
			seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight && width > 1,
		}
	})

/** Presses Tab until the focus is there; at every stop it must be visible. */
async function tabTo(page: Page, goal: Locator) {
	await expect(goal).toBeVisible()
	for (let stops = 0; stops < 60; stops++) {
		await page.keyboard.press('Tab')
		const { what, seen } = await focused(page)
		expect(seen, `the focus is not seen on ${what}`).toBe(true)
		if (await goal.evaluate((element) => element === document.activeElement)) return
	}
	throw new Error(`the keyboard does not reach ${goal}`)
}

async function press(page: Page, goal: Locator, key = 'Enter') {
	await tabTo(page, goal)
	await page.keyboard.press(key)
}
/** One of several: Tab leads to the group, arrows inside it. */
async function choose(page: Page, name: string, value: string) {
	const group = page.locator(`input[name=${name}]`)
	const values = await group.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
	await tabTo(page, group.first())
	await page.keyboard.press('Space')
	for (let at = 0; at < values.indexOf(value); at++) await page.keyboard.press('ArrowDown')
	await expect(page.locator(`input[name=${name}][value=${value}]`)).toBeChecked()
}
const goOn = (page: Page) => press(page, page.getByRole('button', { name: common.actions.continue, exact: true }))

test('a request is filed with the keyboard alone, from the skip link to the receipt @desktop', async ({ page }) => {
	test.slow()
	await page.goto('/')
	await page.keyboard.press('Tab')
	expect(await focused(page)).toMatchObject({ what: expect.stringContaining('#main'), seen: true })
	await page.keyboard.press('Enter')
	await expect(page.locator('#main')).toBeFocused()
	await page.keyboard.press('Tab')
	expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true)
	await press(page, page.getByRole('link', { name: home.ask }))

	await expect(page).toHaveURL(/story$/)
	await choose(page, 'danger', 'no')
	await tabTo(page, page.getByLabel(filing.story.story))
	await page.keyboard.type('站点只结了一半的钱。')
	await goOn(page)

	await expect(page).toHaveURL(/needs$/)
	await press(page, page.locator('summary', { hasText: '工钱和平台' }))
	await press(page, page.getByLabel(/^欠薪、少结算/), 'Space')
	await choose(page, 'urgency', 'soon')
	await goOn(page)

	await expect(page).toHaveURL(/place$/)
	await tabTo(page, page.getByLabel(filing.place.search))
	await page.keyboard.type('拱墅')
	await page.keyboard.press('Enter')
	await press(page, page.getByRole('button', { name: '浙江省 · 杭州市 · 拱墅区' }))

	await expect(page).toHaveURL(/work$/)
	await choose(page, 'sector', 'delivery')
	await choose(page, 'workingForm', 'crowd')
	await goOn(page)
	await press(page, page.getByLabel(filing.contact.reachByOptions.here), 'Space')
	await goOn(page)

	await expect(page).toHaveURL(/sharing$/)
	await choose(page, 'mode', 'ask_first')
	await choose(page, 'deskMayRead', 'no')
	await goOn(page)
	await press(page, page.getByRole('button', { name: filing.check.send }))
	await expect(page).toHaveURL(/receipt$/)
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('an offer is accepted with the keyboard alone @desktop', async ({ page, baseURL }) => {
	const organisation = await inEmbedded((db) => seedOrganisation(db))
	await freshStaff(page, baseURL!, organisation, 'caseworker')
	const { caseId } = await inEmbedded((db) => seedOffer(db, organisation))
	await page.goto(`/desk/${organisation}`)
	await press(page, page.locator(`a[href="/desk/cases/${caseId}"]`))
	await expect(page).toHaveURL(`/desk/cases/${caseId}`)
	await press(page, page.getByRole('button', { name: desk.answer.accept }))
	await expect(page.getByText(desk.done.accepted)).toBeVisible()
	await tabTo(page, page.getByLabel(desk.conversation.write))
	await page.keyboard.type('您好，我是经办社工。')
	await press(page, page.getByRole('button', { name: desk.conversation.send }))
	await expect(page.getByText(desk.done.sent)).toBeVisible()
})
