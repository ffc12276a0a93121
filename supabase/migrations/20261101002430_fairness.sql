-- Are members helped sooner or better than others? Once a month the worker process compares cases that are alike. Whose case
-- is a member's it works out in memory, by keyed hashes of phone numbers: no function and no row of the database joins a
-- case and a membership. What is kept are sums over kinds of cases of which there are at least five on either side.
create table app.fairness_cells (
  month date not null check (extract(day from month) = 1), -- in which the cases were filed, Beijing time
  measure text not null check (measure in ('first_reply', 'acceptance', 'confirmed_help')),
  group_code text not null check (group_code ~ '^[a-z_]+$'), -- a group of needs, or `all`
  strata int not null check (strata >= 1), -- kinds of cases that could be compared
  members int not null,
  others int not null,
  pairs int not null, -- of each kind as many as the smaller side has: the weight
  members_value double precision not null check (members_value >= 0), -- hours, or a share from 0 to 1
  others_value double precision not null check (others_value >= 0),
  computed_at timestamptz(3) not null default now(),
  primary key (group_code, month, measure), -- the report
  constraint fairness_cells_nobody_alone check (least(members, others, pairs) >= 5 * strata)
);
alter table app.fairness_cells enable row level security;
grant select on app.fairness_cells to authenticated;
create policy "officers read how members and others fared" on app.fairness_cells for select to authenticated
  using (array(select private.my_organisation_ids('officer')) <> '{}');
create policy "administrators read how members and others fared" on app.fairness_cells for select to authenticated
  using ((select private.operator_id()) = any (array(select private.my_organisation_ids('administrator'))));

-- Months that are over for a month, so that outcomes had time to be answered, and that nobody has worked out: at most the
-- last three. A month is worked out once: worked out again, one late answer could be read from the difference.
create function private.fairness_months() returns table (month date)
language sql stable security definer set search_path = '' as $$
  select m::date from generate_series(1, 3) as ago,
    lateral (select date_trunc('month', now() at time zone 'Asia/Shanghai') - make_interval(months => 1 + ago) as m) x
  where not exists (select from app.fairness_cells f where f.month = x.m::date)
$$;

-- The cases of a month with what they are compared by, and nothing of whose or which: no id, no story, no name. The phone is
-- hashed by the worker process and forgotten. Without a number nobody can say whether it is a member's, so the case is left out.
create function private.fairness_cases(month date) returns table (group_code text, city_code text, urgency text, filed_at timestamptz,
  replied_at timestamptz, accepted_at timestamptz, closed boolean, counted boolean, confirmed_help boolean, phone text)
language sql stable security definer set search_path = '' as $$
  select split_part(c.category_code, '.', 1), place.code, c.urgency, c.created_at, done.replied_at, done.accepted_at,
    c.state = 'closed', c.state = 'closed' and c.close_reason <> 'withdrawn' and c.close_code is distinct from 'duplicate',
    exists (select from app.outcomes o where o.case_id = c.id and o.answer = 'confirmed' and o.code in ('got_help', 'partly')), k.phone
  from app.cases c
  join app.request_contacts k on k.request_id = c.request_id and k.phone is not null
  left join lateral (select a.code from private.area_chain(c.area_code) up join app.areas a on a.code = up.area_code
    where a.level in ('city', 'province') order by up.distance limit 1) place on true
  left join lateral (select min(e.at) filter (where e.kind = 'staff_wrote') as replied_at,
      min(e.at) filter (where e.kind = 'accepted') as accepted_at
    from app.case_events e where e.case_id = c.id) done on true
  where c.created_at >= fairness_cases.month::timestamp at time zone 'Asia/Shanghai'
    and c.created_at < (fairness_cases.month + interval '1 month') at time zone 'Asia/Shanghai'
$$;

-- Of these hashes (hex), which belong to somebody who was a member from when until when.
create function private.fairness_members(phone_hashes text[]) returns table (phone_hash text, joined_at timestamptz, ended_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select encode(m.phone_hash, 'hex'), m.joined_at, m.ended_at from app.memberships m
  where m.phone_hash = any (array(select decode(h, 'hex') from unnest(fairness_members.phone_hashes) as h))
$$;
create index memberships_phone_hash_idx on app.memberships (phone_hash); -- the one above looks at those who left, too

-- Keeps the cells of a month, once.
create function private.store_fairness(month date, cells jsonb) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('fairness:' || store_fairness.month, 0)); -- two workers at once keep one answer
  if exists (select from app.fairness_cells f where f.month = store_fairness.month) then return; end if;
  insert into app.fairness_cells (month, measure, group_code, strata, members, others, pairs, members_value, others_value)
    select store_fairness.month, c.measure, c."groupCode", c.strata, c.members, c.others, c.pairs, c."membersValue", c."othersValue"
    from jsonb_to_recordset(store_fairness.cells) as c (measure text, "groupCode" text, strata int, members int, others int, pairs int,
      "membersValue" double precision, "othersValue" double precision);
end $$;
grant execute on function private.fairness_months(), private.fairness_cases(date), private.fairness_members(text[]),
  private.store_fairness(date, jsonb) to service_role;
