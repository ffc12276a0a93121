-- What happens to a membership between joining and leaving: who looked, what changed, who left and came back.

-- Who opened a member's phone number and the rest, by the hour, as with the contact of a case. The member reads it.
create table app.member_views (
  membership_id uuid not null references app.memberships (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete restrict,
  organisation_id uuid not null references app.organisations (id) on delete restrict,
  hour timestamptz(3) not null default date_trunc('hour', now()),
  primary key (membership_id, user_id, hour)
);
create index member_views_membership_idx on app.member_views (membership_id, hour desc, organisation_id); -- the member's list
create index member_views_user_id_idx on app.member_views (user_id); -- foreign key
create index member_views_organisation_id_idx on app.member_views (organisation_id); -- foreign key
alter table app.member_views enable row level security;
grant select (membership_id, organisation_id, hour) on app.member_views to authenticated;
create policy "members read who looked at their contact" on app.member_views for select to authenticated
  using (membership_id = any (array(select private.my_membership_ids())));

-- An officer opens what is not shown at first sight; `phone_shared`: another member of some union gave the same number.
create function private.open_member(membership_id uuid)
returns table (phone text, email text, gender text, birth_year int, id_last_four text, language text, phone_shared boolean)
language plpgsql security definer set search_path = '' as $$
declare member app.memberships;
begin
  member := private.lock_membership(open_member.membership_id);
  insert into app.member_views (membership_id, user_id, organisation_id)
    values (member.id, auth.uid(), member.union_organisation_id) on conflict do nothing;
  return query select d.phone, d.email, d.gender, d.birth_year, d.id_last_four, d.language, member.phone_hash is null
    from app.member_details d where d.membership_id = member.id;
end $$;

-- Lock a membership of the caller's own. Whoever else may stand for a member is added to private.my_membership_ids alone.
create function private.lock_own_membership(membership_id uuid) returns app.memberships
language plpgsql set search_path = '' as $$
declare found_one app.memberships;
begin
  perform from app.memberships m where m.id = lock_own_membership.membership_id for update;
  select * into found_one from app.memberships m where m.id = lock_own_membership.membership_id
    and m.id in (select private.my_membership_ids());
  if not found then raise exception 'no such membership of yours' using errcode = 'NTFND'; end if;
  return found_one;
end $$;

-- Write what differs, and one event that names the fields and nothing else. A number that another member has: an officer is
-- told ('phone_taken', nothing changed); a member is not, or anybody could ask who is a member: the number is taken without
-- the hash that must be unique, and the officer sees it (open_member.phone_shared).
create function private.apply_member_changes(member app.memberships, actor text, changes jsonb, phone_hash bytea) returns text
language plpgsql set search_path = '' as $$
declare known jsonb; fields text[]; kept bytea := member.phone_hash; told int;
begin
  if member.state = 'left' then raise exception 'left' using errcode = 'NOWAY'; end if;
  select jsonb_build_object('name', d.name, 'phone', d.phone, 'email', d.email, 'area', member.area_code, 'sector', member.sector_code,
    'platform', member.platform_code, 'workingForm', member.working_form, 'station', member.station_id) into known
  from app.member_details d where d.membership_id = member.id;
  if exists (select from jsonb_object_keys(changes) k where not known ? k) then
    raise exception 'no such fact' using errcode = 'WRONG';
  end if;
  select coalesce(array_agg(c.key order by c.key), '{}') into fields from jsonb_each(changes) c where c.value is distinct from known -> c.key;
  if fields = '{}' then return 'done'; end if;
  if 'phone' = any (fields) then
    if phone_hash is null then raise exception 'a number without its hash' using errcode = 'WRONG'; end if;
    kept := phone_hash;
    if exists (select from app.memberships o where o.phone_hash = apply_member_changes.phone_hash and o.id <> member.id and o.state <> 'left') then
      if actor = 'staff' then return 'phone_taken'; end if;
      kept := null;
    end if;
  end if;
  if 'station' = any (fields) and changes ->> 'station' is not null and not exists (select from app.stations s
      where s.id = (changes ->> 'station')::uuid and s.union_organisation_id = member.union_organisation_id and s.closed_at is null) then
    raise exception 'not an open station of this union' using errcode = 'WRONG';
  end if;
  known := known || changes;
  update app.memberships m set area_code = known ->> 'area', sector_code = known ->> 'sector', platform_code = known ->> 'platform',
    working_form = known ->> 'workingForm', station_id = (known ->> 'station')::uuid, phone_hash = kept where m.id = member.id;
  update app.member_details d set name = known ->> 'name', phone = known ->> 'phone', email = known ->> 'email'
    where d.membership_id = member.id;
  perform private.tell_member(member.id, actor, 'changed', jsonb_build_object('fields', to_jsonb(fields)));
  return 'done';
end $$;

-- An event of a membership, and the letter that says that there is one.
create function private.tell_member(membership_id uuid, actor text, kind text, codes jsonb default '{}') returns void
language plpgsql set search_path = '' as $$
begin
  perform private.append_membership_event(membership_id, actor, kind, codes);
  perform private.notify_member(tell_member.membership_id, (select max(e.seq) from app.membership_events e
    where e.membership_id = tell_member.membership_id));
end $$;

create function private.change_member(membership_id uuid, changes jsonb, phone_hash bytea) returns text
language sql security definer set search_path = '' as $$
  select private.apply_member_changes(private.lock_membership(change_member.membership_id), 'staff', change_member.changes, change_member.phone_hash)
$$;
-- A member's own name and station stay the union's to change.
create function private.change_own_membership(membership_id uuid, changes jsonb, phone_hash bytea) returns text
language plpgsql security definer set search_path = '' as $$
declare member app.memberships := private.lock_own_membership(change_own_membership.membership_id);
begin
  if changes ? 'name' or changes ? 'station' then raise exception 'the union changes this' using errcode = 'WRONG'; end if;
  return private.apply_member_changes(member, 'member', changes, change_own_membership.phone_hash);
end $$;

-- Leaving ends it, whoever has asked for what in the meantime. A second time changes nothing.
create function private.apply_leaving(member app.memberships, actor text, reason text) returns void
language plpgsql set search_path = '' as $$
begin
  if member.state = 'left' then return; end if;
  if reason not in ('own_wish', 'left_trade', 'moved_away', 'died', 'double', 'other') then
    raise exception 'no such reason' using errcode = 'WRONG';
  end if;
  update app.memberships m set state = 'left', confirm_by = null, ended_at = now() where m.id = member.id;
  if reason = 'died' then -- no letter
    perform private.append_membership_event(member.id, actor, 'left', jsonb_build_object('reason', reason));
  else
    perform private.tell_member(member.id, actor, 'left', jsonb_build_object('reason', reason));
  end if;
end $$;
create function private.end_membership(membership_id uuid, reason text) returns void
language sql security definer set search_path = '' as $$
  select private.apply_leaving(private.lock_membership(end_membership.membership_id), 'staff', end_membership.reason)
$$;
create function private.leave_union(membership_id uuid) returns void
language sql security definer set search_path = '' as $$
  select private.apply_leaving(private.lock_own_membership(leave_union.membership_id), 'member', 'own_wish')
$$;

-- Whoever left or lapsed comes back under the old number. Answers 'member_elsewhere', and changes nothing, when by phone or
-- ID number the person has joined anew meanwhile.
create function private.rejoin_member(membership_id uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare member app.memberships := private.lock_membership(rejoin_member.membership_id);
begin
  if member.state in ('active', 'due') then return 'done'; end if;
  if exists (select from app.memberships o where o.id <> member.id and o.state <> 'left'
      and (o.phone_hash = member.phone_hash or o.id_hash = member.id_hash)) then
    return 'member_elsewhere';
  end if;
  update app.memberships m set state = 'active', ended_at = null, confirmed_at = now() where m.id = member.id;
  perform private.tell_member(member.id, 'staff', 'rejoined');
  return 'done';
end $$;

grant execute on function private.open_member(uuid), private.change_member(uuid, jsonb, bytea), private.end_membership(uuid, text),
  private.rejoin_member(uuid), private.change_own_membership(uuid, jsonb, bytea), private.leave_union(uuid) to authenticated;
