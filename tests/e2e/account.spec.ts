import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { PEOPLE } from '../../app/server/demo/people'
import enAccount from '../../app/i18n/locales/en/account'
import zhAccount from '../../app/i18n/locales/zh-CN/account'
import { accessible } from '../support/accessible'
import { onScreen } from '../support/screens'

const person = (name: string) => PEOPLE.find(({ email }) => email.startsWith(`${name}@`))!
const PASSWORD = '一句好记的话就行了吧'

async function enter(page: Page, words: typeof enAccount | typeof zhAccount, email: string, password: string) {
	await page.getByLabel(words.fields.email).fill(email)
	await page.getByLabel(words.fields.password, { exact: true }).fill(password)
	await page.getByRole('button', { name: words.signIn.submit }).click()
}

for (const [locale, words] of [['zh-CN', zhAccount] as const, ['en', enAccount] as const])
	test.describe(`accounts, ${locale}`, () => {
		test.use({ locale })

		test('a wrong password is said once for all, the right one leads to work, and signing out ends it', async ({
			page,
		}) => {
			const { email, password } = person('triager')
			await page.goto('/signin')
			await accessible(page)
			await enter(page, words, `${randomUUID()}@people.test`, 'wrong')
			await expect(page.getByRole('alert')).toContainText(words.errors.wrongPair)
			await accessible(page)
			await enter(page, words, email, password)
			await expect(page).toHaveURL('/operator')
			await page.goto('/union')
			await accessible(page)
			await page.goto('/roles')
			await accessible(page)
			await page.locator('header details summary').click()
			await page.locator('form[action="/signout"] button').click()
			await expect(page.getByRole('status').filter({ hasText: words.signIn.signedOut })).toBeVisible()
			await page.goto('/operator')
			await expect(page).toHaveURL('/signin?redirectTo=%2Foperator')
		})

		for (const javaScriptEnabled of [true, false])
			test(`a manager invites, the invited joins and is at work, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`, async ({
				browser,
				baseURL,
				viewport,
			}) => {
				const settings = { locale, javaScriptEnabled, baseURL, viewport }
				const email = `${randomUUID()}@people.test`
				const { email: by, password } = person('hospital')
				const manager = await (await browser.newContext(settings)).newPage()
				await manager.goto('/signin')
				await enter(manager, words, by, password)
				await manager.goto((await manager.locator('a[href^="/staff/"]').first().getAttribute('href'))!)
				await accessible(manager, { javaScriptEnabled })
				await manager.getByRole('link', { name: words.staff.invite }).click()
				await manager.getByRole('button', { name: words.invite.submit }).click()
				await expect(manager.getByRole('alert')).toContainText(words.errors.rolesMissing)
				await manager.getByLabel(words.fields.email).fill(email)
				await manager.locator('input[value=caseworker]').check()
				await accessible(manager, { javaScriptEnabled })
				await manager.getByRole('button', { name: words.invite.submit }).click()
				const link = (await manager.locator('.select-all').textContent())!
				await accessible(manager, { javaScriptEnabled })

				await manager.goto(link) // signed in, but as somebody else
				await expect(manager.getByText(words.invitation.other)).toBeVisible()
				await accessible(manager, { javaScriptEnabled })

				const invited = await (await browser.newContext(settings)).newPage()
				await invited.goto(link)
				await accessible(invited, { javaScriptEnabled })
				await invited.getByLabel(words.fields.name).fill('新来的')
				await invited.getByLabel(words.fields.newPassword).fill(PASSWORD)
				await invited.getByRole('button', { name: words.invitation.join, exact: true }).click()
				await expect(invited).toHaveURL(/\/desk\/[0-9a-f-]{36}$/)
				expect((await invited.goto(link))!.status()).toBe(410)
				await accessible(invited, { javaScriptEnabled })
			})
	})
