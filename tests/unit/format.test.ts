import { expect, test } from 'vitest'
import { formatDate, formatDateTime, formatMoney, formatMonth, formatRelative } from '~/lib/format'

const at = '2026-11-23T16:05:00Z' // past midnight in Beijing

test('moments are told in Beijing time', () => {
	expect(formatDateTime(at, 'zh-CN')).toBe('2026年11月24日 00:05')
	expect(formatDateTime(at, 'en')).toBe('24 November 2026 at 00:05')
	expect(formatDate(at, 'zh-CN')).toBe('2026年11月24日')
})

test.each([
	['2026-11-23T18:05:00Z', 'in 2 hours', '2小时后'],
	['2026-11-20T16:04:00Z', '3 days ago', '3天前'],
	['2026-11-25T15:50:00Z', 'tomorrow', '明天'], // 23:50 on the 25th
	['2026-11-26T16:04:00Z', 'in 3 days', '3天后'], // a minute short of three days, and three dates on
	['2026-12-23T16:05:00Z', null, null],
])('%s is %s', (moment, en, zh) => {
	expect(formatRelative(moment, at, 'en')).toBe(en)
	expect(formatRelative(moment, at, 'zh-CN')).toBe(zh)
})

test('money is kept in fen and shown in yuan', () => {
	expect(formatMoney(128050, 'zh-CN')).toBe('¥1,280.50')
	expect(formatMoney(128050, 'en')).toBe('¥1,280.50')
})

test('a month is told by its first day, wherever the machine stands', () => {
	expect(formatMonth('2026-09-01', 'zh-CN')).toBe('2026年9月')
	expect(formatMonth('2026-09-01', 'en')).toBe('Sept 2026')
	expect(formatMonth('2027-01-01', 'en')).toBe('Jan 2027')
})
