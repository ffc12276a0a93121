import type { Cell } from '~/domain/figures/look-up'
import { monthAfter, monthsFrom } from '~/domain/figures/look-up'
import type { Measure, TableCode } from '~/domain/figures/tables'
import type { ReportFacts } from '~/domain/reports/facts'
import type { Locale } from '~/i18n/resources'

const PLACES = [
	{ code: '330105', 'zh-CN': '拱墅区', en: 'Gongshu' },
	{ code: '330106', 'zh-CN': '西湖区', en: 'Xihu' },
	{ code: '330108', 'zh-CN': '滨江区', en: 'Binjiang' },
]
const CATEGORIES = [
	{ code: 'medical', 'zh-CN': '医疗和受伤', en: 'Health and injury' },
	{ code: 'labour', 'zh-CN': '工资和待遇', en: 'Pay and conditions' },
	{ code: 'housing', 'zh-CN': '住房', en: 'Housing' },
]
const SECTORS = [
	{ code: 'delivery', 'zh-CN': '外卖骑手', en: 'Food delivery' },
	{ code: 'courier', 'zh-CN': '快递员', en: 'Couriers' },
]
export const MONTH = '2026-09-01'

/** A year of a city's figures as they might have been published, with a hidden month and hidden cells. */
export function madeUpFacts(language: Locale, about: Partial<ReportFacts> = {}): ReportFacts {
	const place = about.place ?? { code: '330100', name: language === 'en' ? 'Hangzhou' : '杭州市' }
	const months = monthsFrom(monthAfter(MONTH, -11), MONTH)
	const cells: Cell[] = []
	const put = (
		tableCode: TableCode,
		measure: Measure,
		row: string,
		column: string,
		value: number | null,
		{ month = MONTH, n = null }: { month?: string; n?: number | null } = {},
	) => cells.push({ tableCode, measure, month, row, column, value, n })
	for (const [index, month] of months.entries()) {
		put('enrolment_area_sector', 'applications', place.code, 'all', 60 + index * 5 - (index % 3) * 11, { month })
		put('enrolment_area_sector', 'approvals', place.code, 'all', index === 4 ? null : 45 + index * 5, { month })
		put('help_area_category', 'filed', place.code, 'all', 80 + ((index * 37) % 50), { month })
		put('help_area_ending', 'endings', place.code, 'confirmed', 40 + ((index * 29) % 31), { month })
		put('enrolment_area_sector', 'members', place.code, 'all', 1200 + index * 40, { month })
	}
	const endings = [
		...(['confirmed', 'unanswered', 'withdrawn', 'desk'] as const).map((key, index) => [key, 40 - index * 11] as const),
		...[['disputed', null] as const, ['confirmed.got_help', 27] as const, ['confirmed.partly', 8] as const],
		...[['confirmed.not_helped', null] as const, ['unanswered.got_help', 20] as const],
	]
	for (const [column, value] of endings.slice(1)) put('help_area_ending', 'endings', place.code, column, value)
	put('enrolment_area_sector', 'days_to_approval_median', place.code, 'all', 3, { n: 100 })
	put('enrolment_area_sector', 'retention_rate', place.code, 'all', 85, { n: 61 })
	put('help_area_category', 'accepted_in_time_rate', place.code, 'all', 90, { n: 87 })
	put('help_area_category', 'hours_to_reply_median', place.code, 'all', 6, { n: 80 })
	put('help_area_category', 'hours_to_reply_p90', place.code, 'all', null)
	put('help_area_ending', 'money_recovered_yuan', place.code, 'confirmed', 82_000, { n: 20 })
	put('help_area_ending', 'rating_mean', place.code, 'confirmed', 4.3, { n: 30 })
	for (const [index, { code }] of SECTORS.entries())
		put('enrolment_area_sector', 'approvals', place.code, code, index ? 12 : 88)
	for (const [index, { code }] of CATEGORIES.entries())
		put('help_area_category', 'filed', place.code, code, index === 2 ? null : 50 - index * 17)
	for (const [index, { code }] of PLACES.entries()) {
		put('enrolment_area_sector', 'approvals', code, 'all', index === 2 ? null : 31 + index)
		put('help_area_category', 'filed', code, 'all', 22 + index)
	}
	const named = (list: typeof PLACES) => list.map((one) => ({ code: one.code, name: one[language] }))
	return {
		...{ language, month: MONTH, revision: 1, publishedAt: new Date('2026-10-05T02:23:00Z') },
		organisation: language === 'en' ? 'Hangzhou Riders’ Union' : '杭州骑手工会',
		months: months.map((month) => ({ month, revision: 1, publishedAt: new Date(`${month}T00:00:00Z`), note: null })),
		...{ cells, places: named(PLACES), categories: named(CATEGORIES), sectors: named(SECTORS) },
		...about,
		place,
	}
}
