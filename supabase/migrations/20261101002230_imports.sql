-- A union's list of members comes in as a file. The bytes lie in the private bucket under a key that the row holds; a job
-- reads them into `import_rows`, an officer sees what would happen, and only then does anything reach a membership.

insert into app.transitions (noun, from_state, to_state)
select 'import', f, unnest(t) from (values
  ('uploading', array['reading', 'cancelled']),
  ('reading', array['unmapped', 'ready', 'failed', 'cancelled']),
  ('unmapped', array['reading', 'cancelled']),
  ('ready', array['reading', 'applying', 'cancelled']),
  ('applying', array['applied']),
  ('applied', array['undoing']),
  ('undoing', array['undone'])) as s (f, t);

create table app.member_imports (
  id uuid primary key, -- made with the form's page: sent twice, it is one import
  union_organisation_id uuid not null references app.organisations (id) on delete cascade,
  uploaded_by uuid references auth.users (id) on delete set null,
  file_name text not null check (length(file_name) between 1 and 200),
  kind text not null check (kind in ('csv', 'xlsx')),
  size int not null check (size between 1 and 10485760),
  file_id uuid default gen_random_uuid(), -- under which the bytes lie; null once they are removed
  problems_file_id uuid, -- the rows that are not taken, with the reasons, to correct and bring again
  language text not null check (language in ('zh-CN', 'en')), -- of the reasons
  area_code text references app.areas (code) on delete restrict, -- for rows that do not say where, nor which trade
  sector_code text references app.sectors (code) on delete restrict,
  state text not null default 'uploading' constraint imports_state_check
    check (state in ('uploading', 'reading', 'unmapped', 'ready', 'failed', 'cancelled', 'applying', 'applied', 'undoing', 'undone')),
  failure text constraint imports_failure_check check (failure in ('unreadable', 'too_many_rows', 'no_rows', 'too_large', 'lost', 'broken')),
  header_row int, -- which row of the file holds the headings
  columns jsonb not null default '[]', -- in the file's order: {"heading": as it stands there, "field": what it is taken for, or null}
  created_at timestamptz(3) not null default now(),
  changed_at timestamptz(3) not null default now(), -- since when in this state
  total_rows int not null default 0,
  read_rows int not null default 0,
  counts jsonb not null default '{}', -- verdict: rows
  take_existing text check (take_existing in ('update', 'skip')), -- what the officer chose for members who are here already
  add_stations boolean, -- and for stations by names that the union does not know
  done_rows int not null default 0,
  made_rows int not null default 0,
  altered_rows int not null default 0,
  skipped_rows int not null default 0,
  undone_rows int not null default 0,
  undone_through int not null default 0, -- row number
  stopped boolean not null default false, -- by an officer, half-way: what was taken over stays
  taken_by uuid references auth.users (id) on delete set null,
  finished_at timestamptz(3), -- since when applied; for a day it can be undone
  held_until timestamptz(3), -- a job is at work and says so until then; one that died says nothing more
  tries int not null default 0, -- jobs begun since anything last came of one
  constraint imports_failed_whole check ((failure is not null) = (state = 'failed')),
  constraint imports_file_while_needed check (file_id is not null or state not in ('uploading', 'reading', 'unmapped', 'ready'))
);
create index member_imports_union_idx on app.member_imports (union_organisation_id, created_at desc, id); -- foreign key, policy, list
create index member_imports_uploaded_by_idx on app.member_imports (uploaded_by); -- foreign key
create index member_imports_taken_by_idx on app.member_imports (taken_by); -- foreign key
create index member_imports_area_code_idx on app.member_imports (area_code); -- foreign key
create index member_imports_sector_code_idx on app.member_imports (sector_code); -- foreign key
create index member_imports_at_work_idx on app.member_imports (changed_at) where state in ('reading', 'applying', 'undoing'); -- jobs that died
create index member_imports_kept_idx on app.member_imports (created_at) where file_id is not null or problems_file_id is not null; -- the hourly purge
create trigger member_imports_transition before update of state on app.member_imports
  for each row execute function private.refuse_unlisted_transition('import');

-- What would become of each row. Facts stand here from reading to taking over and no longer; of a row that cannot be taken only
-- where and why. No whole ID number.
create table app.import_rows (
  import_id uuid not null references app.member_imports (id) on delete cascade,
  row_no int not null, -- as a table program counts them: the first line is 1
  verdict text not null constraint import_rows_verdict_check
    check (verdict in ('new', 'update', 'same', 'duplicate', 'elsewhere', 'left', 'error')),
  problems jsonb not null default '[]', -- {"field", "code", "row" or "name" where the reason needs it}; never what was typed
  name text check (length(name) between 1 and 60),
  phone text check (phone ~ '^\+?[0-9]{7,15}$'),
  phone_hash bytea check (length(phone_hash) = 32),
  id_last_four text check (id_last_four ~ '^[0-9]{3}[0-9X]$'),
  id_hash bytea check (length(id_hash) = 32),
  email text check (email like '%_@_%' and length(email) <= 254),
  gender text check (gender in ('female', 'male')),
  birth_year int check (birth_year between 1930 and 2020),
  area_code text references app.areas (code) on delete restrict,
  sector_code text references app.sectors (code) on delete restrict,
  platform_code text references app.platforms (code) on delete restrict,
  working_form text check (working_form in ('contract', 'outsourced', 'crowd', 'own_account', 'unsure')),
  station text check (length(station) between 1 and 80),
  joined_on date,
  membership_id uuid references app.memberships (id) on delete set null, -- whom it is about; whom it made
  other_union_id uuid references app.organisations (id) on delete cascade, -- where they are a member
  outcome text constraint import_rows_outcome_check check (outcome in ('made', 'altered', 'skipped', 'undone')),
  primary key (import_id, row_no)
);
create index import_rows_verdict_idx on app.import_rows (import_id, verdict, row_no); -- list
create index import_rows_to_do_idx on app.import_rows (import_id, row_no) where outcome is null and verdict in ('new', 'update'); -- the job
create index import_rows_membership_id_idx on app.import_rows (membership_id); -- foreign key
create index import_rows_other_union_id_idx on app.import_rows (other_union_id); -- foreign key
create index import_rows_area_code_idx on app.import_rows (area_code); -- foreign key
create index import_rows_sector_code_idx on app.import_rows (sector_code); -- foreign key
create index import_rows_platform_code_idx on app.import_rows (platform_code); -- foreign key

-- Whoever left this union is recognised in a file, and not made a member a second time.
create index memberships_left_phone_idx on app.memberships (phone_hash) where state = 'left';

-- Keys of bytes and hashes are shown to nobody.
alter table app.member_imports enable row level security;
alter table app.import_rows enable row level security;
grant select (id, union_organisation_id, uploaded_by, file_name, kind, size, language, area_code, sector_code, state, failure, header_row, columns,
    created_at, changed_at, total_rows, read_rows, counts, take_existing, add_stations, done_rows, made_rows, altered_rows, skipped_rows,
    undone_rows, stopped, taken_by, finished_at) on app.member_imports to authenticated;
grant select (import_id, row_no, verdict, problems, name, phone, station, membership_id, other_union_id, outcome) on app.import_rows to authenticated;
create policy "officers read the imports of their union" on app.member_imports for select to authenticated
  using (union_organisation_id = any (array(select private.my_organisation_ids('officer'))));
create policy "officers read the rows of their imports" on app.import_rows for select to authenticated
  using (exists (select from app.member_imports i where i.id = import_rows.import_id));

-- Bytes that no row stands for any more are removed by the job of all files.
create function private.forget_import_files() returns trigger
language plpgsql security definer set search_path = '' as $$
declare gone uuid;
begin
  foreach gone in array array[old.file_id, old.problems_file_id] loop
    if gone is not null and (tg_op = 'DELETE' or gone not in (coalesce(new.file_id, old.id), coalesce(new.problems_file_id, old.id))) then
      perform private.enqueue('remove_file', json_build_object('fileId', gone), 'remove_file:' || gone);
    end if;
  end loop;
  return null;
end $$;
create trigger member_imports_forgotten after update of file_id, problems_file_id or delete on app.member_imports
  for each row execute function private.forget_import_files();
create or replace function private.file_is_gone(id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select from app.attachments a where a.id = file_is_gone.id)
    and not exists (select from app.member_imports i where file_is_gone.id in (i.file_id, i.problems_file_id))
$$;

-- An import of the caller's union, locked. NTFND for everybody but its officers.
create function private.lock_import(import_id uuid) returns app.member_imports
language plpgsql set search_path = '' as $$
declare found_one app.member_imports;
begin
  perform from app.member_imports i where i.id = lock_import.import_id for no key update;
  select * into found_one from app.member_imports i where i.id = lock_import.import_id
    and i.union_organisation_id in (select private.my_organisation_ids('officer'));
  if not found then raise exception 'no such import of your union' using errcode = 'NTFND'; end if;
  return found_one;
end $$;
create function private.work_on_import(import_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  perform private.enqueue('work_import', json_build_object('importId', import_id), 'work_import:' || import_id);
end $$;

-- The row comes first. Answers the key under which the bytes are to be stored; the same id again answers the same key, and null
-- once the bytes are there.
create function private.begin_import(id uuid, organisation_id uuid, file_name text, kind text, size int, language text, area_code text,
  sector_code text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare known app.member_imports;
begin
  perform private.must_be_officer(organisation_id);
  insert into app.member_imports (id, union_organisation_id, uploaded_by, file_name, kind, size, language, area_code, sector_code)
    values (begin_import.id, begin_import.organisation_id, auth.uid(), begin_import.file_name, begin_import.kind, begin_import.size,
      begin_import.language, begin_import.area_code, begin_import.sector_code) on conflict do nothing;
  known := private.lock_import(begin_import.id);
  return case when known.state = 'uploading' then known.file_id end;
end $$;
-- Said once the bytes are there: they are read from now on. Again changes nothing.
create function private.import_stored(import_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports := private.lock_import(import_id);
begin
  if the_import.state <> 'uploading' then return; end if;
  update app.member_imports i set state = 'reading', changed_at = now() where i.id = the_import.id;
  perform private.work_on_import(the_import.id);
end $$;

-- The officer says what the columns are; the file is read once more. WRONG when name or phone is missing, or one is named twice.
create function private.map_import(import_id uuid, fields text[], area_code text, sector_code text) returns void
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports := private.lock_import(import_id); named text[] := array_remove(array_remove(fields, null), '');
begin
  if the_import.state not in ('unmapped', 'ready') then raise exception 'not waiting for its columns' using errcode = 'NOWAY'; end if;
  if cardinality(fields) <> jsonb_array_length(the_import.columns) or not named @> array['name', 'phone']
      or cardinality(named) <> (select count(distinct f) from unnest(named) as f) then
    raise exception 'not the columns of this file' using errcode = 'WRONG';
  end if;
  update app.member_imports i set state = 'reading', changed_at = now(), held_until = null, tries = 0, read_rows = 0, counts = '{}',
      area_code = map_import.area_code, sector_code = map_import.sector_code,
      columns = (select jsonb_agg(jsonb_set(c.value, '{field}', coalesce(to_jsonb(nullif(fields[c.place], '')), 'null')) order by c.place)
        from jsonb_array_elements(i.columns) with ordinality as c (value, place))
    where i.id = the_import.id;
  delete from app.import_rows r where r.import_id = the_import.id;
  perform private.work_on_import(the_import.id);
end $$;

-- What was shown is taken over. TAKEN when that is not what it would do any more; again changes nothing.
create function private.take_over_import(import_id uuid, take_existing text, add_stations boolean, shown_new int, shown_update int) returns void
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports := private.lock_import(import_id);
begin
  if the_import.state in ('applying', 'applied') then return; end if;
  if the_import.state <> 'ready' then raise exception 'nothing to take over' using errcode = 'NOWAY'; end if;
  if coalesce((the_import.counts ->> 'new')::int, 0) <> shown_new or coalesce((the_import.counts ->> 'update')::int, 0) <> shown_update then
    raise exception 'it would do something else by now' using errcode = 'TAKEN';
  end if;
  update app.member_imports i set state = 'applying', changed_at = now(), held_until = null, tries = 0,
      take_existing = take_over_import.take_existing, add_stations = take_over_import.add_stations, taken_by = auth.uid()
    where i.id = the_import.id;
  perform private.work_on_import(the_import.id);
end $$;

-- No more of it. Before anything was taken over nothing is left of it; half-way what was taken over stays, and can be undone.
create function private.stop_import(import_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports := private.lock_import(import_id);
begin
  if the_import.state in ('uploading', 'reading', 'unmapped', 'ready') then
    update app.member_imports i set state = 'cancelled', changed_at = now(), file_id = null, problems_file_id = null, held_until = null
      where i.id = the_import.id;
    delete from app.import_rows r where r.import_id = the_import.id;
  elsif the_import.state = 'applying' then
    perform private.finish_import(the_import.id, true);
  end if;
end $$;

-- For a day: whoever was made by it, and whom nobody has touched since, is taken out again. NOWAY afterwards.
create function private.undo_import(import_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports := private.lock_import(import_id);
begin
  if the_import.state in ('undoing', 'undone') then return; end if;
  if the_import.state <> 'applied' or the_import.finished_at < now() - interval '1 day' then
    raise exception 'too late to undo' using errcode = 'NOWAY';
  end if;
  update app.member_imports i set state = 'undoing', changed_at = now(), held_until = null, tries = 0 where i.id = the_import.id;
  perform private.work_on_import(the_import.id);
end $$;

-- The key of the rows to correct, for the officers; null when there are none, or their time is over.
create function private.import_problems_file(import_id uuid) returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  if not exists (select from app.member_imports i where i.id = import_problems_file.import_id
      and i.union_organisation_id in (select private.my_organisation_ids('officer'))) then
    raise exception 'no such import of your union' using errcode = 'NTFND';
  end if;
  return (select i.problems_file_id from app.member_imports i where i.id = import_problems_file.import_id);
end $$;

-- Taken over, or as far as it was let: the facts go, and the file with them. Called by those who have locked it.
create function private.finish_import(import_id uuid, half_way boolean) returns void
language plpgsql set search_path = '' as $$
begin
  update app.import_rows r set name = null, phone = null, phone_hash = null, id_last_four = null, id_hash = null, email = null, gender = null,
      birth_year = null, area_code = null, sector_code = null, platform_code = null, working_form = null, station = null, joined_on = null
    where r.import_id = finish_import.import_id and r.phone_hash is not null;
  update app.member_imports i set state = 'applied', changed_at = now(), finished_at = now(), stopped = half_way, file_id = null, held_until = null
    where i.id = finish_import.import_id;
end $$;
grant execute on function private.begin_import(uuid, uuid, text, text, int, text, text, text), private.import_stored(uuid),
  private.map_import(uuid, text[], text, text), private.take_over_import(uuid, text, boolean, int, int), private.stop_import(uuid),
  private.undo_import(uuid), private.import_problems_file(uuid) to authenticated;
