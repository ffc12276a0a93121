import { createHash, randomUUID } from 'node:crypto'
import type postgres from 'postgres'
import { begin, type Db } from '~/db/begin.server'
import { CONSENT_TEXT_VERSION } from '~/domain/consent/consent-ask-state'
import { routeCase } from '~/domain/routing/routing.server'
import { ageRequest, keepMinute, sealAgain } from './age-request.server'
import { readRequests, type DemoRequest, type DemoStep } from './demo-data.server'

type World = {
	sql: postgres.Sql
	/** Organisation by key. */
	organisations: Map<string, string>
	/** Whoever works the cases of an organisation (by id). */
	caseworkers: Map<string, string>
	workerId: string
	triagerId: string
	receiptHash: Buffer
}

/** The same draft id whenever the demo is loaded. */
function draftIdOf(reference: string) {
	const hex = createHash('sha256').update(`demo draft ${reference}`).digest('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** File each request and walk its steps through the functions that the product itself uses, one transaction a step. */
export async function loadRequests(world: World): Promise<void> {
	for (const request of readRequests()) await loadRequest(world, request)
	await world.sql`update app.notifications set sent_at = now(), provider_id = 'demo' where sent_at is null` // nobody is really told
}

async function loadRequest(world: World, request: DemoRequest) {
	const filed = await file(world, request)
	for (const step of request.steps) {
		await ageRequest(world.sql, filed.requestId, step.after)
		await walk(world, filed, step)
	}
	await ageRequest(world.sql, filed.requestId, 0.5)
	await sealAgain(world.sql, filed.requestId)
}

type Filed = { requestId: string; receipt: string; caseIds: string[] }
/** The owner runs the functions; the claims say for whom. */
const as = <T>({ sql }: World, claims: Record<string, string>, work: (db: Db) => Promise<T>) =>
	begin(sql, 'read write', { role: 'none', ...claims }, work)

async function file(world: World, request: DemoRequest): Promise<Filed> {
	const recipients = await world.sql<{ id: string }[]>`
		select distinct k.organisation_id as id from unnest(${request.needs}::text[]) as need
		cross join lateral private.candidates(need, ${request.area}, ${request.sector}, ${request.platform}, ${request.language}, '{}') k`
	const filing = {
		...request,
		consentMode: request.mode,
		recipients: recipients.map(({ id }) => id),
		excluded: request.excluded.map((key) => world.organisations.get(key)!),
		textVersion: CONSENT_TEXT_VERSION,
	}
	const claims: Record<string, string> = request.account ? { sub: world.workerId } : {}
	return as(world, claims, async (db) => {
		const [receipt] = await db<{ receiptSession: string }[]>`select receipt_session from private.open_request(
			${draftIdOf(request.reference)}, ${request.reference}, ${world.receiptHash}, ${request.language}, ${db.json(filing)})`
		const cases = await db<{ id: string; requestId: string }[]>`
			select c.id, c.request_id from app.cases c join app.requests r on r.id = c.request_id
			where r.reference = ${request.reference} order by c.category_code = ${request.needs[0]!} desc`
		return { requestId: cases[0]!.requestId, receipt: receipt!.receiptSession, caseIds: cases.map(({ id }) => id) }
	})
}

/** Every case of a request is routed; every other step is the first case's. */
async function walk(world: World, { receipt, caseIds }: Filed, step: DemoStep): Promise<unknown> {
	const [caseId] = caseIds as [string]
	const [now] = await world.sql<{ holder: string | null; offer: string | null; offered: string | null }[]>`
		select c.holder_organisation_id as holder, r.id as offer, r.organisation_id as offered from app.cases c
		left join app.referrals r on r.case_id = c.id and r.state = 'offered' where c.id = ${caseId}`
	const caseworker = world.caseworkers.get(now?.holder ?? now?.offered ?? '') ?? world.triagerId
	const staff = (work: (db: Db) => Promise<unknown>) => as(world, { sub: caseworker }, work)
	const worker = (work: (db: Db) => Promise<unknown>) => as(world, { receipt_session: receipt }, work)
	switch (step.do) {
		case 'route':
			for (const id of caseIds) await as(world, {}, (db) => routeCase(db, id))
			return undefined
		case 'accept':
			return staff((db) => db`select private.accept_referral(${now!.offer})`)
		case 'decline':
			return staff((db) => db`select private.decline_referral(${now!.offer}, ${step.code})`)
		case 'story':
			await staff((db) => db`select private.open_story(${caseId})`)
			return keepMinute(world.sql, caseId)
		case 'contact':
			await staff((db) => db`select private.reveal_contact(${caseId})`)
			return keepMinute(world.sql, caseId)
		case 'write':
			return staff((db) => db`select private.write_to_worker(${randomUUID()}, ${caseId}, ${step.text})`)
		case 'note':
			return staff((db) => db`select private.write_note(${randomUUID()}, ${caseId}, ${step.text})`)
		case 'wait':
			return staff(
				(db) => db`select private.set_waiting(${caseId}, ${step.for}, now() + make_interval(days => ${step.days}))`,
			)
		case 'return':
			return staff((db) => db`select private.return_case(${caseId}, ${step.code})`)
		case 'propose':
			return staff((db) => db`select private.propose_outcome(${randomUUID()}, ${caseId}, ${db.json(step.outcome)})`)
		case 'closeByDesk':
			return as(world, { sub: world.triagerId }, (db) => db`select private.close_by_desk(${caseId}, ${step.code})`)
		case 'reply':
			return worker((db) => db`select private.write_to_holder(${randomUUID()}, ${caseId}, ${step.text})`)
		case 'confirm':
			return worker((db) => db`select private.confirm_outcome(${caseId}, ${step.rating}, ${step.comment})`)
		case 'dispute':
			return worker((db) => db`select private.dispute_outcome(${randomUUID()}, ${caseId}, ${step.reason})`)
		case 'escalate':
			return worker((db) => db`select private.escalate_case(${caseId})`)
		case 'withdraw':
			return worker((db) => db`select private.withdraw_request()`)
		case 'withdrawConsent':
			return worker((db) => db`select private.withdraw_consent(${now!.holder})`)
		case 'lapse': // what the clock does when a worker does not answer
			return world.sql`select private.sweep()`
	}
}
