-- Which organisations could take a case, under a role that holds no privilege on members, and the life of an offer.
-- The order is not decided here: app/domain/routing/rank.ts is a pure function, and what it saw is kept in routing_traces.

-- An area and everything above it, nearest first: district 0, city 1, province 2 for a district.
create function private.area_chain(code text) returns table (area_code text, distance int)
language sql stable set search_path = '' as $$
  with recursive up as (
    select a.code, a.parent_code, 0 as distance from app.areas a where a.code = area_chain.code
    union all
    select a.code, a.parent_code, up.distance + 1 from app.areas a join up on a.code = up.parent_code)
  select up.code, up.distance from up
$$;

create type private.candidate as (organisation_id uuid, service_id uuid, name_zh text, name_en text, category_exact boolean,
  area_distance int, sector_specific boolean, platform_specific boolean, capacity int, in_hand int, schedules jsonb);

-- Candidates for a need: services by category (or its group) × area (up the tree) × sector × platform × language × free
-- capacity, of organisations with an active caseworker, without the excluded. Opening hours never decide candidacy.
create function private.candidates(category text, area text, sector text, platform text, language text, excluded uuid[])
returns setof private.candidate
language sql stable security definer set search_path = '' as $$
  select o.id, s.id, o.name_zh, o.name_en,
    exists (select from app.service_categories k where k.service_id = s.id and k.category_code = candidates.category),
    near.distance,
    exists (select from app.service_sectors k where k.service_id = s.id and k.sector_code = candidates.sector),
    exists (select from app.service_platforms k where k.service_id = s.id and k.platform_code = candidates.platform),
    s.capacity, carried.in_hand,
    (select coalesce(jsonb_agg(jsonb_build_object('byday', h.byday, 'opensAt', to_char(h.opens_at, 'HH24:MI'),
        'closesAt', to_char(h.closes_at, 'HH24:MI')) order by h.byday, h.opens_at), '[]')
      from app.schedules h where h.service_id = s.id and coalesce(h.valid_from, current_date) <= current_date
        and coalesce(h.valid_to, current_date) >= current_date)
  from app.services s
  join app.organisations o on o.id = s.organisation_id and o.active and o.kind in ('agency', 'union')
  cross join lateral (select min(chain.distance) as distance from app.service_areas v
    join private.area_chain(candidates.area) chain on chain.area_code = v.area_code where v.service_id = s.id) near
  cross join lateral (select count(*)::int as in_hand from app.referrals r
    where r.service_id = s.id and r.state in ('offered', 'accepted', 'in_service', 'outcome_recorded')) carried
  where s.status = 'active' and near.distance is not null
    and exists (select from app.service_categories k join app.categories c on c.code = candidates.category
      where k.service_id = s.id and k.category_code in (c.code, c.parent_code))
    and (not exists (select from app.service_sectors k where k.service_id = s.id)
      or exists (select from app.service_sectors k where k.service_id = s.id and k.sector_code = candidates.sector))
    and (not exists (select from app.service_platforms k where k.service_id = s.id)
      or exists (select from app.service_platforms k where k.service_id = s.id and k.platform_code = candidates.platform))
    and (candidates.language = 'zh-CN' or exists (select from app.service_languages k
      where k.service_id = s.id and k.language_code = candidates.language))
    and (s.capacity is null or carried.in_hand < s.capacity)
    and exists (select from app.staff_roles w where w.organisation_id = o.id and w.role = 'caseworker')
    and o.id <> all (candidates.excluded)
$$;

-- The same for a case that exists: minus exclusions, whoever had it already, and, unless the worker wants to be asked,
-- whoever the worker did not agree to.
create function private.case_candidates(case_id uuid, consented_only boolean)
returns setof private.candidate language sql stable security definer set search_path = '' as $$
  select k.* from app.cases c
  cross join lateral private.candidates(c.category_code, c.area_code, c.sector_code, c.platform_code, c.language,
    array(select e.organisation_id from app.exclusions e where e.request_id = c.request_id
      union select r.organisation_id from app.referrals r where r.case_id = c.id
      union select q.organisation_id from app.consent_asks q where q.case_id = c.id)) k
  where c.id = case_candidates.case_id and (not case_candidates.consented_only or exists (select from app.consents g
    where g.request_id = c.request_id and g.recipient_organisation_id = k.organisation_id
      and g.field_group = 'messages' and g.purpose = 'help_with_case' and g.withdrawn_at is null))
$$;

-- These two read as app_routing: what that role may not read, routing cannot use. To be owned by a role is to be made
-- by it, so it may create here for a moment.
grant create on schema private to app_routing;
alter function private.candidates(text, text, text, text, text, uuid[]) owner to app_routing;
alter function private.case_candidates(uuid, boolean) owner to app_routing;
revoke create on schema private from app_routing;
grant execute on function private.area_chain(text) to authenticated, receipt_holder, app_routing;
grant execute on function private.candidates(text, text, text, text, text, uuid[]) to receipt_holder, authenticated;
grant execute on function private.case_candidates(uuid, boolean) to service_role;
