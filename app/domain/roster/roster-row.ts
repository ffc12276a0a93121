import { idLastFour, normalId, normalPhone } from '~/lib/person-number'
import type { RosterColumn, RosterField } from './roster-column'
import { findGender, findWorkingForm } from './roster-words'

/** Why a row cannot be taken; each has a sentence that says what to do. */
export const PROBLEM_CODES = [
	'missing',
	'too_long',
	'phone_digits',
	'number_rounded',
	'id_wrong',
	'email_wrong',
	'gender_unknown',
	'year_wrong',
	'place_unclear',
	'sector_unknown',
	'platform_unknown',
	'form_unknown',
	'date_wrong',
	'same_phone',
	'same_id',
	'two_members',
	'other_id',
	'elsewhere',
	'has_left',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]
/** `row`: where the same stands above. `name`: of the union where they are a member. */
export type RowProblem = { field: RosterField; code: ProblemCode; row?: number; name?: string }

/** One row as the database takes it. */
export type RosterRow = {
	rowNo: number
	problems: RowProblem[]
	verdict: 'error' | 'duplicate' | null
	name?: string
	phone?: string
	phoneHash?: string
	idLastFour?: string
	idHash?: string
	email?: string
	gender?: string
	birthYear?: number
	areaCode?: string
	sectorCode?: string
	platformCode?: string
	workingForm?: string
	station?: string
	joinedOn?: string
}

export type Reading = {
	columns: RosterColumn[]
	/** For rows that do not say. */ areaCode: string | null
	sectorCode: string | null
	findPlace: (typed: string) => string | null
	findSector: (typed: string) => string | null
	findPlatform: (typed: string) => string | null
	hash: (kind: 'phone' | 'id', normal: string) => string
	today: string
}

/** A cell as somebody wrote it: without blanks around it, nor the sign that keeps a table program from calculating. */
const written = (cell: string | undefined) =>
	(cell ?? '')
		.normalize('NFKC')
		.replace(/^'(?=[=+\-@])/, '')
		.trim()
/** 1.38E+10: what a table program makes of a long number. */
const ROUNDED = /^\d(\.\d+)?e\+?\d+$/i

/** 2020-01-31, 2020/1/31, 2020年1月31日, 20200131; null for what is no day. */
export function dayOf(text: string): string | null {
	const [, year, month, day] =
		/^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[ T].*)?$/.exec(
			text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'),
		) ?? []
	if (!year || !month || !day) return null
	const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	const at = new Date(`${iso}T00:00:00Z`)
	return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? null : iso
}

/**
 * Reads rows one after the other, and remembers numbers: the second row with the same phone or ID is a duplicate of the first.
 * Whatever cannot be understood is a problem, never a guess. Null for a row in which nothing stands.
 */
export function rowReader(reading: Reading) {
	const { columns, findPlace, findSector, findPlatform, hash, today } = reading
	const at = new Map(columns.flatMap(({ field }, place) => (field ? [[field, place] as const] : [])))
	const seen = new Map<string, number>()

	return (rowNo: number, cells: string[]): RosterRow | null => {
		if (cells.every((cell) => written(cell) === '')) return null
		const problems: RowProblem[] = []
		const row: RosterRow = { rowNo, problems, verdict: null }
		const problem = (field: RosterField, code: ProblemCode) => void problems.push({ field, code })
		const cell = (field: RosterField) => {
			const place = at.get(field)
			return place === undefined ? '' : written(cells[place])
		}
		/** Something optional: what `read` makes of it, or the problem with it. */
		function read<T>(field: RosterField, code: ProblemCode, of: (text: string) => T | null): T | undefined {
			const text = cell(field)
			if (text === '') return undefined
			const value = of(text)
			if (value === null) problem(field, code)
			return value ?? undefined
		}
		const short = (max: number) => (text: string) => (text.length <= max ? text : null)

		row.name = read('name', 'too_long', short(60))
		if (cell('name') === '') problem('name', 'missing')
		const phone = cell('phone')
		if (phone === '') problem('phone', 'missing')
		else if (ROUNDED.test(phone)) problem('phone', 'number_rounded')
		else {
			const dialled = normalPhone(phone)
			if (!dialled || (/^1[3-9]/.test(dialled) && dialled.length !== 11)) problem('phone', 'phone_digits')
			else Object.assign(row, { phone: dialled, phoneHash: hash('phone', dialled) })
		}
		const id = cell('id')
		const normal = id === '' ? null : normalId(id)
		if (normal) Object.assign(row, { idLastFour: idLastFour(normal), idHash: hash('id', normal) })
		else if (id !== '') problem('id', ROUNDED.test(id) || /^\d{15}0{3}$/.test(id) ? 'number_rounded' : 'id_wrong')
		row.email = read('email', 'email_wrong', (text) =>
			/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length <= 254 ? text.toLowerCase() : null,
		)
		row.gender = read('gender', 'gender_unknown', findGender)
		row.birthYear = read('birthYear', 'year_wrong', (text) => {
			const year = Number(/^((?:19|20)\d\d)(?:\D.*|\d\d|\d{4})?$/.exec(text)?.[1])
			return year >= 1930 && year <= 2020 ? year : null
		})
		row.areaCode =
			read('area', 'place_unclear', findPlace) ?? (cell('area') === '' ? (reading.areaCode ?? undefined) : undefined)
		row.sectorCode =
			read('sector', 'sector_unknown', findSector) ??
			(cell('sector') === '' ? (reading.sectorCode ?? undefined) : undefined)
		row.platformCode = read('platform', 'platform_unknown', findPlatform)
		row.workingForm = read('workingForm', 'form_unknown', findWorkingForm)
		row.station = read('station', 'too_long', short(80))
		row.joinedOn = read('joinedOn', 'date_wrong', (text) => {
			const day = dayOf(text)
			return day && day <= today && day >= '1950-01-01' ? day : null
		})
		if (cell('area') === '' && !row.areaCode) problem('area', 'missing')
		if (cell('sector') === '' && !row.sectorCode) problem('sector', 'missing')

		if (problems.length > 0) return { rowNo, problems, verdict: 'error' }
		for (const [field, code, key] of [
			['phone', 'same_phone', row.phoneHash],
			['id', 'same_id', row.idHash],
		] as const) {
			const first = key && seen.get(key)
			if (first) return { rowNo, problems: [{ field, code, row: first }], verdict: 'duplicate' }
		}
		for (const key of [row.phoneHash, row.idHash]) if (key) seen.set(key, rowNo)
		return row
	}
}
