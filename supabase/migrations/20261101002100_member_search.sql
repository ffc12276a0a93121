-- Finding members: lists by state and by what is known of them, and a search that finds Chinese names by any part of them.
-- Row level security reaches none of these indexes with an array, so one function checks who asks and answers ids.

-- A list of one state, the newest member first, of a station, a trade, a platform or an area.
create index memberships_by_station_idx on app.memberships (union_organisation_id, state, station_id, joined_at, id);
create index memberships_by_area_idx on app.memberships (union_organisation_id, state, area_code, joined_at, id);
create index memberships_by_sector_idx on app.memberships (union_organisation_id, state, sector_code, joined_at, id);
create index memberships_by_platform_idx on app.memberships (union_organisation_id, state, platform_code, joined_at, id);

-- What a member is found by. Nobody reads it; it goes with the membership. Words begin with a piece of the union's id, so
-- that a search among 3,000 members of one union never walks through everybody called 王 in the country.
create table app.member_search (
  membership_id uuid primary key references app.memberships (id) on delete cascade,
  union_organisation_id uuid not null, -- the membership's own, as it is now
  name text not null, -- as it is compared: one width, one case, no spaces and dots
  joined_at timestamptz(3) not null, -- the order of what is found
  words text[] not null -- every sign and every two signs of the name, #phone, #its last four, @number with and without its zeros
);
create index member_search_words_idx on app.member_search using gin (words) with (fastupdate = off); -- the search
alter table app.member_search enable row level security;

create function private.comparable_name(name text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select lower(regexp_replace(normalize(comparable_name.name, NFKC), '[\s·•.''’\-]', '', 'g'))
$$;
-- Every run of `size` signs.
create function private.grams(name text, size int) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select array(select distinct substr(grams.name, i, grams.size) from generate_series(1, length(grams.name) - grams.size + 1) i)
$$;
create function private.union_word(union_id uuid) returns text
language sql immutable parallel safe set search_path = '' as $$ select left(union_word.union_id::text, 8) || ':' $$;

-- Each piece's beginning and the name are worked out once: called for each piece, such a function costs more than the index does.
create function private.write_member_search() returns trigger
language plpgsql security definer set search_path = '' as $$
declare changed uuid; found_one record; here text; plain text;
begin
  if tg_relid = 'app.memberships'::regclass then changed := new.id; else changed := new.membership_id; end if;
  select m.id, m.union_organisation_id, m.joined_at, lower(m.number) as number, d.name, d.phone into found_one
    from app.member_details d join app.memberships m on m.id = d.membership_id where d.membership_id = changed;
  if not found then return null; end if;
  here := private.union_word(found_one.union_organisation_id);
  plain := private.comparable_name(found_one.name);
  insert into app.member_search (membership_id, union_organisation_id, name, joined_at, words)
  values (found_one.id, found_one.union_organisation_id, plain, found_one.joined_at, array(select here || w from unnest(
      private.grams(plain, 1) || private.grams(plain, 2) || array['#' || found_one.phone, '#' || right(found_one.phone, 4),
        '@' || found_one.number, '@' || regexp_replace(found_one.number, '^tl0*', '')]) w))
  on conflict (membership_id) do update set union_organisation_id = excluded.union_organisation_id, name = excluded.name,
    joined_at = excluded.joined_at, words = excluded.words;
  return null;
end $$;
create trigger member_details_search after insert or update of name, phone on app.member_details
  for each row execute function private.write_member_search();
create trigger memberships_search after update of union_organisation_id, number, joined_at on app.memberships
  for each row when (old is distinct from new) execute function private.write_member_search();

-- Members of the caller's union, the newest first, after the one with `before`: of one state, or whoever fits `query`, in any
-- state: a part of a name, a phone number or its last four, a member number. Whatever is null is not asked for.
create function private.find_members(union_id uuid, state text, query text, station_id uuid, sector_code text, platform_code text,
  area_code text, before timestamptz, before_id uuid, max int) returns setof uuid
language plpgsql stable security definer rows 25 set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare asked text; wanted text[]; here text;
begin
  if not exists (select from private.my_organisation_ids('officer') mine where mine = find_members.union_id) then
    raise exception 'not a union of yours' using errcode = 'NTFND';
  end if;
  asked := nullif(private.comparable_name(find_members.query), '');
  here := private.union_word(find_members.union_id);
  if asked is null then
    return query -- the list
      select m.id from app.memberships m
      where m.union_organisation_id = find_members.union_id and m.state = find_members.state
        and (find_members.station_id is null or m.station_id = find_members.station_id)
        and (find_members.sector_code is null or m.sector_code = find_members.sector_code)
        and (find_members.platform_code is null or m.platform_code = find_members.platform_code)
        and (find_members.area_code is null or m.area_code = find_members.area_code)
        and (find_members.before is null or (m.joined_at, m.id) < (find_members.before, find_members.before_id))
      order by m.joined_at desc, m.id desc limit least(greatest(find_members.max, 0), 500);
  else
    if asked ~ '^(\+?[0-9]+|tl[0-9]+)$' then -- a number: any of what it may be
      asked := regexp_replace(asked, '^(\+|00)?86(?=1[0-9]{10}$)', '');
      wanted := array[here || '#' || asked, here || '@' || asked, here || '@' || ltrim(asked, '0')];
      asked := null;
    else -- a part of a name: all of its pieces
      wanted := array(select here || g from unnest(private.grams(asked, least(length(asked), 2))) g);
    end if;
    return query -- the search; the membership itself is looked at only where a fact of it is asked for
      select s.membership_id from app.member_search s
      where case when asked is null then s.words && wanted else s.words @> wanted end
        and (asked is null or strpos(s.name, asked) > 0) and s.union_organisation_id = find_members.union_id
        and (find_members.before is null or (s.joined_at, s.membership_id) < (find_members.before, find_members.before_id))
        and (coalesce(find_members.station_id::text, find_members.sector_code, find_members.platform_code, find_members.area_code) is null
          or exists (select from app.memberships m where m.id = s.membership_id
            and (find_members.station_id is null or m.station_id = find_members.station_id)
            and (find_members.sector_code is null or m.sector_code = find_members.sector_code)
            and (find_members.platform_code is null or m.platform_code = find_members.platform_code)
            and (find_members.area_code is null or m.area_code = find_members.area_code)))
      order by s.joined_at desc, s.membership_id desc limit least(greatest(find_members.max, 0), 500);
  end if;
end $$;

-- The areas in which the caller's union has members of these states, each pair of state and area found by one step along the
-- index. Compared and ordered as a pair: asked for the least area of one state, the planner may walk through another index and
-- drop everybody on the way, which is everybody where a state has nobody.
create function private.member_areas(union_id uuid, states text[] default array['active', 'due', 'lapsed', 'left']) returns setof text
language sql stable security definer rows 30 set search_path = '' as $$
  with recursive step as (
    (select m.state, m.area_code from app.memberships m where m.union_organisation_id = member_areas.union_id
      and exists (select from private.my_organisation_ids('officer') mine where mine = member_areas.union_id)
      order by m.state, m.area_code limit 1)
    union all
    select n.state, n.area_code from step t cross join lateral (select m.state, m.area_code from app.memberships m
      where m.union_organisation_id = member_areas.union_id and (m.state, m.area_code) > (t.state, t.area_code)
      order by m.state, m.area_code limit 1) n
  )
  select distinct t.area_code from step t where t.state = any (member_areas.states)
$$;

-- How many there are in each state, counted no further than `cap`; of a union of the caller's. Under the policy the planner
-- would first gather everybody of a state; and an order, which equality would do away with, keeps it on the index for states with few.
create function private.count_members(union_id uuid, cap int) returns table (state text, members int)
language sql stable security definer rows 4 set search_path = '' as $$
  select s.state, (select count(*)::int from (select from app.memberships m
      where m.union_organisation_id = count_members.union_id and m.state between s.state and s.state
      order by m.state limit count_members.cap) counted)
  from unnest(array['active', 'due', 'lapsed', 'left']) as s (state)
  where exists (select from private.my_organisation_ids('officer') mine where mine = count_members.union_id)
$$;
grant execute on function private.find_members(uuid, text, text, uuid, text, text, text, timestamptz, uuid, int),
  private.member_areas(uuid, text[]), private.count_members(uuid, int) to authenticated;
