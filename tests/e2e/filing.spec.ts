import { expect, test, type Page } from '@playwright/test'
import { accessible } from '../support/accessible'
import { onScreen } from '../support/screens'

/** Words of the two languages, as they stand on the buttons. */
const WORDS = {
	'zh-CN': {
		goOn: '继续',
		noDanger: '没有危险',
		danger: /^有危险/,
		story: '请用自己的话说说',
		labour: '工钱和平台',
		wages: /^欠薪、少结算/,
		soon: /^这几天/,
		search: '搜索城市或区县',
		find: '搜索',
		query: '拱墅',
		place: '浙江省 · 杭州市 · 拱墅区',
		sector: '外卖、即时配送',
		crowd: /^众包/,
		byPhone: '打电话',
		phone: '电话号码',
		any: /^上面这些都可以/,
		ticking: /^只联系我选中的/,
		both: '事情经过和我的联系方式',
		yes: '可以',
		send: '提交求助',
		again: '请简单写写发生了什么，一两句话就行',
		forget: '这是公用手机？',
		clear: '清除我填的内容',
	},
	en: {
		goOn: 'Continue',
		noDanger: 'No danger',
		danger: /^Yes, there is danger/,
		story: 'Tell us in your own words',
		labour: 'Pay and the platform',
		wages: /^Unpaid or short pay/,
		soon: /^This week/,
		search: 'Search for a city or district',
		find: 'Search',
		query: 'gongshu',
		place: 'Zhejiang · Hangzhou · Gongshu District',
		sector: 'Food and instant delivery',
		crowd: /^Crowd-sourced/,
		byPhone: 'By phone',
		phone: 'Phone number',
		any: /^Any of these/,
		ticking: /^Only those I tick/,
		both: 'What happened, and how to reach me',
		yes: 'Yes',
		send: 'Send my request',
		again: 'Tell us in a sentence or two what happened',
		forget: 'Is this a shared phone?',
		clear: 'Forget what I wrote',
	},
} as const
type Language = keyof typeof WORDS
const STORY = '五月份跑了一个月，站点只结了一半的钱。'

type Mode = { javaScriptEnabled: boolean }

/** Ticks by the whole row, which is what a thumb hits. */
const tick = (page: Page, label: string | RegExp) => page.getByLabel(label).first().check()

async function walk(page: Page, language: Language, mode: Mode) {
	const w = WORDS[language]
	const next = async () => {
		await accessible(page, mode)
		await page.getByRole('button', { name: w.goOn }).click()
	}
	await page.goto(`/requests/new?lng=${language}`)
	await expect(page).toHaveURL(/\/requests\/new\/story/)
	await tick(page, w.noDanger)
	await page.getByLabel(w.story).fill(STORY)
	await next()

	await expect(page).toHaveURL(/needs$/)
	await page.locator('summary', { hasText: w.labour }).click()
	await tick(page, w.wages)
	await tick(page, w.soon)
	await next()

	await expect(page).toHaveURL(/place$/)
	await accessible(page, mode)
	await page.getByLabel(w.search).fill(w.query)
	await page.getByRole('button', { name: w.find, exact: true }).click()
	await accessible(page, mode)
	await page.getByRole('button', { name: w.place }).click()

	await expect(page).toHaveURL(/work$/)
	await tick(page, w.sector)
	await tick(page, w.crowd)
	await next()

	await expect(page).toHaveURL(/contact$/)
	await expect(page.getByLabel(w.phone)).toBeHidden()
	await tick(page, w.byPhone)
	await page.getByLabel(w.phone).fill('+86 138-0013-8000')
	await next()

	await expect(page).toHaveURL(/sharing$/)
	await tick(page, w.any)
	await tick(page, w.both)
	await page.getByRole('radio', { name: w.yes, exact: true }).check()
	await next()

	await expect(page).toHaveURL(/check$/)
	await expect(page.getByText(STORY)).toBeVisible()
	await expect(page.getByText('13800138000')).toBeVisible()
	await accessible(page, mode)
}

/** Files, goes back, files again: one receipt. */
async function sendTwice(page: Page, language: Language, mode: Mode) {
	const send = page.getByRole('button', { name: WORDS[language].send })
	await send.click()
	await expect(page).toHaveURL(/\/receipt$/)
	await accessible(page, mode)
	const receipt = page.getByRole('definition')
	const [reference, code] = await receipt.allTextContents()
	expect(reference).toMatch(/^T-[2-9A-HJ-NP-Z]{8}$/)
	expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/)
	await page.goBack()
	if (!/\/receipt(\?|$)/.test(page.url())) await send.click()
	await expect(page).toHaveURL(/\/receipt(\?|$)/)
	expect(await receipt.allTextContents()).toEqual([reference, code])
}

for (const language of ['zh-CN', 'en'] as const) {
	for (const javaScriptEnabled of [true, false]) {
		test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(language, javaScriptEnabled)}`, () => {
			const mode = { javaScriptEnabled }
			test.use({ javaScriptEnabled, locale: language })

			test('a request goes from the first question to its receipt, and is filed once', async ({ page }) => {
				test.slow() // ten pages, each looked at by axe
				await walk(page, language, mode)
				await sendTwice(page, language, mode)
			})

			test('what is missing is said at once, with everything kept', async ({ page }) => {
				const w = WORDS[language]
				await page.goto(`/requests/new/story?lng=${language}`)
				await tick(page, w.noDanger)
				await page.getByRole('button', { name: w.goOn }).click()
				await expect(page.getByRole('alert')).toContainText(w.again)
				await expect(page.getByRole('alert')).toBeFocused()
				await expect(page.getByLabel(w.noDanger)).toBeChecked()
				await accessible(page, mode)
			})

			test('danger stops the form at the numbers', async ({ page }) => {
				const w = WORDS[language]
				await page.goto(`/requests/new/story?lng=${language}`)
				await tick(page, w.danger)
				await page.getByRole('button', { name: w.goOn }).click()
				await expect(page).toHaveURL(/\/emergency$/)
				await expect(page.getByRole('link', { name: /120/ })).toBeVisible()
				await accessible(page, mode)
			})

			test('on a shared phone what was typed can be cleared', async ({ page }) => {
				const w = WORDS[language]
				await page.goto(`/requests/new/story?lng=${language}`)
				await tick(page, w.noDanger)
				await page.getByLabel(w.story).fill(STORY)
				await page.getByRole('button', { name: w.goOn }).click()
				await page.locator('summary', { hasText: w.forget }).click()
				await page.getByRole('button', { name: w.clear }).click()
				await expect(page).toHaveURL(/\/\?cleared$/)
				await page.goto('/requests/new')
				await expect(page.getByLabel(w.story)).toBeEmpty()
			})
		})
	}
}
