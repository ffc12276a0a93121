import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { accessible } from '../support/accessible'
import { answerAll, draftsWith, expire, requestsWith } from '../support/draft-rows'

const TEXTS = { 'zh-CN': zhCN, en } as const
type Language = keyof typeof TEXTS

/** A story of this test's own, saved by the first page; the second page is open. */
async function begin(page: Page, language: Language): Promise<string> {
	const { filing, common } = TEXTS[language]
	const story = `站点只结了一半的钱 ${randomUUID()}`
	await page.goto('/requests/new')
	await page.getByLabel(filing.story.dangerOptions.no).check()
	await page.getByLabel(filing.story.story).fill(story)
	await page.getByRole('button', { name: common.actions.continue }).click()
	await expect(page).toHaveURL(/\/needs$/)
	return story
}

async function clear(page: Page, language: Language, button: string) {
	const { forget } = TEXTS[language].filing
	await page.locator('summary', { hasText: forget.summary }).click()
	await page.getByRole('button', { name: button }).click()
	await expect(page.getByRole('status').filter({ hasText: forget.done })).toBeVisible()
}

/** As far back as the history goes: none of the pages shows, or has in a field, what was cleared. */
async function nothingBehind(page: Page, ...secrets: string[]) {
	for (let steps = 0; steps < 8; steps++) {
		if (!(await page.goBack()) || page.url() === 'about:blank') return
		const fields = await page.locator('textarea, input:not([type=hidden])').all()
		const held = await Promise.all(fields.map((field) => field.inputValue()))
		for (const secret of secrets) {
			expect(await page.content(), page.url()).not.toContain(secret)
			expect(held.join('\n'), page.url()).not.toContain(secret)
		}
	}
}

for (const [language, javaScriptEnabled, screen] of [
	['zh-CN', true, '@phone'],
	['en', false, '@desktop'],
] as const) {
	test.describe(`drafts, ${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${screen}`, () => {
		test.use({ javaScriptEnabled, locale: language })
		const { filing, home } = TEXTS[language]

		test('a begun request waits on the start page, and is cleared from there with nothing left behind', async ({
			page,
		}) => {
			await page.goto('/')
			await expect(page.getByText(filing.begin.title)).toHaveCount(0)
			await expect(page.getByText(filing.forget.summary)).toHaveCount(0)
			const story = await begin(page, language)
			await page.goto('/')
			const card = page.getByRole('region', { name: filing.begin.title })
			await expect(card).toContainText(filing.needs.title)
			expect(await page.locator('script[type=module]').count()).toBe(0)
			await accessible(page, { javaScriptEnabled })
			await card.getByRole('link', { name: filing.begin.goOn }).click()
			await expect(page).toHaveURL(/\/needs$/)

			await page.goto('/')
			await clear(page, language, filing.forget.begun.button)
			await expect(card).toHaveCount(0)
			await expect(page.getByRole('link', { name: home.ask })).toBeVisible()
			await accessible(page, { javaScriptEnabled })
			expect(await draftsWith(story)).toBe(0)
			await nothingBehind(page, story)
		})

		test('begun anew, nothing of the first is left; what is over is explained', async ({ page }) => {
			const first = await begin(page, language)
			await page.goto('/')
			await page.getByRole('button', { name: filing.begin.anew }).click()
			await expect(page.getByLabel(filing.story.story)).toBeEmpty()
			expect(await draftsWith(first)).toBe(0)
			await nothingBehind(page, first)

			const second = await begin(page, language)
			await expire(second)
			await page.goto('/requests/new/contact')
			await expect(page.getByText(filing.lost.title)).toBeVisible()
			await accessible(page, { javaScriptEnabled })
		})

		test('sent in one window, the other is told and led to the receipt; going back too; then the phone is cleared', async ({
			page,
			context,
		}) => {
			const story = await begin(page, language)
			await answerAll(story, language)
			const other = await context.newPage()
			await other.goto('/requests/new/check')
			await other.getByRole('button', { name: filing.check.send }).click()
			await expect(other).toHaveURL(/\/receipt$/)
			const receipt = await other.getByRole('definition').allTextContents()

			await page.locator('details summary').first().click()
			await page.locator('input[name=needs]').first().check()
			await page.locator('input[name=urgency]').first().check()
			await page.locator('main form').first().getByRole('button').last().click()
			await expect(page.getByRole('status').filter({ hasText: filing.receipt.alreadyTitle })).toBeVisible()
			expect(await page.getByRole('definition').allTextContents()).toEqual(receipt)
			await accessible(page, { javaScriptEnabled })
			await other.goBack()
			await expect(other.getByRole('heading', { level: 1, name: filing.receipt.title })).toBeVisible()
			expect(await other.getByRole('definition').allTextContents()).toEqual(receipt)
			expect(await requestsWith(story)).toBe(1)

			await clear(other, language, filing.forget.sent.button)
			await nothingBehind(other, story, ...receipt)
			await other.goto('/track')
			await expect(other.getByRole('heading', { level: 1, name: TEXTS[language].track.open.title })).toBeVisible()
		})
	})
}
