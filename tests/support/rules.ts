import type { Sql } from 'postgres'
import type { Db } from '~/db/begin.server'

/** Each rule as the question for what breaks it. `c` is a case, `h` the referral that holds it. */
const RULES: Record<string, string> = {
	'an open case has a next date and one holder: an organisation, or the desk while it is looked for': `
		select c.id from app.cases c where c.state <> 'closed'
			and (c.next_at is null or (c.holder_organisation_id is null) <> (c.state in ('triage', 'offering')))`,
	'exactly the held cases have a holding referral, one, and of the holder': `
		select c.id from app.cases c left join app.referrals h on h.case_id = c.id and h.state in ('accepted', 'in_service', 'outcome_recorded')
		group by c.id having count(h.id) <> (case when c.state in ('triage', 'offering', 'closed') then 0 else 1 end)
			or bool_or(h.organisation_id <> c.holder_organisation_id)`,
	'an offer or a question lives only while offering, and never two of them': `
		select c.id from app.cases c, lateral (select
			(select count(*) from app.referrals r where r.case_id = c.id and r.state = 'offered')
			+ (select count(*) from app.consent_asks a where a.case_id = c.id and a.state = 'asked') as n) living
		where n > 1 or (n > 0 and c.state <> 'offering')`,
	'a case that is being offered is offered, asked about, or has a job that routes it': `
		select c.id from app.cases c where c.state = 'offering'
			and not exists (select from app.referrals r where r.case_id = c.id and r.state = 'offered')
			and not exists (select from app.consent_asks a where a.case_id = c.id and a.state = 'asked')
			and not exists (select from graphile_worker._private_jobs j where j.key = 'route_case:' || c.id)`,
	'a closed case says why, and a case with the desk says why': `
		select c.id from app.cases c where (c.state = 'closed') <> (c.close_reason is not null)
			or (c.close_reason is not distinct from 'desk') <> (c.close_code is not null) or (c.state = 'triage') <> (c.triage_reason is not null)`,
	'exactly the cases with a proposed outcome have one without an answer': `
		select c.id from app.cases c where (c.state = 'outcome_proposed')::int
			<> (select count(*) from app.outcomes o where o.case_id = c.id and o.answer is null)`,
	'whoever has a case in hand is a caseworker of its holder': `
		select c.id from app.cases c where c.assignee_id is not null and c.state <> 'closed' and not exists (select from app.staff_roles s
			where s.user_id = c.assignee_id and s.organisation_id = c.holder_organisation_id and s.role = 'caseworker')`,
	'access is exactly what stands and offers and consents give, and after closing no more than that': `
		with given as (
			select c.id, c.holder_organisation_id as organisation, g from app.cases c, unnest(array['summary', 'messages']) g
				where c.holder_organisation_id is not null
			union select c.id, k.recipient_organisation_id, k.field_group from app.cases c join app.consents k on k.request_id = c.request_id
				where k.withdrawn_at is null and k.purpose = 'help_with_case' and k.recipient_organisation_id = c.holder_organisation_id
			union select c.id, private.operator_id(), g from app.cases c, unnest(array['summary', 'messages']) g where c.state in ('triage', 'offering')
			union select c.id, private.operator_id(), k.field_group from app.cases c join app.consents k on k.request_id = c.request_id
				where c.state in ('triage', 'offering') and k.withdrawn_at is null and k.purpose = 'find_help'
			union select r.case_id, r.organisation_id, 'summary' from app.referrals r where r.state = 'offered'),
		held as (select a.case_id as id, a.organisation_id as organisation, a.field_group as g from app.case_access a)
		(select h.id, h.organisation, h.g from held h except select * from given)
		union all (select * from given v where v.id in (select id from app.cases where state <> 'closed') except select * from held)`,
	'nobody is offered, holds or may see what the worker did not agree to, or excluded them from': `
		select a.case_id from app.case_access a join app.cases c on c.id = a.case_id
			where a.organisation_id <> private.operator_id() and not exists (select from app.consents k where k.request_id = c.request_id
				and k.recipient_organisation_id = a.organisation_id and k.withdrawn_at is null and k.field_group = 'messages')
		union all select r.case_id from app.referrals r join app.cases c on c.id = r.case_id join app.exclusions e using (request_id, organisation_id)
		union all select q.case_id from app.consent_asks q join app.cases c on c.id = q.case_id join app.exclusions e using (request_id, organisation_id)`,
	'whoever held a case and is not its holder any more sees no row of its conversation': `
		select m.case_id from app.messages m join app.case_access a on a.case_id = m.case_id and a.organisation_id = m.organisation_id
			join app.cases c on c.id = m.case_id where a.field_group = 'messages' and c.state <> 'closed'
			and m.organisation_id <> coalesce(c.holder_organisation_id, private.operator_id())`,
}

const ALL_RULES = Object.entries(RULES)
	.map(([rule, question]) => `select '${rule}' as rule, broken::text from (${question}) as broken`)
	.join(' union all ')

/** What breaks a rule that holds whatever people do: nothing. Runs as the owner. */
export const brokenRules = async (db: Db | Sql) => [...(await db.unsafe(ALL_RULES, [], { prepare: true }))]
