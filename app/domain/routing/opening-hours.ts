/** A weekly opening, as the directory keeps it (HSDS schedule): `byday` of RFC 5545, times of day in Asia/Shanghai. */
export type Opening = { byday: string; opensAt: string; closesAt: string }

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const MINUTE = 60_000
const DAY = 1440 * MINUTE
/** China has kept one zone without summer time since 1991, so a fixed shift is the calendar. */
const SHANGHAI = 8 * 60 * MINUTE
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

type Span = { from: number; to: number }

/** Every opening from `now` on over the next `days` days, as instants, in order, joined where they touch. */
function openSpans(openings: readonly Opening[], now: Date, days: number): Span[] {
	const local = now.getTime() + SHANGHAI
	const midnight = Math.floor(local / DAY) * DAY - SHANGHAI
	const spans: Span[] = []
	for (let day = 0; day <= days; day++) {
		const start = midnight + day * DAY
		const name = DAYS[new Date(start + SHANGHAI).getUTCDay()]!
		for (const { byday, opensAt, closesAt } of openings) {
			if (!byday.split(',').includes(name)) continue
			const span = { from: start + minutesOf(opensAt) * MINUTE, to: start + minutesOf(closesAt) * MINUTE }
			if (span.to > now.getTime()) spans.push({ from: Math.max(span.from, now.getTime()), to: span.to })
		}
	}
	spans.sort((a, b) => a.from - b.from)
	const joined: Span[] = []
	for (const span of spans) {
		const last = joined.at(-1)
		if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
		else joined.push({ ...span })
	}
	return joined
}

/** Minutes until it is open; 0 when it is open now or keeps no hours, null when not within two weeks. */
export function minutesUntilOpen(openings: readonly Opening[], now: Date): number | null {
	if (openings.length === 0) return 0
	const [next] = openSpans(openings, now, 14)
	return next ? Math.round((next.from - now.getTime()) / MINUTE) : null
}

/** The instant at which `minutes` of opening time have passed since `now`. Without hours every minute counts. */
export function afterOpenMinutes(openings: readonly Opening[], now: Date, minutes: number): Date {
	if (openings.length === 0) return new Date(now.getTime() + minutes * MINUTE)
	let left = minutes * MINUTE
	for (const { from, to } of openSpans(openings, now, 28)) {
		if (to - from >= left) return new Date(from + left)
		left -= to - from
	}
	return new Date(now.getTime() + 28 * DAY)
}
