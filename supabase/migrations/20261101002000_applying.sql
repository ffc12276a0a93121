-- Somebody applies to a union, comes back with reference and code, corrects, withdraws. No account is needed, and nobody is
-- told whether a number belongs to a member already: that is shown to the officer alone.
-- Errors: NTFND not there for this caller, GONE0 the draft is over, WRONG an answer that is not offered, NOWAY not from this state.

alter table app.attempts drop constraint attempts_purpose_check;
alter table app.attempts add constraint attempts_purpose_check check (purpose in ('receipt', 'signin', 'application'));

-- Reference and code open one; whoever has an account opens the own application without them.
create table app.application_sessions (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null references app.membership_applications (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null default now() + interval '30 days',
  revoked_at timestamptz(3)
);
create index application_sessions_application_id_idx on app.application_sessions (application_id); -- foreign key
alter table app.application_sessions enable row level security;

-- The application that the caller has opened; null once the session is revoked or over.
create function private.session_application_id() returns uuid
language sql stable security definer set search_path = '' as $$
  select s.application_id from app.application_sessions s
  where s.id = (auth.jwt() ->> 'application_session')::uuid and s.revoked_at is null and s.expires_at > now()
$$;
grant execute on function private.session_application_id() to receipt_holder;

-- Which of the union's staff decided is theirs to know.
grant select (id, reference, union_organisation_id, state, way, employer_id, pool_basis, area_code, sector_code, platform_code, working_form,
    station_id, entered_as, consent_version, first_submitted_at, submitted_at, decided_at, reason_code, reason_note)
  on app.membership_applications to receipt_holder;
grant select (application_id, name, phone, email, gender, birth_year, id_last_four, language) on app.applicants to receipt_holder;
grant select (application_id, seq, at, actor, kind, codes) on app.application_events to receipt_holder;
create policy "applicants read the application they opened" on app.membership_applications for select to receipt_holder
  using (id = (select private.session_application_id()));
create policy "applicants read what they gave" on app.applicants for select to receipt_holder
  using (application_id = (select private.session_application_id()));
create policy "applicants read what happened to their application" on app.application_events for select to receipt_holder
  using (application_id = (select private.session_application_id()));

-- The membership that came of it, if any.
create function private.session_membership() returns table (number text, state text, joined_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select m.number, m.state, m.joined_at from app.memberships m where m.application_id = private.session_application_id()
$$;
grant execute on function private.session_membership() to receipt_holder;
-- Whoever has opened an application that was approved stands for its member, as the account does.
create or replace function private.my_membership_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.id from app.memberships m where m.user_id = (select auth.uid())
  union
  select m.id from app.memberships m where m.application_id = (select private.session_application_id())
$$;

-- Who takes in: the employer's own union, else the nearest pool up the tree of areas. Null: nobody yet.
create function private.responsible_union(way text, employer_id uuid, area_code text) returns uuid
language sql stable set search_path = '' as $$
  select case responsible_union.way
    when 'employer' then (select e.union_organisation_id from app.employers e join app.organisations o on o.id = e.union_organisation_id
      where e.id = responsible_union.employer_id and o.active)
    when 'pool' then (select p.union_organisation_id from private.area_chain(responsible_union.area_code) c
      join app.union_pools p on p.area_code = c.area_code join app.organisations o on o.id = p.union_organisation_id
      where o.active order by c.distance limit 1) end
$$;
grant execute on function private.responsible_union(text, uuid, text) to receipt_holder;

-- How long approval usually takes in a union, for its officers and for who waits there: of the last 90 days, and only where
-- at least five say it. Else no row.
create index membership_applications_decided_idx on app.membership_applications (union_organisation_id, decided_at desc, id desc)
  where state in ('approved', 'rejected'); -- the pace, the list of what is decided
create function private.approval_pace(union_organisation_id uuid) returns table (decided int, median_hours float8)
language sql stable security definer set search_path = '' as $$
  select count(*)::int, percentile_cont(0.5) within group (order by extract(epoch from a.decided_at - a.first_submitted_at)) / 3600
  from app.membership_applications a where a.union_organisation_id = approval_pace.union_organisation_id and a.state = 'approved'
    and a.decided_at > now() - interval '90 days'
    and (a.union_organisation_id in (select private.my_organisation_ids('officer')) or a.union_organisation_id =
      (select x.union_organisation_id from app.membership_applications x where x.id = private.session_application_id()))
  having count(*) >= 5
$$;
grant execute on function private.approval_pace(uuid) to receipt_holder, authenticated;

-- The draft's id is the application's id. `reference`: of what it became.
create function private.read_join_draft(id uuid) returns table (answers jsonb, sent boolean, reference text)
language sql stable security definer set search_path = '' as $$
  select d.answers, d.sent_at is not null, a.reference from app.drafts d left join app.membership_applications a on a.id = d.id
  where d.id = read_join_draft.id and d.expires_at > now()
$$;
-- What the holder of a request's receipt may take over into an application. The copy knows nothing of the request.
create function private.facts_to_join()
returns table (name text, phone text, area_code text, sector_code text, platform_code text, working_form text)
language sql stable security definer set search_path = '' as $$
  select k.name, k.phone, r.area_code, r.sector_code, r.platform_code, r.working_form
  from app.requests r join app.request_contacts k on k.request_id = r.id where r.id = private.receipt_request_id()
$$;
grant execute on function private.read_join_draft(uuid), private.facts_to_join() to receipt_holder;

-- Pieces of applying; granted to nobody. `joining` is the answer of app/domain/members/joining.ts, checked there.
create type private.joining as (way text, employer uuid, basis text, area text, sector text, platform text, "workingForm" text, station uuid,
  campaign uuid, "consentVersion" text, name text, phone text, "phoneHash" text, email text, gender text, "birthYear" int, "idHash" text,
  "idLastFour" text, language text);
-- A station of another union, or a closed one, is refused; a campaign of another union is left out, since it is not theirs to count.
create function private.read_joining(joining jsonb, union_organisation_id uuid) returns private.joining
language plpgsql stable set search_path = '' as $$
declare j private.joining := jsonb_populate_record(null::private.joining, joining);
begin
  if j.station is not null and not exists (select from app.stations s where s.id = j.station and s.closed_at is null
      and s.union_organisation_id = read_joining.union_organisation_id) then
    raise exception 'not a station of this union' using errcode = 'WRONG';
  end if;
  j.campaign := (select c.id from app.join_campaigns c where c.id = j.campaign
    and c.union_organisation_id = read_joining.union_organisation_id);
  return j;
end $$;
create function private.tell_applicant(application_id uuid) returns void
language sql set search_path = '' as $$
  select private.notify_applicant(tell_applicant.application_id, (select max(e.seq) from app.application_events e
    where e.application_id = tell_applicant.application_id))
$$;
-- False where the id is taken: whoever calls looks whether it is the same application.
create function private.file_application(application_id uuid, reference text, code_hash bytea, union_organisation_id uuid, entered_as text,
  user_id uuid, entered_by uuid, j private.joining) returns boolean
language plpgsql set search_path = '' as $$
begin
  insert into app.membership_applications (id, reference, code_hash, union_organisation_id, user_id, way, employer_id, pool_basis, area_code,
      sector_code, platform_code, working_form, station_id, campaign_id, entered_as, entered_by, consent_version)
    values (file_application.application_id, file_application.reference, file_application.code_hash, file_application.union_organisation_id,
      file_application.user_id, j.way, j.employer, j.basis, j.area, j.sector, j.platform, j."workingForm", j.station, j.campaign,
      file_application.entered_as, file_application.entered_by, j."consentVersion")
    on conflict on constraint membership_applications_pkey do nothing;
  if not found then return false; end if;
  insert into app.applicants (application_id, name, phone, phone_hash, email, gender, birth_year, id_hash, id_last_four, language)
    values (file_application.application_id, j.name, j.phone, decode(j."phoneHash", 'hex'), j.email, j.gender, j."birthYear",
      decode(j."idHash", 'hex'), j."idLastFour", j.language);
  perform private.append_application_event(file_application.application_id, case when file_application.entered_by is null then 'applicant'
    else 'staff' end, 'submitted');
  perform private.tell_applicant(file_application.application_id);
  return true;
end $$;
-- Name and numbers go at once; that somebody once applied, and when, stays for the counts.
create function private.end_application(application_id uuid, actor text) returns void
language sql set search_path = '' as $$
  update app.membership_applications a set state = 'withdrawn', decided_at = null, decided_by = null, reason_code = null, reason_note = null
    where a.id = end_application.application_id;
  delete from app.applicants p where p.application_id = end_application.application_id;
  select private.append_application_event(end_application.application_id, end_application.actor, 'withdrawn')
$$;
