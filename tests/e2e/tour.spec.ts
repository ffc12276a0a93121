import { expect, test, type Page } from '@playwright/test'
import enHome from '../../app/i18n/locales/en/home'
import enTour from '../../app/i18n/locales/en/tour'
import zhHome from '../../app/i18n/locales/zh-CN/home'
import zhTour from '../../app/i18n/locales/zh-CN/tour'
import { TOUR_ROLES, TOURS } from '../../app/domain/tour/steps'
import { accessible } from '../support/accessible'
import { onScreen } from '../support/screens'

const WORDS = { 'zh-CN': { home: zhHome, tour: zhTour }, en: { home: enHome, tour: enTour } } as const
const noWider = async (page: Page) =>
	expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), page.url()).toBe(true)

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`tour, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled, extraHTTPHeaders: { 'Accept-Language': locale } })
			const { home, tour } = WORDS[locale]
			const look = async (page: Page) => {
				await accessible(page, { javaScriptEnabled })
				if (javaScriptEnabled) await noWider(page)
			}

			test('from the start page to each person, and with one press into their work', async ({ page }) => {
				test.setTimeout(120_000) // ten pages, each looked through
				await page.goto('/')
				await page.getByRole('link', { name: home.tour.link }).click()
				await look(page)
				for (const role of TOUR_ROLES) {
					await page.getByRole('link', { name: tour.roles[role].name, exact: true }).click()
					await expect(page.getByRole('heading', { level: 1 })).toHaveText(tour.roles[role].name)
					await expect(page.locator('ol > li')).toHaveCount(Object.keys(TOURS[role].steps).length)
					await look(page)
					await page.getByRole('link', { name: tour.labels.allTours }).click()
				}

				await page.goto('/tour/caseworker')
				const { work } = tour.roles.caseworker.steps
				await page.getByRole('button', { name: tour.labels.signIn, exact: true }).click()
				await expect(page.getByText(tour.labels.signedIn)).toBeVisible()
				await look(page)
				await page.getByRole('link', { name: `${tour.labels.open} ${work.title}` }).click()
				await expect(page.getByText('T-DEMT2248').first()).toBeVisible()

				await page.goto('/tour/triager') // as somebody else, straight from there
				const { trace } = tour.roles.triager.steps
				await page.getByRole('button', { name: `${tour.labels.openSignedIn} ${trace.title}` }).click()
				await expect(page.getByText('T-DEMT2228').first()).toBeVisible()
			})
		})

test('every step of every tour leads to a page @desktop', async ({ request, baseURL }) => {
	for (const role of TOUR_ROLES)
		for (const [step, { to }] of Object.entries(TOURS[role].steps)) {
			const answer = await request.post(`/tour/${role}`, { form: { step }, headers: { origin: baseURL! } })
			const refused = role === 'analyst' && step === 'refused'
			expect(answer.status(), `${role}, ${step}`).toBe(refused ? 403 : 200)
			expect(new URL(answer.url()).pathname.split('/')[1], `${role}, ${step}`).toBe(to.split(/[/?]/)[1])
		}
})
