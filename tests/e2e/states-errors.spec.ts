import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { accessible } from '../support/accessible'
import { inEmbedded } from '../support/embedded-data'
import { freshStaff } from '../support/fresh-staff'
import { seedOrganisation } from '../support/seeds'

const TEXTS = { 'zh-CN': zhCN, en } as const
type Said = {
	status: number
	language: keyof typeof TEXTS
	code: keyof typeof en.common.errors
	way: string
	title?: string
}

/** The right status, what happened and what to do, a way on that exists, and a window's title; nothing of the inside. */
async function says(page: Page, path: string, { status, language, code, way, title }: Said) {
	const { errors, errorHints, brand } = TEXTS[language].common
	const heading = title ?? errors[code]
	const answer = await page.goto(path)
	expect(answer!.status(), path).toBe(status)
	await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
	await expect(page.getByText(errorHints[code])).toBeVisible()
	await expect(page).toHaveTitle(`${heading} – ${brand.name}`)
	expect(await page.locator('html').getAttribute('lang')).toBe(language)
	expect(await page.content()).not.toMatch(/node_modules|\bat \S+ \(|is not a function|server-build/)
	const on = page.locator(`main a[href="${way}"]`)
	expect((await page.request.get((await on.getAttribute('href'))!)).status()).toBe(200)
}

/** A draft that no page of ours would have written: the needs are no list, and the page that shows them falls over. */
async function spoilDraft(page: Page, origin: string) {
	const story = `写坏了 ${randomUUID()}`
	await page.request.get('/requests/new')
	await page.request.post('/requests/new/story', { multipart: { danger: 'no', story }, headers: { origin } })
	await inEmbedded(
		(db) =>
			db`update app.drafts set answers = answers || ${db.json({ needs: { needs: 5 } })} where answers::text like ${`%${story}%`}`,
	)
}

for (const [language, javaScriptEnabled, screen] of [
	['zh-CN', true, '@phone'],
	['en', false, '@desktop'],
] as const)
	test.describe(`errors, ${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${screen}`, () => {
		test.use({ javaScriptEnabled, locale: language })

		test('each says what happened and where to go', async ({ page, baseURL }) => {
			const { common, files, account } = TEXTS[language]
			const worker = { language, way: '/' }
			const staff = { language, way: '/roles' }
			await says(page, '/nothing-here', { status: 404, code: 'notFound', ...worker })
			await accessible(page, { javaScriptEnabled })
			const title = account.errors.invitationOver
			await says(page, `/invitations/${'x'.repeat(43)}`, { status: 410, code: 'expired', title, ...worker })

			await page.goto(`/files/${randomUUID()}`)
			await expect(page.getByText(files.answers.notFound)).toBeVisible()
			await expect(page).toHaveTitle(`${common.errors.notFound} – ${common.brand.name}`)
			await accessible(page, { javaScriptEnabled })

			await spoilDraft(page, baseURL!)
			await says(page, '/requests/new/needs', { status: 500, code: 'unexpected', ...worker })
			await accessible(page, { javaScriptEnabled })
			await page.goto('/') // and the start page is well, with the spoiled draft beside it
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

			const organisation = await inEmbedded((db) => seedOrganisation(db))
			await freshStaff(page, baseURL!, organisation, 'caseworker')
			await says(page, '/operator', { status: 403, code: 'forbidden', ...staff })
			await says(page, '/union', { status: 403, code: 'forbidden', ...staff })
			await says(page, `/desk/cases/${randomUUID()}`, { status: 404, code: 'notFound', ...staff })
			await accessible(page, { javaScriptEnabled })
		})

		test('nothing there yet: each list says so, and what would bring something', async ({ page, baseURL }) => {
			const { desk, track, account } = TEXTS[language]
			const organisation = await inEmbedded((db) => seedOrganisation(db))
			await freshStaff(page, baseURL!, organisation, 'caseworker', 'manager')
			await page.goto(`/desk/${organisation}`)
			for (const text of [desk.queue.noOffers, desk.queue.emptyAll, desk.queue.emptyAllHint])
				await expect(page.getByText(text)).toBeVisible()
			await page.goto('/my')
			await expect(page.getByText(track.my.empty)).toBeVisible()
			await page.goto(`/staff/${organisation}`)
			await expect(page.getByText(account.staff.pendingNone)).toBeVisible()
			await accessible(page, { javaScriptEnabled })
		})
	})
