import type { Sql } from 'postgres'
import type { Db } from '~/db/begin.server'

/** Entries of timelines that do not follow from themselves and the entry before: none, while nobody has tampered. Runs as the owner. */
export const brokenEvents = async (db: Db | Sql) => [
	...(await db<{ caseId: string; seq: number }[]>`
		select (e).case_id, (e).seq from (
			select e, lag(e.hash, 1, '') over w as before, row_number() over w as place
			from app.case_events e window w as (partition by e.case_id order by e.seq)) as chain
		where (e).previous_hash <> before or (e).hash <> private.event_hash(e) or (e).seq <> place
		order by 1, 2`),
]
