import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { PEOPLE } from '../../app/server/demo/people'
import enAccount from '../../app/i18n/locales/en/account'
import enReports from '../../app/i18n/locales/en/reports'
import enUnion from '../../app/i18n/locales/en/union'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import zhReports from '../../app/i18n/locales/zh-CN/reports'
import zhUnion from '../../app/i18n/locales/zh-CN/union'
import { accessible } from '../support/accessible'
import { onScreen } from '../support/screens'

const WORDS = {
	'zh-CN': { account: zhAccount, reports: zhReports, union: zhUnion },
	en: { account: enAccount, reports: enReports, union: enUnion },
} as const
const narrow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`monthly reports, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })

			test('an officer takes the month along on paper, and asks for letters and for no more of them', async ({
				page,
			}) => {
				const { account, reports, union } = WORDS[locale]
				const looks = () => accessible(page, { javaScriptEnabled })
				// each language somebody of their own: the letters of one are not those of the other
				const { email, password } = PEOPLE.find((one) => one.email.startsWith(locale === 'en' ? 'xihu@' : 'binjiang@'))!
				await page.goto('/signin?redirectTo=/union')
				await page.getByLabel(account.fields.email).fill(email)
				await page.getByLabel(account.fields.password, { exact: true }).fill(password)
				await page.getByRole('button', { name: account.signIn.submit }).click()
				await page.getByRole('link', { name: union.figures.reports }).click()
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(reports.title)

				// the demo's months are published and put into reports by the worker, in the background of the start
				const files = page.locator('main a[href^="/union/reports/"]').filter({ hasText: 'PDF' })
				await expect(async () => {
					await page.reload()
					await expect(files).toHaveCount(3, { timeout: 500 })
				}).toPass({ timeout: 45_000 })
				expect(await narrow(page)).toBe(true)
				await looks()
				const [file] = await Promise.all([page.waitForEvent('download'), files.first().click()])
				expect(file.suggestedFilename()).toMatch(new RegExp(`^${reports.fileName} \\d{4}-\\d{2} .+\\.pdf$`))
				expect(
					readFileSync(await file.path())
						.subarray(0, 5)
						.toString(),
				).toBe('%PDF-')

				await page.locator('#list-place').selectOption('all')
				await page.locator('#list-language').selectOption(locale === 'en' ? 'zh-CN' : 'en')
				await page.getByRole('button', { name: reports.show }).click()
				await expect(page).toHaveURL(/place=all/)
				await expect(page.getByRole('heading', { level: 2, name: reports.everything })).toBeVisible()

				await page.getByRole('button', { name: reports.letters.start }).click()
				await expect(page.getByRole('status').filter({ hasText: reports.done.subscribed })).toBeVisible()
				await looks()
				await page.getByRole('link', { name: reports.letters.stop }).click()
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(reports.letters.endTitle)
				await looks()
				await page.getByRole('button', { name: reports.letters.end }).click()
				await expect(page.getByText(reports.letters.ended)).toBeVisible()
				await looks()
				await page.getByRole('link', { name: reports.back }).click()
				await expect(page.getByText(reports.letters.none)).toBeVisible()
			})
		})
