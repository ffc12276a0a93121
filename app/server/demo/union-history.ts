import type { DemoApplication, DemoMember, DemoUnions } from './union-data.server'

/** `daysAgo` of everything that the state, as it stands now, must have gone through. */
export type Happened = {
	kind: string
	daysAgo: number
	actor: 'member' | 'applicant' | 'staff' | 'service'
	codes?: Record<string, unknown>
}
const ENDED_AS = { accepted: 'transferred', refused: 'transfer_refused', withdrawn: 'transfer_withdrawn' } as const
const inOrder = (events: Happened[]) => [...events].sort((a, b) => b.daysAgo - a.daysAgo)
const days = (hours: number) => hours / 24

/** What happened to an application, the oldest first. */
export function applicationEvents(one: DemoApplication): Happened[] {
	const { state, hoursAgo, decidedHoursAgo, endedHoursAgo, reason, enteredBy } = one
	const sent: Happened = { kind: 'submitted', daysAgo: days(hoursAgo), actor: enteredBy ? 'staff' : 'applicant' }
	if (state === 'withdrawn')
		return [sent, { kind: 'withdrawn', daysAgo: days(endedHoursAgo ?? hoursAgo / 2), actor: 'applicant' }]
	if (state === 'submitted' || decidedHoursAgo === null) return [sent]
	return [sent, { kind: state, daysAgo: days(decidedHoursAgo), actor: 'staff', codes: reason ? { reason } : {} }]
}

/** What happened to a membership, the oldest first. `unionId`: what the history calls a union. */
export function membershipEvents(
	one: DemoMember,
	{ transfers, drives }: DemoUnions,
	unionId: (key: string) => string,
): Happened[] {
	const { state, joinedDaysAgo, endedDaysAgo, events } = one
	const asked = drives.flatMap(({ createdDaysAgo, closedDaysAgo, asks }) =>
		asks.filter(({ member }) => member === one.key).map((ask) => ({ ...ask, createdDaysAgo, closedDaysAgo })),
	)
	return inOrder([
		{ kind: 'joined', daysAgo: joinedDaysAgo, actor: 'staff' },
		...events,
		...asked.flatMap(({ createdDaysAgo, answer, through, answeredDaysAgo }): Happened[] => [
			{ kind: 'asked_to_confirm', daysAgo: createdDaysAgo, actor: 'staff' },
			...(answer && answeredDaysAgo !== null
				? [{ kind: 'confirmed', daysAgo: answeredDaysAgo, actor: 'staff' as const, codes: { answer, through } }]
				: []),
		]),
		...transfers
			.filter(({ member }) => member === one.key)
			.flatMap(({ from, to, reason, askedBy, daysAgo, state: now, decidedDaysAgo }): Happened[] => {
				const codes = { from: unionId(from), to: unionId(to), reason }
				const asked: Happened = {
					kind: 'transfer_asked',
					daysAgo,
					actor: askedBy === 'member' ? 'member' : 'staff',
					codes,
				}
				if (now === 'asked' || decidedDaysAgo === null) return [asked]
				return [asked, { kind: ENDED_AS[now], daysAgo: decidedDaysAgo, actor: 'staff', codes }]
			}),
		...(state === 'lapsed' ? [{ kind: 'lapsed', daysAgo: endedDaysAgo ?? 1, actor: 'service' as const }] : []),
		...(state === 'left' ? [{ kind: 'left', daysAgo: endedDaysAgo ?? 1, actor: 'member' as const }] : []),
	])
}

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** `M-DEMJ222A`, `M-DEMJ222B` … */
const referenceOf = (index: number) =>
	`M-DEMJ${[32 ** 3, 32 ** 2, 32, 1].map((place) => SIGNS[Math.floor(index / place) % 32]).join('')}`

/** Whoever joined through a campaign has applied through it, two days before. */
export const throughCampaigns = (members: DemoMember[]): (DemoApplication & { becomes: string })[] =>
	members
		.filter(({ campaign, application }) => campaign !== null && application === null)
		.map((member, index) => {
			const { name, phone, email, area, sector, platform, form, station, campaign, union, joinedDaysAgo } = member
			return {
				...{ name, phone, email, area, sector, platform, form, station, campaign, union },
				key: `of ${member.key}`,
				becomes: member.key,
				reference: referenceOf(index),
				state: 'approved',
				hoursAgo: (joinedDaysAgo + 2) * 24,
				decidedHoursAgo: joinedDaysAgo * 24,
				endedHoursAgo: null,
				decidedBy: null,
				reason: null,
				note: null,
				way: 'pool',
				basis: 'residence',
				employer: null,
				enteredAs: 'self',
				enteredBy: null,
			}
		})
