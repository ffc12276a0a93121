import { randomInt } from 'node:crypto'
import { expect, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import type { Locale } from '../../app/i18n/resources'
import { accessible } from './accessible'
import { inEmbedded } from './embedded-data'
import { freshStaff } from './fresh-staff'
import { onScreen } from './screens'
import { seedCampaign, seedStation } from './seed-unions'
import { seedOrganisation, type Role } from './seeds'

export const WORDS = { 'zh-CN': zhCN, en } as const

/** Where a journey runs: each language on one of the two screens, as `onScreen` says. */
export const WITH_SCRIPTS = [
	['zh-CN', true],
	['en', true],
] as const
export const WITHOUT_SCRIPTS = [
	['en', false],
	['zh-CN', false],
] as const
export const where = (locale: Locale, javaScriptEnabled: boolean) =>
	`${locale}, ${javaScriptEnabled ? 'with' : 'without'} JavaScript ${onScreen(locale, javaScriptEnabled)}`

/** The settings of one journey's browsers. `viewport` and `isMobile` come from the project. */
export type Visit = BrowserContextOptions & { locale: Locale; javaScriptEnabled: boolean }
/** Another person, with a browser of their own. */
export const somebodyElse = async (browser: Browser, visit: Visit): Promise<Page> =>
	(await browser.newContext(visit)).newPage()
/** No violation on the page as it stands, and nothing stands out at the side. */
export async function looks(page: Page, { javaScriptEnabled }: Pick<Visit, 'javaScriptEnabled'>): Promise<void> {
	await accessible(page, { javaScriptEnabled })
	if (!javaScriptEnabled) return
	const [wide, at] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth] as const)
	expect(wide, `${page.url()} is too wide`).toBeLessThanOrEqual(at)
}

const SIGNS = '甲乙丙丁戊己庚辛壬癸'
/** A name that no other test has. */
export const anyName = (begins: string) => begins + Array.from({ length: 6 }, () => SIGNS[randomInt(10)]).join('')
export const anyPhone = () => `137${String(randomInt(100_000_000)).padStart(8, '0')}`
/** A text for one or for many, as the page chooses it. */
export const counted = (
	texts: Record<string, unknown>,
	key: string,
	count: number,
	values: Record<string, string | number> = {},
) => fill(String((count === 1 && texts[`${key}_one`]) || texts[`${key}_other`]), { count, ...values })
/** `t('{{a}} …', { a })`, as the page does it. */
export const fill = (text: string, values: Record<string, string | number>) =>
	text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))

export type OwnUnion = { id: string; name: string; station: { id: string; name: string }; code: string }
/** A union that no other test knows, with a station and a code on a poster. Named alike in both languages. */
export async function ownUnion(): Promise<OwnUnion> {
	const [name, stationName] = [anyName('试验工会'), anyName('站点')]
	return inEmbedded(async (db) => {
		const id = await seedOrganisation(db, { kind: 'union', nameZh: name, nameEn: name })
		const station = { id: await seedStation(db, id, stationName), name: stationName }
		return { id, name, station, code: (await seedCampaign(db, id)).code }
	})
}
/** Somebody new who works there, signed in with this page's browser. */
export const worksAt = (page: Page, baseURL: string, union: OwnUnion, ...roles: Role[]) =>
	freshStaff(page, baseURL, union.id, ...roles)

type Tab =
	'applications' | 'signup' | 'members' | 'transfers' | 'stations' | 'drives' | 'roster' | 'campaigns' | 'fairness'
/** To another place of an officer's work: a row on a wide screen, a menu on a phone. */
export async function toPlace(page: Page, locale: Locale, tab: Tab): Promise<void> {
	const { tabs } = WORDS[locale].union
	const nav = page.getByRole('navigation', { name: tabs.label, exact: true })
	const link = nav.getByRole('link', { name: tabs[tab] })
	await expect(async () => {
		const menu = nav.locator('summary')
		if ((await menu.isVisible()) && !(await link.isVisible())) await menu.click()
		await link.click({ timeout: 2_000 }) // a page that was still on its way closes the menu again
	}).toPass()
}

/** Until the page says so; it is asked for again, as a person does who waits for the worker process. */
export async function reloadUntil(page: Page, shown: () => ReturnType<Page['locator']>): Promise<void> {
	await expect(async () => {
		if (await shown().isVisible()) return
		await page.reload()
		await expect(shown()).toBeVisible({ timeout: 500 })
	}).toPass({ timeout: 30_000 })
}
/** Presses, and waits until what was sent has been answered: a reload before that would take it back. */
export async function sent(page: Page, button: ReturnType<Page['locator']>): Promise<void> {
	await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), button.click()])
}
