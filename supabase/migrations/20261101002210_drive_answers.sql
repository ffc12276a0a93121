-- Answers in a drive: from the member's own link, on the phone, at the station. Whoever changes a membership locks it before
-- its ask, so that an answer and the clock never wait for each other.

-- Correct what is known of a member; answers which facts are different now. The membership is locked by whoever calls. 23505
-- when the phone belongs to another membership.
create function private.change_member_facts(membership_id uuid, changes jsonb) returns text[]
language plpgsql set search_path = '' as $$
declare before app.memberships; old_phone text; fields text[] := '{}'; k record;
begin
  select * into before from app.memberships m where m.id = change_member_facts.membership_id;
  select d.phone into old_phone from app.member_details d where d.membership_id = change_member_facts.membership_id;
  select * into k from jsonb_to_record(changes) as c ("phone" text, "phoneHash" text, "area" text, "sector" text, "platform" text, "station" uuid);
  if k.station is not null and not exists (select from app.stations s where s.id = k.station and s.closed_at is null
      and s.union_organisation_id = before.union_organisation_id) then
    raise exception 'a station of another union' using errcode = 'WRONG';
  end if;
  if k.phone is distinct from old_phone and k.phone is not null and k."phoneHash" is not null then
    update app.memberships m set phone_hash = decode(k."phoneHash", 'hex') where m.id = before.id;
    update app.member_details d set phone = k.phone where d.membership_id = before.id;
    fields := fields || 'phone'::text;
  end if;
  if k.area is distinct from before.area_code and k.area is not null then fields := fields || 'area'::text; end if;
  if k.sector is distinct from before.sector_code and k.sector is not null then fields := fields || 'sector'::text; end if;
  if k.platform is distinct from before.platform_code and k.platform is not null then fields := fields || 'platform'::text; end if;
  if k.station is distinct from before.station_id and k.station is not null then fields := fields || 'station'::text; end if;
  update app.memberships m set area_code = coalesce(k.area, m.area_code), sector_code = coalesce(k.sector, m.sector_code),
    platform_code = coalesce(k.platform, m.platform_code), station_id = coalesce(k.station, m.station_id) where m.id = before.id;
  return fields;
end $$;

-- One answer, from whichever side; the caller has been checked. The same answer again changes nothing. Whoever answered in the
-- place of the member can be followed by the member. TAKEN when there is another answer, NOWAY when nobody waits for one.
create function private.take_drive_answer(drive_ask_id uuid, answer text, through text, changes jsonb) returns void
language plpgsql set search_path = '' as $$
declare ask app.drive_asks; member app.memberships; fields text[]; left_over app.drive_changes;
  by_link boolean := through = 'link'; actor text := case when through = 'link' then 'member' else 'staff' end;
begin
  perform from app.memberships m where m.id = (select q.membership_id from app.drive_asks q where q.id = take_drive_answer.drive_ask_id) for update;
  select * into ask from app.drive_asks q where q.id = take_drive_answer.drive_ask_id;
  select * into member from app.memberships m where m.id = ask.membership_id;
  if ask.answer = take_drive_answer.answer then return; end if;
  if ask.answer <> 'wrong_contact' or (ask.answer is not null and by_link) then
    raise exception 'answered already' using errcode = 'TAKEN';
  end if;
  if not (member.state = 'due' or (member.state = 'lapsed' and not by_link)) or member.union_organisation_id <>
      (select d.union_organisation_id from app.confirmation_drives d where d.id = ask.drive_id) then
    raise exception 'nobody waits for this answer' using errcode = 'NOWAY';
  end if;
  update app.drive_asks q set answered_at = now(), answer = take_drive_answer.answer, answered_through = through, answered_by = auth.uid()
    where q.id = ask.id;
  if answer = 'wrong_contact' then
    if by_link then -- the address is somebody else's: nothing is sent there again
      update app.member_details d set email = null where d.membership_id = member.id;
      perform private.append_membership_event(member.id, actor, 'changed', jsonb_build_object('fields', array['email'], 'drive', ask.drive_id));
    end if;
    return;
  end if;
  if answer = 'left' then
    update app.memberships m set state = 'left', confirm_by = null, ended_at = now() where m.id = member.id;
    perform private.append_membership_event(member.id, actor, 'left', jsonb_build_object('drive', ask.drive_id, 'through', through));
    return;
  end if;
  update app.memberships m set state = 'active', confirm_by = null, ended_at = null, confirmed_at = now() where m.id = member.id;
  perform private.append_membership_event(member.id, actor, 'confirmed',
    jsonb_build_object('drive', ask.drive_id, 'answer', answer, 'through', through));
  if answer <> 'changed' then return; end if;
  left_over.place := changes ->> 'place'; -- and, under another name, a station that the union does not know
  left_over.station := changes ->> 'stationName';
  begin
    fields := private.change_member_facts(member.id, changes);
  exception when unique_violation then -- never told to whoever typed it: else anybody could ask whose number that is
    left_over.phone := changes ->> 'phone';
    fields := private.change_member_facts(member.id, changes - 'phone');
  end;
  if cardinality(fields) > 0 then
    perform private.append_membership_event(member.id, actor, 'changed', jsonb_build_object('fields', fields, 'drive', ask.drive_id));
  end if;
  if num_nonnulls(left_over.phone, left_over.place, left_over.station) > 0 then
    insert into app.drive_changes (drive_ask_id, drive_id, phone, place, station)
      values (ask.id, ask.drive_id, left_over.phone, left_over.place, left_over.station) on conflict do nothing;
  end if;
end $$;

-- For whoever has the link: the web has checked its token before it asks here. Says who asks and, only while an answer is
-- waited for, as much of the member as tells them that they are meant: the first sign of the name, the end of the phone number.
create function private.read_drive_ask(drive_ask_id uuid)
returns table (name_zh text, name_en text, area_code text, union_organisation_id uuid, standing text, over boolean, answer_by timestamptz,
  name_sign text, phone_tail text)
language sql stable security definer set search_path = '' as $$
  select o.name_zh, o.name_en, o.area_code, o.id, q.standing, x.over, d.answer_by,
    case when q.standing = 'waiting' and not x.over then left(k.name, 1) end, case when q.standing = 'waiting' and not x.over then right(k.phone, 4) end
  from app.drive_asks q join app.confirmation_drives d on d.id = q.drive_id join app.organisations o on o.id = d.union_organisation_id
  join app.memberships m on m.id = q.membership_id join app.member_details k on k.membership_id = m.id
  cross join lateral (select d.state = 'closed' or d.answer_by < now() or q.standing in ('lapsed', 'dropped') as over) x
  where q.id = read_drive_ask.drive_ask_id
$$;
-- The same caller answers. NTFND for no such ask, NOWAY once it is over.
create function private.answer_drive_ask(drive_ask_id uuid, answer text, changes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from app.drive_asks q where q.id = answer_drive_ask.drive_ask_id) then
    raise exception 'no such question' using errcode = 'NTFND';
  end if;
  if exists (select from private.read_drive_ask(answer_drive_ask.drive_ask_id) r where r.over and r.standing <> answer_drive_ask.answer) then
    raise exception 'the drive is over' using errcode = 'NOWAY';
  end if;
  perform private.take_drive_answer(drive_ask_id, answer, 'link', coalesce(changes, '{}'));
end $$;
grant execute on function private.read_drive_ask(uuid), private.answer_drive_ask(uuid, text, jsonb) to receipt_holder;

-- What a member said to an officer on the phone, or to the liaison of the station. NTFND for everybody else. Also after the
-- drive: whoever had lapsed and says that all is right is active again.
create function private.record_drive_answer(drive_ask_id uuid, answer text, through text, changes jsonb default '{}') returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from app.drive_asks q join app.confirmation_drives d on d.id = q.drive_id join app.memberships m on m.id = q.membership_id
      where q.id = record_drive_answer.drive_ask_id and (d.union_organisation_id in (select private.my_organisation_ids('officer'))
        or (m.station_id in (select private.my_station_ids()) and m.union_organisation_id = d.union_organisation_id))) then
    raise exception 'no such question in your drives' using errcode = 'NTFND';
  end if;
  if through not in ('phone', 'station') then raise exception 'not a way to be told' using errcode = 'WRONG'; end if;
  perform private.take_drive_answer(drive_ask_id, answer, through, coalesce(changes, '{}'));
end $$;

-- What did not fit by itself has been looked at: corrected as `changes` says, or with none set aside. 23505 when the phone still
-- belongs to somebody else. Done before, it changes nothing.
create function private.settle_drive_change(drive_ask_id uuid, changes jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare ask app.drive_asks; fields text[];
begin
  select q.* into ask from app.drive_asks q join app.confirmation_drives d on d.id = q.drive_id
    where q.id = settle_drive_change.drive_ask_id and d.union_organisation_id in (select private.my_organisation_ids('officer'));
  if not found then raise exception 'no such question in your drives' using errcode = 'NTFND'; end if;
  perform private.lock_membership(ask.membership_id);
  delete from app.drive_changes c where c.drive_ask_id = ask.id;
  if not found then return; end if;
  fields := private.change_member_facts(ask.membership_id, coalesce(changes, '{}'));
  if cardinality(fields) > 0 then
    perform private.append_membership_event(ask.membership_id, 'staff', 'changed', jsonb_build_object('fields', fields, 'drive', ask.drive_id));
  end if;
end $$;
grant execute on function private.record_drive_answer(uuid, text, text, jsonb), private.settle_drive_change(uuid, jsonb) to authenticated;
