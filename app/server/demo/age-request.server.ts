import type postgres from 'postgres'

/** Every moment that a request has, by table: column names, and how its rows are found. */
const MOMENTS: [table: string, columns: string[], by: 'request' | 'case'][] = [
	['requests', ['created_at'], 'request'],
	['consents', ['given_at', 'withdrawn_at'], 'request'],
	['cases', ['created_at', 'next_at', 'closed_at'], 'request'],
	['referrals', ['offered_at', 'respond_by', 'ended_at'], 'case'],
	['case_access', ['granted_at'], 'case'],
	['consent_asks', ['asked_at', 'answer_by'], 'case'],
	['case_events', ['at'], 'case'],
	['messages', ['at'], 'case'],
	['internal_notes', ['at'], 'case'],
	['outcomes', ['proposed_at', 'answered_at'], 'case'],
	['routing_traces', ['at'], 'case'],
	['views', ['hour'], 'case'],
]

/** Move all that has happened to a request so far `hours` into the past: the next step then comes that much later. */
export async function ageRequest(sql: postgres.Sql, requestId: string, hours: number): Promise<void> {
	if (hours <= 0) return
	await sql.begin(async (db) => {
		for (const [table, columns, by] of MOMENTS) {
			const key =
				by === 'case'
					? `case_id in (select id from app.cases where request_id = $1)`
					: table === 'requests'
						? 'id = $1'
						: 'request_id = $1'
			const moves = columns.map((column) => `${column} = ${column} - make_interval(secs => $2)`).join(', ')
			await db.unsafe(`update app.${table} set ${moves} where ${key}`, [requestId, Math.round(hours * 3600)])
		}
	})
}

/** A look is kept by the hour. While a request is aged it keeps its minute, so that nobody seems to have looked before accepting. */
export const keepMinute = (sql: postgres.Sql, caseId: string) =>
	sql`update app.views set hour = now() where case_id = ${caseId} and hour = date_trunc('hour', now())`

/** Times are part of what the chain of a timeline seals, so moving them means sealing it again. The owner alone can. */
export async function sealAgain(sql: postgres.Sql, requestId: string): Promise<void> {
	await sql.begin(async (db) => {
		await db`update app.views set hour = date_trunc('hour', hour)
			where case_id in (select id from app.cases where request_id = ${requestId})`
		const events = await db<{ caseId: string; seq: number }[]>`
			select e.case_id, e.seq from app.case_events e join app.cases c on c.id = e.case_id
			where c.request_id = ${requestId} order by e.case_id, e.seq`
		for (const { caseId, seq } of events) {
			await db`update app.case_events e set previous_hash = coalesce((select p.hash from app.case_events p
				where p.case_id = e.case_id and p.seq = e.seq - 1), '') where e.case_id = ${caseId} and e.seq = ${seq}`
			await db`update app.case_events e set hash = private.event_hash(e) where e.case_id = ${caseId} and e.seq = ${seq}`
		}
	})
}
