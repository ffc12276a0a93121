-- Drives: members are asked whether what is known of them is still right. Starting one asks everybody it is for in one
-- transaction; what is set in motion for many is done for all of them in one statement.

-- What a member said and what did not fit by itself: a number that belongs to somebody else's membership, a place or station
-- by another name. An officer settles it, and with that it is gone.
create table app.drive_changes (
  drive_ask_id uuid primary key references app.drive_asks (id) on delete cascade,
  drive_id uuid not null references app.confirmation_drives (id) on delete cascade,
  phone text check (phone ~ '^\+?[0-9]{7,15}$'),
  place text check (length(place) between 1 and 80),
  station text check (length(station) between 1 and 80),
  said_at timestamptz(3) not null default now(),
  constraint drive_changes_say_something check (num_nonnulls(phone, place, station) > 0)
);
create index drive_changes_drive_id_idx on app.drive_changes (drive_id, said_at, drive_ask_id); -- foreign key, list
alter table app.drive_changes enable row level security;
grant select on app.drive_changes to authenticated;
create policy "officers read what members said in their drives" on app.drive_changes for select to authenticated
  using (exists (select from app.confirmation_drives d where d.id = drive_changes.drive_id));

-- Whoever is settled in another way (has left, moved on, was confirmed by an officer) is not waited for any longer, whichever
-- function did it. Answering and lapsing write the ask first, so that they find nothing here.
create function private.drop_drive_ask() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  update app.drive_asks q set dropped_at = now() where q.membership_id = new.id and q.standing = 'waiting';
  return null;
end $$;
create trigger memberships_settled after update of state, union_organisation_id on app.memberships for each row
  when (old.state = 'due' and (new.state <> 'due' or new.union_organisation_id <> old.union_organisation_id))
  execute function private.drop_drive_ask();

-- Letters to many: one job each, behind every other job, and no faster than the mail provider takes them (two a second).
create function private.send_in_bulk(notification_ids uuid[], already int default 0) returns void
language plpgsql set search_path = '' as $$
begin
  perform graphile_worker.add_jobs(array(
    select row('send_notification', json_build_object('notificationId', n.id), null, now() + (already + n.place - 1) * interval '500 milliseconds',
      12, 'send_notification:' || n.id, 10, null)::graphile_worker.job_spec
    from unnest(notification_ids) with ordinality as n (id, place)));
end $$;

-- The end of a day in Beijing.
create function private.end_of_day(day date) returns timestamptz
language sql immutable set search_path = '' as $$
  select ((day + 1)::timestamp at time zone 'Asia/Shanghai') - interval '1 millisecond'
$$;
create function private.today() returns date
language sql stable set search_path = '' as $$ select (now() at time zone 'Asia/Shanghai')::date $$;

-- Whom a drive is for, and how each of them is asked: by a letter where there is an address, else by the liaison of the
-- station, else by a call. `area_code` means everything below it too.
create function private.drive_members(organisation_id uuid, not_confirmed_since date, area_code text, sector_code text, platform_code text,
  station_id uuid) returns table (membership_id uuid, channel text)
language sql stable set search_path = '' as $$
  with recursive places as (
    select a.code from app.areas a where a.code = drive_members.area_code
    union all
    select a.code from app.areas a join places p on a.parent_code = p.code
  )
  select m.id, case when d.email is not null then 'email'
      when exists (select from app.station_liaisons l join app.stations s on s.id = l.station_id and s.closed_at is null
        where l.station_id = m.station_id) then 'station' else 'phone' end
  from app.memberships m join app.member_details d on d.membership_id = m.id
  where m.union_organisation_id = drive_members.organisation_id and m.state = 'active'
    and m.confirmed_at < (drive_members.not_confirmed_since::timestamp at time zone 'Asia/Shanghai')
    and (drive_members.area_code is null or m.area_code in (select p.code from places p))
    and (drive_members.sector_code is null or m.sector_code = drive_members.sector_code)
    and (drive_members.platform_code is null or m.platform_code = drive_members.platform_code)
    and (drive_members.station_id is null or m.station_id = drive_members.station_id)
$$;

create function private.must_be_officer(organisation_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  if organisation_id not in (select private.my_organisation_ids('officer')) then
    raise exception 'no such union of yours' using errcode = 'NTFND';
  end if;
end $$;

-- How many would be asked, by channel. Changes nothing.
create function private.preview_drive(organisation_id uuid, not_confirmed_since date, area_code text, sector_code text, platform_code text,
  station_id uuid) returns table (channel text, members int)
language plpgsql stable security definer set search_path = '' as $$
begin
  perform private.must_be_officer(organisation_id);
  return query select w.channel, count(*)::int from private.drive_members(preview_drive.organisation_id, preview_drive.not_confirmed_since,
    preview_drive.area_code, preview_drive.sector_code, preview_drive.platform_code, preview_drive.station_id) w group by 1;
end $$;

-- Asks everybody it is for: members become due, with the event, the question and, where there is an address, the letter.
-- Answers how many; the same id again changes nothing. WRONG when there is nobody to ask, or the day is not 7 to 60 days away.
create function private.start_drive(id uuid, organisation_id uuid, name text, not_confirmed_since date, area_code text, sector_code text,
  platform_code text, station_id uuid, answer_by date) returns int
language plpgsql security definer set search_path = '' as $$
declare known app.confirmation_drives; until timestamptz := private.end_of_day(answer_by); letters uuid[]; how_many int;
begin
  perform private.must_be_officer(organisation_id);
  -- two officers at once ask one after the other, so that nobody is asked by both
  perform from app.organisations o where o.id = start_drive.organisation_id for no key update;
  select * into known from app.confirmation_drives d where d.id = start_drive.id;
  if found then
    perform private.must_be_officer(known.union_organisation_id);
    return known.asked;
  end if;
  if answer_by - private.today() not between 7 and 60 or not_confirmed_since > private.today() + 1 or (station_id is not null
      and not exists (select from app.stations s where s.id = start_drive.station_id and s.union_organisation_id = start_drive.organisation_id)) then
    raise exception 'not a drive that can be started' using errcode = 'WRONG';
  end if;
  insert into app.confirmation_drives (id, union_organisation_id, name, not_confirmed_since, area_code, sector_code, platform_code, station_id,
      answer_by, created_by)
    values (start_drive.id, start_drive.organisation_id, start_drive.name, start_drive.not_confirmed_since::timestamp at time zone 'Asia/Shanghai',
      start_drive.area_code, start_drive.sector_code, start_drive.platform_code, start_drive.station_id, until, auth.uid());
  with due as (
    update app.memberships m set state = 'due', confirm_by = until
      from private.drive_members(start_drive.organisation_id, start_drive.not_confirmed_since, start_drive.area_code, start_drive.sector_code,
        start_drive.platform_code, start_drive.station_id) w
      where m.id = w.membership_id and m.state = 'active' returning m.id, w.channel),
  asks as (
    insert into app.drive_asks (drive_id, membership_id, channel) select start_drive.id, d.id, d.channel from due d
      returning drive_asks.id, drive_asks.membership_id, drive_asks.channel),
  told as (
    insert into app.membership_events (membership_id, seq, actor, actor_id, kind, codes)
      select a.membership_id, 1 + coalesce((select max(e.seq) from app.membership_events e where e.membership_id = a.membership_id), 0),
        'staff', auth.uid(), 'asked_to_confirm', jsonb_build_object('drive', start_drive.id, 'channel', a.channel) from asks a),
  written as (
    insert into app.notifications (drive_ask_id, event_seq, audience, channel, template)
      select a.id, 1, 'member', 'email', 'confirm_membership' from asks a where a.channel = 'email' returning notifications.id)
  select (select count(*) from asks), array(select w.id from written w) into how_many, letters;
  if how_many = 0 then raise exception 'nobody to ask' using errcode = 'WRONG'; end if;
  update app.confirmation_drives d set asked = how_many where d.id = start_drive.id;
  perform private.send_in_bulk(letters);
  return how_many;
end $$;
grant execute on function private.preview_drive(uuid, date, text, text, text, uuid),
  private.start_drive(uuid, uuid, text, date, text, text, text, uuid, date) to authenticated;
