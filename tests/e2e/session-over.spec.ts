import { expect, test, type Page } from '@playwright/test'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { accessible } from '../support/accessible'
import { hashOf, inEmbedded } from '../support/embedded-data'
import { freshStaff } from '../support/fresh-staff'
import { seedAccepted, seedOrganisation, seedRequest } from '../support/seeds'

const TEXTS = { 'zh-CN': zhCN, en } as const
const CODE = 'ABCD-EFGH-JKLM'
const WORDS = '明天上午十点给您打电话，请带上身份证和工资单。\n地址：拱墅区 Lane 5。'

/** A case in the hands of an organisation of its own, whose caseworker is signed in here. */
async function held(page: Page, baseURL: string) {
	const organisation = await inEmbedded((db) => seedOrganisation(db))
	const person = await freshStaff(page, baseURL, organisation, 'caseworker')
	const filed = await inEmbedded(async (db) => {
		const request = await seedRequest(db, { recipients: [organisation], receiptHash: hashOf(CODE) })
		return seedAccepted(db, organisation, person, request)
	})
	return { ...filed, person }
}
/** What has arrived; a form sends a new line as two signs. */
const messagesOf = async (caseId: string) => {
	const rows = await inEmbedded((db) => db<{ body: string }[]>`select body from app.messages where case_id = ${caseId}`)
	return rows.map(({ body }) => body.replaceAll('\r\n', '\n'))
}

for (const [language, javaScriptEnabled, screen] of [
	['zh-CN', true, '@phone'],
	['en', false, '@desktop'],
] as const) {
	test.describe(`the session is over while somebody writes, ${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${screen}`, () => {
		test.use({ javaScriptEnabled, locale: language })
		const { account, common, desk, track, files } = TEXTS[language]
		const look = (page: Page) => accessible(page, { javaScriptEnabled })
		const pdf = { name: '表格.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%%EOF\n') }

		/** Sends what was kept and looks that it stands there once. */
		async function sendAgain(page: Page, caseId: string, said: string) {
			await expect(page.getByRole('heading', { level: 1, name: account.again.sendTitle })).toBeVisible()
			await expect(page.getByText(WORDS)).toBeVisible()
			await look(page)
			await page.getByLabel(new RegExp(`^${files.label}`)).setInputFiles([pdf])
			await page.getByRole('button', { name: account.again.send }).click()
			await expect(page.getByText(said)).toBeVisible()
			await expect(page.getByRole('link', { name: pdf.name })).toBeVisible()
			expect(await messagesOf(caseId)).toEqual([WORDS])
		}

		test('staff: nothing is sent, the words stay through a wrong password, and are sent once', async ({
			page,
			context,
			baseURL,
		}) => {
			const { caseId, person } = await held(page, baseURL!)
			await page.goto(`/desk/cases/${caseId}`)
			await page.getByLabel(desk.conversation.write).fill(WORDS)
			await page.getByLabel(new RegExp(`^${files.label}`)).setInputFiles([pdf])
			await context.clearCookies({ name: /^session/ })
			const answered = page.waitForResponse((response) => response.request().method() === 'POST')
			await page.getByRole('button', { name: desk.conversation.send }).click()
			expect((await answered).status()).toBe(401)
			await expect(page.getByRole('heading', { level: 1, name: common.errors.sessionExpired })).toBeVisible()
			await expect(page).toHaveTitle(new RegExp(common.errors.sessionExpired))
			await expect(page.getByText(WORDS)).toBeVisible()
			await look(page)
			expect(await messagesOf(caseId)).toEqual([])

			for (const password of ['wrong', person.password]) {
				await page.getByLabel(account.fields.email).fill(person.email)
				await page.getByLabel(account.fields.password, { exact: true }).fill(password)
				await page.getByRole('button', { name: account.signIn.submit }).click()
				if (password !== 'wrong') break
				await expect(page.getByRole('alert')).toContainText(account.errors.wrongPair)
				await expect(page.getByText(WORDS)).toBeVisible()
			}
			await sendAgain(page, caseId, desk.done.sent)
			await expect(page).toHaveURL(new RegExp(`/desk/cases/${caseId}`))
			await expect(page.getByLabel(desk.conversation.write)).toBeEmpty()
		})

		test('a worker: the receipt was closed in another window, its code leads back to the words', async ({
			page,
			context,
			baseURL,
		}) => {
			const { caseId, reference } = await held(page, baseURL!)
			const open = async () => {
				await page.getByLabel(track.open.reference).fill(reference)
				await page.getByLabel(track.open.code).fill(CODE)
				await page.getByRole('button', { name: track.open.submit }).click()
			}
			await page.goto('/track')
			await open()
			await page.goto(`/track/cases/${caseId}`)
			await page.locator('textarea[name=body]').fill(WORDS)
			const other = await context.newPage()
			await other.goto('/track')
			await other.getByRole('button', { name: track.request.close }).click()
			await expect(other.getByText(track.open.closed)).toBeVisible()
			await page.getByRole('button', { name: common.actions.send, exact: true }).click()
			await expect(page.getByText(account.again.open)).toBeVisible()
			await look(page)
			await open()
			await sendAgain(page, caseId, track.done.wrote)
		})
	})
}

test('where nothing was typed one signs in and is back at the page, and is told so before @phone', async ({
	page,
	context,
	baseURL,
}) => {
	const { caseId, person } = await held(page, baseURL!)
	await page.goto(`/desk/cases/${caseId}`)
	await context.clearCookies({ name: /^session/ })
	await page.goto(`/desk/cases/${caseId}/outcome`)
	await expect(page.getByText(zhCN.account.signIn.goesOn)).toBeVisible()
	await page.getByLabel(zhCN.account.fields.email).fill(person.email)
	await page.getByLabel(zhCN.account.fields.password, { exact: true }).fill(person.password)
	await page.getByRole('button', { name: zhCN.account.signIn.submit }).click()
	await expect(page).toHaveURL(`/desk/cases/${caseId}/outcome`)
})
