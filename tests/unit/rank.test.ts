import fc from 'fast-check'
import { expect, test } from 'vitest'
import { REASONS, rank, respondBy, type Candidate } from '~/domain/routing/rank'
import { afterOpenMinutes, minutesUntilOpen, type Opening } from '~/domain/routing/opening-hours'

const OFFICE: Opening[] = [{ byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00' }]
const beijing = (text: string) => new Date(`${text}+08:00`)
const MONDAY_NOON = beijing('2026-11-23T12:00:00')

const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
	organisationId: 'o',
	serviceId: 's',
	categoryExact: false,
	areaDistance: 1,
	areaLevel: 'district',
	sectorSpecific: false,
	platformSpecific: false,
	capacity: null,
	inHand: 0,
	schedules: OFFICE,
	...changes,
})
const order = (...candidates: Candidate[]) => rank(candidates, 'normal', MONDAY_NOON).map(({ serviceId }) => serviceId)

test('the exact need comes before the nearest place, the place before the platform, the platform before the trade', () => {
	expect(
		order(
			candidate({ organisationId: '1', serviceId: 'trade', sectorSpecific: true }),
			candidate({ organisationId: '2', serviceId: 'platform', platformSpecific: true }),
			candidate({ organisationId: '3', serviceId: 'near', areaDistance: 0 }),
			candidate({ organisationId: '4', serviceId: 'exact', categoryExact: true, areaDistance: 2 }),
		),
	).toEqual(['exact', 'near', 'platform', 'trade'])
})

test('opening hours and room decide between equals and never who may be asked at all', () => {
	const closed = candidate({
		organisationId: '1',
		serviceId: 'closed',
		schedules: [{ byday: 'SU', opensAt: '09:00', closesAt: '10:00' }],
	})
	const full = candidate({ organisationId: '2', serviceId: 'busy', capacity: 10, inHand: 9 })
	const free = candidate({ organisationId: '3', serviceId: 'free', capacity: 10, inHand: 0 })
	expect(order(closed, full, free)).toEqual(['free', 'busy', 'closed'])
})

test('the reasons say what is true of the candidate', () => {
	const [best] = rank(
		[candidate({ categoryExact: true, areaDistance: 0, sectorSpecific: true, capacity: 4, inHand: 3 })],
		'normal',
		MONDAY_NOON,
	)
	expect(best!.reasons).toEqual(['category_exact', 'area_district', 'sector', 'open_now'])
	const [far] = rank([candidate({ areaDistance: 2 })], 'normal', beijing('2026-11-23T20:00:00'))
	expect(far!.reasons).toEqual(['category_group', 'area_province', 'opens_soon', 'free_capacity'])
})

test('an organisation is asked once, with its best service', () => {
	const two = [candidate({ serviceId: 'group' }), candidate({ serviceId: 'exact', categoryExact: true })]
	expect(rank(two, 'normal', MONDAY_NOON).map(({ serviceId }) => serviceId)).toEqual(['exact'])
})

test('the date for an answer counts opening time and is never further than the urgency allows', () => {
	expect(respondBy(OFFICE, 'today', beijing('2026-11-23T12:00:00'))).toEqual(beijing('2026-11-23T13:00:00'))
	expect(respondBy(OFFICE, 'today', beijing('2026-11-23T16:30:00'))).toEqual(beijing('2026-11-24T04:30:00')) // 12 hours at most
	expect(respondBy(OFFICE, 'soon', beijing('2026-11-23T16:00:00'))).toEqual(beijing('2026-11-24T12:00:00'))
	expect(respondBy(OFFICE, 'normal', beijing('2026-11-27T12:00:00'))).toEqual(beijing('2026-11-30T12:00:00')) // over a weekend, 72 hours
	expect(respondBy([], 'soon', beijing('2026-11-23T22:00:00'))).toEqual(beijing('2026-11-24T02:00:00'))
})

test('hours are Beijing hours, whatever zone the server keeps', () => {
	expect(minutesUntilOpen(OFFICE, new Date('2026-11-23T01:00:00Z'))).toBe(0) // Monday 09:00
	expect(minutesUntilOpen(OFFICE, new Date('2026-11-22T23:00:00Z'))).toBe(120) // Monday 07:00
	expect(minutesUntilOpen(OFFICE, beijing('2026-11-27T18:00:00'))).toBe(63 * 60) // from Friday evening to Monday morning
	expect(afterOpenMinutes(OFFICE, beijing('2026-11-27T16:00:00'), 120)).toEqual(beijing('2026-11-30T10:00:00'))
})

const anyOpening = fc.record({
	byday: fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 }).map((days) => days.join(',')),
	opensAt: fc.constantFrom('00:00', '08:30', '09:00'),
	closesAt: fc.constantFrom('12:00', '17:30', '23:30'),
})
const anyCandidate = fc.record({
	organisationId: fc.constantFrom('a', 'b', 'c', 'd'),
	serviceId: fc.uuid(),
	categoryExact: fc.boolean(),
	areaDistance: fc.nat(3),
	areaLevel: fc.constantFrom('province', 'city', 'district', 'street' as const),
	sectorSpecific: fc.boolean(),
	platformSpecific: fc.boolean(),
	capacity: fc.option(fc.integer({ min: 1, max: 50 })),
	inHand: fc.nat(60),
	schedules: fc.array(anyOpening, { maxLength: 3 }),
}) as fc.Arbitrary<Candidate>
const anyUrgency = fc.constantFrom('today', 'soon', 'normal' as const)
const anyTime = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })

test('whatever the input: nobody is lost or doubled, the order does not matter, the date lies ahead and within bounds', () => {
	fc.assert(
		fc.property(fc.array(anyCandidate, { maxLength: 12 }), anyUrgency, anyTime, (candidates, urgency, now) => {
			const ranked = rank(candidates, urgency, now)
			expect(new Set(ranked.map(({ organisationId }) => organisationId))).toEqual(
				new Set(candidates.map(({ organisationId }) => organisationId)),
			)
			expect(ranked.length).toBe(new Set(candidates.map(({ organisationId }) => organisationId)).size)
			expect(rank([...candidates].reverse(), urgency, now)).toEqual(ranked)
			for (const { respondBy: by, reasons } of ranked) {
				const hours = (by.getTime() - now.getTime()) / 3_600_000
				expect(hours).toBeGreaterThan(0)
				expect(hours).toBeLessThanOrEqual({ today: 12, soon: 36, normal: 72 }[urgency])
				expect(reasons.every((reason) => REASONS.includes(reason))).toBe(true)
			}
		}),
	)
})

test('more of anything good never makes a candidate worse', () => {
	const better: ((one: Candidate) => Candidate)[] = [
		(one) => ({ ...one, categoryExact: true }),
		(one) => ({ ...one, areaDistance: Math.max(0, one.areaDistance - 1) }),
		(one) => ({ ...one, sectorSpecific: true }),
		(one) => ({ ...one, platformSpecific: true }),
		(one) => ({ ...one, inHand: 0 }),
	]
	fc.assert(
		fc.property(anyCandidate, fc.constantFrom(...better), anyUrgency, anyTime, (one, improve, urgency, now) => {
			const score = (which: Candidate) => rank([which], urgency, now)[0]!.score
			expect(score(improve(one))).toBeGreaterThanOrEqual(score(one))
		}),
	)
})
