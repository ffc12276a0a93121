import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { STAFF } from '../../app/server/demo/people'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { accessible as seen } from '../support/accessible'
import { onScreen } from '../support/screens'

/** Words that stand in the database, so in no file of texts. Who takes the case is the demo city's business. */
const TEXTS = {
	'zh-CN': {
		words: zhCN,
		group: '工钱和平台',
		need: /^欠薪、少结算/,
		place: '拱墅',
		path: '浙江省 · 杭州市 · 拱墅区',
		sector: '外卖、即时配送',
		holder: '拱墅区骑手工会（演示）',
		caseworker: 'gongshu',
	},
	en: {
		words: en,
		group: 'Pay and the platform',
		need: /^Unpaid or short pay/,
		place: 'gongshu',
		path: 'Zhejiang · Hangzhou · Gongshu District',
		sector: 'Food and instant delivery',
		holder: 'Tongzhou Social Work Centre (demo)',
		caseworker: 'caseworker',
	},
} as const
type Language = keyof typeof TEXTS
const STORY = '站点从六月起每单少结五毛，问了三次都说下个月补。'

/** `t('{{a}} …', { a })`, as the page does it. */
const fill = (text: string, values: Record<string, string>) =>
	text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '')

for (const [language, javaScriptEnabled] of [
	['zh-CN', true],
	['en', true],
	['zh-CN', false],
] as const) {
	test(`${language}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(language, javaScriptEnabled)}: filed, routed, accepted, worked on and confirmed`, async ({
		browser,
		viewport,
		isMobile,
	}) => {
		test.setTimeout(120_000)
		const settings: BrowserContextOptions = {
			javaScriptEnabled,
			locale: language,
			viewport,
			isMobile,
			extraHTTPHeaders: { 'Accept-Language': language },
		}
		const worker = await person(browser, settings)
		const caseworker = await person(browser, settings)
		const accessible = (page: Page) => seen(page, { javaScriptEnabled })

		const caseId = await fileAndFind(worker, language, accessible)
		await accept(caseworker, language, caseId, accessible)
		await readAndAnswer(worker, language, caseId, accessible)
		await propose(caseworker, language, caseId, accessible)
		await confirm(worker, language, caseId, accessible)

		await caseworker.goto(`/desk/cases/${caseId}`)
		await expect(caseworker.getByText(TEXTS[language].words.cases.states.closed).first()).toBeVisible()
	})
}

async function person(browser: Browser, settings: BrowserContextOptions): Promise<Page> {
	return (await browser.newContext(settings)).newPage()
}

type Look = (page: Page) => Promise<void>

/** From the start page to the receipt; answers the id of the case once an organisation has been asked. */
async function fileAndFind(page: Page, language: Language, accessible: Look): Promise<string> {
	const { words: w, ...t } = TEXTS[language]
	const tick = (label: string | RegExp) => page.getByLabel(label).first().check()
	const goOn = async () => {
		await accessible(page)
		await page.getByRole('button', { name: w.common.actions.continue }).click()
	}
	await page.goto('/')
	await accessible(page)
	await page.getByRole('link', { name: w.home.ask }).click()
	await tick(w.filing.story.dangerOptions.no)
	await page.getByLabel(w.filing.story.story).fill(STORY)
	await goOn()
	await page.locator('summary', { hasText: t.group }).click()
	await tick(t.need)
	await page.locator('input[name=urgency][value=soon]').check()
	await goOn()
	await page.getByLabel(w.filing.place.search).fill(t.place)
	await page.getByRole('button', { name: w.common.actions.search, exact: true }).click()
	await accessible(page)
	await page.getByRole('button', { name: t.path }).click()
	await tick(t.sector)
	await page.locator('input[name=workingForm][value=outsourced]').check()
	await goOn()
	await tick(w.filing.contact.reachByOptions.here)
	await goOn()
	await expect(page.getByText(t.holder).first()).toBeVisible()
	await page.locator('input[name=mode][value=any_of_these]').check()
	await page.locator('input[name=fields][value=story_and_contact]').check()
	await page.getByRole('radio', { name: w.filing.sharing.deskOptions.yes, exact: true }).check()
	await goOn()
	await expect(page.getByText(STORY)).toBeVisible()
	await accessible(page)
	await page.getByRole('button', { name: w.filing.check.send }).click()
	await expect(page).toHaveURL(/\/receipt$/)
	await accessible(page)
	const [reference = '', code = ''] = await page.getByRole('definition').allTextContents()

	// Another day, another phone: the receipt is all there is.
	await page.context().clearCookies()
	await page.goto('/track')
	await accessible(page)
	await page.getByLabel(w.track.open.reference).fill(reference)
	await page.getByLabel(w.track.open.code).fill(code.toLowerCase())
	await page.getByRole('button', { name: w.track.open.submit }).click()
	await expect(async () => {
		await page.reload()
		await expect(page.getByText(t.holder).first()).toBeVisible({ timeout: 500 })
	}).toPass()
	await accessible(page)
	await page.getByRole('link', { name: new RegExp(`^${w.track.request.openCase}`) }).click()
	await expect(page).toHaveURL(/\/track\/cases\/[0-9a-f-]{36}/)
	return new URL(page.url()).pathname.split('/').at(-1)!
}

async function accept(page: Page, language: Language, caseId: string, accessible: Look) {
	const { words: w, ...t } = TEXTS[language]
	const { email, password } = STAFF.find(({ key }) => key === t.caseworker)!
	await page.goto(`/desk/cases/${caseId}`)
	await expect(page).toHaveURL(/\/signin/)
	await accessible(page)
	await page.getByLabel(w.account.fields.email).fill(email)
	await page.getByLabel(w.account.fields.password).fill(password)
	await page.getByRole('button', { name: w.account.signIn.submit }).click()
	await expect(page).toHaveURL(new RegExp(caseId))
	await accessible(page)
	expect(await page.content()).not.toContain(STORY)
	await page.getByRole('button', { name: w.desk.answer.accept }).click()
	await expect(page.getByText(w.desk.done.accepted)).toBeVisible()
	await accessible(page)
	expect(await page.content()).not.toContain(STORY)
	await page.getByRole('button', { name: w.desk.private.openStory }).click()
	await expect(page.getByText(STORY)).toBeVisible()
	await accessible(page)
	await page.getByLabel(w.desk.conversation.write).fill('您好，我是经办社工，请问有结算截图吗？')
	await page.getByRole('button', { name: w.desk.conversation.send }).click()
	await expect(page.getByText(w.desk.done.sent)).toBeVisible()
	await page.getByLabel(w.desk.notes.write).fill('下午再联系站点。')
	await page.getByRole('button', { name: w.desk.notes.send }).click()
	await expect(page.getByText('下午再联系站点。')).toBeVisible()
	await page.goto('/desk')
	await expect(
		page
			.getByRole('link')
			.filter({ has: page.locator(`[href*="${caseId}"]`) })
			.or(page.locator(`a[href*="${caseId}"]`))
			.first(),
	).toBeVisible()
	await accessible(page)
}

async function readAndAnswer(page: Page, language: Language, caseId: string, accessible: Look) {
	const { words: w, ...t } = TEXTS[language]
	await page.goto(`/track/cases/${caseId}`)
	await expect(page.getByText('您好，我是经办社工，请问有结算截图吗？')).toBeVisible()
	await expect(page.getByText('下午再联系站点。')).toHaveCount(0)
	await expect(page.getByText(`${t.holder} · ${w.cases.fields.story}`)).toBeVisible() // who has looked
	await accessible(page)
	await page.getByLabel(fill(w.track.case.write, { organisation: t.holder })).fill('有的，六月到八月都有。')
	await page.getByRole('button', { name: w.common.actions.send }).click()
	await expect(page.getByText(w.track.done.wrote)).toBeVisible()
}

async function propose(page: Page, language: Language, caseId: string, accessible: Look) {
	const { desk: w, cases } = TEXTS[language].words
	await page.goto(`/desk/cases/${caseId}`)
	await expect(page.getByText('有的，六月到八月都有。')).toBeVisible()
	await page.getByRole('link', { name: w.case.outcome }).click()
	await accessible(page)
	await page.getByLabel(cases.outcomeCodes.got_help).check()
	await page.getByLabel(w.propose.note).fill('站点已补发三个月差额。')
	await page.getByLabel(w.propose.money).fill('1280.50')
	await page.getByRole('button', { name: w.propose.submit }).click()
	await expect(page.getByText(w.done.proposed)).toBeVisible()
	await accessible(page)
}

async function confirm(page: Page, language: Language, caseId: string, accessible: Look) {
	const { track: w } = TEXTS[language].words
	await page.goto('/track')
	await accessible(page)
	await page.goto(`/track/cases/${caseId}`)
	await expect(page.getByText('站点已补发三个月差额。')).toBeVisible()
	await expect(page.getByText(/1,280\.50/)).toBeVisible()
	await page.getByRole('button', { name: w.outcome.confirm }).click()
	await expect(page.getByRole('alert')).toContainText(w.errors.ratingMissing)
	await accessible(page)
	await page.getByLabel(w.ratings.r5).check()
	await page.getByLabel(w.outcome.comment).fill('谢谢。')
	await page.getByRole('button', { name: w.outcome.confirm }).click()
	await expect(page.getByText(w.done.confirmed)).toBeVisible()
	await accessible(page)
	await page.goto('/track/sharing')
	await accessible(page)
}
