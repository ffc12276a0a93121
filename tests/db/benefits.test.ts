import { expect, test } from 'vitest'
import { findBenefit, listBenefits } from '~/domain/benefits/benefits.server'
import { listCategories } from '~/domain/vocabulary/vocabulary.server'
import { AppError } from '~/lib/errors'
import { become, inRollback, refusal } from '~tests/support/db'

test.each(['zh-CN', 'en'] as const)(
	'a visitor reads in %s what membership opens, with whom to confirm it',
	(language) =>
		inRollback(async (db) => {
			await become(db, 'visitor')
			const benefits = await listBenefits(db, language)
			expect(benefits.map(({ code }) => code)).toEqual(['mutual_aid', 'legal_aid', 'hardship'])
			const needs = (await listCategories(db, language)).flatMap((group) =>
				group.children.length > 0 ? group.children : group,
			)
			for (const { code, need } of benefits) {
				const benefit = await findBenefit(db, language, code)
				expect(needs.map((one) => one.code)).toContain(need) // a need that can be ticked, not a group
				expect(benefit.papers.length).toBeGreaterThan(0)
				expect(benefit.sure).toBe(false)
				const texts = [
					benefit.name,
					benefit.text,
					benefit.eligibility,
					benefit.without,
					benefit.confirmWith,
					benefit.source,
				]
				for (const said of [...texts, ...benefit.papers.map(({ name }) => name)])
					expect([said, /\p{Script=Han}/u.test(said)]).toEqual([said, language === 'zh-CN'])
			}
			expect((await findBenefit(db, language, 'mutual_aid')).papers.map(({ code }) => code)).toEqual([
				'membership_number',
				'hospital_papers',
			])
			await expect(findBenefit(db, language, 'nothing')).rejects.toThrow(AppError)
		}),
)

test('what is seen on an official source is told as sure, everything else is not', () =>
	inRollback(async (db) => {
		await db`update app.benefits set confidence = 'H' where code = 'legal_aid'`
		await db`update app.benefits set confidence = 'L' where code = 'hardship'`
		await become(db, 'visitor')
		expect((await listBenefits(db, 'en')).map(({ code, sure }) => [code, sure])).toEqual([
			['mutual_aid', false],
			['legal_aid', true],
			['hardship', false],
		])
		for (const person of ['routing', 'service', 'anon'] as const) {
			await become(db, person)
			expect(await refusal(db, (tx) => listBenefits(tx, 'en'))).toBe('42501')
		}
	}))
