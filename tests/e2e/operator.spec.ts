import { expect, test } from '@playwright/test'
import { PEOPLE } from '../../app/server/demo/people'
import enAccount from '../../app/i18n/locales/en/account'
import enCases from '../../app/i18n/locales/en/cases'
import enDesk from '../../app/i18n/locales/en/desk'
import enOperator from '../../app/i18n/locales/en/operator'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import zhCases from '../../app/i18n/locales/zh-CN/cases'
import zhDesk from '../../app/i18n/locales/zh-CN/desk'
import zhOperator from '../../app/i18n/locales/zh-CN/operator'
import { accessible } from '../support/accessible'
import { inEmbedded } from '../support/embedded-data'
import { STORY, seedOrganisation, seedRequest, seedService, seedStaff } from '../support/seeds'
import { onScreen } from '../support/screens'

const triager = PEOPLE.find(({ email }) => email.startsWith('triager@'))!
const WORDS = {
	'zh-CN': { account: zhAccount, cases: zhCases, desk: zhDesk, operator: zhOperator },
	en: { account: enAccount, cases: enCases, desk: enDesk, operator: enOperator },
} as const

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`triage, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })

			test('a worker is not sure: the desk reads, writes, puts the need right, offers by hand', async ({ page }) => {
				const { account, cases, desk, operator } = WORDS[locale]
				const looks = () => accessible(page, { javaScriptEnabled })
				const { caseId, name } = await inEmbedded(async (db) => {
					const name = `灯塔社工 ${Math.random().toString(36).slice(2, 8)}`
					const organisation = await seedOrganisation(db, { nameZh: name, nameEn: name })
					await seedService(db, organisation)
					await seedStaff(db, organisation)
					const { caseId } = await seedRequest(db, { needs: ['unsure'], recipients: [organisation], urgency: 'today' })
					return { caseId, name }
				})
				await page.goto('/operator')
				await page.getByLabel(account.fields.email).fill(triager.email)
				await page.getByLabel(account.fields.password, { exact: true }).fill(triager.password)
				await page.getByRole('button', { name: account.signIn.submit }).click()
				await expect(page).toHaveURL('/operator')
				await looks()

				await page.goto(`/operator/cases/${caseId}`)
				await expect(page.getByText(cases.triageReasons.not_sure).first()).toBeVisible()
				expect(await page.content()).not.toContain(STORY)
				await page.getByRole('button', { name: desk.private.openStory }).click()
				await expect(page.getByText(STORY)).toBeVisible()
				await looks()

				await page.getByLabel(desk.conversation.write).fill('您好，我们先看看是不是欠薪。')
				await page.getByRole('button', { name: desk.conversation.send }).click()
				await expect(page.getByRole('status').filter({ hasText: operator.done.sent })).toBeVisible()

				await page.getByRole('link', { name: operator.case.category }).click()
				await page.getByLabel(operator.category.label, { exact: true }).selectOption('labour.unpaid_wages')
				await page.getByLabel(operator.category.again).uncheck()
				await looks()
				await page.getByRole('button', { name: operator.category.submit }).click()
				await expect(page.getByRole('status').filter({ hasText: operator.done.categorised })).toBeVisible()

				await page.getByRole('link', { name: operator.case.close }).click()
				await looks()
				await page.goBack()
				await page.getByRole('link', { name: operator.case.offer }).click()
				await page.getByRole('button', { name: operator.offer.submit }).click()
				await expect(page.getByRole('alert')).toContainText(operator.errors.organisationMissing)
				await page.getByLabel(name).check()
				await looks()
				await page.getByRole('button', { name: operator.offer.submit }).click()
				await expect(page.getByRole('status').filter({ hasText: operator.done.offered })).toBeVisible()
				await expect(page.getByRole('row', { name })).toContainText(cases.referralStates.offered)
				await looks()
				await page.goto('/operator?view=waiting')
				await looks()
			})
		})
