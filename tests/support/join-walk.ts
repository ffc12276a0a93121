import { expect, type Page } from '@playwright/test'
import type { Locale } from '../../app/i18n/resources'
import { WORDS, type OwnUnion } from './union-visits'

const PLACE = {
	'zh-CN': { search: '拱墅', path: '浙江省 · 杭州市 · 拱墅区' },
	en: { search: 'gongshu', path: 'Zhejiang · Hangzhou · Gongshu District' },
} as const
export type Applicant = { name: string; phone: string }
type Look = () => Promise<void>

/** From a begun application to the page where all of it stands. Whoever came with a code is offered its union beside the place's. */
export async function answerJoining(page: Page, locale: Locale, union: OwnUnion, who: Applicant, look: Look) {
	const w = WORDS[locale]
	const goOn = async () => {
		await look()
		await page.getByRole('button', { name: w.common.actions.continue }).click()
	}
	await page.getByLabel(w.join.way.ways.residence).check()
	await goOn()
	await page.getByLabel(w.filing.place.search).fill(PLACE[locale].search)
	await page.getByRole('button', { name: w.common.actions.search, exact: true }).click()
	await look()
	await page.getByRole('button', { name: PLACE[locale].path }).click()
	await page.getByLabel(union.name).check()
	await goOn()
	await page.locator('input[name=sector][value=delivery]').check()
	await page.locator('input[name=workingForm][value=crowd]').check()
	await page.getByLabel(w.join.work.station).selectOption({ label: union.station.name })
	await goOn()
	await page.getByLabel(w.join.you.name).fill(who.name)
	await page.getByLabel(w.join.you.phone).fill(who.phone)
	await page.getByLabel(w.join.you.birthYear).fill('1990')
	await goOn()
	await expect(page).toHaveURL(/\/union\/join\/check$/)
}

/** The own wish and the consent, then away. Says reference and code. */
export async function sendJoining(page: Page, locale: Locale): Promise<[reference: string, code: string]> {
	const { join } = WORDS[locale]
	await page.locator('input[name=wish]').check()
	await page.locator('input[name=consent]').check()
	await page.getByRole('button', { name: join.check.send }).click()
	await expect(page).toHaveURL(/\/union\/join\/receipt$/)
	const [reference = '', code = ''] = await page.getByRole('definition').allTextContents()
	return [reference, code]
}

/** Back on another day: with reference and code alone. */
export async function openStatus(page: Page, locale: Locale, [reference, code]: [string, string]) {
	const { join } = WORDS[locale]
	await page.context().clearCookies()
	await page.goto('/union/join/status')
	await page.getByLabel(join.receipt.reference).fill(reference)
	await page.getByLabel(join.receipt.code).fill(code)
	await page.getByRole('button', { name: join.status.open, exact: true }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(join.status.heading)
}
