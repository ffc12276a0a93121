-- The job's side of an import: it holds the import while it works, in bites, and every bite is whole. Whatever dies half-way
-- is begun again by the clock; reading starts from the first row, taking over and undoing go on where they were.

-- Take an import in hand. Nothing when another job holds it or there is nothing to do. A file that five jobs died of is given up.
create function private.import_to_work(import_id uuid)
returns table (state text, organisation_id uuid, union_area text, kind text, file_id uuid, language text, area_code text, sector_code text,
  header_row int, columns jsonb)
language plpgsql security definer set search_path = '' as $$
declare the_import app.member_imports;
begin
  select * into the_import from app.member_imports i where i.id = import_to_work.import_id and i.state in ('reading', 'applying', 'undoing')
    and coalesce(i.held_until, '-infinity') < clock_timestamp() for no key update;
  if not found then return; end if;
  if the_import.tries >= 5 then
    if the_import.state = 'reading' then
      perform private.import_failed(the_import.id, 'broken');
    elsif the_import.state = 'applying' then
      perform private.finish_import(the_import.id, true);
    else
      update app.member_imports i set state = 'undone', changed_at = now() where i.id = the_import.id;
    end if;
    return;
  end if;
  update app.member_imports i set held_until = clock_timestamp() + interval '90 seconds', tries = i.tries + 1 where i.id = the_import.id;
  return query select the_import.state, the_import.union_organisation_id, o.area_code, the_import.kind, the_import.file_id,
    the_import.language, the_import.area_code, the_import.sector_code, the_import.header_row, the_import.columns
    from app.organisations o where o.id = the_import.union_organisation_id;
end $$;
-- A job that failed lets go, so that the next need not wait.
create function private.let_go_of_import(import_id uuid) returns void
language sql security definer set search_path = '' as $$
  update app.member_imports i set held_until = null where i.id = let_go_of_import.import_id
$$;
-- Once a minute: what is to be worked on and nobody holds.
create function private.wake_imports() returns int
language plpgsql security definer set search_path = '' as $$
declare waiting uuid; woken int := 0;
begin
  for waiting in select i.id from app.member_imports i where i.state in ('reading', 'applying', 'undoing')
      and i.changed_at < now() - interval '2 minutes' and coalesce(i.held_until, '-infinity') < now() limit 50 loop
    perform private.work_on_import(waiting);
    woken := woken + 1;
  end loop;
  return woken;
end $$;

-- Still this import's job? False once it was stopped.
create function private.keep_import(import_id uuid, wanted text) returns boolean
language plpgsql set search_path = '' as $$
begin
  update app.member_imports i set held_until = clock_timestamp() + interval '90 seconds',
      tries = case when keep_import.wanted = 'reading' then i.tries else 0 end -- a file is read from its beginning each time: that is no progress
    where i.id = keep_import.import_id and i.state = keep_import.wanted;
  return found;
end $$;

-- The headings were found in this row and mean this. What was read before is read anew.
create function private.import_headed(import_id uuid, header_row int, columns jsonb) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if not private.keep_import(import_id, 'reading') then return false; end if;
  delete from app.import_rows r where r.import_id = import_headed.import_id;
  update app.member_imports i set header_row = import_headed.header_row, columns = import_headed.columns, read_rows = 0
    where i.id = import_headed.import_id;
  return true;
end $$;
create function private.import_unmapped(import_id uuid) returns void
language sql security definer set search_path = '' as $$
  update app.member_imports i set state = 'unmapped', changed_at = now(), held_until = null
  where i.id = import_unmapped.import_id and i.state = 'reading'
$$;
create function private.import_failed(import_id uuid, failure text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  delete from app.import_rows r where r.import_id = import_failed.import_id;
  update app.member_imports i set state = 'failed', changed_at = now(), failure = import_failed.failure, file_id = null, held_until = null
    where i.id = import_failed.import_id and i.state = 'reading';
end $$;

-- One bite of rows as app/domain/roster/roster-row.ts made them, compared with who is a member: `rows` are what it answers, with
-- a verdict of the job's own for rows with a problem. Answers the rows that will not be taken, and why; nothing once it was stopped.
create function private.stage_import_rows(import_id uuid, rows jsonb, read_rows int, out going_on boolean, out refused jsonb)
language plpgsql security definer set search_path = '' as $$
declare ours uuid;
begin
  going_on := private.keep_import(import_id, 'reading');
  refused := '[]';
  if not going_on then return; end if;
  select i.union_organisation_id into ours from app.member_imports i where i.id = stage_import_rows.import_id;
  with given as (
    select r."rowNo" as row_no, coalesce(r.problems, '[]') as problems, r.verdict, r.name, r.phone, decode(r."phoneHash", 'hex') as phone_hash,
      r."idLastFour" as id_last_four, decode(r."idHash", 'hex') as id_hash, r.email, r.gender, r."birthYear" as birth_year,
      r."areaCode" as area_code, r."sectorCode" as sector_code, r."platformCode" as platform_code, r."workingForm" as working_form, r.station,
      r."joinedOn" as joined_on
    from jsonb_to_recordset(stage_import_rows.rows) as r ("rowNo" int, problems jsonb, verdict text, name text, phone text, "phoneHash" text,
      "idLastFour" text, "idHash" text, email text, gender text, "birthYear" int, "areaCode" text, "sectorCode" text, "platformCode" text,
      "workingForm" text, station text, "joinedOn" date)),
  judged as (
    select g.*, m.id as member_id, m.union_organisation_id as member_of, j.verdict as judged, j.problem
    from given g
    left join app.memberships p on p.phone_hash = g.phone_hash and p.state <> 'left' and g.verdict is null
    left join app.memberships n on n.id_hash = g.id_hash and n.state <> 'left' and g.verdict is null
    left join app.memberships m on m.id = coalesce(p.id, n.id)
    left join app.member_details d on d.membership_id = m.id
    left join app.stations s on s.id = m.station_id
    cross join lateral (select case
      when g.verdict is not null then g.verdict
      when p.id <> n.id or m.id_hash <> g.id_hash then 'error'
      when m.union_organisation_id <> ours then 'elsewhere'
      when m.id is null and (exists (select from app.memberships b where b.union_organisation_id = ours and b.state = 'left'
        and b.phone_hash = g.phone_hash) or exists (select from app.memberships b where b.union_organisation_id = ours and b.state = 'left'
        and b.id_hash = g.id_hash)) then 'left'
      when m.id is null then 'new'
      when (g.name, g.phone, coalesce(g.email, d.email), coalesce(g.gender, d.gender), coalesce(g.birth_year, d.birth_year),
          coalesce(g.id_hash, m.id_hash), g.area_code, g.sector_code, coalesce(g.platform_code, m.platform_code),
          coalesce(g.working_form, m.working_form), coalesce(g.station, s.name))
        is not distinct from (d.name, d.phone, d.email, d.gender, d.birth_year, m.id_hash, m.area_code, m.sector_code, m.platform_code,
          m.working_form, s.name) then 'same'
      else 'update' end as verdict,
      case when p.id <> n.id then 'two_members' when m.id_hash <> g.id_hash then 'other_id' end as problem) j),
  kept as (
    insert into app.import_rows as k (import_id, row_no, verdict, problems, name, phone, phone_hash, id_last_four, id_hash, email, gender, birth_year,
        area_code, sector_code, platform_code, working_form, station, joined_on, membership_id, other_union_id)
      select stage_import_rows.import_id, j.row_no, j.judged,
        case when j.problem is not null then jsonb_build_array(jsonb_build_object('field', 'id', 'code', j.problem)) else j.problems end,
        x.name, x.phone, x.phone_hash, x.id_last_four, x.id_hash, x.email, x.gender, x.birth_year, x.area_code, x.sector_code, x.platform_code,
        x.working_form, x.station, x.joined_on, case when j.judged in ('update', 'same') then j.member_id end,
        case when j.judged = 'elsewhere' then j.member_of end
      from judged j left join given x on x.row_no = j.row_no and j.judged not in ('error', 'duplicate') -- nothing of a row that cannot be taken
      on conflict do nothing returning k.row_no, k.verdict, k.problems, k.other_union_id),
  told as (
    select k.row_no, k.verdict, case when k.verdict = 'elsewhere' then jsonb_build_array(jsonb_build_object('field', 'phone', 'code', 'elsewhere',
        'name', case when i.language = 'en' then o.name_en else o.name_zh end))
      when k.verdict = 'left' then '[{"field": "phone", "code": "has_left"}]' else k.problems end as problems
    from kept k join app.member_imports i on i.id = stage_import_rows.import_id left join app.organisations o on o.id = k.other_union_id),
  noted as (update app.member_imports i set read_rows = stage_import_rows.read_rows where i.id = stage_import_rows.import_id)
  select coalesce(jsonb_agg(jsonb_build_object('rowNo', t.row_no, 'problems', t.problems) order by t.row_no)
    filter (where t.verdict in ('error', 'duplicate', 'elsewhere', 'left')), '[]') into refused from told t;
end $$;

-- The key under which the rows to correct are to be stored, when there are any.
create function private.import_problems_key(import_id uuid) returns uuid
language sql security definer set search_path = '' as $$
  update app.member_imports i set problems_file_id = coalesce(i.problems_file_id, gen_random_uuid())
  where i.id = import_problems_key.import_id and i.state = 'reading' returning i.problems_file_id
$$;
-- Read to the end: an officer decides.
create function private.import_read(import_id uuid, total_rows int, with_problems boolean) returns void
language sql security definer set search_path = '' as $$
  update app.member_imports i set state = 'ready', changed_at = now(), total_rows = import_read.total_rows, held_until = null,
    counts = (select coalesce(jsonb_object_agg(t.verdict, t.n), '{}')
      from (select r.verdict, count(*)::int as n from app.import_rows r where r.import_id = import_read.import_id group by 1) t),
    problems_file_id = case when with_problems then i.problems_file_id end
  where i.id = import_read.import_id and i.state = 'reading'
$$;
