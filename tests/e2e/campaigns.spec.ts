import { expect, test, type Page } from '@playwright/test'
import { PEOPLE } from '../../app/server/demo/people'
import enAccount from '../../app/i18n/locales/en/account'
import enCampaigns from '../../app/i18n/locales/en/campaigns'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import zhCampaigns from '../../app/i18n/locales/zh-CN/campaigns'
import { accessible } from '../support/accessible'
import { readCode } from '../support/read-code'
import { onScreen } from '../support/screens'
import { toPlace } from '../support/union-visits'

const officer = PEOPLE.find(({ email }) => email.startsWith('xihu@'))!
const WORDS = {
	'zh-CN': { account: zhAccount, campaigns: zhCampaigns },
	en: { account: enAccount, campaigns: enCampaigns },
} as const

async function enter(page: Page, locale: keyof typeof WORDS) {
	const { account } = WORDS[locale]
	await page.goto('/union')
	await page.getByLabel(account.fields.email).fill(officer.email)
	await page.getByLabel(account.fields.password, { exact: true }).fill(officer.password)
	await page.getByRole('button', { name: account.signIn.submit }).click()
	await toPlace(page, locale, 'campaigns')
}

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`QR codes, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })

			test('an officer makes a code, sends its picture and stops it', async ({ page, baseURL, request }) => {
				const { campaigns } = WORDS[locale]
				const looks = () => accessible(page, { javaScriptEnabled })
				const name = `早会 ${Math.random().toString(36).slice(2, 8)}`
				await enter(page, locale)
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(campaigns.titles.list)
				await expect(page.getByRole('link', { name: '文三路骑手群' })).toBeVisible()
				await looks()

				await page.getByRole('link', { name: campaigns.list.start }).click()
				await page.getByRole('button', { name: campaigns.form.submit }).click()
				await expect(page.getByRole('alert')).toContainText(campaigns.errors.nameMissing)
				await page.getByLabel(campaigns.form.name).fill(name)
				await page.getByLabel(campaigns.kinds.meeting).check()
				await page.locator('select[name=station]').selectOption({ label: '文三路外卖站' })
				await looks()
				await page.getByRole('button', { name: campaigns.form.submit }).click()
				await expect(page.getByRole('status').filter({ hasText: campaigns.done.started })).toBeVisible()
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
				await looks()

				const address = (await page.locator('.select-all').textContent())!
				expect(address).toMatch(new RegExp(`^${baseURL}/union/join/[2-9A-HJ-NP-Z]{8}$`))
				const picture = page.getByRole('img', { name: address })
				expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(720)
				const png = await request.get((await picture.getAttribute('src'))!) // as WeChat does, without the page's cookies
				expect(await readCode(await png.body())).toBe(address)

				await page.getByText(campaigns.campaign.stop, { exact: true }).click()
				await looks()
				await page.getByRole('button', { name: campaigns.campaign.stopButton }).click()
				await expect(page.getByRole('status').filter({ hasText: campaigns.done.stopped })).toBeVisible()
				await expect(page.getByText(campaigns.states.stopped, { exact: true }).first()).toBeVisible()
				await expect(page.getByRole('link', { name: campaigns.campaign.poster })).toHaveCount(0)
				await looks()
			})

			test('its poster is one sheet of A4 in both languages, and its code is read from the page', async ({ page }) => {
				const { campaigns } = WORDS[locale]
				await enter(page, locale)
				await page.getByRole('link', { name: '文三路骑手群' }).click()
				const address = (await page.locator('.select-all').textContent())!
				await page.getByRole('link', { name: campaigns.campaign.poster }).click()
				await expect(page.locator('html')).toHaveAttribute('lang', locale)
				for (const words of [zhCampaigns, enCampaigns]) {
					await expect(page.getByText(words.poster.headline, { exact: true })).toBeVisible()
					await expect(page.getByText(words.poster.help)).toBeVisible()
				}
				await accessible(page, { javaScriptEnabled })
				expect(await readCode(await page.locator('.poster img').screenshot())).toBe(address)
				const printed = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
				expect(printed.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
				expect(printed).toMatch(/\/MediaBox\s*\[\s*0 0 59[45]\.\d+ 84[12]\.\d+\s*\]/) // A4, in points

				await page.getByRole('link', { name: campaigns.poster.back }).click()
				await expect(page.getByRole('heading', { level: 1 })).toHaveText('文三路骑手群')
			})
		})
