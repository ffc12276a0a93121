import type { Db } from '~/db/begin.server'

/** Every moment that a request has, by table: its columns, and how its rows are found. */
const OF_CASE = 'case_id in (select id from mine)'
const MOMENTS: [table: string, columns: string[], rows: string][] = [
	['requests', ['created_at'], 'id = $1'],
	['consents', ['given_at', 'withdrawn_at'], 'request_id = $1'],
	['attachments', ['created_at', 'stored_at'], `request_id = $1 or ${OF_CASE}`],
	['cases', ['created_at', 'next_at', 'closed_at'], 'request_id = $1'],
	['referrals', ['offered_at', 'respond_by', 'ended_at'], OF_CASE],
	['case_access', ['granted_at'], OF_CASE],
	['consent_asks', ['asked_at', 'answer_by'], OF_CASE],
	['case_events', ['at'], OF_CASE],
	['messages', ['at'], OF_CASE],
	['internal_notes', ['at'], OF_CASE],
	['outcomes', ['proposed_at', 'answered_at'], OF_CASE],
	['routing_traces', ['at'], OF_CASE],
	['views', ['hour'], OF_CASE],
]
/** One statement, since the demo is loaded while somebody waits for the first start. */
const AGE = `with mine as (select id from app.cases where request_id = $1), ${MOMENTS.map(
	([table, columns, rows]) =>
		`of_${table} as (update app.${table} set ${columns
			.map((column) => `${column} = ${column} - make_interval(secs => $2)`)
			.join(', ')} where ${rows})`,
).join(', ')} select 1`

/** Move all that has happened to a request so far `hours` into the past: the next step then comes that much later. */
export async function ageRequest(db: Db, requestId: string, hours: number): Promise<void> {
	if (hours > 0) await db.unsafe(AGE, [requestId, Math.round(hours * 3600)], { prepare: true })
}

/** A look is kept by the hour. While a request is aged it keeps its minute, so that nobody seems to have looked before accepting. */
export const keepMinute = (db: Db, caseId: string) =>
	db`update app.views set hour = now() where case_id = ${caseId} and hour = date_trunc('hour', now())`

/** Times are part of what the chain of a timeline seals, so moving them means sealing it again. The owner alone can. */
export async function sealAgain(db: Db, requestId: string): Promise<void> {
	await db`update app.views set hour = date_trunc('hour', hour)
		where case_id in (select id from app.cases where request_id = ${requestId})`
	const events = await db<{ caseId: string; seq: number }[]>`
		select e.case_id, e.seq from app.case_events e join app.cases c on c.id = e.case_id
		where c.request_id = ${requestId} order by e.case_id, e.seq`
	const seals = events.flatMap(({ caseId, seq }) => [
		db`update app.case_events e set previous_hash = coalesce((select p.hash from app.case_events p
			where p.case_id = e.case_id and p.seq = e.seq - 1), '') where e.case_id = ${caseId} and e.seq = ${seq}`,
		db`update app.case_events e set hash = private.event_hash(e) where e.case_id = ${caseId} and e.seq = ${seq}`,
	])
	await Promise.all(seals) // sent at once, run one after the other
}
