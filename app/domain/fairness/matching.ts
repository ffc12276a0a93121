/** Fewer than this on either side, and a kind of case is not compared. */
export const LEAST = 5
/** No wait counts for more, so that one forgotten case does not decide a month: every case of a month is older when it is measured. */
export const LONGEST_WAIT_HOURS = 28 * 24
export const MEASURES = ['first_reply', 'acceptance', 'confirmed_help'] as const
export type Measure = (typeof MEASURES)[number]
/** Stands for all groups of needs together. */
export const ALL_GROUPS = 'all'

/** One case, as far as it is compared: nobody's, and of no organisation. */
export type LinkedCase = {
	group: string
	city: string | null
	urgency: string
	member: boolean
	filedAt: Date
	repliedAt: Date | null
	acceptedAt: Date | null
	closed: boolean
	/** Ended in a way that says whether it helped. */ counted: boolean
	confirmedHelp: boolean
}
export type Compared = { kind: string; member: boolean; value: number }
export type Matched = {
	strata: number
	members: number
	others: number
	pairs: number
	membersValue: number
	othersValue: number
}
export type FairnessCell = Matched & { measure: Measure; groupCode: string }
/** `month` is its first day, as `2026-09-01`. */
export type FairnessRow = FairnessCell & { month: string }

/** The same for the same numbers in any order: small ones are added first. */
function mean(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted.reduce((sum, value) => sum + value, 0) / sorted.length
}

/**
 * Members beside others, kind by kind: each kind of which there are enough on both sides counts for as many pairs as its smaller
 * side has, so that both columns speak of the same mixture of cases. Null: nothing could be compared.
 */
export function match(cases: Compared[], least = LEAST): Matched | null {
	const kinds = new Map<string, { members: number[]; others: number[] }>()
	for (const { kind, member, value } of cases) {
		const sides = kinds.get(kind) ?? { members: [], others: [] }
		kinds.set(kind, sides)
		sides[member ? 'members' : 'others'].push(value)
	}
	const enough = [...kinds]
		.filter(([, { members, others }]) => Math.min(members.length, others.length) >= least)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, sides]) => sides)
	if (enough.length === 0) return null
	const total = (count: (sides: { members: number[]; others: number[] }) => number) =>
		enough.reduce((sum, sides) => sum + count(sides), 0)
	const pairsOf = (sides: { members: number[]; others: number[] }) =>
		Math.min(sides.members.length, sides.others.length)
	const pairs = total(pairsOf)
	return {
		strata: enough.length,
		members: total(({ members }) => members.length),
		others: total(({ others }) => others.length),
		pairs,
		membersValue: total((sides) => pairsOf(sides) * mean(sides.members)) / pairs,
		othersValue: total((sides) => pairsOf(sides) * mean(sides.others)) / pairs,
	}
}

/** Hours until something happened, at most the longest wait. Null: it may still come, or the case ended without it. */
export function waited(filedAt: Date, at: Date | null, closed: boolean, now: Date): number | null {
	const hours = ((at ?? now).getTime() - filedAt.getTime()) / 3_600_000
	if (!at && (closed || hours < LONGEST_WAIT_HOURS)) return null
	return Math.min(Math.max(hours, 0), LONGEST_WAIT_HOURS)
}

const valueOf: Record<Measure, (one: LinkedCase, now: Date) => number | null> = {
	first_reply: ({ filedAt, repliedAt, closed }, now) => waited(filedAt, repliedAt, closed, now),
	acceptance: ({ filedAt, acceptedAt, closed }, now) => waited(filedAt, acceptedAt, closed, now),
	confirmed_help: ({ counted, confirmedHelp }) => (counted ? Number(confirmedHelp) : null),
}
/** Hours to a tenth, shares to a thousandth: what is published says no more than it must. */
const rounded = (measure: Measure, value: number) =>
	measure === 'confirmed_help' ? Math.round(value * 1000) / 1000 : Math.round(value * 10) / 10

/** What is kept of a month: each measure, for each group of needs and for all together, where anything could be compared. */
export function fairnessCells(cases: LinkedCase[], now: Date): FairnessCell[] {
	const groups = [...new Set(cases.map(({ group }) => group))].sort()
	return MEASURES.flatMap((measure) =>
		[ALL_GROUPS, ...groups].flatMap((groupCode) => {
			const compared = cases
				.filter(({ group }) => groupCode === ALL_GROUPS || group === groupCode)
				.flatMap((one): Compared[] => {
					const value = valueOf[measure](one, now)
					const kind = JSON.stringify([one.group, one.city, one.urgency])
					return value === null ? [] : [{ kind, member: one.member, value }]
				})
			const matched = match(compared)
			if (!matched) return []
			const [membersValue, othersValue] = [matched.membersValue, matched.othersValue].map((v) => rounded(measure, v))
			return [{ ...matched, measure, groupCode, membersValue: membersValue!, othersValue: othersValue! }]
		}),
	)
}
