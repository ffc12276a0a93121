-- Drafts, filing and coming back. All that a visitor (receipt_holder without a session, or somebody signed in) may do.
-- Errors: NTFND nothing there for this caller, GONE0 the draft is over, WRONG an answer that the product does not offer.
create function private.save_draft(id uuid, answers jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  insert into app.drafts as d (id, answers) values (save_draft.id, save_draft.answers)
    on conflict on constraint drafts_pkey do update set answers = d.answers || excluded.answers, expires_at = now() + interval '7 days'
    where d.sent_at is null;
  if not found then raise exception 'this draft has been sent' using errcode = 'GONE0'; end if;
end $$;
-- No row for a draft that is unknown or over. `sent` tells that it became a request, `reference` which one: whoever
-- holds the draft's id could ask for its receipt anyway.
create function private.read_draft(id uuid) returns table (answers jsonb, sent boolean, reference text)
language sql stable security definer set search_path = '' as $$
  select d.answers, d.sent_at is not null, r.reference from app.drafts d left join app.requests r on r.draft_id = d.id
  where d.id = read_draft.id and d.expires_at > now()
$$;
create function private.forget_draft(id uuid) returns void
language sql security definer set search_path = '' as $$
  delete from app.drafts d where d.id = forget_draft.id and d.sent_at is null
$$;

-- Files a request with its cases. `filing` is the answer of app/domain/requests/filing.schema.ts, checked there; the tables check it again.
-- Sent again with the same draft it files nothing and answers the same reference.
create function private.open_request(draft_id uuid, reference text, receipt_hash bytea, language text, filing jsonb)
returns table (request_reference text, receipt_session uuid)
language plpgsql security definer set search_path = '' as $$
declare
  new_request app.requests; new_case uuid; need text; first boolean := true; desk uuid := private.operator_id();
begin
  insert into app.requests (draft_id, reference, receipt_hash, user_id, language, area_code, sector_code, platform_code,
      working_form, consent_mode)
    values (open_request.draft_id, open_request.reference, open_request.receipt_hash, auth.uid(), open_request.language,
      filing ->> 'area', filing ->> 'sector', filing ->> 'platform', filing ->> 'workingForm', filing ->> 'consentMode')
    on conflict on constraint requests_draft_id_key do nothing returning * into new_request;
  if new_request.id is null then
    select * into new_request from app.requests r where r.draft_id = open_request.draft_id;
    request_reference := new_request.reference;
    insert into app.receipt_sessions (request_id) values (new_request.id) returning id into receipt_session;
    return next;
    return;
  end if;

  insert into app.request_stories (request_id, body) values (new_request.id, filing ->> 'story');
  insert into app.request_contacts (request_id, name, phone, email, reach_by, reach_times)
    select new_request.id, k.name, k.phone, k.email, k."reachBy", coalesce(k."reachTimes", '{}')
    from jsonb_to_record(filing -> 'contact') as k (name text, phone text, email text, "reachBy" text[], "reachTimes" text[]);
  insert into app.exclusions (request_id, organisation_id)
    select new_request.id, x::uuid from jsonb_array_elements_text(filing -> 'excluded') as x on conflict do nothing;
  -- One row for each recipient and each thing it may see; never one for an organisation that must not see it.
  insert into app.consents (request_id, recipient_organisation_id, purpose, field_group, text_version)
    select new_request.id, o.id, 'help_with_case', g, filing ->> 'textVersion'
    from jsonb_array_elements_text(filing -> 'recipients') as x
    join app.organisations o on o.id = x::uuid and o.kind in ('agency', 'union') and o.active
    cross join jsonb_array_elements_text(filing -> 'fields' || '["messages"]') as g
    where new_request.consent_mode <> 'ask_first' and not exists (select from app.exclusions e
      where e.request_id = new_request.id and e.organisation_id = o.id)
    on conflict do nothing;
  insert into app.consents (request_id, recipient_organisation_id, purpose, field_group, text_version)
    select new_request.id, desk, 'find_help', g, filing ->> 'textVersion'
    from unnest(array['story', 'contact']) as g where (filing ->> 'deskMayRead')::boolean;

  for need in select distinct n from jsonb_array_elements_text(filing -> 'needs') as n order by n loop
    insert into app.cases (request_id, category_code, area_code, sector_code, platform_code, language, urgency, state,
        triage_reason, next_at)
      values (new_request.id, need, new_request.area_code, new_request.sector_code, new_request.platform_code,
        new_request.language, filing ->> 'urgency', case when need = 'unsure' then 'triage' else 'offering' end,
        case when need = 'unsure' then 'not_sure' end, private.desk_due(filing ->> 'urgency'))
      returning id into new_case;
    perform private.grant_consented(new_case, desk, 'find_help');
    perform private.append_event(new_case, 'worker', 'filed', '{}', filing ->> 'story');
    if need = 'unsure' then
      perform private.append_event(new_case, 'service', 'to_triage', '{"reason": "not_sure"}');
    else
      perform private.enqueue('route_case', json_build_object('caseId', new_case), 'route_case:' || new_case);
    end if;
    if first then perform private.notify(new_request.id, null, null, 'request_received', null); end if;
    first := false;
  end loop;
  if first then raise exception 'a request has at least one need' using errcode = 'WRONG'; end if;

  -- What was typed lives on in the request alone; the draft stays as the key that makes a second sending harmless.
  insert into app.drafts (id, sent_at) values (open_request.draft_id, now())
    on conflict on constraint drafts_pkey do update set answers = '{}', sent_at = now();
  update app.attachments a set draft_id = null, request_id = new_request.id
    where a.draft_id = open_request.draft_id and a.stored_at is not null;
  insert into app.receipt_sessions (request_id) values (new_request.id) returning id into receipt_session;
  request_reference := new_request.reference;
  return next;
end $$;

-- A counter that survives a refusal, so it answers and does not raise. At most `most` failures in a quarter of an hour.
create function private.too_many_attempts(purpose text, key text, most int) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(too_many_attempts.purpose || ':' || too_many_attempts.key, 0)); -- two at once count as two
  return (select count(*) >= most from (select from app.attempts a where a.purpose = too_many_attempts.purpose
    and a.key_hash = sha256(convert_to(too_many_attempts.key, 'UTF8')) and a.at > now() - interval '15 minutes' limit most) as recent);
end $$;
create function private.count_attempt(purpose text, key text) returns void
language sql security definer set search_path = '' as $$
  insert into app.attempts (purpose, key_hash) values (count_attempt.purpose, sha256(convert_to(count_attempt.key, 'UTF8')))
$$;
-- After a success earlier failures no longer count.
create function private.forget_attempts(purpose text, key text) returns void
language sql security definer set search_path = '' as $$
  delete from app.attempts a where a.purpose = forget_attempts.purpose and a.key_hash = sha256(convert_to(forget_attempts.key, 'UTF8'))
$$;

-- 'throttled' and 'refused' are told apart by the number of tries alone: an unknown reference counts like a wrong code.
create function private.open_receipt(reference text, receipt_hash bytea) returns table (outcome text, receipt_session uuid)
language plpgsql security definer set search_path = '' as $$
declare found_request uuid;
begin
  if private.too_many_attempts('receipt', open_receipt.reference, 8) then
    outcome := 'throttled';
    return next;
    return;
  end if;
  select r.id into found_request from app.requests r
    where r.reference = open_receipt.reference and r.receipt_hash = open_receipt.receipt_hash;
  if found_request is null then
    perform private.count_attempt('receipt', open_receipt.reference);
    outcome := 'refused';
    return next;
    return;
  end if;
  perform private.forget_attempts('receipt', open_receipt.reference);
  insert into app.receipt_sessions (request_id) values (found_request) returning id into receipt_session;
  outcome := 'opened';
  return next;
end $$;

-- The account's way to the same pages.
create function private.open_own_request(request_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare session uuid;
begin
  insert into app.receipt_sessions (request_id) select r.id from app.requests r
    where r.id = open_own_request.request_id and r.user_id = auth.uid() returning id into session;
  if session is null then raise exception 'no such request of yours' using errcode = 'NTFND'; end if;
  return session;
end $$;
-- "This is a shared phone": the session ends here and now.
create function private.close_receipt() returns void
language sql security definer set search_path = '' as $$
  update app.receipt_sessions s set revoked_at = now()
  where s.id = (auth.jwt() ->> 'receipt_session')::uuid and s.revoked_at is null
$$;
-- Somebody signed in who holds the receipt keeps the request in the account. The receipt goes on working.
create function private.keep_request(receipt_session uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare kept uuid;
begin
  update app.requests r set user_id = auth.uid() from app.receipt_sessions s
    where s.id = keep_request.receipt_session and s.revoked_at is null and s.expires_at > now()
      and r.id = s.request_id and (r.user_id is null or r.user_id = auth.uid()) and auth.uid() is not null
    returning r.id into kept;
  if kept is null then raise exception 'no such request to keep' using errcode = 'NTFND'; end if;
  return kept;
end $$;

grant execute on function private.save_draft(uuid, jsonb), private.read_draft(uuid), private.forget_draft(uuid),
  private.open_request(uuid, text, bytea, text, jsonb) to receipt_holder, authenticated;
grant execute on function private.open_receipt(text, bytea), private.close_receipt(),
  private.too_many_attempts(text, text, int), private.count_attempt(text, text), private.forget_attempts(text, text) to receipt_holder;
grant execute on function private.open_own_request(uuid), private.keep_request(uuid) to authenticated;
