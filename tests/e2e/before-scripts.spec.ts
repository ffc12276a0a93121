import { expect, test } from '@playwright/test'
import zhCN from '../../app/i18n/locales/zh-CN/screens'

const { story } = zhCN.filing

test('what somebody answers while the scripts are still on their way is kept when they arrive', async ({ page }) => {
	let arrive = () => {}
	const arrived = new Promise<void>((resolve) => (arrive = resolve))
	await page.route('**/assets/*.js', async (route) => {
		await arrived
		await route.continue()
	})
	await page.goto('/requests/new', { waitUntil: 'commit' }) // "load" would wait for the scripts
	await page.getByLabel(story.dangerOptions.no).check()
	await page.getByLabel(story.story).fill('十月的补贴没有发。')
	arrive()
	await page.waitForFunction(() =>
		Object.keys(document.querySelector('main form') ?? {}).some((name) => name.startsWith('__reactProps')),
	)
	await expect(page.getByLabel(story.dangerOptions.no)).toBeChecked()
	await expect(page.getByLabel(story.story)).toHaveValue('十月的补贴没有发。')
	await page.getByRole('button', { name: zhCN.common.actions.continue }).click()
	await expect(page).toHaveURL(/needs$/)
})
