import { stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import zhCN from '../../app/i18n/locales/zh-CN/screens'

const FOLDER = 'tests/pictures'
/** A page of the readme loads with several of them. */
const MOST = 60 * 1024

/** What is in the window, as small as it stays readable. */
async function take(page: Page, name: string) {
	await page.evaluate(() => document.fonts.ready)
	const shot = await page.screenshot({ animations: 'disabled' })
	const file = join(FOLDER, `${name}-${test.info().project.name}.webp`)
	for (const quality of [80, 60, 45, 30]) {
		const picture = await sharp(shot).webp({ quality, effort: 6 }).toBuffer()
		if (picture.length > MOST) continue
		await writeFile(file, picture)
		break
	}
	expect((await stat(file)).mtimeMs, `${file} is written anew`).toBeGreaterThan(Date.now() - 60_000)
}

/** To a page of the demo, with the receipt or as the person that the tour has for it. */
async function tour(page: Page, role: string, step: string, to?: string) {
	const origin = new URL(test.info().project.use.baseURL!).origin
	const answer = await page.request.post(`/tour/${role}`, { form: { step }, headers: { origin } })
	expect(answer.status()).toBe(200)
	await page.goto(to ?? answer.url())
}

/** Without looking: what lies between the pages that are pictured. */
async function fileTheRest(page: Page) {
	const { common, filing } = zhCN
	const goOn = () => page.getByRole('button', { name: common.actions.continue }).click()
	await goOn()
	await page.getByLabel(filing.place.search).fill('拱墅')
	await page.getByRole('button', { name: common.actions.search, exact: true }).click()
	await page.getByRole('button', { name: /拱墅/ }).click()
	await page.locator('input[name=sector][value=delivery]').check()
	await page.locator('input[name=workingForm][value=outsourced]').check()
	await goOn()
	await page.getByLabel(filing.contact.reachByOptions.here).first().check()
	await goOn()
	await page.locator('input[name=mode][value=any_of_these]').check()
	await page.locator('input[name=fields][value=story_and_contact]').check()
	await page.getByRole('radio', { name: filing.sharing.deskOptions.yes, exact: true }).check()
	await goOn()
	await page.getByRole('button', { name: filing.check.send }).click()
	await expect(page).toHaveURL(/\/receipt$/)
}

test.describe('中文', () => {
	test.use({ locale: 'zh-CN', extraHTTPHeaders: { 'Accept-Language': 'zh-CN' } })

	test('from the start page to the receipt', async ({ page }) => {
		const { filing, common } = zhCN
		await page.goto('/')
		await take(page, 'home-zh')
		await page.goto('/requests/new')
		await page.getByLabel(filing.story.dangerOptions.no).first().check()
		await page.getByLabel(filing.story.story).fill('站点从上个月起每单少结五毛，问了三次都说下个月补。')
		await page.getByLabel(filing.story.story).blur()
		await take(page, 'filing-story-zh')
		await page.getByRole('button', { name: common.actions.continue }).click()
		await page.locator('summary', { hasText: '工钱和平台' }).click()
		await page
			.getByLabel(/^欠薪、少结算/)
			.first()
			.check()
		await page.locator('input[name=urgency][value=soon]').check()
		await page.locator('summary', { hasText: '工钱和平台' }).scrollIntoViewIfNeeded()
		await take(page, 'filing-needs-zh')
		await fileTheRest(page)
		await take(page, 'receipt-zh')
	})

	test('who follows it, and who works on it', async ({ page }) => {
		await tour(page, 'worker', 'follow')
		await take(page, 'tracking-zh')
		await tour(page, 'caseworker', 'queue')
		await take(page, 'desk-zh')
		await tour(page, 'caseworker', 'work')
		await take(page, 'case-zh')
		await tour(page, 'triager', 'list')
		await take(page, 'triage-zh')
		await page.goto('/tour')
		await take(page, 'tour-zh')
	})
})

test.describe('English', () => {
	test.use({ locale: 'en', extraHTTPHeaders: { 'Accept-Language': 'en' } })

	test('the same in English', async ({ page }) => {
		await page.goto('/')
		await take(page, 'home-en')
		await tour(page, 'worker', 'follow')
		await take(page, 'tracking-en')
		await tour(page, 'caseworker', 'queue')
		await take(page, 'desk-en')
	})
})
