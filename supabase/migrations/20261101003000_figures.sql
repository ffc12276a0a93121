-- What is published: cells of fixed tables of closed months, made safe before they are written (app/domain/figures). Whoever
-- reads figures reads these and nothing else of anybody's case or membership.
create table app.publications (
  table_code text not null check (table_code in ('enrolment_area_sector', 'enrolment_area_platform', 'enrolment_area_campaign',
    'help_area_category', 'help_area_ending', 'help_category_ending', 'help_sector_ending', 'help_platform_ending')),
  month date not null check (extract(day from month) = 1),
  revision int not null check (revision between 1 and 99),
  published_at timestamptz(3) not null default now(),
  note_zh text check (length(note_zh) between 1 and 1000), -- why it was published again
  note_en text check (length(note_en) between 1 and 1000),
  primary key (table_code, month, revision),
  constraint publications_again_with_note check (revision = 1 or num_nonnulls(note_zh, note_en) = 2)
);
create table app.published_cells (
  table_code text not null,
  month date not null,
  revision int not null,
  measure text not null check (measure in ('applications', 'approvals', 'transfers_in', 'ended', 'members', 'days_to_approval_median',
    'retention_rate', 'filed', 'accepted_in_time_rate', 'hours_to_reply_median', 'hours_to_reply_p90', 'endings', 'days_to_outcome_median',
    'days_to_outcome_p90', 'money_recovered_yuan', 'nights_housed', 'rating_mean')),
  row_code text not null,
  column_code text not null,
  value numeric, -- null: there is somebody, and it is not shown. Zeros have no row
  n int, -- on how many a rate, a middle, a sum or a mean rests; itself a number that is shown
  primary key (table_code, month, revision, measure, row_code, column_code),
  constraint published_cells_of_publication foreign key (table_code, month, revision)
    references app.publications (table_code, month, revision) on delete cascade
);
-- One place through all months: the line of a chart.
create index published_cells_line_idx on app.published_cells (table_code, measure, row_code, column_code, month);

-- What a month was counted as when it was last published, so that publishing it again gives nothing away. Read by nobody.
create table app.figure_snapshots (
  month date primary key,
  revision int not null,
  counts jsonb not null,
  hidden jsonb not null
);

-- Figures are for those who look after the whole: analysts and officers of unions, and who runs the desk.
create function private.reads_figures() returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select private.my_organisation_ids('analyst', 'officer', 'administrator'))
$$;
grant execute on function private.reads_figures() to authenticated;

alter table app.figure_snapshots enable row level security;
alter table app.publications enable row level security;
alter table app.published_cells enable row level security;
grant select on app.publications, app.published_cells to authenticated;
create policy "analysts read when something was published" on app.publications for select to authenticated
  using ((select private.reads_figures()));
create policy "analysts read what is published" on app.published_cells for select to authenticated
  using ((select private.reads_figures()));

-- A month is told when it is over for good: three days are given for an acceptance that still counts as in time.
create function private.closed_months() returns setof date
language sql stable security definer set search_path = '' as $$
  select m::date from generate_series(
    coalesce((select date_trunc('month', min(c.created_at) at time zone 'Asia/Shanghai') from app.cases c),
      date_trunc('month', now() at time zone 'Asia/Shanghai')),
    date_trunc('month', (now() - interval '4 days') at time zone 'Asia/Shanghai') - interval '1 month', interval '1 month') as m
$$;
create function private.months_to_publish() returns setof date
language sql stable security definer set search_path = '' as $$
  select m from private.closed_months() as m where not exists (select from app.publications p where p.month = m) order by m
$$;

create function private.last_snapshot(month date) returns table (counts jsonb, hidden jsonb)
language sql stable security definer set search_path = '' as $$
  select s.counts, s.hidden from app.figure_snapshots s where s.month = last_snapshot.month
$$;
-- The year before a month and the year after it, as far as they are published: what was counted of these measures, and hidden.
create function private.snapshots_around(about date, measures text[]) returns table (month date, counts jsonb, hidden jsonb)
language sql stable security definer set search_path = '' as $$
  select s.month, (select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(s.counts) as c where c ->> 'measure' = any (measures)), s.hidden
  from app.figure_snapshots s
  where s.month between about - interval '12 months' and about + interval '12 months'
    and s.month <> about
  order by s.month
$$;
-- All tables of a month in one transaction. `cells` is made by app/domain/figures/publish.server.ts. A month that stands
-- already is published again with a note, or refused (WRONG).
create function private.publish_month(month date, cells jsonb, counts jsonb, hidden jsonb, note_zh text, note_en text) returns int
language plpgsql security definer set search_path = '' as $$
declare next_revision int;
begin
  perform pg_advisory_xact_lock(hashtextextended('publish_month', 0));
  if publish_month.month not in (select private.closed_months()) then raise exception 'the month is not over' using errcode = 'WRONG'; end if;
  select coalesce(max(p.revision), 0) + 1 into next_revision from app.publications p where p.month = publish_month.month;
  if next_revision > 1 and num_nonnulls(publish_month.note_zh, publish_month.note_en) < 2 then
    raise exception 'published already' using errcode = 'WRONG';
  end if;
  insert into app.publications (table_code, month, revision, note_zh, note_en)
    select t, publish_month.month, next_revision, publish_month.note_zh, publish_month.note_en
    from unnest(array['enrolment_area_sector', 'enrolment_area_platform', 'enrolment_area_campaign', 'help_area_category',
      'help_area_ending', 'help_category_ending', 'help_sector_ending', 'help_platform_ending']) as t;
  insert into app.published_cells (table_code, month, revision, measure, row_code, column_code, value, n)
    select c."tableCode", publish_month.month, next_revision, c.measure, c.row, c."column", c.value, c.n
    from jsonb_to_recordset(cells) as c ("tableCode" text, measure text, "row" text, "column" text, value numeric, n int);
  insert into app.figure_snapshots (month, revision, counts, hidden)
    values (publish_month.month, next_revision, publish_month.counts, publish_month.hidden)
    on conflict on constraint figure_snapshots_pkey do update set revision = excluded.revision, counts = excluded.counts, hidden = excluded.hidden;
  return next_revision;
end $$;
grant execute on function private.months_to_publish(), private.last_snapshot(date), private.snapshots_around(date, text[]),
  private.publish_month(date, jsonb, jsonb, jsonb, text, text) to service_role;
