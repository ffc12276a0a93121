-- What an officer does with applications to the union. A likely double is shown to officers alone, and of another union no
-- more than that there is one.
-- Errors: NTFND not there for this caller, WRONG a reason or a union that is not offered, NOWAY it is decided already.

create index memberships_former_idx on app.memberships (id_hash) where state = 'left'; -- whoever comes back

-- Who else bears the same ID or phone number: members, people who wait, and, by the ID number alone (phone numbers change
-- hands), somebody who left and would come back. Null for id and name of what is another union's.
create function private.possible_doubles(union_organisation_id uuid, application_ids uuid[])
returns table (application_id uuid, kind text, here boolean, by_id boolean, other_id uuid, other_name text, other_state text)
language sql stable security definer set search_path = '' as $$
  with asked as (
    select a.id, p.id_hash, p.phone_hash from app.membership_applications a join app.applicants p on p.application_id = a.id
    where a.id = any (possible_doubles.application_ids) and a.union_organisation_id = possible_doubles.union_organisation_id
      and a.union_organisation_id in (select private.my_organisation_ids('officer'))
  ), found as (
    select q.id, 'member' as kind, m.union_organisation_id as in_union, true as by_id, m.id as other_id, m.state
      from asked q join app.memberships m on m.id_hash = q.id_hash and m.state <> 'left' and m.application_id is distinct from q.id
    union all
    select q.id, 'member', m.union_organisation_id, false, m.id, m.state
      from asked q join app.memberships m on m.phone_hash = q.phone_hash and m.state <> 'left' and m.application_id is distinct from q.id
    union all
    select q.id, 'former', m.union_organisation_id, true, m.id, m.state
      from asked q join app.memberships m on m.id_hash = q.id_hash and m.state = 'left'
    union all
    select q.id, 'application', o.union_organisation_id, true, o.id, o.state
      from asked q join app.applicants p on p.id_hash = q.id_hash and p.application_id <> q.id
      join app.membership_applications o on o.id = p.application_id and o.state in ('submitted', 'returned')
    union all
    select q.id, 'application', o.union_organisation_id, false, o.id, o.state
      from asked q join app.applicants p on p.phone_hash = q.phone_hash and p.application_id <> q.id
      join app.membership_applications o on o.id = p.application_id and o.state in ('submitted', 'returned')
  ), each as (
    select f.id, f.kind, f.in_union = possible_doubles.union_organisation_id as here, bool_or(f.by_id) as by_id, f.other_id, f.state
    from found f group by 1, 2, 3, 5, 6
  )
  select e.id, e.kind, e.here, e.by_id, case when e.here then e.other_id end,
    case when e.here then coalesce(d.name, p.name) end, case when e.here then e.state end
  from each e
  left join app.member_details d on d.membership_id = e.other_id and e.kind <> 'application'
  left join app.applicants p on p.application_id = e.other_id and e.kind = 'application'
$$;
grant execute on function private.possible_doubles(uuid, uuid[]) to authenticated;

-- Makes a member of a locked application. Whoever left and comes back keeps number and history. Nothing is written unless it
-- answers 'approved'; 'member': the numbers are a member's; 'double': somebody else who waits bears them (asked where `strict`).
create function private.make_member(mine app.membership_applications, strict boolean) returns text
language plpgsql set search_path = '' as $$
declare p app.applicants; former app.memberships; made uuid;
begin
  if mine.state = 'approved' then return 'approved'; end if; -- a double tap, or a colleague
  if mine.state <> 'submitted' then return 'moved'; end if;
  select * into strict p from app.applicants x where x.application_id = mine.id;
  if make_member.strict and exists (select from app.applicants x join app.membership_applications o on o.id = x.application_id
      where (x.id_hash = p.id_hash or x.phone_hash = p.phone_hash) and o.id <> mine.id and o.state in ('submitted', 'returned')) then
    return 'double';
  end if;
  select * into former from app.memberships m where m.id_hash = p.id_hash and m.state = 'left' order by m.ended_at desc limit 1 for update;
  begin
    if former.id is null then
      insert into app.memberships (union_organisation_id, user_id, application_id, area_code, sector_code, platform_code, working_form,
          station_id, campaign_id, id_hash, phone_hash)
        values (mine.union_organisation_id, mine.user_id, mine.id, mine.area_code, mine.sector_code, mine.platform_code, mine.working_form,
          mine.station_id, mine.campaign_id, p.id_hash, p.phone_hash) returning id into made;
    else
      update app.memberships m set state = 'active', ended_at = null, confirmed_at = now(), union_organisation_id = mine.union_organisation_id,
          user_id = coalesce(mine.user_id, m.user_id), application_id = mine.id, area_code = mine.area_code, sector_code = mine.sector_code,
          platform_code = mine.platform_code, working_form = mine.working_form, station_id = mine.station_id,
          campaign_id = mine.campaign_id, phone_hash = p.phone_hash
        where m.id = former.id returning id into made;
    end if;
  exception when unique_violation then return 'member'; -- also the one that a colleague makes at this moment
  end;
  insert into app.member_details (membership_id, name, phone, email, gender, birth_year, id_last_four, language)
    values (made, p.name, p.phone, p.email, p.gender, p.birth_year, p.id_last_four, p.language)
    on conflict on constraint member_details_pkey do update set name = excluded.name, phone = excluded.phone, email = excluded.email,
      gender = excluded.gender, birth_year = excluded.birth_year, id_last_four = excluded.id_last_four, language = excluded.language;
  if former.id is null then
    perform private.append_membership_event(made, 'staff', 'joined', jsonb_build_object('application', mine.id));
  else
    perform private.append_membership_event(made, 'staff', 'rejoined', jsonb_build_object('application', mine.id,
      'from', former.union_organisation_id, 'to', mine.union_organisation_id));
  end if;
  update app.membership_applications a set state = 'approved', decided_at = now(), decided_by = auth.uid() where a.id = mine.id;
  perform private.append_application_event(mine.id, 'staff', 'approved');
  perform private.tell_applicant(mine.id);
  return 'approved';
end $$;

-- One, after it was looked at. Answers as make_member does; NOWAY where it is decided otherwise.
create function private.approve_application(application_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare mine app.membership_applications := private.lock_application(application_id); answer text := private.make_member(mine, false);
begin
  if answer = 'moved' then raise exception 'it is %', mine.state using errcode = 'NOWAY'; end if;
  return answer;
end $$;

-- Many at once, each by itself: what cannot be approved stays as it is, and its answer says why. What is not there, was
-- handed on or is somebody else's is 'moved'.
create function private.approve_applications(union_organisation_id uuid, application_ids uuid[])
returns table (application_id uuid, outcome text)
language plpgsql security definer set search_path = '' as $$
declare mine app.membership_applications;
begin
  if approve_applications.union_organisation_id not in (select private.my_organisation_ids('officer')) then
    raise exception 'no such union of yours' using errcode = 'NTFND';
  end if;
  -- locked in one order, so that two officers with overlapping lists wait for each other and do not lock each other out
  perform from app.membership_applications a where a.id = any (approve_applications.application_ids)
    and a.union_organisation_id = approve_applications.union_organisation_id order by a.id for update;
  for application_id in select distinct x from unnest(approve_applications.application_ids) x order by x loop
    select * into mine from app.membership_applications a where a.id = approve_applications.application_id
      and a.union_organisation_id = approve_applications.union_organisation_id;
    outcome := case when mine.id is null then 'moved' else private.make_member(mine, true) end;
    return next;
  end loop;
end $$;

-- 'returned': back to the applicant, who may correct it. 'rejected': the end. Each with a reason that the applicant reads.
create function private.decide_application(application_id uuid, decision text, reason_code text, note text) returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.membership_applications := private.lock_application(application_id);
begin
  if not exists (select from app.decision_reasons r where r.code = decide_application.reason_code
      and r.decision = decide_application.decision) then
    raise exception 'not a reason of this decision' using errcode = 'WRONG';
  end if;
  if mine.state = decision and mine.reason_code = decide_application.reason_code then return; end if; -- a double tap
  if mine.state <> 'submitted' then raise exception 'it is %', mine.state using errcode = 'NOWAY'; end if;
  update app.membership_applications a set state = decide_application.decision, decided_at = now(), decided_by = auth.uid(),
    reason_code = decide_application.reason_code, reason_note = nullif(btrim(note), '') where a.id = mine.id;
  perform private.append_application_event(mine.id, 'staff', decision, jsonb_build_object('reason', decide_application.reason_code));
  perform private.tell_applicant(mine.id);
end $$;

-- To another union, where it waits with its age. A station is this union's and stays behind.
create function private.reassign_application(application_id uuid, union_organisation_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.membership_applications;
begin
  if exists (select from app.membership_applications a join app.application_events e on e.application_id = a.id
      where a.id = reassign_application.application_id and a.union_organisation_id = reassign_application.union_organisation_id
        and e.kind = 'reassigned' and e.actor_id = auth.uid() and e.codes ->> 'to' = a.union_organisation_id::text) then
    return; -- a double tap
  end if;
  mine := private.lock_application(application_id);
  if mine.state <> 'submitted' then raise exception 'it is %', mine.state using errcode = 'NOWAY'; end if;
  if mine.union_organisation_id = reassign_application.union_organisation_id or not exists (select from app.organisations o
      where o.id = reassign_application.union_organisation_id and o.kind = 'union' and o.active) then
    raise exception 'not a union to hand it to' using errcode = 'WRONG';
  end if;
  update app.membership_applications a set union_organisation_id = reassign_application.union_organisation_id, station_id = null
    where a.id = mine.id;
  perform private.append_application_event(mine.id, 'staff', 'reassigned',
    jsonb_build_object('from', mine.union_organisation_id, 'to', reassign_application.union_organisation_id));
  perform private.tell_applicant(mine.id);
end $$;

grant execute on function private.approve_application(uuid), private.approve_applications(uuid, uuid[]),
  private.decide_application(uuid, text, text, text), private.reassign_application(uuid, uuid) to authenticated;
