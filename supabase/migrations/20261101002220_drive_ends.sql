-- How a drive goes on and ends: a second letter, figures while it runs, the end by hand or by the clock.

-- A drive of the caller's union, locked. NTFND for everybody but its officers.
create function private.lock_drive(drive_id uuid) returns app.confirmation_drives
language plpgsql set search_path = '' as $$
declare found_one app.confirmation_drives;
begin
  perform from app.confirmation_drives d where d.id = lock_drive.drive_id for no key update;
  select * into found_one from app.confirmation_drives d where d.id = lock_drive.drive_id
    and d.union_organisation_id in (select private.my_organisation_ids('officer'));
  if not found then raise exception 'no such drive of your union' using errcode = 'NTFND'; end if;
  return found_one;
end $$;

-- A second letter to everybody who was written to and has not answered. Once a drive: again changes nothing. Answers how many.
create function private.remind_drive(drive_id uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare the_drive app.confirmation_drives := private.lock_drive(drive_id); letters uuid[];
begin
  if the_drive.reminded_at is not null then return 0; end if;
  if the_drive.state <> 'open' or the_drive.answer_by < now() then raise exception 'the drive is over' using errcode = 'NOWAY'; end if;
  with written as (
    insert into app.notifications (drive_ask_id, event_seq, audience, channel, template)
      select q.id, 2, 'member', 'email', 'confirm_membership' from app.drive_asks q
      join app.member_details d on d.membership_id = q.membership_id and d.email is not null
      where q.drive_id = the_drive.id and q.standing = 'waiting' and q.channel = 'email' on conflict do nothing returning id)
  select array(select w.id from written w) into letters;
  update app.confirmation_drives d set reminded_at = now() where d.id = the_drive.id;
  perform private.send_in_bulk(letters);
  return cardinality(letters);
end $$;

-- No answer counts from here on; whoever has not given one lapses, by a job in small bites.
create function private.close_drive(drive_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare the_drive app.confirmation_drives := private.lock_drive(drive_id);
begin
  if the_drive.state <> 'open' or the_drive.answer_by < now() then return; end if;
  update app.confirmation_drives d set answer_by = now() - interval '1 millisecond', ended_by = auth.uid() where d.id = the_drive.id;
  perform private.enqueue('close_drives', json_build_object(), 'close_drives');
end $$;

-- One bite of the drives whose time is over: `bite` members lapse, with event and letter. Answers how many it moved, 0 when
-- nothing is left to do. Two at once take different drives; each holds its members for one bite only.
create function private.close_due_drives(bite int default 500) returns int
language plpgsql security definer set search_path = '' as $$
declare the_drive app.confirmation_drives; asks uuid[]; members uuid[]; letters uuid[]; lapsed_before int;
begin
  select d.* into the_drive from app.confirmation_drives d where d.state = 'open' and d.answer_by < now()
    order by d.answer_by limit 1 for no key update skip locked;
  if not found then return 0; end if;
  asks := array(select q.id from app.drive_asks q where q.drive_id = the_drive.id and q.standing in ('waiting', 'wrong_contact')
    and q.lapsed_at is null and q.dropped_at is null limit bite);
  if cardinality(asks) = 0 then
    update app.confirmation_drives d set state = 'closed', closed_at = now() where d.id = the_drive.id;
    return 1;
  end if;
  select count(*) into lapsed_before from app.drive_asks q where q.drive_id = the_drive.id and q.standing = 'lapsed';
  perform from app.memberships m where m.id in (select q.membership_id from app.drive_asks q where q.id = any (asks)) order by m.id for update;
  with ended as ( -- whoever answered while this waited for the lock is not among them any more
    update app.drive_asks q set lapsed_at = case when x.due then now() end, dropped_at = case when not x.due then now() end
      from app.memberships m cross join lateral (select m.state = 'due' and m.union_organisation_id = the_drive.union_organisation_id as due) x
      where q.id = any (asks) and m.id = q.membership_id and q.standing in ('waiting', 'wrong_contact')
      returning q.membership_id, x.due)
  select array_agg(e.membership_id) filter (where e.due) into members from ended e;
  update app.memberships m set state = 'lapsed', confirm_by = null, ended_at = now() where m.id = any (members);
  with told as (
    insert into app.membership_events (membership_id, seq, actor, kind, codes)
      select u.id, 1 + coalesce((select max(e.seq) from app.membership_events e where e.membership_id = u.id), 0), 'service', 'lapsed',
        jsonb_build_object('drive', the_drive.id) from unnest(members) as u (id) returning membership_id, seq),
  written as (
    insert into app.notifications (membership_id, event_seq, audience, channel, template)
      select t.membership_id, t.seq, 'member', 'email', 'member_news' from told t
      join app.member_details d on d.membership_id = t.membership_id and d.email is not null on conflict do nothing returning id)
  select array(select w.id from written w) into letters;
  perform private.send_in_bulk(letters, lapsed_before);
  return cardinality(asks);
end $$;

-- How a drive stands, for its officers: one index read through, whatever its size.
create function private.drive_progress(drive_id uuid) returns table (channel text, standing text, through text, members int)
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from app.confirmation_drives d where d.id = drive_progress.drive_id
      and d.union_organisation_id in (select private.my_organisation_ids('officer'))) then
    raise exception 'no such drive of your union' using errcode = 'NTFND';
  end if;
  return query select q.channel, q.standing, q.answered_through, count(*)::int from app.drive_asks q
    where q.drive_id = drive_progress.drive_id group by 1, 2, 3;
end $$;
grant execute on function private.remind_drive(uuid), private.close_drive(uuid), private.drive_progress(uuid) to authenticated;
grant execute on function private.close_due_drives(int) to service_role;
