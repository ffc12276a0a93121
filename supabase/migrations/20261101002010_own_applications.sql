-- The steps of whoever applies. They come as a visitor, signed in, or with an open application.

-- Files the draft as an application, or files it again after it came back. Sent twice it is one: the code says whose it is.
create function private.submit_application(application_id uuid, reference text, code_hash bytea, union_organisation_id uuid, joining jsonb)
returns table (application_reference text, application_session uuid)
language plpgsql security definer set search_path = '' as $$
declare
  filed app.membership_applications;
  j private.joining := private.read_joining(submit_application.joining, submit_application.union_organisation_id);
begin
  -- beside those it is responsible for a union takes whoever comes by its poster, or was handed to it
  if submit_application.union_organisation_id is distinct from private.responsible_union(j.way, j.employer, j.area) and j.campaign is null
    and not exists (select from app.membership_applications a where a.id = submit_application.application_id
      and a.union_organisation_id = submit_application.union_organisation_id) then
    raise exception 'not the union responsible' using errcode = 'WRONG';
  end if;
  perform private.file_application(submit_application.application_id, submit_application.reference, submit_application.code_hash,
    submit_application.union_organisation_id, case when submit_application.joining ->> 'from' = 'request' then 'from_request' else 'self' end,
    auth.uid(), null, j);
  perform from app.membership_applications a where a.id = submit_application.application_id for update;
  select * into filed from app.membership_applications a where a.id = submit_application.application_id;
  if filed.code_hash <> submit_application.code_hash then raise exception 'no such draft' using errcode = 'NTFND'; end if;

  if filed.state = 'returned' and exists (select from app.drafts d where d.id = filed.id and d.sent_at is null) then
    update app.membership_applications a set state = 'submitted', submitted_at = now(), decided_at = null, decided_by = null,
        reason_code = null, reason_note = null, union_organisation_id = submit_application.union_organisation_id, way = j.way,
        employer_id = j.employer, pool_basis = j.basis, area_code = j.area, sector_code = j.sector, platform_code = j.platform,
        working_form = j."workingForm", station_id = j.station, campaign_id = j.campaign, consent_version = j."consentVersion"
      where a.id = filed.id;
    update app.applicants p set name = j.name, phone = j.phone, phone_hash = decode(j."phoneHash", 'hex'), email = j.email,
        gender = j.gender, birth_year = j."birthYear", id_hash = decode(j."idHash", 'hex'), id_last_four = j."idLastFour", language = j.language
      where p.application_id = filed.id;
    perform private.append_application_event(filed.id, 'applicant', 'resubmitted', case
      when filed.union_organisation_id = submit_application.union_organisation_id then '{}'
      else jsonb_build_object('from', filed.union_organisation_id, 'to', submit_application.union_organisation_id) end);
  end if;

  -- What was typed lives on in the application alone; the draft stays as the key that makes a second sending harmless.
  insert into app.drafts (id, sent_at) values (filed.id, now())
    on conflict on constraint drafts_pkey do update set answers = '{}', sent_at = now(), expires_at = now() + interval '7 days';
  insert into app.application_sessions (application_id) values (filed.id) returning id into application_session;
  application_reference := filed.reference;
  return next;
end $$;

-- 'throttled' and 'refused' are told apart by the number of tries alone: an unknown reference counts like a wrong code.
create function private.open_application(reference text, code_hash bytea) returns table (outcome text, application_session uuid)
language plpgsql security definer set search_path = '' as $$
declare found_one uuid;
begin
  if private.too_many_attempts('application', open_application.reference, 8) then
    outcome := 'throttled';
    return next;
    return;
  end if;
  select a.id into found_one from app.membership_applications a
    where a.reference = open_application.reference and a.code_hash = open_application.code_hash;
  if found_one is null then
    perform private.count_attempt('application', open_application.reference);
    outcome := 'refused';
    return next;
    return;
  end if;
  perform private.forget_attempts('application', open_application.reference);
  delete from app.application_sessions s where s.application_id = found_one and s.expires_at < now();
  insert into app.application_sessions (application_id) values (found_one) returning id into application_session;
  outcome := 'opened';
  return next;
end $$;
-- The account's way to the same pages.
create function private.open_own_application(application_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare session uuid;
begin
  insert into app.application_sessions (application_id) select a.id from app.membership_applications a
    where a.id = open_own_application.application_id and a.user_id = auth.uid() returning id into session;
  if session is null then raise exception 'no such application of yours' using errcode = 'NTFND'; end if;
  return session;
end $$;
-- "This is a shared phone": the session ends here and now.
create function private.close_application() returns void
language sql security definer set search_path = '' as $$
  update app.application_sessions s set revoked_at = now()
  where s.id = (auth.jwt() ->> 'application_session')::uuid and s.revoked_at is null
$$;

-- The application that the caller has opened, locked.
create function private.lock_opened_application() returns app.membership_applications
language plpgsql set search_path = '' as $$
declare opened uuid := private.session_application_id(); found_one app.membership_applications;
begin
  perform from app.membership_applications a where a.id = opened for update;
  select * into found_one from app.membership_applications a where a.id = opened;
  if not found then raise exception 'no application is open' using errcode = 'NTFND'; end if;
  return found_one;
end $$;

-- Before a decision, or after it came back. It cannot be taken back.
create function private.withdraw_application() returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.membership_applications := private.lock_opened_application();
begin
  if mine.state = 'withdrawn' then return; end if; -- a double tap
  if mine.state not in ('submitted', 'returned') then raise exception 'it is decided' using errcode = 'NOWAY'; end if;
  perform private.end_application(mine.id, 'applicant');
  delete from app.drafts d where d.id = mine.id;
end $$;

-- What came back becomes a draft again, under the application's id; the shape is that of app/domain/members/joining.ts.
-- The hash of an ID number passes through, so that nobody has to give it twice.
create function private.begin_correction() returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  mine app.membership_applications := private.lock_opened_application();
  facts jsonb; way text := case mine.way when 'employer' then 'employer' else mine.pool_basis end;
begin
  if mine.state <> 'returned' then raise exception 'it has not come back' using errcode = 'NOWAY'; end if;
  select jsonb_strip_nulls(jsonb_build_object(
      'way', jsonb_build_object('way', way),
      'employer', case when mine.employer_id is not null then jsonb_build_object('employer', mine.employer_id) end,
      'place', jsonb_build_object('area', mine.area_code),
      'union', jsonb_build_object('union', mine.union_organisation_id, 'way', way, 'employer', mine.employer_id, 'area', mine.area_code),
      'before', mine.union_organisation_id,
      'campaign', case when mine.campaign_id is not null then jsonb_build_object('id', mine.campaign_id, 'union', mine.union_organisation_id) end,
      'work', jsonb_build_object('sector', mine.sector_code, 'platform', mine.platform_code, 'workingForm', mine.working_form,
        'station', mine.station_id, 'union', mine.union_organisation_id),
      'you', jsonb_build_object('name', p.name, 'phone', p.phone, 'email', p.email, 'gender', p.gender, 'birthYear', p.birth_year::text,
        'idHash', encode(p.id_hash, 'hex'), 'idLastFour', p.id_last_four)))
    into strict facts from app.applicants p where p.application_id = mine.id;
  insert into app.drafts as d (id, answers) values (mine.id, facts)
    on conflict on constraint drafts_pkey do update set answers = excluded.answers, sent_at = null, expires_at = now() + interval '7 days'
    where d.sent_at is not null or d.expires_at < now(); -- a correction that was begun goes on as it stands
  return mine.id;
end $$;

grant execute on function private.submit_application(uuid, text, bytea, uuid, jsonb) to receipt_holder, authenticated;
grant execute on function private.open_application(text, bytea), private.close_application(), private.withdraw_application(),
  private.begin_correction() to receipt_holder;
grant execute on function private.open_own_application(uuid) to authenticated;
