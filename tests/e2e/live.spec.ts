import { expect, test } from '@playwright/test'
import enDesk from '../../app/i18n/locales/en/desk'
import enLive from '../../app/i18n/locales/en/live'
import zhDesk from '../../app/i18n/locales/zh-CN/desk'
import zhLive from '../../app/i18n/locales/zh-CN/live'
import { accessible } from '../support/accessible'
import { inEmbedded } from '../support/embedded-data'
import { freshStaff } from '../support/fresh-staff'
import { onScreen } from '../support/screens'
import { STORY, seedAccepted, seedOffer, seedOrganisation } from '../support/seeds'

const WORDS = { 'zh-CN': { desk: zhDesk, live: zhLive }, en: { desk: enDesk, live: enLive } } as const

for (const locale of ['zh-CN', 'en'] as const)
	for (const javaScriptEnabled of [true, false])
		test.describe(`a desk right now, ${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, () => {
			test.use({ locale, javaScriptEnabled })

			test('a manager sees what waits, and each number leads to its cases', async ({ page, baseURL }) => {
				const { desk, live } = WORDS[locale]
				const looks = () => accessible(page, { javaScriptEnabled })
				const organisation = await inEmbedded((db) => seedOrganisation(db))
				const person = await freshStaff(page, baseURL!, organisation, 'manager', 'caseworker')
				await page.goto(`/desk/${organisation}/now`)
				await expect(page.getByText(live.empty)).toBeVisible()
				await looks()

				const { late, free } = await inEmbedded(async (db) => {
					const [late, free] = [
						await seedAccepted(db, organisation, person),
						await seedAccepted(db, organisation, person),
					]
					await seedOffer(db, organisation)
					await db`update app.cases set next_at = now() - interval '1 hour' where id = ${late.caseId}`
					await db`update app.cases set assignee_id = null where id = ${free.caseId}`
					return { late, free }
				})
				await page.goto(`/desk/${organisation}`)
				await page.getByRole('navigation', { name: desk.tabs.label }).getByRole('link', { name: desk.tabs.now }).click()
				await expect(page.getByRole('heading', { level: 1 })).toHaveText(live.title)
				await expect(page.getByText(live.notPublished)).toBeVisible()
				expect(await page.content()).not.toContain(STORY)
				expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
				await looks()
				const overdue = page.getByRole('region', { name: live.figures.overdue.title })
				await expect(overdue.getByRole('link', { name: late.reference })).toBeVisible()
				await expect(overdue).toContainText(live.late.overdue)
				await overdue.getByRole('link', { name: live.look }).click()
				await expect(page).toHaveURL(/only=overdue/)
				await expect(page.getByText(desk.narrowed.title.replace('{{what}}', desk.narrowed.overdue))).toBeVisible()
				await expect(page.getByText(late.reference)).toBeVisible()
				await expect(page.getByText(free.reference)).toHaveCount(0)
				await looks()
				await page.getByRole('link', { name: desk.narrowed.all }).click()
				await expect(page.getByText(free.reference)).toBeVisible()

				await page.goto(`/desk/${organisation}/now`)
				await page.emulateMedia({ media: 'print' })
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
				await expect(page.getByRole('navigation', { name: desk.tabs.label })).toBeHidden()
			})
		})
