import { readFileSync } from 'node:fs'
import { z } from 'zod'
import {
	APPLICATION_NEXT,
	CAMPAIGN_KINDS,
	DRIVE_ANSWERS,
	DRIVE_CHANNELS,
	ENTERED_AS,
	JOIN_WAYS,
	MEMBERSHIP_NEXT,
	POOL_BASES,
	TRANSFER_NEXT,
	TRANSFER_REASONS,
} from '~/domain/members/membership-state'

const statesOf = <T extends object>(next: T) => z.enum(Object.keys(next) as (keyof T & string)[])
const key = z.string()
const ago = z.number() // days
const hours = z.number()

/** Where somebody lives and works: what applications and memberships both say. */
const working = {
	area: z.string(),
	sector: z.string(),
	platform: z.string().nullable().default(null),
	form: z.string(),
	station: key.nullable().default(null),
	campaign: key.nullable().default(null),
}
const person = { name: z.string(), phone: z.string(), email: z.string().nullable().default(null) }

const Application = z.strictObject({
	key,
	reference: z.string(),
	union: key,
	...person,
	...working,
	state: statesOf(APPLICATION_NEXT),
	hoursAgo: hours,
	decidedHoursAgo: hours.nullable().default(null),
	endedHoursAgo: hours.nullable().default(null),
	decidedBy: key.nullable().default(null),
	reason: z.string().nullable().default(null),
	note: z.string().nullable().default(null),
	way: z.enum(JOIN_WAYS),
	basis: z.enum(POOL_BASES).nullable().default(null),
	employer: key.nullable().default(null),
	enteredAs: z.enum(ENTERED_AS),
	enteredBy: key.nullable().default(null),
})
const Member = z.strictObject({
	key,
	union: key,
	...person,
	...working,
	account: key.nullable().default(null),
	application: key.nullable().default(null),
	state: statesOf(MEMBERSHIP_NEXT),
	joinedDaysAgo: ago,
	confirmedDaysAgo: ago,
	endedDaysAgo: ago.nullable().default(null),
	events: z
		.array(
			z.strictObject({
				kind: z.string(),
				daysAgo: ago,
				actor: z.enum(['member', 'staff', 'service']),
				codes: z.record(z.string(), z.unknown()),
			}),
		)
		.default([]),
})
const Unions = z.strictObject({
	pools: z.record(z.string(), key),
	employers: z.array(z.strictObject({ key, zh: z.string(), en: z.string(), area: z.string(), union: key })),
	stations: z.array(
		z.strictObject({
			key,
			union: key,
			name: z.string(),
			area: z.string(),
			platform: z.string().nullable().default(null),
			liaison: key.nullable().default(null),
			closedDaysAgo: ago.nullable().default(null),
		}),
	),
	campaigns: z.array(
		z.strictObject({
			key,
			code: z.string(),
			union: key,
			name: z.string(),
			kind: z.enum(CAMPAIGN_KINDS),
			station: key.nullable().default(null),
			officer: key,
			daysAgo: ago,
			stoppedDaysAgo: ago.nullable().default(null),
		}),
	),
	applications: z.array(Application),
	members: z.array(Member),
	transfers: z.array(
		z.strictObject({
			member: key,
			from: key,
			to: key,
			askedBy: z.enum(['member', 'officer']),
			reason: z.enum(TRANSFER_REASONS),
			daysAgo: ago,
			state: statesOf(TRANSFER_NEXT).default('asked'),
			decidedDaysAgo: ago.nullable().default(null),
		}),
	),
	drives: z.array(
		z.strictObject({
			key,
			union: key,
			name: z.string(),
			officer: key,
			notConfirmedSinceDaysAgo: ago,
			createdDaysAgo: ago,
			answerByDays: z.number(), // from today; below zero it is over
			closedDaysAgo: ago.nullable().default(null),
			asks: z.array(
				z.strictObject({
					member: key,
					channel: z.enum(DRIVE_CHANNELS),
					answer: z.enum(DRIVE_ANSWERS).nullable().default(null),
					through: z.enum(['link', 'phone', 'station']).nullable().default(null),
					answeredDaysAgo: ago.nullable().default(null),
					lapsedDaysAgo: ago.nullable().default(null),
				}),
			),
		}),
	),
})
export type DemoUnions = z.output<typeof Unions>
export type DemoMember = z.output<typeof Member>
export type DemoApplication = z.output<typeof Application>

/** Four unions of the invented city. Data: who wants other ones writes another file. */
export const readUnions = () => Unions.parse(JSON.parse(readFileSync('supabase/demo/unions.json', 'utf8')))
