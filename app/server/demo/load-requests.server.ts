import type postgres from 'postgres'
import type { Db } from '~/db/begin.server'
import { attachToDraft, storedInDraft } from '~/domain/attachments/attachments.server'
import { CONSENT_TEXT_VERSION } from '~/domain/consent/consent-ask-state'
import { ageRequest, sealAgain } from './age-request.server'
import { filesFor, type DemoFiles } from './demo-files.server'
import { demoId } from './demo-id'
import type { DemoRequest } from './demo-data.server'
import { become, walk, type Filed } from './walk-step.server'

export type World = {
	/** Organisation by key. */
	organisations: Map<string, string>
	/** Person by key. */
	people: Map<string, string>
	/** Whoever works the cases of an organisation (by id). */
	caseworkers: Map<string, string>
	files: DemoFiles
	receiptHash: Buffer
}

/**
 * File each request and walk its steps through the functions that the product itself uses. One transaction a request:
 * whatever cuts the load short, a request is there with its whole story or not at all, and the next load goes on after it.
 */
export async function loadRequests(sql: postgres.Sql, world: World, requests: DemoRequest[]): Promise<void> {
	for (const request of requests) await sql.begin((db) => loadRequest(db, world, request))
}

async function loadRequest(db: Db, world: World, request: DemoRequest) {
	await db`select pg_advisory_xact_lock(hashtext('tonglu demo'))` // what a killed load left running ends first
	const there = await db`select 1 from app.requests where reference = ${request.reference}`
	if (there.length > 0) return
	const filed = await file(db, world, request)
	for (const step of request.steps) {
		await walk(db, world, filed, step)
	}
	await ageRequest(db, filed.requestId, request.ago)
	await sealAgain(db, filed.requestId)
	await db`update app.notifications set sent_at = now(), provider_id = 'demo'
		where request_id = ${filed.requestId} and sent_at is null` // nobody is really told
}

async function file(db: Db, world: World, request: DemoRequest): Promise<Filed> {
	const draftId = demoId(`draft ${request.reference}`)
	const recipients = await db<{ id: string }[]>`
		select distinct k.organisation_id as id from unnest(${request.needs}::text[]) as need
		cross join lateral private.candidates(need, ${request.area}, ${request.sector}, ${request.platform}, ${request.language}, '{}') k`
	const ids = (keys: string[]) => keys.map((key) => world.organisations.get(key)!)
	const filing = {
		...request,
		consentMode: request.mode,
		recipients: request.only ? ids(request.only) : recipients.map(({ id }) => id),
		excluded: ids(request.excluded),
		textVersion: CONSENT_TEXT_VERSION,
	}
	await become(db, request.account ? { sub: world.people.get('worker')! } : {})
	const files = filesFor(world.files, request.files)
	if (files.length > 0) await storedInDraft(db, draftId, await attachToDraft(db, draftId, files))
	const [receipt] = await db<{ receiptSession: string }[]>`select receipt_session from private.open_request(
		${draftId}, ${request.reference}, ${world.receiptHash}, ${request.language}, ${db.json(filing)})`
	const cases = await db<{ id: string; requestId: string }[]>`
		select c.id, c.request_id from app.cases c join app.requests r on r.id = c.request_id
		where r.reference = ${request.reference} order by array_position(${request.needs}::text[], c.category_code)`
	return { requestId: cases[0]!.requestId, receipt: receipt!.receiptSession, caseIds: cases.map(({ id }) => id) }
}
