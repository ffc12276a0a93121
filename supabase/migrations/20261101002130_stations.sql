-- Stations, and the people who look after the members there. A liaison reads no table of members: these functions show what
-- a morning at the station needs, of the caller's own open stations and of nobody else's.

create function private.my_station_ids() returns setof uuid
language sql stable security definer rows 3 set search_path = '' as $$
  select s.id from app.station_liaisons l join app.stations s on s.id = l.station_id
  where l.user_id = (select auth.uid()) and s.closed_at is null
    and s.union_organisation_id = any (array(select private.my_organisation_ids('liaison')))
$$;

-- With how many members, and how many of them have not answered in a drive that is open.
create function private.my_stations()
returns table (id uuid, name text, union_organisation_id uuid, members int, unanswered int)
language sql stable security definer rows 3 set search_path = '' as $$
  select s.id, s.name, s.union_organisation_id,
    (select count(*)::int from app.memberships m where m.station_id = s.id and m.state <> 'left'),
    (select count(*)::int from app.memberships m where m.station_id = s.id and m.state <> 'left' and exists (
      select from app.drive_asks a join app.confirmation_drives d on d.id = a.drive_id and d.state = 'open'
      where a.membership_id = m.id and a.standing = 'waiting' and d.union_organisation_id = m.union_organisation_id))
  from app.stations s where s.id in (select private.my_station_ids()) order by s.name, s.id
$$;

-- By name, after the one named. Of the phone number the last four: enough to tell two of one name apart, too little to call.
-- `ask_id`: the question of an open drive that has no answer.
create function private.station_members(station_id uuid, unanswered_only boolean, after_name text, after_id uuid, max int)
returns table (id uuid, name text, state text, phone_last_four text, ask_id uuid)
language plpgsql stable security definer rows 25 set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
begin
  if not exists (select from private.my_station_ids() mine where mine = station_members.station_id) then
    raise exception 'not a station of yours' using errcode = 'NTFND';
  end if;
  return query
    select m.id, d.name, m.state, right(d.phone, 4), q.id
    from app.memberships m join app.member_details d on d.membership_id = m.id
    left join lateral (select a.id from app.drive_asks a join app.confirmation_drives c on c.id = a.drive_id and c.state = 'open'
      where a.membership_id = m.id and a.standing = 'waiting' and c.union_organisation_id = m.union_organisation_id
      order by c.answer_by limit 1) q on true
    where m.station_id = station_members.station_id and m.state in ('active', 'due', 'lapsed')
      and (not station_members.unanswered_only or q.id is not null)
      and (station_members.after_id is null or (d.name, m.id) > (station_members.after_name, station_members.after_id))
    order by d.name, m.id limit least(greatest(station_members.max, 0), 200);
end $$;

-- Lock a station of the caller's union. NTFND for everybody but its officers.
create function private.lock_station(station_id uuid) returns app.stations
language plpgsql set search_path = '' as $$
declare found_one app.stations;
begin
  select * into found_one from app.stations s where s.id = lock_station.station_id
    and s.union_organisation_id in (select private.my_organisation_ids('officer')) for update;
  if not found then raise exception 'no such station of your union' using errcode = 'NTFND'; end if;
  return found_one;
end $$;

-- Answers 'name_taken', and changes nothing, when a station of the union, a closed one too, is called so already.
create function private.add_station(id uuid, union_id uuid, name text, area_code text, platform_code text) returns text
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from private.my_organisation_ids('officer') mine where mine = add_station.union_id) then
    raise exception 'not a union of yours' using errcode = 'NTFND';
  end if;
  insert into app.stations (id, union_organisation_id, name, area_code, platform_code)
    values (add_station.id, add_station.union_id, add_station.name, add_station.area_code, add_station.platform_code)
    on conflict do nothing;
  if not exists (select from app.stations s where s.id = add_station.id and s.union_organisation_id = add_station.union_id) then
    return 'name_taken';
  end if;
  return 'done';
end $$;

create function private.change_station(station_id uuid, name text, area_code text, platform_code text) returns text
language plpgsql security definer set search_path = '' as $$
declare station app.stations := private.lock_station(change_station.station_id);
begin
  if exists (select from app.stations s where s.union_organisation_id = station.union_organisation_id and s.name = change_station.name
      and s.id <> station.id) then
    return 'name_taken';
  end if;
  update app.stations s set name = change_station.name, area_code = change_station.area_code, platform_code = change_station.platform_code
    where s.id = station.id;
  return 'done';
end $$;

-- Its members stay members, with the station in their facts until somebody changes it; its liaisons see nothing of it any more.
create function private.close_station(station_id uuid, closed boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare station app.stations := private.lock_station(close_station.station_id);
begin
  if (station.closed_at is not null) = close_station.closed then return; end if;
  update app.stations s set closed_at = case when close_station.closed then now() end where s.id = station.id;
end $$;

create function private.name_liaison(station_id uuid, user_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare station app.stations := private.lock_station(name_liaison.station_id);
begin
  if not exists (select from app.staff_roles r where r.user_id = name_liaison.user_id and r.role = 'liaison'
      and r.organisation_id = station.union_organisation_id) then
    raise exception 'no liaison of this union' using errcode = 'WRONG';
  end if;
  insert into app.station_liaisons (station_id, user_id) values (station.id, name_liaison.user_id) on conflict do nothing;
end $$;

create function private.end_liaison(station_id uuid, user_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare station app.stations := private.lock_station(end_liaison.station_id);
begin
  delete from app.station_liaisons l where l.station_id = station.id and l.user_id = end_liaison.user_id;
end $$;

grant execute on function private.my_stations(), private.station_members(uuid, boolean, text, uuid, int),
  private.add_station(uuid, uuid, text, text, text), private.change_station(uuid, text, text, text), private.close_station(uuid, boolean),
  private.name_liaison(uuid, uuid), private.end_liaison(uuid, uuid) to authenticated;
