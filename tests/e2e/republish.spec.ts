import { expect, test } from '@playwright/test'
import { PEOPLE } from '../../app/server/demo/people'
import enAccount from '../../app/i18n/locales/en/account'
import enDesk from '../../app/i18n/locales/en/desk'
import enRepublish from '../../app/i18n/locales/en/republish'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import zhDesk from '../../app/i18n/locales/zh-CN/desk'
import zhRepublish from '../../app/i18n/locales/zh-CN/republish'
import { accessible } from '../support/accessible'
import { onScreen } from '../support/screens'

const administrator = PEOPLE.find(({ email }) => email.startsWith('administrator@'))!
const WORDS = {
	'zh-CN': { account: zhAccount, desk: zhDesk, republish: zhRepublish },
	en: { account: enAccount, desk: enDesk, republish: enRepublish },
} as const

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`publishing again, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })

			test('an administrator says why in both languages, and sees it done', async ({ page }) => {
				const { account, desk, republish } = WORDS[locale]
				const looks = () => accessible(page, { javaScriptEnabled })
				await page.goto('/signin?redirectTo=/operator/figures')
				await page.getByLabel(account.fields.email).fill(administrator.email)
				await page.getByLabel(account.fields.password, { exact: true }).fill(administrator.password)
				await page.getByRole('button', { name: account.signIn.submit }).click()
				await expect(page.getByRole('link', { name: desk.nav.republish })).toHaveAttribute('aria-current', 'page')
				// old months, one for each of the four runs: whoever reads the latest meanwhile is not disturbed
				const again = page.getByRole('link', { name: republish.again })
				await expect(async () => {
					await page.reload()
					expect(await again.count()).toBeGreaterThan(6)
				}).toPass({ timeout: 45_000 })
				await looks()
				const months = page.getByRole('main').getByRole('heading', { level: 2 })
				const place = (await months.count()) - 1 - (locale === 'en' ? 1 : 0) - (javaScriptEnabled ? 2 : 0)
				const name = await months.nth(place).innerText()
				const row = page
					.getByRole('listitem')
					.filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })
				await row.getByRole('link', { name: republish.again }).click()
				await expect(page.getByText(republish.means.old)).toBeVisible()
				await page.getByLabel(republish.form.noteZh).fill('补录了晚到的个案')
				await page.getByRole('button', { name: republish.form.submit }).click()
				await expect(page.getByRole('alert')).toContainText(republish.errors.noteMissing)
				await expect(page.getByLabel(republish.form.noteZh)).toHaveValue('补录了晚到的个案')
				await looks()
				await page.getByLabel(republish.form.noteEn).fill('Late cases were entered')
				await page.getByLabel(republish.form.understood).check()
				await page.getByRole('button', { name: republish.form.submit }).click()
				await expect(page.getByRole('status').filter({ hasText: republish.done })).toBeVisible()
				await expect(async () => {
					await page.goto('/operator/figures')
					await expect(row).toContainText(republish.revision.replace('{{number}}', '2'), { timeout: 500 })
				}).toPass({ timeout: 45_000 })
				await expect(row).toContainText(locale === 'en' ? 'Late cases were entered' : '补录了晚到的个案')
				await looks()
			})
		})
