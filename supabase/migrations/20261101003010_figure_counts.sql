-- What the published tables are made from, month by month in Beijing time: counts of the smallest cells, and how many different
-- people stand behind them at least: each event weighs 1 / (events of its person in the month), so the weights of any set of
-- events add up to no more than its people. Called by the job that publishes, and by nobody else.

-- The first moment of a month in Beijing.
create function private.month_start(month date) returns timestamptz
language sql stable set search_path = '' as $$ select month::timestamp at time zone 'Asia/Shanghai' $$;
-- Months and what was never said are written out below: a function would be called for every row of every year.
create function private.help_counts(from_month date, to_month date)
returns table (table_code text, measure text, month date, row_code text, column_code text, value bigint, people numeric)
language sql stable security definer set search_path = '' as $$
  with filed as (
    select date_trunc('month', c.created_at at time zone 'Asia/Shanghai')::date as month, coalesce(c.area_code, 'none') as area, split_part(c.category_code, '.', 1) as category,
      1.0 / count(*) over (partition by c.request_id, date_trunc('month', c.created_at at time zone 'Asia/Shanghai')::date) as weight
    from app.cases c
    where c.created_at >= private.month_start(from_month) and c.created_at < private.month_start((to_month + interval '1 month')::date)
  ), ended as (
    select o.case_id, o.answered_at as at, o.answer || '.' || case o.code when 'got_help' then 'got_help' when 'partly' then 'partly' else 'not_helped' end as ending
    from app.outcomes o where o.answer in ('confirmed', 'unanswered', 'disputed')
      and o.answered_at >= private.month_start(from_month) and o.answered_at < private.month_start((to_month + interval '1 month')::date)
    union all
    select c.id, c.closed_at, c.close_reason from app.cases c where c.close_reason in ('withdrawn', 'desk')
      and c.closed_at >= private.month_start(from_month) and c.closed_at < private.month_start((to_month + interval '1 month')::date)
  ), endings as (
    select date_trunc('month', e.at at time zone 'Asia/Shanghai')::date as month, coalesce(c.area_code, 'none') as area, split_part(c.category_code, '.', 1) as category,
      coalesce(c.sector_code, 'none') as sector, coalesce(c.platform_code, 'none') as platform, e.ending,
      1.0 / count(*) over (partition by c.request_id, date_trunc('month', e.at at time zone 'Asia/Shanghai')::date) as weight
    from ended e join app.cases c on c.id = e.case_id
  )
  select 'help_area_category', 'filed', f.month, f.area, f.category, count(*), sum(f.weight) from filed f group by f.month, f.area, f.category
  union all
  select case when e.area is not null then 'help_area_ending' when e.category is not null then 'help_category_ending'
      when e.sector is not null then 'help_sector_ending' else 'help_platform_ending' end, 'endings', e.month,
    coalesce(e.area, e.category, e.sector, e.platform), e.ending, count(*), sum(e.weight)
  from endings e group by grouping sets ((e.month, e.ending, e.area), (e.month, e.ending, e.category), (e.month, e.ending, e.sector),
    (e.month, e.ending, e.platform))
$$;

-- One event is one person here, except where somebody applies twice in a month, which is not possible while the first waits.
create function private.enrolment_counts(from_month date, to_month date)
returns table (table_code text, measure text, month date, row_code text, column_code text, value bigint, people numeric)
language sql stable security definer set search_path = '' as $$
  with span as (select private.month_start(from_month) as since, private.month_start((to_month + interval '1 month')::date) as before),
  events as (
    select 'applications' as measure, date_trunc('month', a.first_submitted_at at time zone 'Asia/Shanghai')::date as month, a.area_code as area, a.sector_code as sector,
      coalesce(a.platform_code, 'none') as platform, coalesce(k.kind, 'none') as campaign
    from span, app.membership_applications a left join app.join_campaigns k on k.id = a.campaign_id
    where a.first_submitted_at >= span.since and a.first_submitted_at < span.before
    union all
    select 'approvals', date_trunc('month', a.decided_at at time zone 'Asia/Shanghai')::date, a.area_code, a.sector_code, coalesce(a.platform_code, 'none'), coalesce(k.kind, 'none')
    from span, app.membership_applications a left join app.join_campaigns k on k.id = a.campaign_id
    where a.state = 'approved' and a.decided_at >= span.since and a.decided_at < span.before
    union all
    select case e.kind when 'transferred' then 'transfers_in' else 'ended' end, date_trunc('month', e.at at time zone 'Asia/Shanghai')::date, m.area_code, m.sector_code, null, null
    from span, app.membership_events e join app.memberships m on m.id = e.membership_id
    where e.kind in ('transferred', 'lapsed', 'left') and e.at >= span.since and e.at < span.before
  )
  select case when e.sector is not null then 'enrolment_area_sector' when e.platform is not null then 'enrolment_area_platform'
      else 'enrolment_area_campaign' end, e.measure, e.month, e.area, coalesce(e.sector, e.platform, e.campaign), count(*), count(*)
  from events e group by grouping sets ((e.measure, e.month, e.area, e.sector), (e.measure, e.month, e.area, e.platform),
    (e.measure, e.month, e.area, e.campaign))
  having num_nonnulls(e.sector, e.platform, e.campaign) = 1
  union all
  select 'enrolment_area_sector', 'members', t.month::date, m.area_code, m.sector_code, count(*), count(*)
  from generate_series(from_month, to_month, interval '1 month') as t (month) join app.memberships m
    on m.joined_at < private.month_start((t.month + interval '1 month')::date)
      and (m.ended_at is null or m.ended_at >= private.month_start((t.month + interval '1 month')::date))
  group by t.month, m.area_code, m.sector_code
$$;
grant execute on function private.help_counts(date, date), private.enrolment_counts(date, date) to service_role;
