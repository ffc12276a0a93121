-- What the published tables are counted from: what happened in each month, in Beijing time, by place, need, trade and platform.
-- A month is one row, an object of lists of one length: the nth of each is of one event. Codes stand in one text, apart by
-- spaces; so a million events travel in seconds. Who an event is of is a number that says only whether two are of the same
-- person. Called by the job that publishes, and by nobody else.

-- The first moment of a month in Beijing.
create function private.month_start(month date) returns timestamptz
language sql stable set search_path = '' as $$ select month::timestamp at time zone 'Asia/Shanghai' $$;

-- What was filed: when a human first replied, and whether an organisation accepted within the hours that the urgency asks.
create function private.filed_facts(from_month date, to_month date) returns table (month date, facts json)
language sql stable security definer set search_path = '' as $$
  with answer_times as materialized ( -- three calls, and not one for each case
    select u as urgency, private.answer_time(u) as answer_time from unnest(array['normal', 'soon', 'today']) as u
  ), months as (
    select m::date as at, private.month_start(m::date) as since, private.month_start((m + interval '1 month')::date) as before
    from generate_series(from_month, to_month, interval '1 month') as m)
  select m.at, f.facts from months m cross join lateral (
    select json_build_object('area', string_agg(coalesce(c.area_code, 'none'), ' '), 'category', string_agg(split_part(c.category_code, '.', 1), ' '),
      'person', json_agg(uuid_hash(c.request_id)), 'secondsToReply', json_agg(date_part('epoch', c.first_reply_at - c.created_at)::int),
      'inTime', json_agg(coalesce(c.accepted_at <= c.created_at + a.answer_time, false))) as facts
    from app.cases c join answer_times a on a.urgency = c.urgency where c.created_at >= m.since and c.created_at < m.before
    having count(*) > 0
  ) f
$$;

-- How cases ended: by the worker's answer, and what had been proposed; or without one. Times, money, nights and marks are lists of
-- those that a worker confirmed, in the same order. This and what follows is plpgsql, so that the plan knows how wide the span
-- is: a month is found by its index, many months are read through. More memory than usual: with little, the join of years of cases
-- goes by way of the disk.
create function private.ended_facts(from_month date, to_month date) returns table (month date, facts json)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan set work_mem = '64MB' as $$
declare
  since timestamptz := private.month_start(from_month);
  before timestamptz := private.month_start((to_month + interval '1 month')::date);
begin
  return query select f.at, json_build_object('area', string_agg(f.area, ' '), 'category', string_agg(f.category, ' '),
    'sector', string_agg(f.sector, ' '), 'platform', string_agg(f.platform, ' '), 'ending', string_agg(f.ending, ' '), 'person', json_agg(f.person),
    'secondsToOutcome', coalesce(json_agg(f.seconds) filter (where f.confirmed), '[]'), 'moneyFen', coalesce(json_agg(f.fen) filter (where f.confirmed), '[]'),
    'nights', coalesce(json_agg(f.nights) filter (where f.confirmed), '[]'), 'rating', coalesce(json_agg(f.rating) filter (where f.confirmed), '[]'))
  from (
    select date_trunc('month', o.answered_at at time zone 'Asia/Shanghai')::date as at, coalesce(c.area_code, 'none') as area,
      split_part(c.category_code, '.', 1) as category, coalesce(c.sector_code, 'none') as sector, coalesce(c.platform_code, 'none') as platform,
      uuid_hash(c.request_id) as person,
      o.answer || case o.code when 'got_help' then '.got_help' when 'partly' then '.partly' else '.not_helped' end as ending,
      date_part('epoch', o.answered_at - c.created_at)::int as seconds, o.money_recovered_fen as fen, o.nights_housed as nights, o.rating,
      o.answer = 'confirmed' as confirmed
    from app.outcomes o join app.cases c on c.id = o.case_id
    where o.answer in ('confirmed', 'unanswered', 'disputed') and o.answered_at >= since and o.answered_at < before
    union all
    select date_trunc('month', c.closed_at at time zone 'Asia/Shanghai')::date, coalesce(c.area_code, 'none'), split_part(c.category_code, '.', 1),
      coalesce(c.sector_code, 'none'), coalesce(c.platform_code, 'none'), uuid_hash(c.request_id), c.close_reason, null, null, null, null, false
    from app.cases c where c.close_reason in ('withdrawn', 'desk') and c.closed_at >= since and c.closed_at < before
  ) f group by f.at;
end $$;

-- Who applied, was approved, moved or went. Nobody applies twice in a month: not while the first waits. An approval says how long it took.
create function private.enrolment_facts(from_month date, to_month date) returns table (month date, facts json)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  since timestamptz := private.month_start(from_month);
  before timestamptz := private.month_start((to_month + interval '1 month')::date);
begin
  return query select f.at, json_build_object('measure', string_agg(f.measure, ' '), 'area', string_agg(f.area, ' '), 'sector', string_agg(f.sector, ' '),
    'platform', string_agg(f.platform, ' '), 'campaign', string_agg(f.campaign, ' '), 'secondsToApproval', json_agg(f.seconds))
  from (
    select date_trunc('month', e.at at time zone 'Asia/Shanghai')::date as at, e.measure, e.area, e.sector, e.platform,
      coalesce(k.kind, 'none') as campaign, e.seconds
    from (
      select 'applications' as measure, a.first_submitted_at as at, a.area_code as area, a.sector_code as sector,
        coalesce(a.platform_code, 'none') as platform, a.campaign_id, null::int as seconds
      from app.membership_applications a where a.first_submitted_at >= since and a.first_submitted_at < before
      union all
      select 'approvals', a.decided_at, a.area_code, a.sector_code, coalesce(a.platform_code, 'none'), a.campaign_id,
        date_part('epoch', a.decided_at - a.first_submitted_at)::int
      from app.membership_applications a where a.state = 'approved' and a.decided_at >= since and a.decided_at < before
      union all
      select case v.kind when 'transferred' then 'transfers_in' else 'ended' end, v.at, m.area_code, m.sector_code, 'none', null, null
      from app.membership_events v join app.memberships m on m.id = v.membership_id
      where v.kind in ('transferred', 'lapsed', 'left') and v.at >= since and v.at < before
    ) e left join app.join_campaigns k on k.id = e.campaign_id
  ) f group by f.at;
end $$;

-- Who is a member when a month ends: how many of one place and trade. What comes and goes is added up from month to month.
create function private.member_facts(from_month date, to_month date) returns table (month date, facts json)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  since timestamptz := private.month_start(from_month);
  after_all date := (to_month + interval '1 month')::date;
  before timestamptz := private.month_start(after_all);
begin
  return query with living as (
    select m.area_code, m.sector_code, greatest(date_trunc('month', m.joined_at at time zone 'Asia/Shanghai')::date, from_month) as came,
      case when m.ended_at < before then date_trunc('month', m.ended_at at time zone 'Asia/Shanghai')::date end as went
    from app.memberships m where m.joined_at < before and (m.ended_at is null or m.ended_at >= since)
  ), changes as (
    select l.area_code, l.sector_code, l.came as at, count(*) as by from living l group by 1, 2, 3
    union all select l.area_code, l.sector_code, l.went, -count(*) from living l where l.went is not null group by 1, 2, 3
  ), stocks as (
    select c.area_code, c.sector_code, c.at, sum(sum(c.by)) over w as members, lead(c.at, 1, after_all) over w as until
    from changes c group by c.area_code, c.sector_code, c.at window w as (partition by c.area_code, c.sector_code order by c.at)
  )
  select t.at::date, json_build_object('area', string_agg(s.area_code, ' '), 'sector', string_agg(s.sector_code, ' '),
    'members', json_agg(s.members))
  from stocks s cross join lateral generate_series(s.at, s.until - interval '1 month', interval '1 month') as t (at)
  where s.members > 0 group by t.at;
end $$;

-- Who joined in the month a year before: how many of one place and trade are members when the month ends, and how many are not.
create function private.cohort_facts(from_month date, to_month date) returns table (month date, facts json)
language plpgsql stable security definer set search_path = '' set plan_cache_mode = force_custom_plan as $$
declare
  since timestamptz := private.month_start((from_month - interval '12 months')::date);
  before timestamptz := private.month_start((to_month - interval '11 months')::date);
begin
  return query select g.at, json_build_object('area', string_agg(g.area_code, ' '), 'sector', string_agg(g.sector_code, ' '),
    'stayed', json_agg(g.stayed), 'members', json_agg(g.members))
  from (
    select f.at, f.area_code, f.sector_code, f.went is null or f.went > f.at as stayed, count(*) as members from (
      select (date_trunc('month', m.joined_at at time zone 'Asia/Shanghai') + interval '12 months')::date as at, m.area_code, m.sector_code,
        date_trunc('month', m.ended_at at time zone 'Asia/Shanghai')::date as went
      from app.memberships m where m.joined_at >= since and m.joined_at < before
    ) f group by 1, 2, 3, 4
  ) g group by g.at;
end $$;
grant execute on function private.filed_facts(date, date), private.ended_facts(date, date), private.enrolment_facts(date, date),
  private.member_facts(date, date), private.cohort_facts(date, date) to service_role;
