import { expect, test } from 'vitest'
import { become, inRollback, refusal } from '~tests/support/db'

const TABLES = ['areas', 'hotlines', 'sectors', 'platforms', 'categories', 'papers'] as const
const JOINS = ['platform_sectors', 'category_papers'] as const

/** The needs that the product's research found, and the papers that each usually asks for. */
const NEEDS: Record<string, string[]> = {
	'medical.hurt_on_order': ['id_card', 'order_screenshot', 'diagnosis', 'receipts', 'accident_report'],
	'medical.work_injury': ['work_injury_application', 'labour_proof', 'diagnosis'],
	'medical.hospital_costs': ['deposit_slip', 'diagnosis'],
	'medical.insurance': ['id_card', 'residence_permit'],
	'medical.mutual_aid': ['membership_number', 'hospital_papers'],
	'medical.psychological': [],
	'housing.short_stay': ['id_card', 'platform_work_proof'],
	'housing.rider_flat': ['platform_work_proof'],
	'housing.public_rental': ['id_card', 'income_proof', 'housing_proof', 'residence_permit'],
	'housing.rent_dispute': ['lease', 'payment_record'],
	'transport.accident': ['accident_report', 'photos', 'order_log', 'repair_bill'],
	'transport.vehicle': ['purchase_invoice', 'plate'],
	'transport.licence': ['licence', 'ticket'],
	'transport.access': ['place', 'photos'],
	'legal.labour_relation': ['roster', 'fine_record', 'uniform', 'training_record', 'pay_record'],
	'legal.injury_damages': ['accident_report', 'appraisal', 'receipts'],
	'legal.streaming_contract': ['contract', 'live_logs', 'bank_flow'],
	'legal.harassment': [],
	'labour.unpaid_wages': ['id_card', 'settlement_list', 'bank_flow', 'chat'],
	'labour.deductions': ['order_ids', 'screenshots', 'rule_text'],
	'policy.hardship': ['hardship_application', 'household_proof', 'income_proof'],
	'policy.school_and_papers': [],
}
const GROUPS = ['medical', 'housing', 'transport', 'legal', 'labour', 'policy']

test('every place of GB/T 2260 is there, level by level', () =>
	inRollback(async (db) => {
		expect(await db`select level, count(*)::int from app.areas group by level order by count`).toEqual([
			{ level: 'province', count: 34 },
			{ level: 'city', count: 333 },
			{ level: 'district', count: 2871 },
		])
	}))

test('every place leads up to a province, through its city where it has one', () =>
	inRollback(async (db) => {
		expect(
			await db`with recursive up as (
				select code as start, code, parent_code, 0 as steps from app.areas
				union all select up.start, a.code, a.parent_code, up.steps + 1 from up join app.areas a on a.code = up.parent_code)
			select a.code from app.areas a left join up on up.start = a.code and up.parent_code is null
			where up.code is distinct from left(a.code, 2) || '0000' or up.steps > 2
				or a.level = 'district' and up.steps = 1 and exists (
					select from app.areas c where c.code = left(a.code, 4) || '00' and c.level = 'city')`,
		).toEqual([])
		const parents = await db`select code, parent_code from app.areas
			where code in ('110105', '419001', '330105', '330100', '810001') order by code`
		expect(parents.map(({ code, parentCode }) => `${code} in ${parentCode}`)).toEqual([
			'110105 in 110000',
			'330100 in 330000',
			'330105 in 330100',
			'419001 in 410000',
			'810001 in 810000',
		])
	}))

test('no place is only a line of a statistician: every name is one that people use, and once within its parent', () =>
	inRollback(async (db) => {
		expect(await db`select code from app.areas where name_zh in ('市辖区', '县') or name_zh like '%直辖县级%'`).toEqual(
			[],
		)
		expect(
			await db`select parent_code, name_zh from app.areas group by parent_code, name_zh having count(*) > 1`,
		).toEqual([])
	}))

test.each([
	['500000', '重庆市', 'Chongqing'],
	['350200', '厦门市', 'Xiamen'],
	['540000', '西藏自治区', 'Xizang'],
	['610000', '陕西省', 'Shaanxi'],
	['140000', '山西省', 'Shanxi'],
	['150000', '内蒙古自治区', 'Inner Mongolia'],
	['150100', '呼和浩特市', 'Hohhot'],
	['230100', '哈尔滨市', 'Harbin'],
	['650100', '乌鲁木齐市', 'Urumqi'],
	['341500', '六安市', "Lu'an"],
	['320116', '六合区', 'Luhe District'],
	['340300', '蚌埠市', 'Bengbu'],
	['341600', '亳州市', 'Bozhou'],
	['331000', '台州市', 'Taizhou'],
	['331100', '丽水市', 'Lishui'],
	['211300', '朝阳市', 'Chaoyang'],
	['440113', '番禺区', 'Panyu District'],
	['371522', '莘县', 'Shen County'],
	['410621', '浚县', 'Xun County'],
	['361124', '铅山县', 'Yanshan County'],
	['330382', '乐清市', 'Yueqing City'],
	['511100', '乐山市', 'Leshan'],
	['130225', '乐亭县', 'Laoting County'],
	['371722', '单县', 'Shan County'],
	['140428', '长子县', 'Zhangzi County'],
	['130125', '行唐县', 'Xingtang County'],
	['510181', '都江堰市', 'Dujiangyan City'],
	['420116', '黄陂区', 'Huangpi District'],
	['141100', '吕梁市', 'Lüliang'],
	['222400', '延边朝鲜族自治州', 'Yanbian Korean Autonomous Prefecture'],
	['530829', '西盟佤族自治县', 'Ximeng Va Autonomous County'],
	['152500', '锡林郭勒盟', 'Xilingol League'],
])('%s is %s and %s', (code, zh, en) =>
	inRollback(async (db) => {
		expect(await db`select name_zh, name_en from app.areas where code = ${code}`).toEqual([{ nameZh: zh, nameEn: en }])
	}),
)

test.each(TABLES)('every row of %s has both languages, a source, its day and how sure we are', (table) =>
	inRollback(async (db) => {
		const rows = await db<Record<string, unknown>[]>`select * from ${db(`app.${table}`)}`
		expect(rows.length).toBeGreaterThan(0)
		for (const row of rows) {
			expect(row).toMatchObject({
				nameZh: expect.stringMatching(/[\p{Script=Han}A-Z]/u),
				nameEn: expect.stringMatching(/^[A-Z1-9][^\p{Script=Han}]*$/u),
				source: expect.stringMatching(/./),
				asOf: expect.any(Date),
				confidence: expect.stringMatching(/^[HML]$/),
			})
			for (const pair of ['hint', 'purpose', 'firstBody']) {
				expect(typeof row[`${pair}Zh`], `${pair} of ${String(row.nameZh)}`).toBe(typeof row[`${pair}En`])
				expect([row[`${pair}Zh`], row[`${pair}En`]]).not.toContain('')
			}
		}
	}),
)

test('every need is there with its papers in order, and nobody has to know the right word', () =>
	inRollback(async (db) => {
		const rows = await db<{ code: string; parentCode: string | null; papers: string[] }[]>`
			select c.code, c.parent_code, array(select p.paper_code from app.category_papers p where p.category_code = c.code order by p.sort) as papers
			from app.categories c`
		const needs = rows.filter(({ code }) => code.includes('.') && !code.endsWith('.other'))
		expect(Object.fromEntries(needs.map(({ code, papers }) => [code, papers]))).toEqual(NEEDS)
		expect(rows.every(({ code, parentCode }) => parentCode === (code.includes('.') ? code.split('.')[0] : null))).toBe(
			true,
		)
		const rest = rows.filter(({ code }) => !(code in NEEDS)).map(({ code }) => code)
		expect(rest.sort()).toEqual([...GROUPS, ...GROUPS.map((group) => `${group}.other`), 'unsure'].sort())
	}))

test('all ten hotlines are there, the urgent ones first', () =>
	inRollback(async (db) => {
		const rows = await db<{ number: string; urgent: boolean }[]>`select number, urgent from app.hotlines order by sort`
		expect(rows.filter(({ urgent }) => urgent).map(({ number }) => number)).toEqual(['120', '110', '122', '119'])
		expect(rows.map(({ urgent }) => urgent)).toEqual(
			[...rows].sort((a, b) => +b.urgent - +a.urgent).map((r) => r.urgent),
		)
		expect(rows.map(({ number }) => number).sort()).toEqual(
			['110', '119', '120', '122', '12315', '12333', '12345', '12348', '12351', '12356'].sort(),
		)
	}))

test('every company stands in a trade, and every trade has "another platform"', () =>
	inRollback(async (db) => {
		expect(
			await db`select code from app.platforms where code not in (select platform_code from app.platform_sectors)
				union all select code from app.sectors where code not in (select sector_code from app.platform_sectors where platform_code = 'other')`,
		).toEqual([])
	}))

const search = (query: string, language = 'zh-CN', max = 10) => ({ query, language, max })
test.each([
	[
		'a district by its Chinese name',
		search('拱墅'),
		{ code: '330105', level: 'district', path: '浙江省 · 杭州市 · 拱墅区' },
	],
	[
		'a city in English, in any case',
		search(' HangZhou ', 'en'),
		{ code: '330100', level: 'city', path: 'Zhejiang · Hangzhou' },
	],
	[
		'in one language, told in the other',
		search('hangzhou'),
		{ code: '330100', level: 'city', path: '浙江省 · 杭州市' },
	],
	['without the apostrophe, the shorter first', search('xian', 'en'), { code: '610100', path: "Shaanxi · Xi'an" }],
	['without the umlaut', search('luliang', 'en'), { code: '141100', path: 'Shanxi · Lüliang' }],
	['the city before the districts of its name', search('朝阳', 'en'), { code: '211300', path: 'Liaoning · Chaoyang' }],
	['the start before the middle', search('海'), { code: '460000', path: '海南省' }],
])('search finds %s', (_title, { query, language, max }, first) =>
	inRollback(async (db) => {
		for (const person of ['visitor', { user: '00000000-0000-4000-8000-000000000001' }] as const) {
			await become(db, person)
			const rows = await db`select code, level, path from private.search_areas(${query}, ${language}, ${max})`
			expect(rows[0]).toMatchObject(first)
		}
	}),
)

test('search never answers with more than it was asked for or than 30, and takes no pattern', () =>
	inRollback(async (db) => {
		await become(db, 'visitor')
		const found = async (query: string, max: number) =>
			(await db`select code from private.search_areas(${query}, 'en', ${max})`).length
		expect([await found('县', 1000), await found('县', 3), await found('x', 1000), await found('x', -1)]).toEqual([
			30, 3, 30, 0,
		])
		expect([
			await found('', 10),
			await found('  ', 10),
			await found('%', 10),
			await found('x%', 10),
			await found('_', 10),
		]).toEqual([0, 0, 0, 0, 0])
	}))

test.each([...TABLES, ...JOINS])('everyone served reads %s, nobody changes it, and anon holds nothing', (table) =>
	inRollback(async (db) => {
		const name = db(`app.${table}`)
		const before = await db`select md5(string_agg(t::text, '|' order by t::text)) from ${name} t`
		for (const person of ['visitor', 'service', 'routing', { user: '00000000-0000-4000-8000-000000000001' }] as const) {
			await become(db, person)
			expect(await db`select 1 as one from ${name} limit 1`).toEqual([{ one: 1 }])
			expect(await refusal(db, (tx) => tx`delete from ${name}`)).toBe('42501')
			expect(await refusal(db, (tx) => tx`insert into ${name} default values`)).toBe('42501')
			if ((TABLES as readonly string[]).includes(table))
				expect(await refusal(db, (tx) => tx`update ${name} set name_zh = 'x'`)).toBe('42501')
		}
		await become(db, 'anon')
		expect(await refusal(db, (tx) => tx`select 1 from ${name}`)).toBe('42501')
		await become(db, 'owner')
		expect(await db`select md5(string_agg(t::text, '|' order by t::text)) from ${name} t`).toEqual(before)
	}),
)
