import { expect, test, type Page } from '@playwright/test'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { STAFF } from '../../app/server/demo/people'

const { account, desk } = zhCN

/** From a desk, whose texts are there, to the list of roles, whose texts are not. */
async function atDesk(page: Page) {
	const { email, password } = STAFF.find(({ key }) => key === 'manager')!
	await page.goto('/signin?redirectTo=/desk')
	await page.getByLabel(account.fields.email).fill(email)
	await page.getByLabel(account.fields.password).fill(password)
	await page.getByRole('button', { name: account.signIn.submit }).click()
	await page.locator('main a[href^="/desk/"]').first().click()
	await expect(page.getByRole('heading', { name: desk.queue.title, exact: true })).toBeVisible()
	await page.reload() // only what this page says is there
	const documents: string[] = []
	page.on('request', (request) => request.isNavigationRequest() && documents.push(request.url()))
	return documents
}
const toRoles = (page: Page) => page.getByRole('navigation').getByRole('link', { name: desk.nav.roles }).click()
const shown = (page: Page) =>
	expect(page.getByRole('heading', { name: account.roles.title, exact: true })).toBeVisible()

test('a page that is reached without a new document waits for its own texts @desktop', async ({ page }) => {
	const documents = await atDesk(page)
	const texts = page.waitForRequest(/\/assets\/account-.*\.js$/)
	await toRoles(page)
	await texts
	await shown(page)
	await expect(page).toHaveTitle(new RegExp(account.roles.title))
	expect(documents).toEqual([])
})

test('where the texts do not arrive, the page comes as a whole @desktop', async ({ page }) => {
	const documents = await atDesk(page)
	await page.route(/\/assets\/account-.*\.js$/, (route) => (documents.length > 0 ? route.continue() : route.abort()))
	await toRoles(page)
	await shown(page)
	expect(documents).toHaveLength(1)
})
