import type { Db } from '~/db/begin.server'
import type { Urgency } from '~/domain/cases/case-state'
import { rank, type Candidate } from './rank'

type Routed = 'nothing to do' | 'offered' | 'nobody left'

/**
 * Route one case: lock it, rank whoever could take it, keep the trace, offer to the best or send it to triage.
 * One transaction, safe to run twice and side by side: the second finds an offer and does nothing.
 */
export async function routeCase(db: Db, caseId: string, now = new Date()): Promise<Routed> {
	const [found] = await db<{ urgency: Urgency; askFirst: boolean }[]>`select * from private.case_to_route(${caseId})`
	if (!found) return 'nothing to do'
	const candidates = await db<Candidate[]>`
		select k.organisation_id, k.service_id, k.category_exact, k.area_distance, k.sector_specific, k.platform_specific,
			k.capacity, k.in_hand, k.schedules, private.case_area_level(${caseId}) as area_level
		from private.case_candidates(${caseId}, ${!found.askFirst}) k`
	const ranked = rank(candidates, found.urgency, now)
	const [best] = ranked
	const trace = ranked.map(({ organisationId, serviceId, score, reasons }) => ({
		organisationId,
		serviceId,
		score,
		reasons,
	}))
	await db`select private.offer_best(${caseId}, ${db.json(trace)}, ${best?.organisationId ?? null}, ${best?.serviceId ?? null},
		${best?.reasons ?? []}, ${best?.respondBy ?? null})`
	return best ? 'offered' : 'nobody left'
}

/** What the clock brings: expired offers, unanswered questions and outcomes, ended waits. Answers how many cases moved. */
export async function sweep(db: Db): Promise<number> {
	const [row] = await db<{ moved: number }[]>`select private.sweep() as moved`
	return row?.moved ?? 0
}

/** Removes drafts, sessions and counters that are over, and ends access 30 days after closing. */
export async function purge(db: Db): Promise<number> {
	const [row] = await db<{ ended: number }[]>`select private.purge() as ended`
	return row?.ended ?? 0
}
