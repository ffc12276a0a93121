-- The monthly report on paper: one of everything and one of each union's own place, in both languages, made by a job from what
-- is published and nothing else. The bytes lie in the store under the row's id; the row is written first, so that no object is
-- ever without one.
create table app.reports (
  id uuid primary key default gen_random_uuid(),
  month date not null check (extract(day from month) = 1),
  revision int not null check (revision between 1 and 99), -- of the publication that it shows
  organisation_id uuid references app.organisations (id) on delete restrict, -- the union whose place it is about; null: everything
  language text not null check (language in ('zh-CN', 'en')),
  bytes int check (bytes > 0),
  made_at timestamptz(3), -- null: it is being made
  replaced_at timestamptz(3), -- the month was told again, and there is a report of that; this one stays to be read
  constraint reports_made_whole check ((bytes is null) = (made_at is null)),
  constraint reports_once unique nulls not distinct (month, revision, organisation_id, language)
);
create index reports_list_idx on app.reports (language, organisation_id, month desc, revision desc); -- the list
create index reports_of_everything_idx on app.reports (language, month desc, revision desc) where organisation_id is null; -- the list: an empty column is no order
create index reports_organisation_id_idx on app.reports (organisation_id); -- foreign key
alter table app.reports enable row level security;
grant select on app.reports to authenticated;
create policy "analysts read the reports that are made" on app.reports for select to authenticated
  using (made_at is not null and (select private.reads_figures()));

-- Which are missing: of the three latest months, and of any month that was told again since its report was made.
create function private.reports_to_make() returns table (month date, revision int, organisation_id uuid, language text)
language sql stable security definer set search_path = '' as $$
  with told as (
    select p.month, max(p.revision) as revision from app.publications p where p.table_code = 'help_area_ending' group by p.month
  ), about as (
    select null::uuid as id union all
    select o.id from app.organisations o where o.kind = 'union' and o.active and o.area_code is not null
  )
  select t.month, t.revision, a.id, l.code from told t cross join about a cross join (values ('zh-CN'), ('en')) l (code)
  where (t.month in (select x.month from told x order by x.month desc limit 3) or exists (select from app.reports r
      where r.month = t.month and r.revision < t.revision and r.organisation_id is not distinct from a.id and r.language = l.code and r.made_at is not null))
    and not exists (select from app.reports r where r.month = t.month and r.revision = t.revision
      and r.organisation_id is not distinct from a.id and r.language = l.code and r.made_at is not null)
  order by t.month, a.id nulls first, l.code
$$;
-- The row of a report that is to be made, also when a job that died began it; null when it is made already.
create function private.begin_report(month date, revision int, organisation_id uuid, language text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare known app.reports;
begin
  insert into app.reports (month, revision, organisation_id, language)
    values (begin_report.month, begin_report.revision, begin_report.organisation_id, begin_report.language) on conflict do nothing;
  select * into known from app.reports r where r.month = begin_report.month and r.revision = begin_report.revision
    and r.organisation_id is not distinct from begin_report.organisation_id and r.language = begin_report.language;
  return case when known.made_at is null then known.id end;
end $$;

-- Whoever wants a letter when there is a new report, about one union's place or about everything, in the language of the report.
create table app.report_subscriptions (
  id uuid primary key default gen_random_uuid(), -- stands in the letter, and ends it only for whoever it belongs to
  user_id uuid not null references auth.users (id) on delete cascade,
  organisation_id uuid references app.organisations (id) on delete cascade, -- null: everything
  language text not null check (language in ('zh-CN', 'en')),
  since timestamptz(3) not null default now(),
  constraint report_subscriptions_once unique nulls not distinct (user_id, organisation_id, language)
);
create index report_subscriptions_about_idx on app.report_subscriptions (organisation_id, language); -- foreign key, whom to write
alter table app.report_subscriptions enable row level security;
grant select on app.report_subscriptions to authenticated;
create policy "subscribers read what they subscribed to" on app.report_subscriptions for select to authenticated
  using (user_id = (select auth.uid()));

-- Errors: NTFND not a reader of figures, or no such union. A second time changes nothing.
create function private.subscribe_reports(organisation_id uuid, language text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not private.reads_figures() or (subscribe_reports.organisation_id is not null and not exists (select from app.organisations o
      where o.id = subscribe_reports.organisation_id and o.kind = 'union' and o.active and o.area_code is not null)) then
    raise exception 'no such report for you' using errcode = 'NTFND';
  end if;
  insert into app.report_subscriptions (user_id, organisation_id, language)
    values (auth.uid(), subscribe_reports.organisation_id, subscribe_reports.language) on conflict do nothing;
end $$;
-- One's own, also when one may read no report any more. A second time changes nothing, and neither does somebody else's.
create function private.unsubscribe_reports(subscription_id uuid) returns void
language sql security definer set search_path = '' as $$
  delete from app.report_subscriptions s where s.id = unsubscribe_reports.subscription_id and s.user_id = auth.uid()
$$;
grant execute on function private.subscribe_reports(uuid, text), private.unsubscribe_reports(uuid) to authenticated;

-- Still a reader of figures? Asked when the letter is written down, and again when it is sent.
create function private.is_reader(person uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from app.staff_roles s where s.user_id = is_reader.person and s.role in ('analyst', 'officer', 'administrator'))
$$;
