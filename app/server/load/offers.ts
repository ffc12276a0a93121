import { DAY, HOUR, MINUTE, close, due, happened, living, said, toTriage, type Living, type Turn } from './case'
import type { Organisation, Person } from './city'
import { agree, agreedTo, takers } from './request'
import { DECLINES, NEEDS, type Need } from './shares'

/** By the clock an offer or a question lives no longer: `private.answer_time` and app/domain/routing/rank.ts. */
const ANSWER = { today: 12 * HOUR, soon: 36 * HOUR, normal: 72 * HOUR }
/** The clock comes once a minute. */
const TICK = MINUTE / 2
const REASONS = ['category_group', 'area_city', 'free_capacity']

/** Whoever could take the case and was not tried yet: neither offered, nor asked about, nor excluded. */
function candidates({ one, request }: Living): Organisation[] {
	const tried = [...request.excluded, ...[...one.referrals, ...one.asks].map(({ organisation }) => organisation)]
	return takers(request.city, one.category).filter((organisation) => !tried.includes(organisation))
}
const oneOf = ({ random }: Living, list: Organisation[]) => {
	const id = random.weighted(Object.fromEntries(list.map((one) => [one.id, one.weight])))
	return list.find((one) => one.id === id)!
}

/** The routing job: the trace, then an offer or a question, else the desk. */
function route(it: Living): Turn {
	const { one, request, at, random } = it
	const found = candidates(it).filter(({ id }) => request.consentMode === 'ask_first' || agreedTo(request, id, at))
	const best = found.length > 0 ? oneOf(it, found) : null
	const ranked = best ? [best, ...found.filter((other) => other !== best)] : []
	const trace = ranked.map(({ id, serviceId }, place) => {
		return { organisationId: id, serviceId, score: 640 - place * 60 + random.whole(0, 40), reasons: REASONS }
	})
	one.traces.push({ at, trace })
	if (best) return offerOrAsk(it, best, 'service', null)
	return toTriage(it, one.referrals.length + one.asks.length > 0 ? 'exhausted' : 'uncovered')
}

/** `private.offer_or_ask`: an offer where the worker agreed, else one question to the worker. */
function offerOrAsk(it: Living, organisation: Organisation, actor: 'service' | 'staff', by: Person | null): Turn {
	const { one, request, at, random } = it
	const codes = { organisation: organisation.id }
	const common = { id: random.uuid(), organisation, byHand: by !== null }
	const most = ANSWER[request.urgency]
	Object.assign(one, { state: 'offering', triageReason: null })
	if (!agreedTo(request, organisation.id, at)) {
		one.asks.push({ ...common, state: 'asked', respondHours: most / HOUR, askedAt: at, answerBy: at + most })
		one.nextAt = at + most
		happened(it, actor, 'asked', { by, codes })
		const step = random.weighted({ agree: 72, refuse: 12, silent: 16 })
		return { step, at: step === 'silent' ? at + most + TICK : at + random.between(0.02, 0.9) * most }
	}
	const respondBy = Math.floor(at + random.between(0.4, 1) * most)
	const reasons = by ? ['by_hand'] : REASONS
	one.referrals.push({
		...common,
		state: 'offered',
		declineCode: null,
		reasons,
		offeredAt: at,
		respondBy,
		endedAt: null,
	})
	one.nextAt = respondBy
	happened(it, actor, 'offered', { by, codes })
	const step = random.weighted({ accept: 80, decline: 13, lapse: 7 })
	return { step, at: step === 'lapse' ? respondBy + TICK : at + random.between(0.02, 0.95) * (respondBy - at) }
}

const openAsk = ({ one }: Living) => one.asks.find(({ state }) => state === 'asked')!
const again = ({ at }: Living): Turn => ({ step: 'route', at })

function agreeToAsk(it: Living): Turn {
	const ask = openAsk(it)
	ask.state = 'given'
	agree(it.request, it.random, ask.organisation.id, it.at)
	happened(it, 'worker', 'consent_given', { codes: { organisation: ask.organisation.id } })
	return offerOrAsk(it, ask.organisation, 'service', null)
}

function refuseAsk(it: Living): Turn {
	const ask = openAsk(it)
	ask.state = 'refused'
	happened(it, 'worker', 'ask_refused', { codes: { organisation: ask.organisation.id } })
	it.one.nextAt = due(it)
	return again(it)
}

function ignoreAsk(it: Living): Turn {
	const ask = openAsk(it)
	ask.state = 'expired'
	happened(it, 'service', 'ask_expired', { codes: { organisation: ask.organisation.id } })
	return toTriage(it, 'overdue')
}

function accept(it: Living): Turn {
	const referral = living(it)!
	referral.state = 'accepted'
	const assignee = it.random.pick(referral.organisation.staff)
	Object.assign(it.one, { state: 'with_organisation', holder: referral.organisation, assignee, nextAt: due(it) })
	happened(it, 'staff', 'accepted', { by: assignee, codes: { organisation: referral.organisation.id } })
	return { step: 'open', at: it.at + it.random.between(0.02, 1.2) * (due(it) - it.at) }
}

function decline(it: Living): Turn {
	const referral = living(it)!
	const code = it.random.weighted(DECLINES)
	Object.assign(referral, { state: 'declined', declineCode: code, endedAt: it.at })
	const by = it.random.pick(referral.organisation.staff)
	happened(it, 'staff', 'declined', { by, codes: { organisation: referral.organisation.id, code } })
	it.one.nextAt = due(it)
	return again(it)
}

function lapse(it: Living): Turn {
	const referral = living(it)!
	Object.assign(referral, { state: 'expired', endedAt: it.at })
	happened(it, 'service', 'offer_expired', { codes: { organisation: referral.organisation.id } })
	it.one.nextAt = due(it)
	return again(it)
}

/** A triager looks at what the desk holds: writes, puts the need right, offers by hand, or closes. */
function desk(it: Living): Turn {
	const { one, random, world, request, at } = it
	const by = random.pick(world.desk.triagers)
	if (one.category === 'unsure' && random.chance(0.8)) {
		const to = random.weighted({ ...NEEDS, unsure: 0 } satisfies Record<Need, number>)
		happened(it, 'staff', 'categorised', { by, codes: { from: one.category, to } })
		one.category = to
		return { step: 'desk', at: at + random.between(1, 10) * MINUTE }
	}
	const found = candidates(it)
	const wanted = random.weighted({
		offer: found.length > 0 ? 60 : 0,
		write: 18,
		later: 8,
		close: found.length > 0 ? 10 : 40,
	})
	if (wanted === 'offer') return offerOrAsk(it, oneOf(it, found), 'staff', by)
	if (wanted === 'close') {
		close(it, 'desk', random.weighted({ out_of_scope: 50, unreachable: 35, duplicate: 15 }))
		happened(it, 'staff', 'closed_by_desk', { by, codes: { code: one.closeCode! } })
		return null
	}
	if (wanted === 'write') {
		const body = random.pick(world.words.staffWrites[request.language])
		said(it, world.desk.id, body, by)
		happened(it, 'staff', 'staff_wrote', { by, codes: { organisation: world.desk.id }, body })
	}
	return { step: 'desk', at: at + random.between(0.5, 9) * DAY }
}

export const OFFER_STEPS = {
	route,
	agree: agreeToAsk,
	refuse: refuseAsk,
	silent: ignoreAsk,
	...{ accept, decline, lapse, desk },
}
