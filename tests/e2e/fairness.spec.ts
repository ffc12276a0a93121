import { expect, test } from '@playwright/test'
import { PEOPLE } from '../../app/server/demo/people'
import enAccount from '../../app/i18n/locales/en/account'
import enDesk from '../../app/i18n/locales/en/desk'
import enFairness from '../../app/i18n/locales/en/fairness'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import zhDesk from '../../app/i18n/locales/zh-CN/desk'
import zhFairness from '../../app/i18n/locales/zh-CN/fairness'
import { accessible } from '../support/accessible'
import { onScreen } from '../support/screens'
import { toPlace } from '../support/union-visits'

const person = (name: string) => PEOPLE.find(({ email }) => email.startsWith(`${name}@`))!
const WORDS = {
	'zh-CN': { account: zhAccount, desk: zhDesk, fairness: zhFairness },
	en: { account: enAccount, desk: enDesk, fairness: enFairness },
} as const

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`fair help, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })

			for (const [who, from] of [
				['gongshu', '/union'],
				['administrator', '/operator/fairness'],
			] as const)
				test(`${who} sees how members and others fared, and what that is no proof of`, async ({ page }) => {
					const { account, desk, fairness } = WORDS[locale]
					const looks = () => accessible(page, { javaScriptEnabled })
					const { email, password } = person(who)
					await page.goto(`/signin?redirectTo=${encodeURIComponent(from)}`)
					await page.getByLabel(account.fields.email).fill(email)
					await page.getByLabel(account.fields.password, { exact: true }).fill(password)
					await page.getByRole('button', { name: account.signIn.submit }).click()
					if (who === 'gongshu') await toPlace(page, locale, 'fairness')
					else await expect(page.getByRole('link', { name: desk.nav.fairness })).toHaveAttribute('aria-current', 'page')
					await expect(page.getByRole('heading', { level: 1 })).toHaveText(fairness.title)
					const table = page.getByRole('table', { name: fairness.measures.first_reply })
					await expect(table.getByRole('row')).toHaveCount(4)
					// the demo's past months, as the monthly job compares them: on how many pairs, and the difference of the two
					const first = table.getByRole('row').nth(1)
					await expect(first.getByRole('rowheader').locator('span')).toContainText(/\d{2}/) // not the year of the month above it
					const [members, others, difference] = (await first.getByRole('cell').allTextContents()).map(Number)
					expect(members).toBeGreaterThan(0)
					expect(difference).toBeCloseTo(members! - others!, 0)
					expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
					await looks()
					await page.locator('a[href$="?group=labour"]').click()
					await expect(page).toHaveURL(/group=labour/)
					await page.getByRole('link', { name: fairness.read }).click()
					await expect(page.getByText(fairness.cannot.cause)).toBeVisible()
					await looks()
					await page.getByRole('link', { name: fairness.back }).click()
					await expect(page.getByRole('heading', { level: 1 })).toHaveText(fairness.title)
				})
		})
