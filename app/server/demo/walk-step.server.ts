import { randomUUID } from 'node:crypto'
import type { Db } from '~/db/begin.server'
import { beginUpload, idsFor } from '~/domain/attachments/attachments.server'
import { CONSENT_TEXT_VERSION, SHARED_FIELDS } from '~/domain/consent/consent-ask-state'
import { routeCase } from '~/domain/routing/routing.server'
import { ageRequest, keepMinute } from './age-request.server'
import type { DemoStep } from './demo-data.server'
import { filesFor } from './demo-files.server'
import type { World } from './load-requests.server'

export type Filed = { requestId: string; receipt: string; caseIds: string[] }
type Claims = { sub?: string; receipt_session?: string }

/** From here on in this transaction the owner runs the functions, and the claims say for whom. */
export const become = (db: Db, claims: Claims) =>
	db`select set_config('request.jwt.claims', ${JSON.stringify({ role: 'none', ...claims })}, true)`

type Now = { holder: string | null; offer: string | null; offered: string | null; ask: string | null }
/** The hours before a step pass, and it happens. */
export async function walk(db: Db, world: World, { requestId, receipt, caseIds }: Filed, step: DemoStep) {
	const caseId = caseIds[step.of]!
	const [, [now]] = await Promise.all([
		ageRequest(db, requestId, step.after),
		db<Now[]>`
			select c.holder_organisation_id as holder, r.id as offer, r.organisation_id as offered,
				(select a.id from app.consent_asks a where a.case_id = c.id and a.state = 'asked') as ask
			from app.cases c left join app.referrals r on r.case_id = c.id and r.state = 'offered' where c.id = ${caseId}`,
	])
	const works = world.caseworkers.get(now!.holder ?? now!.offered ?? '') ?? world.people.get('triager')!
	const claims = BY_CLOCK.has(step.do)
		? {}
		: BY_WORKER.has(step.do)
			? { receipt_session: receipt }
			: { sub: 'by' in step && step.by ? world.people.get(step.by)! : works }
	await become(db, claims)
	await take(db, world, { step, caseIds, caseId, now: now! })
}

type Taken = { step: DemoStep; caseIds: string[]; caseId: string; now: Now }
/** One step of one case; but every case of the request is routed. */
async function take(db: Db, world: World, { step, caseIds, caseId, now }: Taken): Promise<unknown> {
	const keepFiles = async (messageId: string, chosen: Record<string, string>) => {
		const files = filesFor(world.files, chosen)
		const ids = idsFor('demo', messageId, files)
		const named = files.map((file, place) => ({ ...file, id: ids[place]! }))
		if (files.length > 0) await beginUpload(db, caseId, named)
		return ids
	}
	switch (step.do) {
		case 'route':
			for (const id of caseIds) await routeCase(db, id)
			return undefined
		case 'accept':
			return db`select private.accept_referral(${now.offer})`
		case 'decline':
			return db`select private.decline_referral(${now.offer}, ${step.code})`
		case 'story':
			await db`select private.open_story(${caseId})`
			return keepMinute(db, caseId)
		case 'contact':
			await db`select private.reveal_contact(${caseId})`
			return keepMinute(db, caseId)
		case 'write': {
			const id = randomUUID()
			return db`select private.write_to_worker(${id}, ${caseId}, ${step.text}, ${await keepFiles(id, step.files)}::uuid[])`
		}
		case 'reply': {
			const id = randomUUID()
			return db`select private.write_to_holder(${id}, ${caseId}, ${step.text}, ${await keepFiles(id, step.files)}::uuid[])`
		}
		case 'note':
			return db`select private.write_note(${randomUUID()}, ${caseId}, ${step.text})`
		case 'assign':
			return db`select private.assign_case(${caseId}, ${step.to && world.people.get(step.to)!})`
		case 'wait':
			return db`select private.set_waiting(${caseId}, ${step.for}, now() + make_interval(days => ${step.days}))`
		case 'resume':
			return db`select private.set_waiting(${caseId}, null, null)`
		case 'return':
			return db`select private.return_case(${caseId}, ${step.code})`
		case 'propose':
			return db`select private.propose_outcome(${randomUUID()}, ${caseId}, ${db.json(step.outcome)})`
		case 'categorise':
			return db`select private.categorise_case(${caseId}, ${step.code})`
		case 'offer':
			return db`select private.offer_by_hand(${caseId}, ${world.organisations.get(step.to)!}, ${step.hours})`
		case 'closeByDesk':
			return db`select private.close_by_desk(${caseId}, ${step.code})`
		case 'confirm':
			return db`select private.confirm_outcome(${caseId}, ${step.rating}, ${step.comment})`
		case 'dispute':
			return db`select private.dispute_outcome(${randomUUID()}, ${caseId}, ${step.reason})`
		case 'reopen':
			return db`select private.reopen_case(${caseId})`
		case 'escalate':
			return db`select private.escalate_case(${caseId})`
		case 'withdraw':
			return db`select private.withdraw_request()`
		case 'withdrawConsent':
			return db`select private.withdraw_consent(${now.holder})`
		case 'agree':
			return db`select private.answer_ask(${now.ask}, true, ${[...SHARED_FIELDS]}, ${CONSENT_TEXT_VERSION})`
		case 'refuse':
			return db`select private.answer_ask(${now.ask}, false, ${[]}::text[], ${CONSENT_TEXT_VERSION})`
		case 'lapse': // what the clock does when nobody acts
			return db`select private.sweep()`
		case 'purge':
			return db`select private.purge()`
	}
}

const BY_CLOCK = new Set<DemoStep['do']>(['route', 'lapse', 'purge'])
const BY_WORKER = new Set<DemoStep['do']>([
	'reply',
	'confirm',
	'dispute',
	'reopen',
	'escalate',
	'withdraw',
	'withdrawConsent',
	'agree',
	'refuse',
])
