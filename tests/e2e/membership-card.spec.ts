import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import enAccount from '../../app/i18n/locales/en/account'
import enBenefits from '../../app/i18n/locales/en/benefits'
import enCard from '../../app/i18n/locales/en/card'
import enCommon from '../../app/i18n/locales/en/common'
import enFiling from '../../app/i18n/locales/en/filing'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import zhBenefits from '../../app/i18n/locales/zh-CN/benefits'
import zhCard from '../../app/i18n/locales/zh-CN/card'
import zhCommon from '../../app/i18n/locales/zh-CN/common'
import zhFiling from '../../app/i18n/locales/zh-CN/filing'
import { accessible } from '../support/accessible'
import { inEmbedded } from '../support/embedded-data'
import { readCode } from '../support/read-code'
import { onScreen } from '../support/screens'
import { seedOrganisation } from '../support/seeds'
import { seedMember } from '../support/seed-unions'

const PASSWORD = '一句好记的话就行了吧'
const WORDS = {
	'zh-CN': { account: zhAccount, benefits: zhBenefits, card: zhCard, common: zhCommon, filing: zhFiling },
	en: { account: enAccount, benefits: enBenefits, card: enCard, common: enCommon, filing: enFiling },
} as const

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`membership, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })

			test('a member keeps the card, somebody scans it, and a lost one is made anew', async ({ page, browser }) => {
				const { account, card } = WORDS[locale]
				const looks = () => accessible(page, { javaScriptEnabled })
				const email = `${randomUUID()}@people.test`
				await page.goto('/signup')
				await page.getByLabel(account.fields.email).fill(email)
				await page.getByLabel(account.fields.newPassword).fill(PASSWORD)
				await page.getByRole('button', { name: account.signUp.submit }).click()
				await expect(page).not.toHaveURL(/signup/)
				await page.goto('/union/card')
				await expect(page.getByText(card.none)).toBeVisible()
				await looks()

				const { number } = await inEmbedded(async (db) => {
					const [user] = await db<{ id: string }[]>`select id from auth.users where email = ${email}`
					const union = await seedOrganisation(db, {
						kind: 'union',
						nameZh: '西湖区总工会',
						nameEn: 'Xihu District Union',
					})
					return seedMember(db, union, { user: user!.id, name: '郑大路' })
				})
				await page.goto('/union/card')
				await expect(page.getByText(number, { exact: true })).toBeVisible()
				await expect(page.getByRole('region', { name: card.title }).getByText('郑大路')).toBeVisible()
				await looks()
				const picture = page.getByRole('img', { name: card.pictureAlt })
				const code = page.getByRole('img', { name: card.codeAlt })
				if (javaScriptEnabled) {
					await expect(picture).toHaveAttribute('src', /^data:image\/png;base64,/)
					const saved = Buffer.from((await picture.getAttribute('src'))!.split(',')[1]!, 'base64')
					expect(await readCode(saved)).toContain('/union/verify/')
				} else await expect(picture).toBeHidden()

				const scan = async () =>
					new URL(await readCode(Buffer.from((await code.getAttribute('src'))!.split(',')[1]!, 'base64')))
				const first = await scan()
				const stranger = await (
					await browser.newContext({ locale, javaScriptEnabled, viewport: page.viewportSize() })
				).newPage()
				await stranger.goto(first.href)
				await expect(stranger.getByText(card.verify.valid)).toBeVisible()
				for (const secret of ['郑大路', number, '西湖区', 'Xihu', email])
					expect(await stranger.content()).not.toContain(secret)
				expect(await stranger.locator('script:not([src="/every-page.js"])').count()).toBe(0)
				await accessible(stranger, { javaScriptEnabled })

				await page.getByText(card.lost).click()
				await looks()
				await page.getByRole('button', { name: card.renew }).click()
				await expect(page.getByRole('status').filter({ hasText: card.renewed })).toBeVisible()
				await stranger.reload()
				await expect(stranger.getByText(card.verify.notValid)).toBeVisible()
				await accessible(stranger, { javaScriptEnabled })
				await stranger.goto((await scan()).href)
				await expect(stranger.getByText(card.verify.valid)).toBeVisible()
				await stranger.goto('/union/verify/nothing')
				await expect(stranger.getByText(card.verify.notValid)).toBeVisible()
				await stranger.context().close()
			})

			test('what membership opens leads into a request with the need ticked, and everybody may ask', async ({
				page,
			}) => {
				const { benefits, common, filing } = WORDS[locale]
				const looks = () => accessible(page, { javaScriptEnabled })
				await page.goto('/union/benefits')
				await expect(page.getByText(benefits.promise)).toBeVisible()
				await looks()
				await page.getByRole('link', { name: benefits.read }).first().click()
				await expect(page.getByText(benefits.papers)).toBeVisible()
				await looks()
				await page.getByRole('link', { name: benefits.claim }).click()
				await expect(page).toHaveURL('/requests/new/story?need=medical.mutual_aid')
				await page.getByLabel(filing.story.dangerOptions.no).check()
				await page.getByLabel(filing.story.story).fill('上个月住院了，想申请互助保障。')
				await page.getByRole('button', { name: common.actions.continue }).click()
				await expect(page).toHaveURL('/requests/new/needs?need=medical.mutual_aid')
				await expect(page.locator('input[value="medical.mutual_aid"]')).toBeChecked()
				await expect(page.locator('input[value="medical.mutual_aid"]')).toBeVisible() // its group stands open
				expect(await page.locator('input[name=needs]:checked').count()).toBe(1)
				await looks()
				await page.getByRole('button', { name: common.actions.continue }).click() // how urgent it is was not said
				await expect(page.getByRole('alert')).toContainText(filing.errors.urgencyMissing)
				await page.locator('input[name=urgency]').first().check()
				await page.getByRole('button', { name: common.actions.continue }).click()
				await expect(page).toHaveURL('/requests/new/place')
			})
		})
