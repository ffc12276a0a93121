import { expect, test, type Page } from '@playwright/test'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { STAFF } from '../../app/server/demo/people'
import { accessible } from '../support/accessible'
import { onScreen } from '../support/screens'

/** Looks and refusals at a desk of the demo city; nothing here moves a case, so that it can run beside every other test. */
const TEXTS = { 'zh-CN': zhCN, en } as const

async function signIn(page: Page, language: keyof typeof TEXTS, key: string) {
	const { account } = TEXTS[language]
	const { email, password } = STAFF.find((person) => person.key === key)!
	await page.goto('/signin?redirectTo=/desk')
	await page.getByLabel(account.fields.email).fill(email)
	await page.getByLabel(account.fields.password).fill(password)
	await page.getByRole('button', { name: account.signIn.submit }).click()
	await expect(page).toHaveURL(/\/desk/)
}
const noWider = async (page: Page) =>
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), page.url()).toBe(true)

for (const language of ['zh-CN', 'en'] as const) {
	for (const javaScriptEnabled of [true, false]) {
		test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(language, javaScriptEnabled)}`, () => {
			test.use({ javaScriptEnabled, locale: language, extraHTTPHeaders: { 'Accept-Language': language } })
			const { desk, cases } = TEXTS[language]
			const look = async (page: Page) => {
				await accessible(page, { javaScriptEnabled })
				if (javaScriptEnabled) await noWider(page)
			}

			test('an offer shows why us and nothing personal, and a no needs its reason', async ({ page }) => {
				await signIn(page, language, 'housing')
				await expect(page.getByRole('heading', { name: desk.queue.title, exact: true })).toBeVisible()
				await look(page)
				await page.locator('section[aria-labelledby=offers] a').first().click()
				await expect(page.getByRole('button', { name: desk.answer.accept })).toBeVisible()
				await expect(page.getByText(desk.private.title)).toHaveCount(0)
				await look(page)
				await page.getByRole('link', { name: desk.answer.decline }).click()
				await page.getByRole('button', { name: desk.decline.submit }).click()
				await expect(page.getByRole('alert')).toContainText(desk.errors.codeMissing)
				await look(page)
			})

			test('a held case: the story after a button, notes apart, and steps that keep what was typed', async ({
				page,
			}) => {
				test.setTimeout(120_000) // twelve pages, each looked through
				await signIn(page, language, 'gongshu')
				await page.locator('section[aria-labelledby=cases] li a[href^="/desk/cases/"]').first().click()
				await expect(page.getByText(desk.notes.lead)).toBeVisible()
				await expect(page.getByText(desk.private.logged)).toHaveCount(0)
				await look(page)
				const caseUrl = page.url()
				await page.getByRole('button', { name: desk.private.openStory }).click()
				await page.getByRole('button', { name: desk.private.showContact }).click()
				await expect(page.getByRole('heading', { name: desk.private.story })).toBeVisible()
				await expect(page.getByRole('heading', { name: desk.private.contact })).toBeVisible()
				await look(page)

				await page.getByRole('button', { name: desk.conversation.send }).click()
				await expect(page.getByRole('alert')).toContainText(desk.errors.messageMissing)
				await look(page)

				await page.goto(`${caseUrl}/outcome`)
				await page.getByLabel(cases.outcomeCodes.could_not_reach).check()
				await page.getByLabel(desk.propose.money).fill('many')
				await page.getByRole('button', { name: desk.propose.submit }).click()
				await expect(page.getByRole('alert')).toContainText(desk.errors.moneyFormat)
				await expect(page.getByLabel(desk.propose.money)).toHaveValue('many')
				await expect(page.getByLabel(cases.outcomeCodes.could_not_reach)).toBeChecked()
				await look(page)
				for (const step of ['waiting', 'assign', 'return']) {
					await page.goto(`${caseUrl}/${step}`)
					await look(page)
				}
			})
		})
	}
}

test('somebody with two organisations chooses a desk; an analyst has none', async ({ page, context }) => {
	await signIn(page, 'zh-CN', 'manager')
	await expect(page.getByRole('heading', { name: zhCN.desk.choose.title })).toBeVisible()
	await accessible(page)
	await context.clearCookies()
	await signIn(page, 'zh-CN', 'analyst')
	await expect(page.getByText(zhCN.desk.choose.none)).toBeVisible()
	await accessible(page)
})
