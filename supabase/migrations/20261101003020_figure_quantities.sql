-- Times, money, nights, marks and shares of a month: for each place with all that lies in it, for each category, and for all
-- together. Days to the outcome, money, nights and marks are those of outcomes that the worker confirmed. Not yet rounded, and not yet safe to show: `n` events, at least `people` people, `largest` part of one of them.

-- Each area with itself and everything above it, and with `all`.
create function private.areas_within() returns table (area_code text, place text)
language sql stable set search_path = '' as $$
  with recursive up as (
    select a.code, a.code as place from app.areas a
    union all
    select up.code, a.parent_code from up join app.areas a on a.code = up.place where a.parent_code is not null)
  select up.code, up.place from up union all select a.code, 'all' from app.areas a union all values ('none', 'all'), ('none', 'none')
$$;
create function private.help_quantities(from_month date, to_month date)
returns table (table_code text, measure text, month date, row_code text, column_code text, value numeric, n bigint, people numeric, largest numeric)
language sql stable security definer set search_path = '' as $$
  with filed as (
    select date_trunc('month', c.created_at at time zone 'Asia/Shanghai')::date as month, coalesce(c.area_code, 'none') as area, split_part(c.category_code, '.', 1) as category,
      extract(epoch from c.first_reply_at - c.created_at) / 3600 as hours, coalesce(c.accepted_at <= c.created_at + a.answer_time, false) as in_time,
      1.0 / count(*) over (partition by c.request_id, date_trunc('month', c.created_at at time zone 'Asia/Shanghai')::date) as weight
    from app.cases c join (select u as urgency, private.answer_time(u) as answer_time from unnest(array['normal', 'soon', 'today']) as u) a
      on a.urgency = c.urgency -- in time: an organisation accepted within the 12, 36 or 72 hours that the urgency asks
    where c.created_at >= private.month_start(from_month) and c.created_at < private.month_start((to_month + interval '1 month')::date)
  ), filed_cells as (
    select f.month, w.place as row_code, 'all' as column_code, f.hours, f.in_time, f.weight from filed f join private.areas_within() w on w.area_code = f.area
    union all select f.month, 'all', f.category, f.hours, f.in_time, f.weight from filed f
  ), filed_sums as (
    select f.month, f.row_code, f.column_code, count(*) as filed, count(*) filter (where f.in_time) as in_time, sum(f.weight) as people,
      count(f.hours) as replied, sum(f.weight) filter (where f.hours is not null) as replied_people,
      percentile_cont(array[0.5, 0.9]) within group (order by f.hours) as hours
    from filed_cells f group by f.month, f.row_code, f.column_code
  ), answered as (
    select date_trunc('month', o.answered_at at time zone 'Asia/Shanghai')::date as month, coalesce(c.area_code, 'none') as area, split_part(c.category_code, '.', 1) as category,
      extract(epoch from o.answered_at - c.created_at) / 86400 as days, (o.money_recovered_fen / 100.0) as money, o.nights_housed as nights, o.rating,
      1.0 / count(*) over (partition by c.request_id, date_trunc('month', o.answered_at at time zone 'Asia/Shanghai')::date) as weight
    from app.outcomes o join app.cases c on c.id = o.case_id where o.answer = 'confirmed'
      and o.answered_at >= private.month_start(from_month) and o.answered_at < private.month_start((to_month + interval '1 month')::date)
  ), answered_cells as (
    select a.*, 'help_area_ending' as table_code, w.place as row_code from answered a join private.areas_within() w on w.area_code = a.area
    union all select a.*, 'help_category_ending', a.category from answered a
    union all select a.*, 'help_category_ending', 'all' from answered a
  ), answered_sums as (
    select a.table_code, a.month, a.row_code, count(*) as n, sum(a.weight) as people,
      percentile_cont(array[0.5, 0.9]) within group (order by a.days) as days,
      sum(a.money) as money, count(*) filter (where a.money > 0) as money_n, sum(a.weight) filter (where a.money > 0) as money_people, max(a.money) as money_most,
      sum(a.nights) as nights, count(*) filter (where a.nights > 0) as nights_n, sum(a.weight) filter (where a.nights > 0) as nights_people, max(a.nights) as nights_most,
      avg(a.rating) as rating, count(a.rating) as rating_n, sum(a.weight) filter (where a.rating is not null) as rating_people
    from answered_cells a group by a.table_code, a.month, a.row_code
  )
  select 'help_area_category', v.measure, f.month, f.row_code, f.column_code, v.value, v.n, v.people, null::numeric from filed_sums f
  cross join lateral (values ('accepted_in_time_rate', f.in_time::numeric, f.filed, f.people),
    ('hours_to_reply_median', f.hours[1]::numeric, f.replied, f.replied_people),
    ('hours_to_reply_p90', f.hours[2]::numeric, f.replied, f.replied_people)) as v (measure, value, n, people) where v.n > 0
  union all
  select a.table_code, v.measure, a.month, a.row_code, 'confirmed', v.value, v.n, v.people, v.largest from answered_sums a
  cross join lateral (values ('days_to_outcome_median', a.days[1]::numeric, a.n, a.people, null::numeric),
    ('days_to_outcome_p90', a.days[2]::numeric, a.n, a.people, null),
    ('money_recovered_yuan', a.money, a.money_n, a.money_people, a.money_most),
    ('nights_housed', a.nights::numeric, a.nights_n, a.nights_people, a.nights_most),
    ('rating_mean', a.rating, a.rating_n, a.rating_people, null)) as v (measure, value, n, people, largest) where v.n > 0
$$;

-- Days from first sending to approval; and of those who joined a year before, how many are members at the end of the month.
create function private.enrolment_quantities(from_month date, to_month date)
returns table (table_code text, measure text, month date, row_code text, column_code text, value numeric, n bigint, people numeric, largest numeric)
language sql stable security definer set search_path = '' as $$
  with approved as (
    select date_trunc('month', a.decided_at at time zone 'Asia/Shanghai')::date as month, a.area_code as area, a.sector_code as sector,
      extract(epoch from a.decided_at - a.first_submitted_at) / 86400 as days
    from app.membership_applications a where a.state = 'approved'
      and a.decided_at >= private.month_start(from_month) and a.decided_at < private.month_start((to_month + interval '1 month')::date)
  ), approved_cells as (
    select a.month, w.place as row_code, 'all' as column_code, a.days from approved a join private.areas_within() w on w.area_code = a.area
    union all select a.month, 'all', a.sector, a.days from approved a
  ), cohort as (
    select t.month::date as month, m.area_code as area, m.sector_code as sector,
      m.ended_at is null or m.ended_at >= private.month_start((t.month + interval '1 month')::date) as stayed
    from generate_series(from_month, to_month, interval '1 month') as t (month) join app.memberships m
      on m.joined_at >= private.month_start((t.month - interval '12 months')::date)
        and m.joined_at < private.month_start((t.month - interval '11 months')::date)
  ), cohort_cells as (
    select c.month, w.place as row_code, 'all' as column_code, c.stayed from cohort c join private.areas_within() w on w.area_code = c.area
    union all select c.month, 'all', c.sector, c.stayed from cohort c
  )
  select 'enrolment_area_sector', 'days_to_approval_median', a.month, a.row_code, a.column_code,
    (percentile_cont(0.5) within group (order by a.days))::numeric, count(*), count(*)::numeric, null::numeric
  from approved_cells a group by a.month, a.row_code, a.column_code
  union all
  select 'enrolment_area_sector', 'retention_rate', c.month, c.row_code, c.column_code, count(*) filter (where c.stayed), count(*), count(*), null
  from cohort_cells c group by c.month, c.row_code, c.column_code
$$;
grant execute on function private.help_quantities(date, date), private.enrolment_quantities(date, date) to service_role;
