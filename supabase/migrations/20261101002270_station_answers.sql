-- A question of a drive as the liaison of the member's station sees it: enough to ask whether all is still right and to write
-- the answer down (private.record_drive_answer), and afterwards who wrote down what. Of the phone number the last four, as in the
-- list of the station. NTFND for everybody else.
create function private.read_station_ask(drive_ask_id uuid)
returns table (membership_id uuid, union_organisation_id uuid, station_id uuid, name text, phone_last_four text, member_state text, area_code text,
  sector_code text, platform_code text, standing text, through text, answered_at timestamptz, answered_by text, mine boolean)
language plpgsql stable security definer rows 1 set search_path = '' as $$
begin
  return query
    select m.id, m.union_organisation_id, m.station_id, k.name, right(k.phone, 4), m.state, m.area_code, m.sector_code, m.platform_code,
      q.standing, q.answered_through, q.answered_at::timestamptz, p.name, coalesce(q.answered_by = (select auth.uid()), false)
    from app.drive_asks q join app.confirmation_drives d on d.id = q.drive_id
    join app.memberships m on m.id = q.membership_id and m.union_organisation_id = d.union_organisation_id
    join app.member_details k on k.membership_id = m.id left join app.people p on p.user_id = q.answered_by
    where q.id = read_station_ask.drive_ask_id and (m.station_id in (select private.my_station_ids()) -- or has told the caller of another one today
      or (q.answered_by = (select auth.uid()) and q.answered_at > now() - interval '1 day'
        and d.union_organisation_id = any (array(select private.my_organisation_ids('liaison')))));
  if not found then raise exception 'no such question at your stations' using errcode = 'NTFND'; end if;
end $$;
grant execute on function private.read_station_ask(uuid) to authenticated;
