import { expect, test } from 'vitest'
import { countCohort, countEnrolment, countMembers } from '~/domain/figures/count-enrolment'
import { countEnded, countFiled } from '~/domain/figures/count-help'
import { quantile, weightsOf, type Figures } from '~/domain/figures/gather'

const MONTH = '2026-03-01'
const AREAS = new Map([
	['330000', null],
	['330100', '330000'],
	['330105', '330100'],
	['330106', '330100'],
])
/** `table measure row column`: value, and for quantities on how many it rests. */
const told = ({ counts, quantities }: Figures) =>
	Object.fromEntries([
		...counts.map((one) => [`${one.tableCode} ${one.measure} ${one.row} ${one.column}`, one.value]),
		...quantities.map((one) => [`${one.tableCode} ${one.measure} ${one.row} ${one.column}`, [one.value, one.n]]),
	]) as Record<string, unknown>

test('the middle of a few lies where it does in SQL', () => {
	expect(quantile([3], 0.9)).toBe(3)
	expect(quantile([1, 2, 3, 10], 0.5)).toBe(2.5)
	expect(quantile([0, 10], 0.9)).toBe(9)
})

test('whoever asks for several things in a month is one person', () => {
	expect([...weightsOf([7, 8, 7, 7])]).toEqual([1 / 3, 1, 1 / 3, 1 / 3])
})

test('what was filed is counted where it is smallest, and timed for every place that it lies in', () => {
	const figures = countFiled(
		MONTH,
		{
			area: '330105 330105 330106 none',
			category: 'labour housing labour labour',
			person: [1, 1, 2, 3],
			secondsToReply: [3600, 7200, null, 36000],
			inTime: [true, false, true, false],
		},
		AREAS,
	)
	expect(told(figures)).toEqual({
		'help_area_category filed 330105 labour': 1,
		'help_area_category filed 330105 housing': 1,
		'help_area_category filed 330106 labour': 1,
		'help_area_category filed none labour': 1,
		'help_area_category accepted_in_time_rate 330105 all': [1, 2],
		'help_area_category accepted_in_time_rate 330106 all': [1, 1],
		'help_area_category accepted_in_time_rate 330100 all': [2, 3],
		'help_area_category accepted_in_time_rate 330000 all': [2, 3],
		'help_area_category accepted_in_time_rate none all': [0, 1],
		'help_area_category accepted_in_time_rate all all': [2, 4],
		'help_area_category accepted_in_time_rate all labour': [2, 3],
		'help_area_category accepted_in_time_rate all housing': [0, 1],
		'help_area_category hours_to_reply_median 330105 all': [1.5, 2],
		'help_area_category hours_to_reply_median 330100 all': [1.5, 2],
		'help_area_category hours_to_reply_median 330000 all': [1.5, 2],
		'help_area_category hours_to_reply_median none all': [10, 1],
		'help_area_category hours_to_reply_median all all': [2, 3],
		'help_area_category hours_to_reply_median all labour': [5.5, 2],
		'help_area_category hours_to_reply_median all housing': [2, 1],
		'help_area_category hours_to_reply_p90 330105 all': [1.9, 2],
		'help_area_category hours_to_reply_p90 330100 all': [1.9, 2],
		'help_area_category hours_to_reply_p90 330000 all': [1.9, 2],
		'help_area_category hours_to_reply_p90 none all': [10, 1],
		'help_area_category hours_to_reply_p90 all all': [2 + (10 - 2) * 0.8, 3],
		'help_area_category hours_to_reply_p90 all labour': [9.1, 2],
		'help_area_category hours_to_reply_p90 all housing': [2, 1],
	})
	const people = (row: string) =>
		figures.quantities.find((one) => one.measure === 'accepted_in_time_rate' && one.row === row && one.column === 'all')
	expect(people('330100')).toMatchObject({ n: 3, people: 2 })
})

test('times, money and marks are those of confirmed outcomes, and nobody gave what is nothing', () => {
	const figures = countEnded(
		MONTH,
		{
			area: '330105 330106 330105',
			category: 'labour labour housing',
			sector: 'delivery delivery none',
			platform: 'meituan none meituan',
			ending: 'unanswered.got_help confirmed.got_help confirmed.partly',
			person: [1, 2, 3],
			secondsToOutcome: [86400, 3 * 86400],
			moneyFen: [120000, 0],
			nights: [null, 4],
			rating: [5, null],
		},
		AREAS,
	)
	expect(told(figures)).toMatchObject({
		'help_area_ending endings 330105 unanswered.got_help': 1,
		'help_area_ending endings 330105 confirmed.partly': 1,
		'help_sector_ending endings none confirmed.partly': 1,
		'help_platform_ending endings meituan unanswered.got_help': 1,
		'help_area_ending days_to_outcome_median 330105 confirmed': [3, 1],
		'help_area_ending days_to_outcome_median all confirmed': [2, 2],
		'help_category_ending days_to_outcome_median housing confirmed': [3, 1],
		'help_area_ending money_recovered_yuan 330000 confirmed': [1200, 1],
		'help_area_ending nights_housed 330105 confirmed': [4, 1],
		'help_category_ending rating_mean all confirmed': [5, 1],
	})
	const sums = figures.quantities.filter(({ largest }) => largest !== null)
	expect(new Set(sums.map(({ measure }) => measure))).toEqual(new Set(['money_recovered_yuan', 'nights_housed']))
	expect(sums.every(({ largest, value }) => largest === value)).toBe(true) // one gave it all
	const money = sums.filter(({ measure }) => measure === 'money_recovered_yuan').map(({ row }) => row)
	expect(money.sort()).toEqual(['330000', '330100', '330106', 'all', 'all', 'labour'])
})

test('each table of joining counts what it is about, and approvals say how long they took', () => {
	const figures = countEnrolment(
		MONTH,
		{
			measure: 'applications approvals ended',
			area: '330105 330105 330106',
			sector: 'delivery delivery courier',
			platform: 'meituan none none',
			campaign: 'none poster none',
			secondsToApproval: [null, 2 * 86400, null],
		},
		AREAS,
	)
	expect(told(figures)).toEqual({
		'enrolment_area_sector applications 330105 delivery': 1,
		'enrolment_area_platform applications 330105 meituan': 1,
		'enrolment_area_campaign applications 330105 none': 1,
		'enrolment_area_sector approvals 330105 delivery': 1,
		'enrolment_area_platform approvals 330105 none': 1,
		'enrolment_area_campaign approvals 330105 poster': 1,
		'enrolment_area_sector ended 330106 courier': 1,
		...Object.fromEntries(
			['330105 all', '330100 all', '330000 all', 'all all', 'all delivery'].map((place) => [
				`enrolment_area_sector days_to_approval_median ${place}`,
				[2, 1],
			]),
		),
	})
})

test('members are as many as they are, and of a cohort it is told how many stayed', () => {
	const members = countMembers(MONTH, { area: '330105 330106', sector: 'delivery courier', members: [12, 3] })
	expect(members.counts.map(({ row, column, value, people }) => [row, column, value, people])).toEqual([
		['330105', 'delivery', 12, 12],
		['330106', 'courier', 3, 3],
	])
	const facts = { area: '330105 330105', sector: 'delivery delivery', stayed: [true, false], members: [4, 2] }
	const cohort = countCohort(MONTH, facts, AREAS)
	expect(told(cohort)).toEqual(
		Object.fromEntries(
			['330105 all', '330100 all', '330000 all', 'all all', 'all delivery'].map((place) => [
				`enrolment_area_sector retention_rate ${place}`,
				[4, 6],
			]),
		),
	)
})
