import type { Urgency } from '~/domain/cases/case-state'
import type { Locale } from '~/i18n/resources'
import type { City, Organisation, World } from './city'
import { DAY, HOUR } from './case'
import type { Random } from './random'
import { HOURS, LANGUAGES, NEEDS, PLATFORMS, SECTORS, URGENCIES, WORKING_FORMS } from './shares'
import { aName, aStory } from './words.server'

export type Consent = {
	id: string
	recipientId: string
	purpose: 'help_with_case' | 'find_help'
	group: 'story' | 'contact' | 'messages'
	givenAt: number
	withdrawnAt: number | null
}
export type FiledRequest = {
	id: string
	draftId: string
	reference: string
	receiptHash: Buffer
	sessionId: string
	userId: string | null
	language: Locale
	area: string
	sector: string
	platform: string
	workingForm: string
	consentMode: 'any_of_these' | 'only_ticked' | 'ask_first'
	urgency: Urgency
	needs: string[]
	/** Null: nobody of ours works there. */
	city: City | null
	story: string
	contact: { name: string | null; phone: string | null; email: string | null; reachBy: string[]; reachTimes: string[] }
	excluded: Organisation[]
	/** What any organisation that is agreed to may see beside the summary. */
	fields: ('story' | 'contact')[]
	consents: Consent[]
	createdAt: number
}

const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const ALL = 32n ** 8n
/** The n-th reference of a seed: eight signs that look random, and no two alike, since an odd factor permutes them. */
export function reference(offset: bigint, n: number): string {
	const mixed = (BigInt(n) * 670_592_745_893n + offset) % ALL
	const signs = Array.from({ length: 8 }, (_, place) => SIGNS[Number((mixed >> BigInt(5 * place)) & 31n)])
	return `T-${signs.join('')}`
}

const groupOf = (need: string) => need.split('.')[0]!
/** Who in a city takes a need. Membership, load and opening hours are no part of it. */
export const takers = (city: City | null, need: string) =>
	city?.organisations.filter(({ groups }) => groups.includes(groupOf(need))) ?? []

/** Twice as many at the end of the two years as at their beginning; `share` from 0 to 1 is how far through them. */
export function filedAt(random: Random, until: number, share: number): number {
	const through = Math.sqrt(1 + 3 * share) - 1
	const day = Math.floor((until - (1 - through) * 730 * DAY) / DAY) * DAY
	const hour = Number(random.weighted(Object.fromEntries(HOURS.map((weight, at) => [String(at), weight]))))
	return Math.min(until - HOUR, Math.floor(day + ((hour + 16) % 24) * HOUR + random.between(0, HOUR)))
}

/** Looks alike with what the filing pages make of somebody's answers. */
export function fileRequest(
	world: World,
	random: Random,
	about: { n: number; offset: bigint; createdAt: number; needs: number; userId: string | null },
): FiledRequest {
	const code = random.weighted({ ...world.shares, '': 0.2 })
	const city = world.cities.get(code) ?? null
	const sector = random.weighted(SECTORS)
	const platform = random.weighted(PLATFORMS[sector])
	const language = random.weighted(LANGUAGES)
	const needs = new Set<string>([random.weighted(NEEDS)])
	while (needs.size < about.needs) needs.add(random.weighted(NEEDS))
	const named = [...new Set([...needs].flatMap((need) => takers(city, need)))]
	const excluded = named.length > 1 && random.chance(0.03) ? [random.pick(named)] : []
	const shown = named.filter((one) => !excluded.includes(one))
	const consentMode =
		shown.length === 0 ? 'ask_first' : random.weighted({ any_of_these: 58, only_ticked: 27, ask_first: 15 })
	const fields: FiledRequest['fields'] = random.chance(0.85) ? ['story', 'contact'] : ['story']
	const byEmail = random.chance(0.2)
	const byPhone = !byEmail || random.chance(0.7)
	const request: FiledRequest = {
		id: random.uuid(),
		draftId: random.uuid(),
		reference: reference(about.offset, about.n),
		receiptHash: random.bytes(8),
		sessionId: random.uuid(),
		userId: about.userId,
		language,
		area: city ? random.weighted(city.districts) : random.pick(world.elsewhere),
		...{ sector, platform, workingForm: random.weighted(WORKING_FORMS), consentMode },
		urgency: random.weighted(URGENCIES),
		needs: [...needs],
		city,
		story: aStory(
			world.words,
			random,
			groupOf([...needs][0]!),
			language,
			world.platforms[language].get(platform) ?? '',
		),
		contact: {
			name: random.chance(0.7) ? aName(world.words, random) : null,
			phone: byPhone ? `138000${String(random.whole(0, 99_999)).padStart(5, '0')}` : null,
			email: byEmail ? `${random.uuid().slice(0, 8)}@workers.tonglu.example` : null,
			reachBy: [...(byPhone ? ['phone'] : []), ...(byEmail ? ['email'] : [])],
			reachTimes: byPhone ? [random.weighted({ evening: 50, noon: 20, afternoon: 20, morning: 10 })] : [],
		},
		...{ excluded, fields, consents: [], createdAt: about.createdAt },
	}
	const agreed = { any_of_these: shown, only_ticked: shown.slice(0, random.whole(1, 3)), ask_first: [] }[consentMode]
	for (const { id } of agreed) agree(request, random, id, about.createdAt)
	if (random.chance(0.9))
		for (const group of ['story', 'contact'] as const)
			consent(request, random, world.desk.id, 'find_help', group, about.createdAt)
	return request
}

function consent(
	{ consents }: FiledRequest,
	random: Random,
	recipientId: string,
	purpose: Consent['purpose'],
	group: Consent['group'],
	givenAt: number,
) {
	const given = consents.find((one) => one.recipientId === recipientId && one.group === group && !one.withdrawnAt)
	if (given) given.givenAt = Math.min(given.givenAt, givenAt)
	else consents.push({ id: random.uuid(), recipientId, purpose, group, givenAt, withdrawnAt: null })
}

/** The worker agrees to an organisation: that it is asked, and to what it may see. */
export function agree(request: FiledRequest, random: Random, organisationId: string, at: number): void {
	for (const group of [...request.fields, 'messages'] as const)
		consent(request, random, organisationId, 'help_with_case', group, at)
}

export const agreedTo = ({ consents }: FiledRequest, organisationId: string, at: number) =>
	consents.some(
		(one) =>
			one.recipientId === organisationId &&
			one.group === 'messages' &&
			one.givenAt <= at &&
			(one.withdrawnAt === null || one.withdrawnAt > at),
	)
