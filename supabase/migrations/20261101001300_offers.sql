-- The life of an offer: routed, asked, offered, accepted, declined, expired.
-- Errors: NTFND not there for this caller, TAKEN somebody was faster, NOWAY illegal step, WRONG an answer that the product does not offer.

-- Locks the case for the routing job. No row when there is nothing to route: gone on, or an offer or a question lives.
create function private.case_to_route(case_id uuid)
returns table (urgency text, ask_first boolean)
language plpgsql security definer set search_path = '' as $$
begin
  perform from app.cases c where c.id = case_to_route.case_id for update;
  return query select c.urgency, r.consent_mode = 'ask_first' from app.cases c join app.requests r on r.id = c.request_id
    where c.id = case_to_route.case_id and c.state = 'offering'
      and not exists (select from app.referrals f where f.case_id = c.id and f.state = 'offered')
      and not exists (select from app.consent_asks a where a.case_id = c.id and a.state = 'asked');
end $$;

create function private.consented(request_id uuid, organisation_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from app.consents g where g.request_id = consented.request_id
    and g.recipient_organisation_id = consented.organisation_id and g.purpose = 'help_with_case'
    and g.field_group = 'messages' and g.withdrawn_at is null)
$$;

-- How long a question to the worker stays open: as long as an offer may at most (app/domain/routing/rank.ts).
create function private.answer_time(urgency text) returns interval
language sql immutable set search_path = '' as $$
  select case answer_time.urgency when 'today' then interval '12 hours' when 'soon' then interval '36 hours' else interval '72 hours' end
$$;

-- One offer to one organisation, or, where the worker has not agreed to it yet, one question to the worker. The case row is locked.
create function private.offer_or_ask(the_case app.cases, organisation_id uuid, service_id uuid, reasons text[], respond_by timestamptz,
  actor text, by_hand boolean) returns void
language plpgsql set search_path = '' as $$
begin
  if exists (select from app.exclusions e where e.request_id = the_case.request_id and e.organisation_id = offer_or_ask.organisation_id)
    or not exists (select from app.organisations o where o.id = offer_or_ask.organisation_id and o.active and o.kind in ('agency', 'union'))
  then raise exception 'the worker excluded it, or it takes no cases' using errcode = 'WRONG'; end if;
  if private.consented(the_case.request_id, organisation_id) then
    insert into app.referrals (case_id, organisation_id, service_id, reasons, by_hand, respond_by)
      values (the_case.id, organisation_id, service_id, offer_or_ask.reasons, offer_or_ask.by_hand, offer_or_ask.respond_by);
    insert into app.case_access (case_id, organisation_id, field_group)
      values (the_case.id, offer_or_ask.organisation_id, 'summary') on conflict do nothing;
    update app.cases c set state = 'offering', triage_reason = null, next_at = offer_or_ask.respond_by where c.id = the_case.id;
    perform private.append_event(the_case.id, actor, 'offered', jsonb_build_object('organisation', organisation_id));
  else
    insert into app.consent_asks (case_id, organisation_id, service_id, reasons, by_hand, respond_hours, answer_by)
      values (the_case.id, organisation_id, service_id, offer_or_ask.reasons, offer_or_ask.by_hand,
        least(168, greatest(1, ceil(extract(epoch from offer_or_ask.respond_by - now()) / 3600)))::int,
        now() + private.answer_time(the_case.urgency));
    update app.cases c set state = 'offering', triage_reason = null, next_at = now() + private.answer_time(the_case.urgency)
      where c.id = the_case.id;
    perform private.append_event(the_case.id, actor, 'asked', jsonb_build_object('organisation', organisation_id));
  end if;
end $$;

-- The job's second half, in the same transaction as case_to_route: keep what the ranking saw, then offer to the best or send to triage.
-- `best` is null when nobody is left.
create function private.offer_best(case_id uuid, trace jsonb, best uuid, service_id uuid, reasons text[], respond_by timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare the_case app.cases;
begin
  select * into strict the_case from app.cases c where c.id = offer_best.case_id and c.state = 'offering' for update;
  insert into app.routing_traces (case_id, trace) values (the_case.id, offer_best.trace);
  if best is null then
    perform private.to_triage(the_case.id, 'service', case when exists (select from app.referrals r where r.case_id = the_case.id)
      or exists (select from app.consent_asks a where a.case_id = the_case.id) then 'exhausted' else 'uncovered' end, 'revoked');
  else
    perform private.offer_or_ask(the_case, best, offer_best.service_id, offer_best.reasons, offer_best.respond_by, 'service', false);
  end if;
end $$;
grant execute on function private.case_to_route(uuid), private.offer_best(uuid, jsonb, uuid, uuid, text[], timestamptz) to service_role;

create function private.route_next(case_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  update app.cases c set next_at = private.desk_due(c.urgency) where c.id = route_next.case_id and c.state = 'offering';
  perform private.enqueue('route_case', json_build_object('caseId', case_id), 'route_case:' || case_id);
end $$;

-- Answers the case. The same organisation accepting again, as after a double tap, gets the same answer.
create function private.accept_referral(referral_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare offer app.referrals;
begin
  -- Lock first, read after: in one statement the referral would be the version from before the wait.
  perform from app.cases c join app.referrals r on r.case_id = c.id where r.id = accept_referral.referral_id
    and r.organisation_id in (select private.my_organisation_ids('caseworker')) for update of c;
  if not found then raise exception 'no such offer' using errcode = 'NTFND'; end if;
  select * into offer from app.referrals r where r.id = accept_referral.referral_id;
  if offer.state in ('accepted', 'in_service', 'outcome_recorded') then return offer.case_id; end if;
  if offer.state <> 'offered' then raise exception 'offer is %', offer.state using errcode = 'TAKEN'; end if;

  update app.referrals r set state = case when r.id = offer.id then 'accepted' else 'superseded' end,
    ended_at = case when r.id = offer.id then null else now() end
    where r.case_id = offer.case_id and r.state = 'offered';
  update app.consent_asks a set state = 'closed' where a.case_id = offer.case_id and a.state = 'asked';
  delete from app.case_access a where a.case_id = offer.case_id; -- the desk's and every other offer's
  perform private.grant_consented(offer.case_id, offer.organisation_id, 'help_with_case');
  update app.cases c set state = 'with_organisation', holder_organisation_id = offer.organisation_id, assignee_id = auth.uid(),
    accepted_at = coalesce(c.accepted_at, now()), next_at = private.desk_due(c.urgency) where c.id = offer.case_id;
  perform private.append_event(offer.case_id, 'staff', 'accepted', jsonb_build_object('organisation', offer.organisation_id));
  return offer.case_id;
end $$;

create function private.decline_referral(referral_id uuid, code text) returns void
language plpgsql security definer set search_path = '' as $$
declare offer app.referrals;
begin
  perform from app.cases c join app.referrals r on r.case_id = c.id where r.id = decline_referral.referral_id
    and r.organisation_id in (select private.my_organisation_ids('caseworker')) for update of c;
  if not found then raise exception 'no such offer' using errcode = 'NTFND'; end if;
  select * into offer from app.referrals r where r.id = decline_referral.referral_id;
  if offer.state = 'declined' then return; end if;
  if offer.state <> 'offered' then raise exception 'offer is %', offer.state using errcode = 'TAKEN'; end if;
  update app.referrals r set state = 'declined', decline_code = decline_referral.code, ended_at = now() where r.id = offer.id;
  perform private.end_access(offer.case_id, offer.organisation_id);
  perform private.append_event(offer.case_id, 'staff', 'declined',
    jsonb_build_object('organisation', offer.organisation_id, 'code', decline_referral.code));
  perform private.route_next(offer.case_id);
end $$;
grant execute on function private.accept_referral(uuid), private.decline_referral(uuid, text) to authenticated;

-- How deep the place lies that the worker named, for the words in which the ranking says "responsible for this district".
create function private.case_area_level(case_id uuid) returns text
language sql stable security definer set search_path = '' as $$
  select a.level from app.cases c join app.areas a on a.code = c.area_code where c.id = case_area_level.case_id
$$;
grant execute on function private.case_area_level(uuid) to service_role;
