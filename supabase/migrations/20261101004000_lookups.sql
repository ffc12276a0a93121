-- What a hundred thousand cases taught (decision 0021). Who may read what is the same as before; only how it is found out changed.
--
-- 1. "Does my organisation have access to this case" is asked of one row at a time and answered from an index. As `exists`
--    the planner may read every access that an organisation has into a hash table first, for each mention of the table:
--    thousands of rows at a busy desk, to show 25 cases. A scalar subselect with `limit 1` leaves it no such choice.
alter policy "staff read cases their organisation has access to" on app.cases using (
  (select true from app.case_access a where a.case_id = cases.id
    and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'manager', 'triager'))) limit 1));
alter policy "the desk reads the referrals of cases it holds" on app.referrals using (
  (select true from app.case_access a where a.case_id = referrals.case_id
    and a.organisation_id = any (array(select private.my_organisation_ids('triager'))) limit 1));
alter policy "holders read their part of the timeline" on app.case_events using (
  (select true from app.case_access a where a.case_id = case_events.case_id and a.field_group = 'messages'
    and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'manager')))
    and case_events.kind <> 'to_triage'
    and coalesce((case_events.codes ->> 'organisation')::uuid, a.organisation_id) = a.organisation_id limit 1));
alter policy "the desk reads the timeline of cases it holds" on app.case_events using (
  (select true from app.case_access a where a.case_id = case_events.case_id and a.field_group = 'messages'
    and a.organisation_id = any (array(select private.my_organisation_ids('triager'))) limit 1));
alter policy "holders read their own conversation" on app.messages using (
  organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))
  and (select true from app.case_access a where a.case_id = messages.case_id and a.field_group = 'messages'
    and a.organisation_id = messages.organisation_id limit 1));
alter policy "caseworkers read their organisation's notes" on app.internal_notes using (
  organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))
  and (select true from app.case_access a where a.case_id = internal_notes.case_id and a.field_group = 'messages'
    and a.organisation_id = internal_notes.organisation_id limit 1));
alter policy "holders read their own outcomes" on app.outcomes using (
  organisation_id = any (array(select private.my_organisation_ids('caseworker')))
  and (select true from app.case_access a where a.case_id = outcomes.case_id and a.field_group = 'messages'
    and a.organisation_id = outcomes.organisation_id limit 1));
alter policy "the desk reads why a case went where it went" on app.routing_traces using (
  (select true from app.case_access a where a.case_id = routing_traces.case_id
    and a.organisation_id = any (array(select private.my_organisation_ids('triager'))) limit 1));
alter policy "the desk reads what it asked the worker" on app.consent_asks using (
  (select true from app.case_access a where a.case_id = consent_asks.case_id
    and a.organisation_id = any (array(select private.my_organisation_ids('triager'))) limit 1));
alter policy "holders read the request of their case" on app.requests using (
  (select true from app.cases c where c.request_id = requests.id
    and (select true from app.case_access a where a.case_id = c.id and a.field_group = 'messages'
      and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager'))) limit 1) limit 1));
alter policy "caseworkers read what is attached to a story they may read" on app.attachments using (
  (select true from app.cases c where c.request_id = attachments.request_id
    and (select true from app.case_access a where a.case_id = c.id and a.field_group = 'story'
      and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager'))) limit 1) limit 1));
alter policy "holders read what is attached to their own conversation" on app.attachments using (
  organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))
  and (select true from app.case_access a where a.case_id = attachments.case_id and a.field_group = 'messages'
    and a.organisation_id = attachments.organisation_id limit 1));

-- 2. Where a case and an organisation are asked for together, one index holds both. With one each, the planner reads all
--    that an organisation has (60,000 messages at a busy one) and keeps the three that are also of the case.
create index case_access_organisation_case_idx on app.case_access (organisation_id, case_id, field_group); -- foreign key, policy
drop index app.case_access_organisation_id_idx;
create index messages_organisation_case_idx on app.messages (organisation_id, case_id, at, id); -- foreign key, policy, who wrote last
drop index app.messages_organisation_id_idx;
create index internal_notes_organisation_case_idx on app.internal_notes (organisation_id, case_id); -- foreign key, policy
drop index app.internal_notes_organisation_id_idx;
create index outcomes_organisation_case_idx on app.outcomes (organisation_id, case_id); -- foreign key, policy
drop index app.outcomes_organisation_id_idx;
create index referrals_case_organisation_idx on app.referrals (case_id, organisation_id, offered_at); -- foreign key, the last one of an organisation
drop index app.referrals_case_id_idx;

-- 3. A page's policies call these some thirty times. A function in SQL is planned anew in every statement that calls it;
--    plpgsql keeps the plan for the session.
create or replace function private.my_organisation_ids(variadic roles text[]) returns setof uuid
language plpgsql stable security definer rows 3 set search_path = '' as $$
begin
  return query select distinct s.organisation_id from app.staff_roles s
    where s.user_id = auth.uid() and s.role = any (my_organisation_ids.roles);
end $$;
create or replace function private.my_colleague_ids() returns setof uuid
language plpgsql stable security definer rows 20 set search_path = '' as $$
begin
  return query select distinct c.user_id from app.staff_roles me join app.staff_roles c using (organisation_id)
    where me.user_id = auth.uid();
end $$;
create or replace function private.my_request_ids() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select r.id from app.requests r where r.user_id = auth.uid();
end $$;
create or replace function private.operator_id() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select o.id from app.organisations o where o.kind = 'operator');
end $$;
create or replace function private.receipt_request_id() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (select s.request_id from app.receipt_sessions s
    where s.id = (auth.jwt() ->> 'receipt_session')::uuid and s.revoked_at is null and s.expires_at > now());
end $$;
