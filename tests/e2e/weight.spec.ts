import { expect, test, type Browser } from '@playwright/test'
import { STAFF } from '../../app/server/demo/people'
import { answerAll, visitor, type Visitor } from '../support/visitor'
import { stored, weigh } from '../support/weight'

/**
 * What a page may weigh on its way to a phone, compressed, in bytes. A page of workers arrives with the first answer of a
 * slow line (14 kB) and can be used then; scripts come after it.
 */
const FIRST_ANSWER = 14 * 1024
const FILING_SCRIPTS = 110 * 1024
const STAFF_SCRIPTS = 140 * 1024
const QUESTIONS = ['story', 'needs', 'place', 'work', 'contact', 'sharing', 'check']

type Page = { browser: Browser; baseURL: string; language: string }
const weighFor = ({ browser, baseURL, language }: Page, { cookies }: Visitor, path: string) =>
	weigh(browser, baseURL + path, { locale: language, storageState: stored(cookies(), baseURL) })

for (const language of ['zh-CN', 'en'])
	test.describe(`weight, ${language} @phone`, () => {
		test('the start page and the receipt carry no script but the way out', async ({ browser, baseURL }) => {
			const one = visitor(baseURL!, language)
			await answerAll(one)
			await one.go('/requests/new/check', {})
			for (const path of ['/', '/receipt']) {
				const weight = await weighFor({ browser, baseURL: baseURL!, language }, one, path)
				expect(weight.scripts, path).toEqual(['/every-page.js'])
				expect(weight.js, path).toBeLessThan(2_000)
				expect(weight.html + weight.css, path).toBeLessThan(FIRST_ANSWER)
				expect(weight.css, path).toBeGreaterThan(1_000) // it was weighed at all
			}
		})

		test('every page of filing fits into the first answer, and its scripts stay small', async ({
			browser,
			baseURL,
		}) => {
			const one = visitor(baseURL!, language)
			await answerAll(one)
			for (const question of QUESTIONS) {
				const weight = await weighFor({ browser, baseURL: baseURL!, language }, one, `/requests/new/${question}`)
				expect(weight.html + weight.css, question).toBeLessThan(FIRST_ANSWER)
				expect(weight.js, question).toBeLessThan(FILING_SCRIPTS)
				if (question !== 'place') expect(weight.js, question).toBeGreaterThan(50_000)
			}
		})

		test('scripts of staff pages stay small', async ({ browser, baseURL }) => {
			const page = { browser, baseURL: baseURL!, language }
			const paths = { social_work: '/desk', triager: '/operator' }
			for (const [key, start] of Object.entries({ caseworker: paths.social_work, triager: paths.triager })) {
				const { email, password } = STAFF.find((person) => person.key === key)!
				const one = visitor(baseURL!, language)
				await one.go('/signin', { email, password })
				const list = (await one.go(start)).to ?? start
				const link = /href="(\/(?:desk|operator)\/cases\/[0-9a-f-]{36})"/.exec((await one.go(list)).text)?.[1]
				expect(link, list).toBeDefined()
				for (const path of [list, link!]) {
					const weight = await weighFor(page, one, path)
					expect(weight.js, path).toBeLessThan(STAFF_SCRIPTS)
					expect(weight.js, path).toBeGreaterThan(50_000)
				}
			}
		})
	})
