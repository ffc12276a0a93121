import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { openNetwork, type Network } from '../support/cut-network'
import { draftsWith } from '../support/draft-rows'
import { freshStaff } from '../support/fresh-staff'
import { inEmbedded } from '../support/embedded-data'
import { seedOffer, seedOrganisation } from '../support/seeds'
import { messagesOf, openReceipt, seedHeld } from '../support/worker-case'

const { common, filing, track } = zhCN
const STORY = '站点只结了一半的钱。'

/** Holds back whatever is posted until it is let go. */
async function slowly(page: Page) {
	let posts = 0
	let letGo = () => {}
	const gate = new Promise<void>((open) => (letGo = open))
	await page.route('**/*', async (route) => {
		if (route.request().method() !== 'POST') return route.continue()
		posts++
		await gate
		await route.continue()
	})
	return { posts: () => posts, letGo }
}

/** Pressed twice: it says that it is on its way, and one form leaves. All in the page: a navigation makes the test wait. */
async function pressTwice(page: Page, name: string) {
	const { posts, letGo } = await slowly(page)
	const said = await page.getByRole('button', { name, exact: true }).evaluate(async (button: HTMLButtonElement) => {
		const before = getComputedStyle(button, '::after').content
		button.click()
		while (!button.hasAttribute('aria-busy')) await new Promise((later) => setTimeout(later))
		button.click()
		return [before, getComputedStyle(button, '::after').content]
	})
	expect(said).toEqual(['none', `"${common.form.busy}"`])
	await expect.poll(posts).toBe(1)
	letGo()
	await page.waitForURL((url) => url.search.includes('done') || url.pathname.endsWith('needs'))
	expect(posts()).toBe(1)
}

test('on a slow network a button says that it sends, and a second press sends nothing, on pages with and without scripts @phone', async ({
	page,
	baseURL,
}) => {
	const { caseId, reference } = await seedHeld()
	await openReceipt(page, baseURL!, reference)
	await page.goto(`/track/cases/${caseId}`)
	await page.locator('textarea[name=body]').fill('好的')
	await pressTwice(page, common.actions.send)
	expect(await messagesOf(caseId)).toEqual(['好的'])
	await expect(page.locator('textarea[name=body]')).toBeEmpty()

	await page.goto('/requests/new')
	await page.getByLabel(filing.story.dangerOptions.no).check()
	await page.getByLabel(filing.story.story).fill(STORY)
	await page.unrouteAll()
	await pressTwice(page, common.actions.continue)
})

test('a page that scripts open is on its way visibly, and the keyboard goes on at its beginning @desktop', async ({
	page,
	baseURL,
}) => {
	const organisation = await inEmbedded((db) => seedOrganisation(db))
	await freshStaff(page, baseURL!, organisation, 'caseworker')
	const { caseId } = await inEmbedded((db) => seedOffer(db, organisation))
	await page.goto(`/desk/${organisation}`)
	let letGo = () => {}
	const gate = new Promise<void>((open) => (letGo = open))
	await page.route(`**/desk/cases/${caseId}.data*`, async (route) => {
		await gate
		await route.continue()
	})
	await page.locator(`a[href="/desk/cases/${caseId}"]`).click()
	await expect(page.locator('[role=status] .moving').filter({ hasText: common.layout.moving })).toBeVisible()
	letGo()
	await expect(page).toHaveURL(`/desk/cases/${caseId}`)
	await expect(page.getByText(common.layout.moving)).toHaveCount(0)
	await expect(page.locator('#main')).toBeFocused()
})

test('a change of language in the middle of writing keeps what was typed @desktop', async ({ page }) => {
	await page.goto('/requests/new')
	await page.getByLabel(filing.story.dangerOptions.no).check()
	await page.getByLabel(filing.story.story).fill(STORY)
	await page.getByRole('button', { name: 'English' }).click()
	await expect(page.getByLabel(en.filing.story.story)).toHaveValue(STORY)
	await expect(page.getByLabel(en.filing.story.dangerOptions.no)).toBeChecked()
	await page.getByRole('button', { name: en.common.actions.continue }).click()
	await expect(page).toHaveURL(/needs$/)
	await page.goto('/requests/new/story')
	await expect(page.getByLabel(en.filing.story.story)).toHaveValue(STORY)
})

/** Back from the browser's own page about the dead network. */
async function backOnline(page: Page, network: Network) {
	await expect.poll(() => page.url()).toMatch(/^chrome-error/)
	network.mend()
	await page.goBack()
}

for (const [javaScriptEnabled, screen] of [
	[true, '@phone'],
	[false, '@desktop'],
] as const) {
	test.describe(`a dead network, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${screen}`, () => {
		test.use({ javaScriptEnabled })
		let network: Network
		test.beforeEach(async () => void (network = await openNetwork()))
		test.afterEach(() => network.close())

		test('what was typed is there again on both kinds of page, and is sent once', async ({ page }) => {
			const story = `${STORY} ${randomUUID()}`
			await page.goto(`${network.url}/requests/new`)
			await page.getByLabel(filing.story.dangerOptions.no).check()
			await page.getByLabel(filing.story.story).fill(story)
			network.cut()
			await page.getByRole('button', { name: common.actions.continue }).click()
			await backOnline(page, network)
			await expect(page.getByLabel(filing.story.story)).toHaveValue(story)
			await expect(page.getByLabel(filing.story.dangerOptions.no)).toBeChecked()
			await page.getByRole('button', { name: common.actions.continue }).click()
			await expect(page).toHaveURL(/needs$/)
			expect(await draftsWith(story)).toBe(1)

			const { caseId, reference } = await seedHeld()
			await openReceipt(page, network.url, reference)
			await page.goto(`${network.url}/track/cases/${caseId}`)
			await page.locator('textarea[name=body]').fill(story)
			network.cut()
			await page.getByRole('button', { name: common.actions.send, exact: true }).click()
			await backOnline(page, network)
			await expect(page.locator('textarea[name=body]')).toHaveValue(story)
			await page.getByRole('button', { name: common.actions.send, exact: true }).click()
			await expect(page.getByText(track.done.wrote)).toBeVisible()
			await expect(page.locator('textarea[name=body]')).toBeEmpty()
			expect(await messagesOf(caseId)).toEqual([story])
		})
	})
}

test('offline for longer: back while there is no network, then a new start, and the text is still there @phone', async ({
	page,
}) => {
	const network = await openNetwork()
	await page.goto(`${network.url}/`)
	await page.goto(`${network.url}/requests/new`)
	await page.getByLabel(filing.story.story).fill(STORY)
	await page.getByLabel(filing.story.dangerOptions.no).check()
	network.cut()
	await page.getByRole('button', { name: common.actions.continue }).click()
	await expect.poll(() => page.url()).toMatch(/^chrome-error/)
	await page.goBack().catch(() => null) // the page before cannot be fetched either
	network.mend()
	await expect(() => page.goto(`${network.url}/`)).toPass() // the failing way back may still be arriving, and interrupts it
	await page.getByRole('link', { name: zhCN.home.ask }).click()
	await expect(page.getByLabel(filing.story.story)).toHaveValue(STORY)

	// Not for the next person: whoever leaves quickly leaves nothing in the tab, and a page that was kept alive is asked for anew.
	network.cut()
	await page.getByRole('button', { name: common.actions.continue }).click()
	await expect.poll(() => page.url()).toMatch(/^chrome-error/)
	network.mend()
	await page.goto(`${network.url}/emergency`)
	await page.route('https://www.weather.com.cn/**', (route) => route.fulfill({ body: '天气' }))
	await page.getByRole('link', { name: common.layout.quickExit }).click()
	await expect(page).toHaveURL('https://www.weather.com.cn/')
	await page.goto(`${network.url}/requests/new/story`)
	await expect(page.getByLabel(filing.story.story)).toBeEmpty()
	const asked = page.waitForRequest((request) => request.isNavigationRequest())
	await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
	await asked
	await network.close()
})
