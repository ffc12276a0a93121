-- What the holder of a case does: look, write, assign, wait, give back, propose an outcome. Holder means an
-- organisation's caseworker, or a triager while the desk holds. Everybody else is answered NTFND.

-- The only door to a story. It writes the view log, so it is called with asUser, never with readAs.
create function private.open_story(case_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare reader uuid;
begin
  select a.organisation_id into reader from app.case_access a where a.case_id = open_story.case_id and a.field_group = 'story'
    and a.organisation_id in (select private.my_organisation_ids('caseworker', 'triager')) limit 1;
  if not found then raise exception 'no such story' using errcode = 'NTFND'; end if;
  insert into app.views (case_id, user_id, organisation_id, field_group)
    values (open_story.case_id, auth.uid(), reader, 'story') on conflict do nothing;
  return (select s.body from app.request_stories s join app.cases c using (request_id) where c.id = open_story.case_id);
end $$;

-- The only door to how a worker is reached; logged like a story.
create function private.reveal_contact(case_id uuid)
returns table (name text, phone text, email text, reach_by text[], reach_times text[])
language plpgsql security definer set search_path = '' as $$
declare reader uuid;
begin
  select a.organisation_id into reader from app.case_access a where a.case_id = reveal_contact.case_id and a.field_group = 'contact'
    and a.organisation_id in (select private.my_organisation_ids('caseworker', 'triager')) limit 1;
  if not found then raise exception 'no such contact' using errcode = 'NTFND'; end if;
  insert into app.views (case_id, user_id, organisation_id, field_group)
    values (reveal_contact.case_id, auth.uid(), reader, 'contact') on conflict do nothing;
  return query select k.name, k.phone, k.email, k.reach_by, k.reach_times
    from app.request_contacts k join app.cases c using (request_id) where c.id = reveal_contact.case_id;
end $$;

-- The first word of a human moves the referral into service.
create function private.begin_service(case_id uuid) returns void
language sql set search_path = '' as $$
  update app.cases c set first_reply_at = now() where c.id = begin_service.case_id and c.first_reply_at is null;
  update app.referrals r set state = 'in_service' where r.case_id = begin_service.case_id and r.state = 'accepted'
$$;

-- `id` comes from the form's page: the same message sent twice stands once. Another text under a used id is refused
-- (TAKEN), never dropped.
create function private.write_to_worker(id uuid, case_id uuid, body text, files uuid[] default '{}') returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_held_case(case_id);
begin
  insert into app.messages (id, case_id, organisation_id, author, author_id, body) values (write_to_worker.id, held.id,
    coalesce(held.holder_organisation_id, private.operator_id()), 'staff', auth.uid(), write_to_worker.body)
    on conflict on constraint messages_pkey do nothing;
  if not found then
    if exists (select from app.messages m where m.id = write_to_worker.id and m.case_id = held.id and m.author_id = auth.uid()
      and m.body = write_to_worker.body)
      and private.files_taken(write_to_worker.id, files) then return; end if; -- a double tap
    raise exception 'the id of another message' using errcode = 'TAKEN';
  end if;
  perform private.take_files(write_to_worker.id, files);
  perform private.begin_service(held.id);
  if held.state = 'with_organisation' then
    update app.cases c set next_at = greatest(c.next_at, now() + interval '3 days') where c.id = held.id;
  end if;
  perform private.append_event(held.id, 'staff', 'staff_wrote',
    jsonb_build_object('organisation', coalesce(held.holder_organisation_id, private.operator_id())), write_to_worker.body);
end $$;

create function private.write_note(id uuid, case_id uuid, body text) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_held_case(case_id);
begin
  insert into app.internal_notes (id, case_id, organisation_id, author_id, body) values (write_note.id, held.id,
    coalesce(held.holder_organisation_id, private.operator_id()), auth.uid(), write_note.body)
    on conflict on constraint internal_notes_pkey do nothing;
  if not found and not exists (select from app.internal_notes n where n.id = write_note.id and n.case_id = held.id
    and n.author_id = auth.uid() and n.body = write_note.body) then
    raise exception 'the id of another note' using errcode = 'TAKEN';
  end if;
end $$;

-- A caseworker or a manager of the holder gives the case to a caseworker of the holder, or to nobody (null).
create function private.assign_case(case_id uuid, assignee uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases;
begin
  perform from app.cases c where c.id = assign_case.case_id for update;
  select * into held from app.cases c where c.id = assign_case.case_id and c.state <> 'closed'
    and c.holder_organisation_id in (select private.my_organisation_ids('caseworker', 'manager'));
  if not found then raise exception 'no such case in your hands' using errcode = 'NTFND'; end if;
  if assignee is not null and not exists (select from app.staff_roles s where s.user_id = assignee and s.role = 'caseworker'
    and s.organisation_id = held.holder_organisation_id) then
    raise exception 'not a caseworker of the holder' using errcode = 'WRONG';
  end if;
  if held.assignee_id is not distinct from assignee then return; end if;
  update app.cases c set assignee_id = assignee where c.id = held.id;
  perform private.append_event(held.id, 'staff', 'assigned', jsonb_build_object('organisation', held.holder_organisation_id));
end $$;

-- `for_whom` is worker or authority, with the day on which the holder looks again; null takes the work up again.
create function private.set_waiting(case_id uuid, for_whom text, until timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_held_case(case_id); next_state text;
begin
  if held.holder_organisation_id is null or held.state = 'outcome_proposed' then raise exception 'nothing to wait for' using errcode = 'NOWAY'; end if;
  next_state := case for_whom when 'worker' then 'waiting_for_worker' when 'authority' then 'waiting_for_authority' else 'with_organisation' end;
  if next_state <> 'with_organisation' and (until is null or until <= now() or until > now() + interval '180 days') then
    raise exception 'a wait ends within 180 days' using errcode = 'WRONG';
  end if;
  if held.state = next_state and held.next_at = until::timestamptz(3) then return; end if; -- a double tap
  if held.state like 'waiting%' and next_state like 'waiting%' and held.state <> next_state then
    update app.cases c set state = 'with_organisation' where c.id = held.id; -- from one wait to the other leads through work
  end if;
  update app.cases c set state = next_state, next_at = case when next_state = 'with_organisation' then now() + interval '1 day' else until end
    where c.id = held.id;
  if next_state <> 'with_organisation' then
    perform private.append_event(held.id, 'staff', 'waiting', jsonb_build_object('for', for_whom, 'organisation', held.holder_organisation_id));
  elsif held.state <> 'with_organisation' then
    perform private.append_event(held.id, 'staff', 'resumed', jsonb_build_object('organisation', held.holder_organisation_id));
  end if;
end $$;

create function private.return_case(case_id uuid, code text) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases;
begin
  perform from app.cases c where c.id = return_case.case_id for update;
  if exists (select from app.referrals r join app.cases c on c.id = r.case_id where r.case_id = return_case.case_id and r.state = 'returned'
      and r.organisation_id in (select private.my_organisation_ids('caseworker')) and c.holder_organisation_id is distinct from r.organisation_id) then
    return; -- a double tap
  end if;
  held := private.lock_held_case(case_id);
  if held.holder_organisation_id is null then raise exception 'the desk cannot give back' using errcode = 'NOWAY'; end if;
  if code not in ('no_capacity', 'not_eligible', 'out_of_area', 'wrong_category', 'missing_documents', 'conflict_of_interest', 'other') then
    raise exception 'no such code' using errcode = 'WRONG';
  end if;
  perform private.append_event(held.id, 'staff', 'returned', jsonb_build_object('organisation', held.holder_organisation_id, 'code', code));
  perform private.to_triage(held.id, 'staff', 'returned', 'returned');
end $$;

-- `proposed` is the answer of app/domain/outcomes/outcome.schema.ts. The worker has 7 days, 14 where no message reaches them.
create function private.propose_outcome(id uuid, case_id uuid, proposed jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare held app.cases := private.lock_held_case(case_id); held_by app.referrals; reached boolean;
begin
  if exists (select from app.outcomes o where o.id = propose_outcome.id and o.case_id = held.id) then return; end if;
  if held.holder_organisation_id is null then raise exception 'the desk proposes no outcome' using errcode = 'NOWAY'; end if;
  if held.state = 'outcome_proposed' then raise exception 'an outcome waits for its answer' using errcode = 'NOWAY'; end if;
  if held.needs_manager and held.holder_organisation_id not in (select private.my_organisation_ids('manager')) then
    raise exception 'a disputed case is proposed by a manager' using errcode = 'MNGER';
  end if;
  perform private.begin_service(held.id);
  select * into strict held_by from app.referrals r where r.case_id = held.id and r.state in ('accepted', 'in_service', 'outcome_recorded');
  insert into app.outcomes (id, case_id, referral_id, organisation_id, code, note, attempts, money_recovered_fen, bill_paid_fen,
      nights_housed, proposed_by)
    select propose_outcome.id, held.id, held_by.id, held.holder_organisation_id, p.code, p.note, p.attempts, p."moneyRecoveredFen",
      p."billPaidFen", p."nightsHoused", auth.uid()
    from jsonb_to_record(proposed) as p (code text, note text, attempts int, "moneyRecoveredFen" bigint, "billPaidFen" bigint, "nightsHoused" int);
  select 'email' = any (k.reach_by) into reached from app.request_contacts k where k.request_id = held.request_id;
  update app.referrals r set state = 'outcome_recorded' where r.id = held_by.id;
  update app.cases c set state = 'outcome_proposed',
    next_at = now() + case when reached then interval '7 days' else interval '14 days' end where c.id = held.id;
  perform private.append_event(held.id, 'staff', 'outcome_proposed',
    jsonb_build_object('organisation', held.holder_organisation_id, 'code', proposed ->> 'code'), proposed ->> 'note');
end $$;

grant execute on function private.open_story(uuid), private.reveal_contact(uuid), private.write_to_worker(uuid, uuid, text, uuid[]),
  private.write_note(uuid, uuid, text), private.assign_case(uuid, uuid), private.set_waiting(uuid, text, timestamptz),
  private.return_case(uuid, text), private.propose_outcome(uuid, uuid, jsonb) to authenticated;
