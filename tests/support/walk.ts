import { randomUUID } from 'node:crypto'
import type { Db } from '~/db/begin.server'
import { CLOSE_CODES, type CaseState } from '~/domain/cases/case-state'
import { OUTCOME_CODES } from '~/domain/outcomes/outcome-code'
import { DECLINE_CODES } from '~/domain/referrals/referral-state'
import { routeCase } from '~/domain/routing/routing.server'
import { become } from './db'
import { operatorId, seedOrganisation, seedRequest, seedService, seedStaff, type Filed } from './seeds'

/** Three organisations that could help, the desk, and what workers have filed so far. */
export type Town = {
	organisations: { id: string; staff: { user: string } }[]
	desk: string
	triager: { user: string }
	requests: Filed[]
}
/** Free numbers with which a step chooses among what is there. */
export type Choice = { of: number; organisation: number; yes: boolean }

export async function seedTown(db: Db): Promise<Town> {
	const organisations = []
	for (const roles of [['caseworker', 'manager'], ['caseworker'], ['caseworker', 'manager']] as const) {
		const id = await seedOrganisation(db)
		await seedService(db, id, { needs: ['labour.unpaid_wages', 'legal.labour_relation', 'legal.other'], capacity: 2 })
		organisations.push({ id, staff: await seedStaff(db, id, ...roles) })
	}
	const desk = await operatorId(db)
	return { organisations, desk, triager: await seedStaff(db, desk, 'triager'), requests: [] }
}

type Living = {
	id: string
	requestId: string
	holder: string | null
	offer: string | null
	offeredTo: string | null
	ask: string | null
}
type Step = (db: Db, town: Town, choice: Choice) => Promise<unknown>

const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!
/** A case, with what lives on it. */
async function aCase(db: Db, { requests }: Town, { of }: Choice): Promise<Living> {
	await become(db, 'owner')
	const cases = await db<Living[]>`select c.id, c.request_id, c.holder_organisation_id as holder, r.id as offer,
			r.organisation_id as offered_to, a.id as ask
		from app.cases c left join app.referrals r on r.case_id = c.id and r.state = 'offered'
		left join app.consent_asks a on a.case_id = c.id and a.state = 'asked' 
		order by array_position(${requests.map(({ requestId }) => requestId)}::uuid[], c.request_id), c.category_code, c.id`
	return at(cases, of)
}
/** Usually whoever it is the turn of; one time in four somebody who has no business there. */
const asStaff = (db: Db, town: Town, organisation: string | null, { of, organisation: n }: Choice) =>
	become(
		db,
		(of % 4 ? town.organisations.find(({ id }) => id === organisation) : undefined)?.staff ??
			at(town.organisations, n).staff,
	)
const asWorker = (db: Db, town: Town, { requestId }: Living) =>
	become(db, { receipt: town.requests.find((request) => request.requestId === requestId)!.receipt })

const byHolder =
	(act: (db: Db, it: Living, choice: Choice, town: Town) => Promise<unknown>): Step =>
	async (db, town, choice) => {
		const it = await aCase(db, town, choice)
		await asStaff(db, town, it.holder, choice)
		await act(db, it, choice, town)
	}
const byWorker =
	(act: (db: Db, it: Living, choice: Choice, town: Town) => Promise<unknown>): Step =>
	async (db, town, choice) => {
		const it = await aCase(db, town, choice)
		await asWorker(db, town, it)
		await act(db, it, choice, town)
	}
const byDesk =
	(act: (db: Db, it: Living, choice: Choice, town: Town) => Promise<unknown>): Step =>
	async (db, town, choice) => {
		const it = await aCase(db, town, choice)
		await become(db, choice.of % 5 ? town.triager : at(town.organisations, choice.organisation).staff)
		await act(db, it, choice, town)
	}

/** Time goes by: everything that has a date lies that much further back. Entries of timelines stay, their hash covers when. */
export async function passTime(db: Db, by: string): Promise<void> {
	await become(db, 'owner')
	await db`
		with c as (update app.cases set next_at = next_at - ${by}::interval, closed_at = closed_at - ${by}::interval),
			r as (update app.referrals set respond_by = respond_by - ${by}::interval, ended_at = ended_at - ${by}::interval),
			a as (update app.consent_asks set answer_by = answer_by - ${by}::interval)
		update app.outcomes set proposed_at = proposed_at - ${by}::interval, answered_at = answered_at - ${by}::interval`
}
const later =
	(by: string): Step =>
	async (db) => {
		await passTime(db, by)
		await become(db, 'service')
		await db`select private.sweep(), private.purge()`
	}

/** Everything that the product can do to a case, by whoever does it. A refusal is a fine answer. */
export const STEPS = {
	file: async (db, town, { of, organisation, yes }) => {
		if (town.requests.length === 3) return
		await become(db, 'owner')
		const ids = town.organisations.map(({ id }) => id)
		town.requests.push(
			await seedRequest(db, {
				needs: at([['labour.unpaid_wages'], ['labour.unpaid_wages', 'legal.labour_relation'], ['unsure']], of),
				consentMode: at(['only_ticked', 'only_ticked', 'ask_first'], of >> 2),
				recipients: at([ids, ids.slice(0, 2), ids.slice(1)], organisation),
				excluded: yes ? [] : [at(ids, of)],
				fields: at([['story', 'contact'], ['contact'], []], organisation),
				deskMayRead: yes,
				email: yes ? 'w@people.test' : null,
			}),
		)
	},
	// the worker process takes the job and does it
	route: async (db) => {
		await become(db, 'owner')
		const jobs = await db<{ id: string }[]>`delete from graphile_worker._private_jobs where key like 'route_case:%'
			returning payload ->> 'caseId' as id`
		await become(db, 'service')
		for (const { id } of jobs) await routeCase(db, id)
	},
	accept: async (db, town, choice) => {
		const it = await aCase(db, town, choice)
		await asStaff(db, town, it.offeredTo, choice)
		await db`select private.accept_referral(${it.offer})`
	},
	decline: async (db, town, choice) => {
		const it = await aCase(db, town, choice)
		await asStaff(db, town, it.offeredTo, choice)
		await db`select private.decline_referral(${it.offer}, ${at(DECLINE_CODES, choice.of)})`
	},
	write: byHolder((db, it) => db`select private.write_to_worker(${randomUUID()}, ${it.id}, '您好')`),
	wait: byHolder(
		(db, it, { yes }) =>
			db`select private.set_waiting(${it.id}, ${yes ? 'worker' : 'authority'}, now() + interval '5 days')`,
	),
	resume: byHolder((db, it) => db`select private.set_waiting(${it.id}, null, null)`),
	assign: byHolder(
		(db, it, { yes, organisation }, town) =>
			db`select private.assign_case(${it.id}, ${yes ? at(town.organisations, organisation).staff.user : null})`,
	),
	giveBack: byHolder((db, it, { of }) => db`select private.return_case(${it.id}, ${at(DECLINE_CODES, of)})`),
	propose: byHolder(
		(db, it, { of }) =>
			db`select private.propose_outcome(${randomUUID()}, ${it.id}, ${db.json({ code: at(OUTCOME_CODES, of), note: '办好了', attempts: 3 })})`,
	),
	look: byHolder(
		(db, it, { yes }) => db`select ${yes ? db`private.open_story(${it.id})` : db`private.reveal_contact(${it.id})`}`,
	),
	reply: byWorker((db, it) => db`select private.write_to_holder(${randomUUID()}, ${it.id}, '好的')`),
	confirm: byWorker((db, it) => db`select private.confirm_outcome(${it.id}, 4, null)`),
	dispute: byWorker((db, it) => db`select private.dispute_outcome(${randomUUID()}, ${it.id}, '没有收到')`),
	reopen: byWorker((db, it) => db`select private.reopen_case(${it.id})`),
	escalate: byWorker((db, it) => db`select private.escalate_case(${it.id})`),
	answer: byWorker(
		(db, it, { yes }) => db`select private.answer_ask(${it.ask}, ${yes}, ${yes ? ['story'] : []}, '2026-11')`,
	),
	withdrawConsent: byWorker(
		(db, it, { of, organisation }, town) =>
			db`select private.withdraw_consent(${of % 5 ? (it.holder ?? it.offeredTo ?? at(town.organisations, organisation).id) : town.desk})`,
	),
	withdraw: byWorker((db) => db`select private.withdraw_request()`),
	offerByHand: byDesk(
		(db, it, { organisation }, town) =>
			db`select private.offer_by_hand(${it.id}, ${at(town.organisations, organisation).id}, 24)`,
	),
	routeAgain: byDesk((db, it) => db`select private.route_again(${it.id})`),
	categorise: byDesk((db, it) => db`select private.categorise_case(${it.id}, 'legal.other')`),
	close: byDesk((db, it, { of }) => db`select private.close_by_desk(${it.id}, ${at(CLOSE_CODES, of)})`),
	deskWrites: byDesk((db, it) => db`select private.write_to_worker(${randomUUID()}, ${it.id}, '我们在找')`),
	hours: later('5 hours'),
	days: later('4 days'),
	weeks: later('16 days'),
} as const satisfies Record<string, Step>
export type StepName = keyof typeof STEPS

/** The steps that lead on from where a case is: without them most walks would end among refusals. */
const ONWARD: Record<CaseState, readonly StepName[]> = {
	triage: ['offerByHand', 'offerByHand', 'routeAgain', 'categorise'],
	offering: ['accept', 'accept', 'answer', 'answer', 'decline', 'route', 'weeks'],
	with_organisation: ['propose', 'propose', 'wait', 'write', 'giveBack'],
	waiting_for_worker: ['reply', 'propose', 'days'],
	waiting_for_authority: ['resume', 'propose', 'weeks'],
	outcome_proposed: ['dispute', 'dispute', 'confirm', 'weeks'],
	closed: ['reopen', 'dispute'],
}
/** A step that is likely to be allowed, by somebody who may. */
export async function onward(db: Db, town: Town, choice: Choice): Promise<{ name: StepName; choice: Choice }> {
	const { id } = await aCase(db, town, choice)
	const [found] = await db<{ state: CaseState; waits: boolean; asked: boolean }[]>`
		select c.state, exists (select from app.referrals r where r.case_id = c.id and r.state = 'offered') as waits,
			exists (select from app.consent_asks a where a.case_id = c.id and a.state = 'asked') as asked
		from app.cases c where c.id = ${id}`
	const { state, waits, asked } = found!
	const of = choice.of % 4 ? choice.of : choice.of + 1
	if (state === 'offering' && !waits) return { name: asked ? 'answer' : 'route', choice }
	return { name: at(ONWARD[state], choice.of >> 1), choice: { ...choice, of } }
}
