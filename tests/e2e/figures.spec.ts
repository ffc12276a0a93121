import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { PEOPLE } from '../../app/server/demo/people'
import enAccount from '../../app/i18n/locales/en/account'
import enCommon from '../../app/i18n/locales/en/common'
import enFigures from '../../app/i18n/locales/en/figures'
import enUnion from '../../app/i18n/locales/en/union'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import zhCommon from '../../app/i18n/locales/zh-CN/common'
import zhFigures from '../../app/i18n/locales/zh-CN/figures'
import zhUnion from '../../app/i18n/locales/zh-CN/union'
import { accessible } from '../support/accessible'
import { inEmbedded } from '../support/embedded-data'
import { onScreen } from '../support/screens'

const WORDS = {
	'zh-CN': { account: zhAccount, common: zhCommon, figures: zhFigures, union: zhUnion },
	en: { account: enAccount, common: enCommon, figures: enFigures, union: enUnion },
} as const
type Locale = keyof typeof WORDS

async function signIn(page: Page, locale: Locale, name: string, to: string) {
	const { account } = WORDS[locale]
	const { email, password } = PEOPLE.find((person) => person.email.startsWith(`${name}@`))!
	await page.goto(`/signin?redirectTo=${encodeURIComponent(to)}`)
	await page.getByLabel(account.fields.email).fill(email)
	await page.getByLabel(account.fields.password, { exact: true }).fill(password)
	await page.getByRole('button', { name: account.signIn.submit }).click()
}
const narrow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

test.beforeAll(async () => {
	// the demo's past is told by a job that begins with the server
	await expect
		.poll(() => inEmbedded(async (db) => (await db`select from private.months_to_publish()`).length), {
			timeout: 50_000,
		})
		.toBe(0)
})

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`figures, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })
			const { figures, union } = WORDS[locale]

			test('an analyst goes down from the whole to a district, sets another beside it, and takes a file along', async ({
				page,
			}) => {
				test.slow() // seven pages, each looked at
				await signIn(page, locale, 'analyst', '/union')
				const looks = () => accessible(page, { javaScriptEnabled })
				await page.getByRole('link', { name: union.figures.outcomes }).click()
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(figures.outcomes.title)
				await expect(page).toHaveTitle(new RegExp(figures.outcomes.title))
				// the first number is the sum of what the chart's table says month by month
				const filed = page.getByRole('article', { name: figures.measures.filed.name, exact: true })
				await filed.locator('summary').click()
				const months = await filed.getByRole('table').locator('td').allTextContents()
				const total = await page.locator('dl dd').first().textContent()
				expect(months.length).toBeGreaterThan(6)
				expect(Number(total!.replaceAll(',', ''))).toBe(months.reduce((sum, text) => sum + Number(text), 0))
				// a picture says in words what it shows
				await expect(filed.getByRole('img')).toHaveAccessibleName(new RegExp(figures.chart.table.slice(0, 6)))
				// every table moves inside its own box
				for (const summary of await page.locator('main summary').all()) await summary.click()
				expect(await narrow(page)).toBe(true)
				for (const summary of await page.locator('main summary').all()) await summary.click()
				const parts = await page.getByRole('list', { name: figures.block.key }).first().getByRole('listitem').count()
				expect(parts).toBeGreaterThan(4)
				expect(await narrow(page)).toBe(true)
				await looks()

				for (const code of ['330000', '330100']) {
					await page.locator(`table a[href*="area=${code}"]`).click()
					await expect(page).toHaveURL(new RegExp(`area=${code}`))
				}
				const places = page.getByRole('region', { name: figures.sections.places }).getByRole('table')
				await expect(places.getByRole('rowheader', { name: figures.rest })).toBeVisible()
				await looks()
				await page.locator('summary', { hasText: figures.find.title }).click()
				await page.getByRole('combobox', { name: figures.find.area, exact: true }).selectOption('330105')
				await page.getByRole('combobox', { name: figures.find.compare }).selectOption('330000')
				await page.getByRole('button', { name: figures.find.show }).click()
				await expect(page).toHaveURL(/area=330105&compare=330000/)
				await expect(filed.getByRole('table', { includeHidden: true }).locator('thead th')).toHaveCount(3)
				expect(await narrow(page)).toBe(true)
				await looks()

				const arriving = page.waitForEvent('download')
				await page.getByRole('link', { name: figures.take.csv }).click()
				const file = await arriving
				expect(file.suggestedFilename()).toMatch(/\.csv$/)
				const text = readFileSync(await file.path(), 'utf8')
				expect(text).toContain(figures.notShown)
				expect(text).toContain(figures.notShownTitle)

				// what is not shown leads to why
				await page
					.getByRole('link', { name: figures.notShown, exact: true })
					.or(page.getByRole('link', { name: figures.oneNotShown }))
					.first()
					.click()
				await expect(page).toHaveURL(/definitions#not-shown/)
				await expect(page.getByText(figures.notShownWhy.five)).toBeVisible()
				await looks()
				await page
					.getByRole('navigation', { name: figures.tabs.label })
					.getByRole('link', { name: figures.tabs.enrolment })
					.click()
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(figures.enrolment.title)
				await page.goto('/union/enrolment?area=330100&by=platform')
				expect(await narrow(page)).toBe(true)
				await looks()
			})

			test('an address that asks for what is not there is answered, and its way out leads on', async ({ page }) => {
				await signIn(page, locale, 'gongshu', '/union/outcomes?area=999999&from=2026-13')
				await expect(page.getByText(figures.problems.area)).toBeVisible()
				await expect(page.getByText(figures.problems.month)).toBeVisible()
				await accessible(page, { javaScriptEnabled })
				await page.getByRole('link', { name: figures.problems.out }).click()
				await expect(page.getByRole('heading', { name: figures.sections.course, exact: true })).toBeVisible()
				await page.goto('/union/enrolment?from=2020-01&to=2020-02')
				await expect(page.getByText(figures.empty.period)).toBeVisible()
				await page.goto('/union/outcomes?area=110000')
				await expect(page.getByText(figures.empty.place)).toBeVisible()
				await accessible(page, { javaScriptEnabled })
			})
		})

test.describe('figures @desktop', () => {
	test.use({ locale: 'en' })

	test('an administrator comes by the frame, a caseworker is refused, and paper has every table', async ({ page }) => {
		await signIn(page, 'en', 'administrator', '/operator')
		await page.getByRole('link', { name: WORDS.en.figures.tabs.label }).click()
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(enFigures.enrolment.title)
		await page.emulateMedia({ media: 'print' })
		const table = page.getByRole('article', { name: enFigures.measures.members.name, exact: true }).getByRole('table')
		await expect(table).toBeVisible()
		await expect(page.getByText(enFigures.find.title)).toBeHidden()
		await expect(page.getByText('/union/enrolment')).toBeVisible()
		await page.emulateMedia({ media: 'screen' })
		await page.context().clearCookies()
		await signIn(page, 'en', 'caseworker', '/union/outcomes')
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(enCommon.errors.forbidden)
		expect(await page.getByRole('table').count()).toBe(0)
	})
})
