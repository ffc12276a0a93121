import type { Db } from '~/db/db.server'
import type { Sought, Step } from './steps'

/** The page that a step leads to, as the caller may see it. Where nothing fits any more, because somebody went on with it, the list. */
export async function findStep(db: Db, step: Step): Promise<string> {
	if ('find' in step) {
		const [found] = await db<{ id: string }[]>`
			select c.id from app.cases c where ${sought(db, step.find)}
			order by (select q.reference from app.requests q where q.id = c.request_id) = ${step.first ?? ''} desc nulls last, c.next_at, c.id
			limit 1`
		return found ? step.to.replace(':id', found.id) : step.instead
	}
	if ('staffedBy' in step) {
		const [found] = await db<{ id: string }[]>`
			select w.organisation_id as id from app.staff_roles w where w.user_id = (select auth.uid()) and w.role = ${step.staffedBy}
			order by w.since, w.organisation_id limit 1`
		return found ? step.to.replace(':id', found.id) : step.instead
	}
	return step.to
}

/** Among what row level security shows the caller. */
function sought(db: Db, find: Sought) {
	const held = db`c.state = 'with_organisation'`
	switch (find) {
		case 'offer':
			return db`exists (select from app.referrals r where r.case_id = c.id and r.state = 'offered'
				and r.organisation_id = any (array(select private.my_organisation_ids('caseworker'))))`
		case 'mine':
			return db`${held} and c.assignee_id = (select auth.uid())`
		case 'unassigned':
			return db`${held} and c.assignee_id is null and not c.needs_manager`
		case 'disputed':
			return db`${held} and c.needs_manager`
		default:
			return db`c.state = 'triage' and c.triage_reason = ${find}`
	}
}
