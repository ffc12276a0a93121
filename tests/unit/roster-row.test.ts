import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnsOf, headingRow, TEMPLATE_HEADINGS } from '~/domain/roster/headings.server'
import { isMapped, ROSTER_FIELDS } from '~/domain/roster/roster-column'
import { dayOf, rowReader, type Reading } from '~/domain/roster/roster-row'
import { findGender, findWorkingForm, platformFinder, sectorFinder } from '~/domain/roster/roster-words'

const reading = (headings: string[], more: Partial<Reading> = {}): Reading => ({
	columns: columnsOf(headings),
	areaCode: '330106',
	sectorCode: 'delivery',
	findPlace: (typed) => (typed === '西湖区' ? '330106' : null),
	findSector: sectorFinder([{ code: 'courier', names: ['快递', 'Courier'] }]),
	findPlatform: platformFinder([{ code: 'meituan', names: ['美团', 'Meituan'] }]),
	hash: (kind, normal) => `${kind} ${normal}`,
	today: '2026-11-24',
	...more,
})
const read = (headings: string[], cells: string[], more?: Partial<Reading>) =>
	rowReader(reading(headings, more))(2, cells)
const problems = (headings: string[], cells: string[]) =>
	read(headings, cells)?.problems.map(({ field, code }) => `${field} ${code}`)

describe('columns', () => {
	test.each(['zh-CN', 'en'] as const)('every heading of the empty list in %s is known, in any order', (language) => {
		const headings = ROSTER_FIELDS.map((field) => TEMPLATE_HEADINGS[language][field]).reverse()
		expect(columnsOf(headings).map(({ field }) => field)).toEqual([...ROSTER_FIELDS].reverse())
	})

	test('headings are known as unions write them, the first of two counts, and the rest is not read', () => {
		const headings = ['序号', '会员 姓名*', '联系电话（必填）', '手机', '身份证号码：', '备注', 'Date of birth']
		expect(columnsOf(headings).map(({ field }) => field)).toEqual([
			null,
			'name',
			'phone',
			null,
			'id',
			null,
			'birthYear',
		])
		expect(isMapped(columnsOf(headings))).toBe(true)
		expect(isMapped(columnsOf(['姓名', '邮箱']))).toBe(false)
	})

	test('a title above the headings is passed by; a list without headings has none', () => {
		const row = ['1', '张三', '13800138000']
		expect(headingRow([['西湖区总工会会员花名册'], ['2026年11月', ''], ['序号', '姓名', '手机号'], row])).toBe(2)
		expect(headingRow([row, row])).toBeNull()
		expect(headingRow([])).toBeNull()
	})
})

describe('a row', () => {
	const all = [
		'姓名',
		'手机号',
		'身份证号',
		'性别',
		'出生日期',
		'邮箱',
		'居住地',
		'行业',
		'平台',
		'站点',
		'用工形式',
		'入会日期',
	]
	test('is read whole, numbers hashed, the ID cut to its last four signs', () => {
		const cells = [
			'张 三',
			'+86 138-0013-8000',
			'11010519491231002x',
			'男',
			'1949年12月31日',
			'A@B.Test',
			'西湖区',
			'快递员',
			'美团',
			'文三路站',
			'众包',
			'2024/5/1',
		]
		expect(read(all, cells)).toEqual({
			rowNo: 2,
			problems: [],
			verdict: null,
			name: '张 三',
			phone: '13800138000',
			phoneHash: 'phone 13800138000',
			idLastFour: '002X',
			idHash: 'id 11010519491231002X',
			email: 'a@b.test',
			gender: 'male',
			birthYear: 1949,
			areaCode: '330106',
			sectorCode: 'courier',
			platformCode: 'meituan',
			station: '文三路站',
			workingForm: 'crowd',
			joinedOn: '2024-05-01',
		})
	})

	test('what is left open stays open; place and trade come from what was said for the file', () => {
		expect(read(['姓名', '手机号', '居住地'], ['张三', '13800138000', ''])).toMatchObject({
			problems: [],
			areaCode: '330106',
			sectorCode: 'delivery',
		})
		expect(read(['姓名', '手机号'], ['张三', '13800138000'], { areaCode: null, sectorCode: null })).toEqual({
			rowNo: 2,
			verdict: 'error',
			problems: [
				{ field: 'area', code: 'missing' },
				{ field: 'sector', code: 'missing' },
			],
		})
		expect(read(['姓名', '手机号'], [' ', ''])).toBeNull()
	})

	test.each([
		[['', '13800138000'], ['name missing']],
		[['张三', ''], ['phone missing']],
		[['张三', '1380013800'], ['phone phone_digits']],
		[['张三', '138001380000'], ['phone phone_digits']],
		[['张三', '没有'], ['phone phone_digits']],
		[['张三', '1.38E+10'], ['phone number_rounded']],
		[['张三', '13800138000', '110105194912310021'], ['id id_wrong']],
		[['张三', '13800138000', '3.30106E+17'], ['id number_rounded']],
		[['张三', '13800138000', '330106199001011000'], ['id number_rounded']],
		[['张三', '13800138000', '', '未知'], ['gender gender_unknown']],
		[['张三', '13800138000', '', '', '90年'], ['birthYear year_wrong']],
		[['张三', '13800138000', '', '', '1899'], ['birthYear year_wrong']],
		[['张三', '13800138000', '', '', '', '无'], ['email email_wrong']],
		[['张三', '13800138000', '', '', '', '', '那边'], ['area place_unclear']],
		[['张三', '13800138000', '', '', '', '', '', '飞行员'], ['sector sector_unknown']],
		[['张三', '13800138000', '', '', '', '', '', '', '某平台'], ['platform platform_unknown']],
		[['张三', '13800138000', '', '', '', '', '', '', '', '长'.repeat(81)], ['station too_long']],
		[['张三', '13800138000', '', '', '', '', '', '', '', '', '很好'], ['workingForm form_unknown']],
		[['张三', '13800138000', '', '', '', '', '', '', '', '', '', '2027-01-01'], ['joinedOn date_wrong']],
		[
			['', '1', 'x'],
			['name missing', 'phone phone_digits', 'id id_wrong'],
		],
	])('%j: %j', (cells, expected) => {
		expect(problems(all, cells)).toEqual(expected)
	})

	test('of a row with a problem nothing is kept but where and why', () => {
		const row = read(all, ['张三', '12', '11010519491231002X'])!
		expect(Object.keys(row).sort()).toEqual(['problems', 'rowNo', 'verdict'])
	})

	test('the second row with the same phone or ID is a duplicate of the first, whatever it looks like', () => {
		const reader = rowReader(reading(['姓名', '手机号', '身份证号']))
		expect(reader(2, ['张三', '13800138000', '11010519491231002X'])?.verdict).toBeNull()
		expect(reader(5, ['张三丰', '0086 13800138000', ''])).toMatchObject({
			verdict: 'duplicate',
			problems: [{ field: 'phone', code: 'same_phone', row: 2 }],
		})
		expect(reader(6, ['张三', '13900139000', '11010519491231002x'])?.problems).toEqual([
			{ field: 'id', code: 'same_id', row: 2 },
		])
		// a row that is refused takes no number from another one
		expect(reader(7, ['', '13700137000', ''])?.verdict).toBe('error')
		expect(reader(8, ['李四', '13700137000', ''])?.verdict).toBeNull()
	})

	test('a sign that keeps a table program from calculating is no part of the text', () =>
		expect(read(['姓名', '手机号'], ["'=张三", "'+85291234567"])).toMatchObject({
			name: '=张三',
			phone: '+85291234567',
		}))

	test('whatever stands in the cells: a row is refused, or fits into the database', () =>
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: 'grapheme', maxLength: 100 }), { minLength: 12, maxLength: 12 }),
				(cells) => {
					const row = read(all, cells)
					if (!row || row.verdict) return
					expect(row.name!.length).toBeLessThanOrEqual(60)
					expect(row.phone).toMatch(/^\+?[0-9]{7,15}$/)
					if (row.birthYear) expect(row.birthYear >= 1930 && row.birthYear <= 2020).toBe(true)
					if (row.station) expect(row.station.length).toBeLessThanOrEqual(80)
				},
			),
		))
})

test.each([
	['2024-05-31', '2024-05-31'],
	['2024/5/1', '2024-05-01'],
	['2024年5月1日', '2024-05-01'],
	['20240531', '2024-05-31'],
	['2024-05-31 08:00', '2024-05-31'],
	['2024-02-30', null],
	['31.05.2024', null],
	['昨天', null],
])('the day %s is %s', (typed, day) => expect(dayOf(typed)).toBe(day))

test.each([
	['外卖骑手', 'delivery'],
	['网约配送员', 'delivery'],
	['快递', 'courier'],
	['Courier', 'courier'],
	['网约车司机', 'ride_hailing'],
	['主播', 'live_streaming'],
	['其它', 'other'],
	['', null],
])('the trade %s is %s', (typed, code) => {
	const sectors = ['delivery', 'courier', 'ride_hailing', 'freight', 'domestic', 'live_streaming', 'other']
	expect(
		sectorFinder(sectors.map((one) => ({ code: one, names: one === 'courier' ? ['快递', 'Courier'] : [] })))(typed),
	).toBe(code)
})

test('a long name of a company is known by each of its parts; words for gender and form are known', () => {
	const find = platformFinder([
		{ code: 'jd_delivery', names: ['京东外卖、京东秒送', 'JD Takeaway'] },
		{ code: 'manbang', names: ['满帮（运满满、货车帮）', 'Full Truck Alliance'] },
	])
	expect(['京东秒送', 'jd takeaway', '运满满', '满帮', '饿了么'].map(find)).toEqual([
		'jd_delivery',
		'jd_delivery',
		'manbang',
		'manbang',
		null,
	])
	expect(['女', '男性', 'F', '-'].map(findGender)).toEqual(['female', 'male', 'female', null])
	expect(['劳务派遣', '专送', 'crowd-sourced', '灵活就业', '?'].map(findWorkingForm)).toEqual([
		'outsourced',
		'contract',
		'crowd',
		'own_account',
		null,
	])
})
