import { expect, test } from 'vitest'
import {
	areaPath,
	childAreas,
	listCategories,
	listHotlines,
	listPapers,
	listPlatforms,
	listSectors,
	searchAreas,
} from '~/domain/vocabulary/vocabulary.server'
import { become, inRollback } from '~tests/support/db'

test.each(['zh-CN', 'en'] as const)('a visitor reads every word list in %s', (language) =>
	inRollback(async (db) => {
		await become(db, 'visitor')
		const hotlines = await listHotlines(db, language)
		expect(
			hotlines
				.slice(0, 4)
				.map(({ number }) => number)
				.sort(),
		).toEqual(['110', '119', '120', '122'])
		const categories = await listCategories(db, language)
		expect(categories.map(({ code }) => code)).toEqual(
			expect.arrayContaining(['medical', 'housing', 'transport', 'legal', 'labour', 'policy', 'unsure']),
		)
		const medical = categories.find(({ code }) => code === 'medical')!
		expect(medical.children.map(({ code }) => code)).toContain('medical.hurt_on_order')
		expect((await listPapers(db, language, 'medical.hurt_on_order')).length).toBeGreaterThan(2)
		const platforms = (await listPlatforms(db, language)).map(({ code }) => code)
		for (const sector of await listSectors(db, language))
			expect(platforms).toEqual(expect.arrayContaining(sector.platforms))
		const provinces = await childAreas(db, language, null)
		expect(provinces.every(({ level }) => level === 'province')).toBe(true)
		const [found] = await searchAreas(db, language, language === 'en' ? 'gongshu' : '拱墅')
		expect(found?.code).toBe('330105')
		expect((await areaPath(db, language, '330105')).map(({ code }) => code)).toEqual(['330000', '330100', '330105'])
		expect(await areaPath(db, language, '999999')).toEqual([])
		expect(await searchAreas(db, language, '  ')).toEqual([])
	}),
)

test('each language keeps its own words', () =>
	inRollback(async (db) => {
		await become(db, 'visitor')
		const name = async (language: 'zh-CN' | 'en') => (await listHotlines(db, language))[0]!.name
		expect([await name('zh-CN'), await name('en')]).toEqual(['急救', 'Ambulance'])
	}))
