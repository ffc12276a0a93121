-- The timeline and the small pieces that every change of a case is made of. All granted to nobody.
create function private.event_hash(e app.case_events) returns bytea
language sql stable set search_path = '' as $$
  select sha256(e.previous_hash || convert_to(jsonb_build_array(e.case_id, e.seq, extract(epoch from e.at), e.actor,
    e.actor_id, e.kind, e.codes, encode(e.body_sha256, 'hex'))::text, 'UTF8'))
$$;

-- Called with the case row locked, so that the chain has one end.
create function private.append_event(case_id uuid, actor text, kind text, codes jsonb default '{}', body text default null) returns void
language plpgsql set search_path = '' as $$
declare e app.case_events; last app.case_events;
begin
  select * into last from app.case_events p where p.case_id = append_event.case_id order by seq desc limit 1;
  e := row(case_id, coalesce(last.seq, 0) + 1, now(), actor, auth.uid(), kind, codes,
    sha256(convert_to(body, 'UTF8')), coalesce(last.hash, ''), '');
  e.at := now(); -- as the column keeps it, to the millisecond: the hash is computed over what can be read back
  e.hash := private.event_hash(e);
  insert into app.case_events select e.*;
  perform private.notify((select c.request_id from app.cases c where c.id = append_event.case_id), append_event.case_id, e.seq,
    append_event.kind, (codes ->> 'organisation')::uuid);
end $$;

-- What organisations may read after a step: exactly these groups, of these organisations. Deleting is how access ends.
create function private.end_access(case_id uuid, organisation_id uuid) returns void
language sql set search_path = '' as $$
  delete from app.case_access a where a.case_id = end_access.case_id and a.organisation_id = end_access.organisation_id
$$;
-- Summary and conversation, and of the rest what the worker agreed to and has not taken back.
create function private.grant_consented(case_id uuid, organisation_id uuid, purpose text) returns void
language sql set search_path = '' as $$
  insert into app.case_access (case_id, organisation_id, field_group)
  select grant_consented.case_id, grant_consented.organisation_id, g from unnest(array['summary', 'messages']) as g
  union
  select c.id, g.recipient_organisation_id, g.field_group from app.cases c join app.consents g on g.request_id = c.request_id
  where c.id = grant_consented.case_id and g.recipient_organisation_id = grant_consented.organisation_id
    and g.purpose = grant_consented.purpose and g.withdrawn_at is null
  on conflict do nothing
$$;

-- How soon the desk looks at what came back to it.
create function private.desk_due(urgency text) returns timestamptz
language sql stable set search_path = '' as $$
  select now() + case desk_due.urgency when 'today' then interval '2 hours' when 'soon' then interval '8 hours' else interval '1 day' end
$$;

-- Ends whatever referral, offer and question live, with all access to the case, and gives it to the desk. The case row is locked.
create function private.to_triage(case_id uuid, actor text, reason text, holder_ends_as text) returns void
language plpgsql set search_path = '' as $$
begin
  update app.referrals r set state = case when r.state = 'offered' then 'revoked' else holder_ends_as end, ended_at = now()
    where r.case_id = to_triage.case_id and r.state in ('offered', 'accepted', 'in_service', 'outcome_recorded');
  update app.consent_asks a set state = 'closed' where a.case_id = to_triage.case_id and a.state = 'asked';
  update app.outcomes o set answer = 'void', answered_at = now() where o.case_id = to_triage.case_id and o.answer is null;
  delete from app.case_access a where a.case_id = to_triage.case_id;
  perform private.grant_consented(to_triage.case_id, private.operator_id(), 'find_help');
  update app.cases c set state = 'triage', triage_reason = to_triage.reason, holder_organisation_id = null, assignee_id = null,
    needs_manager = false, next_at = private.desk_due(c.urgency) where c.id = to_triage.case_id;
  perform private.append_event(to_triage.case_id, actor, 'to_triage', jsonb_build_object('reason', to_triage.reason));
end $$;

-- Lock a case that the caller's organisation holds, or that the desk holds and the caller triages. NTFND for everybody else.
create function private.lock_held_case(case_id uuid) returns app.cases
language plpgsql set search_path = '' as $$
declare held app.cases;
begin
  perform from app.cases c where c.id = lock_held_case.case_id for update;
  select * into held from app.cases c where c.id = lock_held_case.case_id and c.state <> 'closed' and (
    c.holder_organisation_id in (select private.my_organisation_ids('caseworker'))
    or c.holder_organisation_id is null and private.operator_id() in (select private.my_organisation_ids('triager')));
  if not found then raise exception 'no such case in your hands' using errcode = 'NTFND'; end if;
  return held;
end $$;

-- Lock a case of the request whose receipt the caller holds.
create function private.lock_my_case(case_id uuid) returns app.cases
language plpgsql set search_path = '' as $$
declare mine app.cases;
begin
  perform from app.cases c where c.id = lock_my_case.case_id and c.request_id = private.receipt_request_id() for update;
  select * into mine from app.cases c where c.id = lock_my_case.case_id and c.request_id = private.receipt_request_id();
  if not found then raise exception 'no such case of yours' using errcode = 'NTFND'; end if;
  return mine;
end $$;
