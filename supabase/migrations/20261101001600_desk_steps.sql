-- What the operator's triagers do with a case that the desk holds, and what the clock does with all of them.

create function private.lock_triage_case(case_id uuid) returns app.cases
language plpgsql set search_path = '' as $$
declare held app.cases := private.lock_held_case(case_id);
begin
  if held.state <> 'triage' then raise exception 'case is %', held.state using errcode = 'TAKEN'; end if;
  return held;
end $$;

-- Whom the desk could offer a case to that it holds: every candidate, agreed to or not. Offering to one not agreed to asks the worker.
create function private.triage_candidates(case_id uuid) returns setof private.candidate
language sql stable security definer set search_path = '' as $$
  select k.* from app.cases c cross join lateral private.case_candidates(c.id, false) k
  where c.id = triage_candidates.case_id and c.state = 'triage'
    and private.operator_id() in (select private.my_organisation_ids('triager'))
$$;

-- Whom the worker agreed to have asked about a case in triage: offering it to anybody else asks the worker first.
create function private.triage_agreed_to(case_id uuid) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select g.recipient_organisation_id from app.cases c join app.consents g on g.request_id = c.request_id
  where c.id = triage_agreed_to.case_id and c.state = 'triage' and g.purpose = 'help_with_case' and g.field_group = 'messages'
    and g.withdrawn_at is null and private.operator_id() in (select private.my_organisation_ids('triager'))
$$;

create function private.categorise_case(case_id uuid, category text) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_triage_case(case_id);
begin
  if held.category_code = category then return; end if;
  update app.cases c set category_code = category where c.id = held.id;
  perform private.append_event(held.id, 'staff', 'categorised', jsonb_build_object('from', held.category_code, 'to', category));
end $$;

create function private.offer_by_hand(case_id uuid, organisation_id uuid, respond_hours int) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_triage_case(case_id); offered_service uuid;
begin
  if respond_hours not between 1 and 168 then raise exception 'an offer stays open for 1 to 168 hours' using errcode = 'WRONG'; end if;
  select k.service_id into offered_service from private.case_candidates(held.id, false) k where k.organisation_id = offer_by_hand.organisation_id limit 1;
  perform private.offer_or_ask(held, organisation_id, offered_service, '{by_hand}', now() + make_interval(hours => respond_hours), 'staff', true);
end $$;

-- Let the router try again, as after the category was put right.
create function private.route_again(case_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_triage_case(case_id);
begin
  update app.cases c set state = 'offering', triage_reason = null where c.id = held.id;
  perform private.route_next(held.id);
end $$;

create function private.close_by_desk(case_id uuid, code text) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_triage_case(case_id);
begin
  delete from app.case_access a where a.case_id = held.id;
  update app.cases c set state = 'closed', close_reason = 'desk', close_code = code, triage_reason = null, next_at = null, closed_at = now()
    where c.id = held.id;
  perform private.append_event(held.id, 'staff', 'closed_by_desk', jsonb_build_object('code', code));
end $$;
grant execute on function private.triage_candidates(uuid), private.triage_agreed_to(uuid), private.categorise_case(uuid, text), private.offer_by_hand(uuid, uuid, int),
  private.route_again(uuid), private.close_by_desk(uuid, text) to authenticated;

-- The clock, once a minute, in bites of `bite` cases; two at once pass each other's locked rows by. Answers how many it moved.
-- Expired offers go to the next; unanswered questions and waits end; an outcome without an answer closes; what lies
-- seven days past its date comes to the desk; access ends 30 days after closing.
create function private.sweep(bite int default 200) returns int
language plpgsql security definer set search_path = '' as $$
declare moved int := 0; the_case app.cases; expired app.referrals; ask app.consent_asks;
begin
  for the_case in select c.* from app.cases c where c.id in (select r.case_id from app.referrals r where r.state = 'offered'
      and r.respond_by < now() order by r.respond_by limit bite) for update skip locked loop
    for expired in update app.referrals r set state = 'expired', ended_at = now() where r.case_id = the_case.id
        and r.state = 'offered' and r.respond_by < now() returning r.* loop
      perform private.end_access(the_case.id, expired.organisation_id);
      perform private.append_event(the_case.id, 'service', 'offer_expired', jsonb_build_object('organisation', expired.organisation_id));
      perform private.route_next(the_case.id);
      moved := moved + 1;
    end loop;
  end loop;
  for the_case in select c.* from app.cases c where c.id in (select a.case_id from app.consent_asks a where a.state = 'asked'
      and a.answer_by < now() order by a.answer_by limit bite) for update skip locked loop
    for ask in update app.consent_asks a set state = 'expired' where a.case_id = the_case.id and a.state = 'asked'
        and a.answer_by < now() returning a.* loop
      perform private.append_event(the_case.id, 'service', 'ask_expired', jsonb_build_object('organisation', ask.organisation_id));
      perform private.to_triage(the_case.id, 'service', 'overdue', 'revoked');
      moved := moved + 1;
    end loop;
  end loop;
  for the_case in select c.* from app.cases c where c.state = 'outcome_proposed' and c.next_at < now()
      order by c.next_at limit bite for update skip locked loop
    update app.outcomes o set answer = 'unanswered', answered_at = now() where o.case_id = the_case.id and o.answer is null;
    update app.referrals r set state = 'unanswered', ended_at = now() where r.case_id = the_case.id and r.state = 'outcome_recorded';
    update app.cases c set state = 'closed', close_reason = 'unanswered', next_at = null, closed_at = now(), needs_manager = false
      where c.id = the_case.id;
    perform private.append_event(the_case.id, 'service', 'unanswered', jsonb_build_object('organisation', the_case.holder_organisation_id));
    moved := moved + 1;
  end loop;
  for the_case in select c.* from app.cases c where c.state in ('waiting_for_worker', 'waiting_for_authority') and c.next_at < now()
      order by c.next_at limit bite for update skip locked loop
    update app.cases c set state = 'with_organisation', next_at = now() + interval '1 day' where c.id = the_case.id;
    perform private.append_event(the_case.id, 'service', 'resumed', jsonb_build_object('organisation', the_case.holder_organisation_id));
    moved := moved + 1;
  end loop;
  for the_case in select c.* from app.cases c where c.state = 'with_organisation' and c.next_at < now() - interval '7 days'
      order by c.next_at limit bite for update skip locked loop
    perform private.to_triage(the_case.id, 'service', 'overdue', 'revoked');
    moved := moved + 1;
  end loop;
  -- Nothing offered, nothing asked, and the routing job has not come: ask for it again. It does nothing where there is nothing to do.
  for the_case in select c.* from app.cases c where c.state = 'offering' and c.next_at < now()
      and not exists (select from app.referrals r where r.case_id = c.id and r.state = 'offered')
      and not exists (select from app.consent_asks a where a.case_id = c.id and a.state = 'asked')
      order by c.next_at limit bite for update skip locked loop
    perform private.route_next(the_case.id);
    moved := moved + 1;
  end loop;
  return moved;
end $$;

-- Once an hour: what is over is removed, and access ends 30 days after a case was closed.
create function private.purge() returns int
language plpgsql security definer set search_path = '' as $$
declare the_case app.cases; ended int := 0;
begin
  delete from app.drafts d where d.expires_at < now();
  delete from app.attachments a where a.request_id is null and a.message_id is null and a.created_at < now() - interval '1 day'
    and (a.draft_id is null or a.stored_at is null); -- begun and never sent
  delete from app.attempts a where a.at < now() - interval '1 day';
  delete from app.receipt_sessions s where s.expires_at < now() - interval '7 days';
  for the_case in select c.* from app.cases c where c.state = 'closed' and c.closed_at < now() - interval '30 days'
      and exists (select from app.case_access a where a.case_id = c.id) limit 500 for update skip locked loop
    delete from app.case_access a where a.case_id = the_case.id;
    perform private.append_event(the_case.id, 'service', 'access_ended', '{}');
    ended := ended + 1;
  end loop;
  return ended;
end $$;
grant execute on function private.sweep(int), private.purge() to service_role;
