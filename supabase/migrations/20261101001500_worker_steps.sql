-- What the worker does with the receipt in hand. Each function finds the request by the receipt session and by nothing else.

create function private.write_to_holder(id uuid, case_id uuid, body text, files uuid[] default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.cases := private.lock_my_case(case_id); reader uuid := coalesce(mine.holder_organisation_id, private.operator_id());
begin
  if mine.state = 'closed' then raise exception 'the case is closed' using errcode = 'NOWAY'; end if;
  insert into app.messages (id, case_id, organisation_id, author, body)
    values (write_to_holder.id, mine.id, reader, 'worker', write_to_holder.body) on conflict on constraint messages_pkey do nothing;
  if not found then
    if exists (select from app.messages m where m.id = write_to_holder.id and m.case_id = mine.id and m.author = 'worker'
      and m.body = write_to_holder.body)
      and private.files_taken(write_to_holder.id, files) then return; end if; -- a double tap
    raise exception 'the id of another message' using errcode = 'TAKEN'; -- never dropped in silence
  end if;
  perform private.take_files(write_to_holder.id, files);
  if mine.state = 'waiting_for_worker' then
    update app.cases c set state = 'with_organisation', next_at = now() + interval '1 day' where c.id = mine.id;
  end if;
  perform private.append_event(mine.id, 'worker', 'worker_wrote', jsonb_build_object('organisation', reader), write_to_holder.body);
end $$;

create function private.confirm_outcome(case_id uuid, rating int, comment text) returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.cases := private.lock_my_case(case_id);
begin
  if mine.state = 'closed' and mine.close_reason = 'confirmed' then return; end if; -- a double tap
  if mine.state <> 'outcome_proposed' then raise exception 'nothing to confirm' using errcode = 'NOWAY'; end if;
  update app.outcomes o set answer = 'confirmed', answered_at = now(), rating = confirm_outcome.rating, comment = confirm_outcome.comment
    where o.case_id = mine.id and o.answer is null;
  update app.referrals r set state = 'confirmed', ended_at = now() where r.case_id = mine.id and r.state = 'outcome_recorded';
  update app.cases c set state = 'closed', close_reason = 'confirmed', next_at = null, closed_at = now(), needs_manager = false
    where c.id = mine.id;
  perform private.append_event(mine.id, 'worker', 'confirmed', jsonb_build_object('organisation', mine.holder_organisation_id), confirm_outcome.comment);
end $$;

-- Back to the organisation, to a supervisor; the second time to the desk. Also late: within 30 days of a closing that the worker had not answered.
create function private.dispute_outcome(message_id uuid, case_id uuid, reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.cases := private.lock_my_case(case_id); late boolean; last_outcome app.outcomes;
begin
  if exists (select from app.messages m where m.id = message_id and m.case_id = mine.id) then return; end if; -- a double tap
  late := mine.state = 'closed' and mine.close_reason = 'unanswered' and mine.closed_at > now() - interval '30 days';
  if mine.state <> 'outcome_proposed' and not late then raise exception 'nothing to dispute' using errcode = 'NOWAY'; end if;
  select * into strict last_outcome from app.outcomes o where o.case_id = mine.id order by o.proposed_at desc limit 1;
  if late and not private.consented(mine.request_id, last_outcome.organisation_id) then
    raise exception 'the organisation may not have it any more' using errcode = 'NOWAY';
  end if;
  update app.outcomes o set answer = 'disputed', answered_at = now() where o.id = last_outcome.id;
  insert into app.messages (id, case_id, organisation_id, author, body)
    values (message_id, mine.id, last_outcome.organisation_id, 'worker', dispute_outcome.reason);
  update app.referrals r set state = 'in_service', ended_at = null where r.id = last_outcome.referral_id;
  update app.cases c set state = 'with_organisation', close_reason = null, closed_at = null, needs_manager = true,
    disputes = c.disputes + 1, assignee_id = null, next_at = now() + interval '1 day' where c.id = mine.id;
  perform private.grant_consented(mine.id, last_outcome.organisation_id, 'help_with_case');
  perform private.append_event(mine.id, 'worker', 'disputed', jsonb_build_object('organisation', last_outcome.organisation_id), dispute_outcome.reason);
  if mine.disputes + 1 >= 2 then perform private.to_triage(mine.id, 'service', 'disputed_twice', 'returned'); end if;
end $$;

-- Within 30 days of a confirmed or unanswered closing, at the same organisation. Later, a new request.
create function private.reopen_case(case_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.cases := private.lock_my_case(case_id); last_referral app.referrals;
begin
  if mine.state = 'with_organisation' then return; end if; -- a double tap
  if mine.state <> 'closed' or mine.close_reason not in ('confirmed', 'unanswered') or mine.closed_at <= now() - interval '30 days' then
    raise exception 'not to be opened again' using errcode = 'NOWAY';
  end if;
  select * into strict last_referral from app.referrals r where r.case_id = mine.id and r.state in ('confirmed', 'unanswered')
    order by r.ended_at desc limit 1;
  if not private.consented(mine.request_id, last_referral.organisation_id) then
    raise exception 'the organisation may not have it any more' using errcode = 'NOWAY';
  end if;
  if last_referral.state = 'unanswered' then
    update app.referrals r set state = 'in_service', ended_at = null where r.id = last_referral.id;
  else
    insert into app.referrals (case_id, organisation_id, service_id, state, respond_by)
      values (mine.id, last_referral.organisation_id, last_referral.service_id, 'accepted', now());
  end if;
  -- whoever had it in hand has it again, if that person still works there
  update app.cases c set state = 'with_organisation', close_reason = null, closed_at = null, next_at = now() + interval '1 day',
    holder_organisation_id = last_referral.organisation_id, assignee_id = (select s.user_id from app.staff_roles s
      where s.user_id = c.assignee_id and s.organisation_id = last_referral.organisation_id and s.role = 'caseworker')
    where c.id = mine.id;
  perform private.grant_consented(mine.id, last_referral.organisation_id, 'help_with_case');
  perform private.append_event(mine.id, 'worker', 'reopened', jsonb_build_object('organisation', last_referral.organisation_id));
end $$;

-- "Nobody answers me": the desk takes the case from whoever has it and looks at it first.
create function private.escalate_case(case_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.cases := private.lock_my_case(case_id);
begin
  if mine.state = 'closed' then raise exception 'the case is closed' using errcode = 'NOWAY'; end if;
  if mine.state = 'triage' then -- it is with the desk already: now first in line
    if mine.triage_reason <> 'escalated' then
      update app.cases c set triage_reason = 'escalated', next_at = least(c.next_at, now() + interval '2 hours') where c.id = mine.id;
      perform private.append_event(mine.id, 'worker', 'escalated', '{}');
    end if;
    return;
  end if;
  perform private.append_event(mine.id, 'worker', 'escalated', jsonb_build_object('organisation', mine.holder_organisation_id));
  perform private.to_triage(mine.id, 'worker', 'escalated', 'revoked');
  update app.cases c set next_at = now() + interval '2 hours' where c.id = mine.id;
end $$;

create function private.withdraw_case(the_case app.cases) returns void
language plpgsql set search_path = '' as $$
begin
  update app.referrals r set state = case when r.state = 'offered' then 'revoked' else 'withdrawn' end, ended_at = now()
    where r.case_id = the_case.id and r.state in ('offered', 'accepted', 'in_service', 'outcome_recorded');
  update app.consent_asks a set state = 'closed' where a.case_id = the_case.id and a.state = 'asked';
  update app.outcomes o set answer = 'void', answered_at = now() where o.case_id = the_case.id and o.answer is null;
  delete from app.case_access a where a.case_id = the_case.id;
  update app.cases c set state = 'closed', close_reason = 'withdrawn', triage_reason = null, next_at = null, closed_at = now(),
    holder_organisation_id = null, assignee_id = null, needs_manager = false where c.id = the_case.id;
  perform private.append_event(the_case.id, 'worker', 'withdrawn', '{}');
end $$;

-- Everything ends: cases, offers, access and consents.
create function private.withdraw_request() returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.cases; my_request uuid := private.receipt_request_id();
begin
  if my_request is null then raise exception 'no such request' using errcode = 'NTFND'; end if;
  for mine in select * from app.cases c where c.request_id = my_request and c.state <> 'closed' order by c.id for update loop
    perform private.withdraw_case(mine);
  end loop;
  update app.consents g set withdrawn_at = now() where g.request_id = my_request and g.withdrawn_at is null;
  delete from app.case_access a using app.cases c where c.request_id = my_request and a.case_id = c.id;
end $$;

-- Takes everything back that this organisation was given: consent, access, referral and hold end together.
-- Of the desk only what it may read of the story: that it holds a case is not a consent.
create function private.withdraw_consent(recipient uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare lost app.cases; my_request uuid := private.receipt_request_id();
begin
  for lost in select * from app.cases c where c.request_id = my_request order by c.id for update loop null; end loop;
  update app.consents g set withdrawn_at = now() where g.request_id = my_request
    and g.recipient_organisation_id = recipient and g.withdrawn_at is null;
  if not found then
    if exists (select from app.consents g where g.request_id = my_request and g.recipient_organisation_id = recipient) then return; end if; -- a double tap
    raise exception 'no such consent' using errcode = 'NTFND';
  end if;
  for lost in select * from app.cases c where c.request_id = my_request order by c.id loop
    perform private.append_event(lost.id, 'worker', 'consent_withdrawn', jsonb_build_object('organisation', recipient));
    if recipient = private.operator_id() then
      delete from app.case_access a where a.case_id = lost.id and a.organisation_id = recipient and a.field_group in ('story', 'contact');
    elsif lost.holder_organisation_id = recipient and lost.state <> 'closed' then
      perform private.to_triage(lost.id, 'worker', 'consent_withdrawn', 'revoked');
    else
      perform private.end_access(lost.id, recipient);
      update app.referrals r set state = 'revoked', ended_at = now()
        where r.case_id = lost.id and r.organisation_id = recipient and r.state = 'offered';
      if found then perform private.route_next(lost.id); end if;
    end if;
  end loop;
end $$;

-- "Ask me first", answered: yes with what may be seen, or no. Yes makes the offer at once.
create function private.answer_ask(ask_id uuid, agreed boolean, fields text[], text_version text) returns void
language plpgsql security definer set search_path = '' as $$
declare ask app.consent_asks; mine app.cases;
begin
  mine := private.lock_my_case((select a.case_id from app.consent_asks a where a.id = answer_ask.ask_id));
  select * into ask from app.consent_asks a where a.id = answer_ask.ask_id;
  if ask.state = (case when agreed then 'given' else 'refused' end) then return; end if; -- a double tap
  if ask.state <> 'asked' then raise exception 'the question is %', ask.state using errcode = 'TAKEN'; end if;
  update app.consent_asks a set state = case when agreed then 'given' else 'refused' end where a.id = ask.id;
  if not agreed then
    perform private.append_event(mine.id, 'worker', 'ask_refused', jsonb_build_object('organisation', ask.organisation_id));
    perform private.route_next(mine.id);
    return;
  end if;
  insert into app.consents (request_id, recipient_organisation_id, purpose, field_group, text_version)
    select mine.request_id, ask.organisation_id, 'help_with_case', g, answer_ask.text_version
    from unnest(fields || array['messages']) as g on conflict do nothing;
  perform private.append_event(mine.id, 'worker', 'consent_given', jsonb_build_object('organisation', ask.organisation_id));
  perform private.offer_or_ask(mine, ask.organisation_id, ask.service_id, ask.reasons,
    now() + make_interval(hours => ask.respond_hours), 'service', ask.by_hand);
end $$;

grant execute on function private.write_to_holder(uuid, uuid, text, uuid[]), private.confirm_outcome(uuid, int, text),
  private.dispute_outcome(uuid, uuid, text), private.reopen_case(uuid), private.escalate_case(uuid), private.withdraw_request(),
  private.withdraw_consent(uuid), private.answer_ask(uuid, boolean, text[], text) to receipt_holder;
