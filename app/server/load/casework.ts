import { DAY, HOUR, MINUTE, close, happened, living, said, toTriage, type Living, type Turn } from './case'
import { DECLINES, OUTCOMES } from './shares'

const TICK = MINUTE / 2
/** What lies this long past its date comes to the desk. */
const PATIENCE = 7 * DAY

const codes = ({ one }: Living, more: Record<string, string> = {}) => ({ organisation: one.holder!.id, ...more })
/** Whoever has it in hand; where nobody has, somebody of the house. */
const worksOn = ({ one, random }: Living) => one.assignee ?? random.pick(one.holder!.staff)

/** Where a case with an organisation goes from here. The longer it went on, the likelier it comes to an end. */
function onward(it: Living): Turn {
	const { one, random, at, request } = it
	const step = random.weighted({
		...{ reply: 26, write: 16, note: 8, assign: 5, giveBack: 1.6, escalate: 1.2, forget: 1 },
		waitForWorker: 13,
		waitForAuthority: 14,
		propose: one.events.length - 3,
		takeBack: request.needs.length === 1 ? 0.4 : 0,
	})
	const latest = one.nextAt! + (random.chance(0.3) ? 5 * DAY : 0)
	if (step === 'forget') return { step, at: one.nextAt! + PATIENCE + TICK }
	return { step, at: at + random.between(0.3, 1) * Math.max(latest - at, HOUR) }
}

/** The first look: story, often the contact, and a first word, which begins the service. */
function open(it: Living): Turn {
	const { one, random, request, at } = it
	const by = worksOn(it)
	for (const group of ['story', 'contact'] as const)
		if (request.fields.includes(group) && (group === 'story' || random.chance(0.75)))
			one.views.push({ userId: by.id, organisationId: one.holder!.id, group, hour: Math.floor(at / HOUR) * HOUR })
	return write(it)
}

function write(it: Living): Turn {
	const { one, random, world, request, at } = it
	const by = worksOn(it)
	const body = random.pick(world.words.staffWrites[request.language])
	said(it, one.holder!.id, body, by)
	const referral = living(it)!
	if (referral.state === 'accepted') referral.state = 'in_service'
	one.nextAt = Math.max(one.nextAt!, at + 3 * DAY)
	happened(it, 'staff', 'staff_wrote', { by, codes: codes(it), body })
	return onward(it)
}

function reply(it: Living): Turn {
	const { one, random, world, request, at } = it
	const body = random.pick(world.words.workerWrites[request.language])
	said(it, one.holder!.id, body, null)
	if (one.state === 'waiting_for_worker') Object.assign(one, { state: 'with_organisation', nextAt: at + DAY })
	happened(it, 'worker', 'worker_wrote', { codes: codes(it), body })
	return onward(it)
}

function note(it: Living): Turn {
	said(it, it.one.holder!.id, it.random.pick(it.world.words.notes), worksOn(it), 'notes')
	return onward(it)
}

function assign(it: Living): Turn {
	const by = worksOn(it)
	it.one.assignee = it.random.chance(0.7) ? it.random.pick(it.one.holder!.staff) : null
	happened(it, 'staff', 'assigned', { by, codes: codes(it) })
	return onward(it)
}

const wait =
	(whom: 'worker' | 'authority') =>
	(it: Living): Turn => {
		const { one, random, at } = it
		const until = at + (whom === 'worker' ? random.between(3, 14) : random.between(10, 60)) * DAY
		Object.assign(one, { state: `waiting_for_${whom}`, nextAt: Math.floor(until) })
		happened(it, 'staff', 'waiting', { by: worksOn(it), codes: codes(it, { for: whom }) })
		if (random.chance(0.3)) return { step: 'resume', at: one.nextAt! + TICK }
		return { step: whom === 'worker' ? 'reply' : 'takeUp', at: at + random.between(0.05, 0.95) * (until - at) }
	}

/** By hand, or by the clock when the day has come. */
const resume =
	(byHand: boolean) =>
	(it: Living): Turn => {
		Object.assign(it.one, { state: 'with_organisation', nextAt: it.at + DAY })
		happened(it, byHand ? 'staff' : 'service', 'resumed', { by: byHand ? worksOn(it) : null, codes: codes(it) })
		return onward(it)
	}

function giveBack(it: Living): Turn {
	const by = worksOn(it)
	happened(it, 'staff', 'returned', { by, codes: codes(it, { code: it.random.weighted(DECLINES) }) })
	return toTriage(it, 'returned', { actor: 'staff', by, holderEndsAs: 'returned' })
}

function escalate(it: Living): Turn {
	happened(it, 'worker', 'escalated', { codes: codes(it) })
	const turn = toTriage(it, 'escalated', { actor: 'worker' })
	it.one.nextAt = it.at + 2 * HOUR
	return turn
}

/** The worker takes everything back that the holder was given. */
function takeBack(it: Living): Turn {
	for (const consent of it.request.consents)
		if (consent.recipientId === it.one.holder!.id && !consent.withdrawnAt) consent.withdrawnAt = it.at
	happened(it, 'worker', 'consent_withdrawn', { codes: codes(it) })
	return toTriage(it, 'consent_withdrawn', { actor: 'worker' })
}

function propose(it: Living): Turn {
	const { one, random, world, request, at } = it
	const referral = living(it)!
	const code = random.weighted(OUTCOMES)
	const by = one.needsManager ? one.holder!.staff[0]! : worksOn(it)
	one.outcomes.push({
		...{ id: random.uuid(), referral, code, note: world.words.outcomes[code]!, proposedBy: by.id, proposedAt: at },
		...{ answer: null, answeredAt: null, rating: null, comment: null },
		moneyRecoveredFen:
			code === 'got_help' && /^(labour|legal)/.test(one.category) ? random.whole(6, 240) * 5_000 : null,
	})
	referral.state = 'outcome_recorded'
	const days = request.contact.reachBy.includes('email') ? 7 : 14
	Object.assign(one, { state: 'outcome_proposed', nextAt: at + days * DAY })
	happened(it, 'staff', 'outcome_proposed', { by, codes: codes(it, { code }), body: world.words.outcomes[code] })
	const step = random.weighted({ confirm: 60, dispute: 5, ignore: 35 })
	return { step, at: step === 'ignore' ? one.nextAt! + TICK : at + random.between(0.01, 0.9) * days * DAY }
}

const answer = ({ one, at }: Living, said: 'confirmed' | 'disputed' | 'unanswered') =>
	Object.assign(one.outcomes.at(-1)!, { answer: said, answeredAt: at })

function end(it: Living, how: 'confirmed' | 'unanswered', comment: string | null = null): Turn {
	answer(it, how)
	Object.assign(living(it)!, { state: how, endedAt: it.at })
	close(it, how)
	happened(it, how === 'confirmed' ? 'worker' : 'service', how, { codes: codes(it), body: comment })
	if (it.random.chance(0.03)) return { step: 'reopen', at: it.at + it.random.between(1, 28) * DAY }
	return { step: 'accessEnds', at: it.at + 30 * DAY + it.random.between(0, HOUR) }
}

function confirm(it: Living): Turn {
	const { random, one, world } = it
	const comment = random.chance(0.3) ? random.pick(world.words.comments) : null
	const turn = end(it, 'confirmed', comment)
	Object.assign(one.outcomes.at(-1)!, { rating: random.pick([5, 5, 5, 4, 4, 3, 2, 1]), comment })
	return turn
}

/** Back to a supervisor; the second time to the desk. */
function dispute(it: Living): Turn {
	const { one, random, world } = it
	const reason = random.pick(world.words.disputes)
	answer(it, 'disputed')
	said(it, one.holder!.id, reason, null)
	living(it)!.state = 'in_service'
	Object.assign(one, { state: 'with_organisation', needsManager: true, assignee: null, nextAt: it.at + DAY })
	one.disputes++
	happened(it, 'worker', 'disputed', { codes: codes(it), body: reason })
	return one.disputes < 2 ? onward(it) : toTriage(it, 'disputed_twice', { holderEndsAs: 'returned' })
}

/** At the same organisation. A referral that was confirmed is over, so a new one holds; one that nobody answered goes on. */
function reopen(it: Living): Turn {
	const { one, at, random } = it
	const last = one.referrals.at(-1)!
	if (last.state === 'unanswered') Object.assign(last, { state: 'in_service', endedAt: null })
	else
		one.referrals.push({
			...last,
			id: random.uuid(),
			state: 'accepted',
			reasons: [],
			byHand: false,
			offeredAt: at,
			respondBy: at,
			endedAt: null,
		})
	Object.assign(one, { state: 'with_organisation', closeReason: null, closedAt: null, nextAt: at + DAY })
	happened(it, 'worker', 'reopened', { codes: codes(it) })
	return onward(it)
}

function accessEnds(it: Living): Turn {
	it.one.accessEnded = true
	happened(it, 'service', 'access_ended')
	return null
}

export const CASEWORK_STEPS = {
	...{ open, write, reply, note, assign, giveBack, escalate, takeBack, propose, confirm, dispute, reopen, accessEnds },
	waitForWorker: wait('worker'),
	waitForAuthority: wait('authority'),
	takeUp: resume(true),
	resume: resume(false),
	forget: (it: Living): Turn => toTriage(it, 'overdue'),
	ignore: (it: Living): Turn => end(it, 'unanswered'),
}
