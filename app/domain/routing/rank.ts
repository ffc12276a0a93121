import type { Urgency } from '~/domain/cases/case-state'
import { afterOpenMinutes, minutesUntilOpen, type Opening } from './opening-hours'

/** A service that could take the case, as the database found it. `areaDistance`: 0 the place itself, 1 the area above, and so on. */
export type Candidate = {
	organisationId: string
	serviceId: string
	categoryExact: boolean
	areaDistance: number
	/** Of the place the worker named: how deep it lies. */
	areaLevel: 'province' | 'city' | 'district' | 'street'
	sectorSpecific: boolean
	platformSpecific: boolean
	capacity: number | null
	inHand: number
	schedules: readonly Opening[]
}

/** What may speak for an organisation. Codes: the words are in `cases:reasons`. */
export const REASONS = [
	'category_exact',
	'category_group',
	'area_street',
	'area_district',
	'area_city',
	'area_province',
	'sector',
	'platform',
	'open_now',
	'opens_soon',
	'free_capacity',
] as const
export type Reason = (typeof REASONS)[number]

export type Ranked = {
	organisationId: string
	serviceId: string
	score: number
	reasons: Reason[]
	respondBy: Date
}

/** Weights are powers apart on purpose: what stands higher is never outweighed by what stands lower. */
const WEIGHT = { category: 1000, area: 200, platform: 100, sector: 50, open: 20, room: 10 } as const
const LEVELS = ['province', 'city', 'district', 'street'] as const

/**
 * Opening time an organisation has to answer an offer, in minutes: today 1 h, this week 4 h, otherwise 8 h (about a
 * working day). By the clock never more than 12, 36 and 72 hours: a closed office must not hold a case.
 */
const ANSWER = {
	today: { open: 60, most: 12 * 60 },
	soon: { open: 240, most: 36 * 60 },
	normal: { open: 480, most: 72 * 60 },
} as const

/** When the next organisation is asked if this one has not answered. */
export function respondBy(schedules: readonly Opening[], urgency: Urgency, now: Date): Date {
	const { open, most } = ANSWER[urgency]
	return new Date(Math.min(afterOpenMinutes(schedules, now, open).getTime(), now.getTime() + most * 60_000))
}

function judge(candidate: Candidate, urgency: Urgency, now: Date): Ranked {
	const wait = minutesUntilOpen(candidate.schedules, now)
	const level = LEVELS[Math.max(0, LEVELS.indexOf(candidate.areaLevel) - candidate.areaDistance)]!
	const share = candidate.capacity ? candidate.inHand / candidate.capacity : candidate.inHand / 50
	const room = Math.max(0, 1 - share)
	// How soon it opens weighs more the more urgent the case is; a day away counts as closed.
	const open = wait === null ? 0 : Math.max(0, 1 - wait / (urgency === 'today' ? 120 : 1440))
	const reasons: Reason[] = [candidate.categoryExact ? 'category_exact' : 'category_group', `area_${level}`]
	if (candidate.platformSpecific) reasons.push('platform')
	if (candidate.sectorSpecific) reasons.push('sector')
	if (wait === 0) reasons.push('open_now')
	else if (wait !== null && wait <= 1440) reasons.push('opens_soon')
	if (room >= 0.5) reasons.push('free_capacity')
	const score =
		(candidate.categoryExact ? WEIGHT.category : 0) +
		Math.max(0, 3 - candidate.areaDistance) * WEIGHT.area +
		(candidate.platformSpecific ? WEIGHT.platform : 0) +
		(candidate.sectorSpecific ? WEIGHT.sector : 0) +
		open * (urgency === 'today' ? 3 : 1) * WEIGHT.open +
		room * WEIGHT.room
	return {
		organisationId: candidate.organisationId,
		serviceId: candidate.serviceId,
		score: Math.round(score * 100) / 100,
		reasons,
		respondBy: respondBy(candidate.schedules, urgency, now),
	}
}

/**
 * Best first, one row for each organisation (its best service), the same for the same input whatever its order.
 * Pure: what it may not know, such as membership, it is never given.
 */
export function rank(candidates: readonly Candidate[], urgency: Urgency, now: Date): Ranked[] {
	const judged = candidates
		.map((candidate) => judge(candidate, urgency, now))
		.sort((a, b) => b.score - a.score || (a.serviceId < b.serviceId ? -1 : 1))
	const seen = new Set<string>()
	return judged.filter(({ organisationId }) => !seen.has(organisationId) && seen.add(organisationId))
}
