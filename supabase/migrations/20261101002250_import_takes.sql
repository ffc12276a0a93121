-- Taking over what was read, undoing it, and forgetting it.

-- A member who is here already gets what the file says and does not leave blank. False when somebody else has the number by now.
create function private.alter_by_import(the_row app.import_rows, ours uuid, station_id uuid) returns boolean
language plpgsql set search_path = '' as $$
declare m app.memberships; d app.member_details; fields text[];
begin
  perform from app.memberships x where x.id = the_row.membership_id for update;
  select * into m from app.memberships x where x.id = the_row.membership_id and x.union_organisation_id = ours and x.state <> 'left';
  if not found then return false; end if;
  select * into d from app.member_details x where x.membership_id = m.id;
  select array_agg(f.field) into fields from (values ('name', the_row.name <> d.name), ('phone', the_row.phone <> d.phone),
      ('email', the_row.email is distinct from d.email and the_row.email is not null),
      ('gender', the_row.gender is distinct from d.gender and the_row.gender is not null),
      ('birthYear', the_row.birth_year is distinct from d.birth_year and the_row.birth_year is not null),
      ('id', the_row.id_hash is distinct from m.id_hash and the_row.id_hash is not null),
      ('area', the_row.area_code <> m.area_code), ('sector', the_row.sector_code <> m.sector_code),
      ('platform', the_row.platform_code is distinct from m.platform_code and the_row.platform_code is not null),
      ('workingForm', the_row.working_form is distinct from m.working_form and the_row.working_form is not null),
      ('station', station_id is distinct from m.station_id and station_id is not null)) as f (field, differs) where f.differs;
  if fields is null then return false; end if;
  update app.memberships x set phone_hash = the_row.phone_hash, id_hash = coalesce(the_row.id_hash, x.id_hash), area_code = the_row.area_code,
      sector_code = the_row.sector_code, platform_code = coalesce(the_row.platform_code, x.platform_code),
      working_form = coalesce(the_row.working_form, x.working_form), station_id = coalesce(alter_by_import.station_id, x.station_id)
    where x.id = m.id;
  update app.member_details x set name = the_row.name, phone = the_row.phone, email = coalesce(the_row.email, x.email),
      gender = coalesce(the_row.gender, x.gender), birth_year = coalesce(the_row.birth_year, x.birth_year),
      id_last_four = coalesce(the_row.id_last_four, x.id_last_four)
    where x.membership_id = m.id;
  perform private.append_membership_event(m.id, 'staff', 'changed', jsonb_build_object('fields', fields, 'import', the_row.import_id));
  return true;
exception when unique_violation then return false;
end $$;

-- One bite of rows becomes members, or alters them. Answers how many rows it has dealt with; 0 when it is done or was stopped.
-- Whoever has become a member elsewhere in the meantime is left out.
create function private.take_over_rows(import_id uuid, bite int default 500) returns int
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports; picked int[]; made int; altered int := 0; the_row app.import_rows; station uuid;
begin
  if not private.keep_import(import_id, 'applying') then return 0; end if;
  select * into the_import from app.member_imports i where i.id = take_over_rows.import_id;
  picked := array(select r.row_no from app.import_rows r where r.import_id = the_import.id and r.outcome is null and r.verdict in ('new', 'update')
    order by r.row_no limit bite);
  if cardinality(picked) = 0 then
    perform private.finish_import(the_import.id, false);
    return 0;
  end if;
  if the_import.add_stations then
    insert into app.stations (union_organisation_id, name)
      select distinct the_import.union_organisation_id, r.station from app.import_rows r
        where r.import_id = the_import.id and r.row_no = any (picked) and r.station is not null
      on conflict on constraint stations_name_once do nothing;
  end if;
  with fresh as (
    select r.*, s.id as station_id, gen_random_uuid() as new_id from app.import_rows r
      left join app.stations s on s.union_organisation_id = the_import.union_organisation_id and s.name = r.station
      where r.import_id = the_import.id and r.row_no = any (picked) and r.verdict = 'new'),
  joined as (
    insert into app.memberships (id, union_organisation_id, joined_at, confirmed_at, area_code, sector_code, platform_code, working_form, station_id,
        id_hash, phone_hash)
      select f.new_id, the_import.union_organisation_id, t.at, t.at, f.area_code, f.sector_code, f.platform_code, f.working_form, f.station_id,
        f.id_hash, f.phone_hash
      from fresh f cross join lateral (select coalesce(f.joined_on::timestamp at time zone 'Asia/Shanghai', now()) as at) t
      on conflict do nothing returning memberships.id),
  described as (
    insert into app.member_details (membership_id, name, phone, email, gender, birth_year, id_last_four)
      select j.id, f.name, f.phone, f.email, f.gender, f.birth_year, f.id_last_four from joined j join fresh f on f.new_id = j.id),
  told as (
    insert into app.membership_events (membership_id, seq, actor, actor_id, kind, codes)
      select j.id, 1, 'staff', the_import.taken_by, 'imported', jsonb_build_object('import', the_import.id) from joined j)
  update app.import_rows r set outcome = 'made', membership_id = j.id from joined j join fresh f on f.new_id = j.id
    where r.import_id = the_import.id and r.row_no = f.row_no;
  get diagnostics made = row_count;
  if the_import.take_existing = 'update' then
    for the_row in select r.* from app.import_rows r where r.import_id = the_import.id and r.row_no = any (picked) and r.verdict = 'update'
        order by r.membership_id loop
      station := (select s.id from app.stations s where s.union_organisation_id = the_import.union_organisation_id and s.name = the_row.station);
      if private.alter_by_import(the_row, the_import.union_organisation_id, station) then
        update app.import_rows r set outcome = 'altered' where r.import_id = the_import.id and r.row_no = the_row.row_no;
        altered := altered + 1;
      end if;
    end loop;
  end if;
  -- what is dealt with is forgotten at once
  update app.import_rows r set outcome = coalesce(r.outcome, 'skipped'), name = null, phone = null, phone_hash = null, id_last_four = null,
      id_hash = null, email = null, gender = null, birth_year = null, area_code = null, sector_code = null, platform_code = null,
      working_form = null, station = null, joined_on = null
    where r.import_id = the_import.id and r.row_no = any (picked);
  update app.member_imports i set done_rows = i.done_rows + cardinality(picked), made_rows = i.made_rows + made,
      altered_rows = i.altered_rows + altered, skipped_rows = i.skipped_rows + cardinality(picked) - made - altered
    where i.id = the_import.id;
  return cardinality(picked);
end $$;

-- One bite of undoing: members whom this import made and whom nobody has touched go, all others stay. 0 when it is done.
create function private.undo_import_rows(import_id uuid, bite int default 500) returns int
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports; the_row app.import_rows; gone int := 0; last int; seen int := 0;
begin
  if not private.keep_import(import_id, 'undoing') then return 0; end if;
  select * into the_import from app.member_imports i where i.id = undo_import_rows.import_id;
  for the_row in select r.* from app.import_rows r where r.import_id = the_import.id and r.row_no > the_import.undone_through
      and r.outcome = 'made' order by r.row_no limit bite loop
    last := the_row.row_no;
    seen := seen + 1;
    perform from app.memberships m where m.id = the_row.membership_id for update;
    begin
      delete from app.memberships m where m.id = the_row.membership_id and m.union_organisation_id = the_import.union_organisation_id
        and m.state = 'active' and m.user_id is null
        and not exists (select from app.membership_events e where e.membership_id = m.id and e.seq > 1);
      if found then
        update app.import_rows r set outcome = 'undone' where r.import_id = the_import.id and r.row_no = the_row.row_no;
        gone := gone + 1;
      end if;
    exception when foreign_key_violation then null; -- something hangs on it: somebody has touched it
    end;
  end loop;
  update app.member_imports i set undone_rows = i.undone_rows + gone, undone_through = coalesce(last, i.undone_through),
      state = case when seen = 0 then 'undone' else i.state end, changed_at = case when seen = 0 then now() else i.changed_at end,
      held_until = case when seen > 0 then i.held_until end
    where i.id = the_import.id;
  return seen;
end $$;

-- Once an hour: after seven days nothing is left of a file but its figures, whatever became of it; what was begun and never
-- sent goes after a day.
create function private.purge_imports() returns int
language plpgsql security definer set search_path = '' as $$
declare over uuid; forgotten int := 0;
begin
  for over in select i.id from app.member_imports i where (i.file_id is not null or i.problems_file_id is not null)
      and i.state not in ('applying', 'undoing') and (i.created_at < now() - interval '7 days' or (i.state = 'uploading' and i.created_at < now() - interval '1 day'))
      order by i.created_at limit 200 for no key update skip locked loop
    update app.member_imports i set file_id = null, problems_file_id = null, held_until = null,
        changed_at = case when i.state in ('uploading', 'reading', 'unmapped', 'ready') then now() else i.changed_at end,
        state = case when i.state in ('uploading', 'reading', 'unmapped', 'ready') then 'cancelled' else i.state end
      where i.id = over;
    delete from app.import_rows r using app.member_imports i where i.id = over and r.import_id = over and i.state = 'cancelled';
    forgotten := forgotten + 1;
  end loop;
  return forgotten;
end $$;
grant execute on function private.import_to_work(uuid), private.let_go_of_import(uuid), private.wake_imports(),
  private.import_headed(uuid, int, jsonb), private.import_unmapped(uuid), private.import_failed(uuid, text),
  private.stage_import_rows(uuid, jsonb, int), private.import_problems_key(uuid), private.import_read(uuid, int, boolean),
  private.take_over_rows(uuid, int), private.undo_import_rows(uuid, int), private.purge_imports() to service_role;
