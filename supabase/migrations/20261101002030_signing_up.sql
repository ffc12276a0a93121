-- An officer, or the liaison of a station, types in who signed on paper or at a meeting, one person after the other.

create function private.may_sign_up(union_organisation_id uuid, station_id uuid) returns boolean
language sql stable set search_path = '' as $$
  select may_sign_up.union_organisation_id in (select private.my_organisation_ids('officer'))
    or may_sign_up.union_organisation_id in (select private.my_organisation_ids('liaison')) and exists (select from app.station_liaisons l
      join app.stations s on s.id = l.station_id where l.station_id = may_sign_up.station_id and l.user_id = auth.uid()
        and s.union_organisation_id = may_sign_up.union_organisation_id and s.closed_at is null)
$$;

-- 'saved', once for each id. Anything else: nothing was saved, since these numbers are known; `knowing` saves all the same, for
-- review. Officers are told where they are known, a liaison only of what the liaison typed: else a liaison could ask whether
-- a number belongs to a member.
create function private.sign_up(application_id uuid, union_organisation_id uuid, reference text, code_hash bytea, entered_as text,
  joining jsonb, knowing boolean) returns table (outcome text, application_reference text)
language plpgsql security definer set search_path = '' as $$
declare
  j private.joining; filed app.membership_applications;
  officer boolean := sign_up.union_organisation_id in (select private.my_organisation_ids('officer'));
begin
  if not private.may_sign_up(sign_up.union_organisation_id, (joining ->> 'station')::uuid) then
    raise exception 'no such union or station of yours' using errcode = 'NTFND';
  end if;
  if sign_up.entered_as not in ('paper', 'group') then raise exception 'not a way of signing up' using errcode = 'WRONG'; end if;
  j := private.read_joining(joining, sign_up.union_organisation_id);
  if not knowing and not exists (select from app.membership_applications a where a.id = sign_up.application_id) then
    outcome := coalesce(
      (select case when m.union_organisation_id = sign_up.union_organisation_id then 'member_here' else 'member_elsewhere' end
        from app.memberships m where officer and m.state <> 'left' and m.application_id is distinct from sign_up.application_id -- saved twice at once
          and (m.phone_hash = decode(j."phoneHash", 'hex') or m.id_hash = decode(j."idHash", 'hex'))
        order by m.union_organisation_id = sign_up.union_organisation_id desc limit 1),
      (select case when a.union_organisation_id = sign_up.union_organisation_id then 'waiting_here' else 'waiting_elsewhere' end
        from app.applicants p join app.membership_applications a on a.id = p.application_id
        where (officer or a.entered_by = auth.uid()) and a.state in ('submitted', 'returned') and a.id <> sign_up.application_id
          and (p.phone_hash = decode(j."phoneHash", 'hex') or p.id_hash = decode(j."idHash", 'hex'))
        order by a.union_organisation_id = sign_up.union_organisation_id desc limit 1));
    if outcome is not null then return next; return; end if;
  end if;
  perform private.file_application(sign_up.application_id, sign_up.reference, sign_up.code_hash, sign_up.union_organisation_id,
    sign_up.entered_as, null, auth.uid(), j);
  select * into filed from app.membership_applications a where a.id = sign_up.application_id;
  if filed.entered_by is distinct from auth.uid() or filed.union_organisation_id <> sign_up.union_organisation_id
    or filed.code_hash <> sign_up.code_hash then
    raise exception 'the id of another application' using errcode = 'TAKEN';
  end if;
  outcome := 'saved';
  application_reference := filed.reference;
  return next;
end $$;

-- What the caller typed in today, the newest first, with how many there are in all. What was undone is not among them.
create function private.my_sign_ups(union_organisation_id uuid, most int)
returns table (application_id uuid, reference text, name text, phone text, at timestamptz, of_all int)
language sql stable security definer set search_path = '' as $$
  select a.id, a.reference, p.name, p.phone, a.first_submitted_at, count(*) over ()::int
  from app.membership_applications a join app.applicants p on p.application_id = a.id
  where a.entered_by = auth.uid() and a.union_organisation_id = my_sign_ups.union_organisation_id
    and a.first_submitted_at >= date_trunc('day', now() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai'
    and a.union_organisation_id in (select private.my_organisation_ids('officer', 'liaison'))
  order by a.first_submitted_at desc, a.id limit my_sign_ups.most
$$;

-- A mistake, seen within the day by who made it, and before anybody decided.
create function private.undo_sign_up(application_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare mine app.membership_applications;
begin
  perform from app.membership_applications a where a.id = undo_sign_up.application_id for update;
  select * into mine from app.membership_applications a where a.id = undo_sign_up.application_id and a.entered_by = auth.uid()
    and a.first_submitted_at > now() - interval '1 day'
    and a.union_organisation_id in (select private.my_organisation_ids('officer', 'liaison'));
  if not found then raise exception 'nothing of yours to undo' using errcode = 'NTFND'; end if;
  if mine.state = 'withdrawn' then return; end if; -- a double tap
  if mine.state <> 'submitted' then raise exception 'it is decided' using errcode = 'NOWAY'; end if;
  perform private.end_application(mine.id, 'staff');
end $$;

-- The stations where the caller may type people in: an officer all of the union's, a liaison the own ones.
create function private.sign_up_stations(union_organisation_id uuid) returns table (station_id uuid, name text, area_code text, platform_code text)
language sql stable security definer set search_path = '' as $$
  select s.id, s.name, s.area_code, s.platform_code from app.stations s
  where s.union_organisation_id = sign_up_stations.union_organisation_id and s.closed_at is null
    and private.may_sign_up(s.union_organisation_id, s.id) order by s.name, s.id
$$;
grant execute on function private.sign_up(uuid, uuid, text, bytea, text, jsonb, boolean), private.my_sign_ups(uuid, int),
  private.undo_sign_up(uuid), private.sign_up_stations(uuid) to authenticated;
