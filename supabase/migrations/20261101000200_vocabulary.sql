-- Words that the whole product shares: places, trades, companies, needs, papers, hotlines. Each row names its source, the
-- day that source speaks of and how sure we are (H official or several agree, M secondary, L one weak source): what is
-- below H is shown as "please confirm", never as a fact. Only migrations write here until the directory's editors can.

create table app.areas (
  code text primary key check (code ~ '^\d{6}(\d{3})?$'), -- GB/T 2260, and three digits more for a street
  -- The next division above that is a real place: districts of Beijing stand right under Beijing. See decision 0003.
  parent_code text references app.areas (code) on delete restrict,
  level text not null check (level in ('province', 'city', 'district', 'street')),
  name_zh text not null check (length(name_zh) between 1 and 60),
  name_en text not null check (length(name_en) between 1 and 120),
  source text not null,
  as_of date not null,
  confidence text not null check (confidence in ('H', 'M', 'L')), -- of the name in English too
  check ((level = 'province') = (parent_code is null))
);
create index areas_parent_code_idx on app.areas (parent_code); -- foreign key, the places inside a place
create index areas_level_idx on app.areas (level, code); -- the list of provinces

create table app.hotlines (
  number text primary key check (number ~ '^\d{3,12}$'),
  name_zh text not null,
  name_en text not null,
  purpose_zh text not null,
  purpose_en text not null,
  urgent boolean not null, -- shown before anything else, whatever the person came for
  sort int not null,
  source text not null,
  as_of date not null,
  confidence text not null check (confidence in ('H', 'M', 'L'))
);

create table app.sectors (
  code text primary key check (code ~ '^[a-z_]+$'),
  name_zh text not null,
  name_en text not null,
  sort int not null,
  source text not null,
  as_of date not null,
  confidence text not null check (confidence in ('H', 'M', 'L'))
);

create table app.platforms (
  code text primary key check (code ~ '^[a-z0-9_]+$'),
  name_zh text not null,
  name_en text not null,
  sort int not null,
  source text not null,
  as_of date not null,
  confidence text not null check (confidence in ('H', 'M', 'L'))
);

-- Which trades a company runs: offered first in the form, never a limit on what a person may choose.
create table app.platform_sectors (
  platform_code text not null references app.platforms (code) on delete restrict,
  sector_code text not null references app.sectors (code) on delete restrict,
  primary key (platform_code, sector_code)
);
create index platform_sectors_sector_code_idx on app.platform_sectors (sector_code); -- foreign key, companies of a trade

create table app.categories (
  code text primary key check (code ~ '^[a-z_]+(\.[a-z_]+)?$'),
  parent_code text references app.categories (code) on delete restrict, -- null: one of the groups, or `unsure`
  name_zh text not null,
  name_en text not null,
  hint_zh text not null, -- one plain sentence: is this mine?
  hint_en text not null,
  first_body_zh text, -- who usually comes first; null where nobody does in particular
  first_body_en text,
  hotline text references app.hotlines (number) on delete restrict,
  sort int not null,
  source text not null,
  as_of date not null,
  confidence text not null check (confidence in ('H', 'M', 'L')),
  check (coalesce(parent_code = split_part(code, '.', 1), code !~ '\.')), -- the code says its group
  check ((first_body_zh is null) = (first_body_en is null))
);
create index categories_parent_code_idx on app.categories (parent_code); -- foreign key, the needs of a group
create index categories_hotline_idx on app.categories (hotline); -- foreign key

create table app.papers (
  code text primary key check (code ~ '^[a-z_]+$'),
  name_zh text not null,
  name_en text not null,
  hint_zh text, -- where a person gets it
  hint_en text,
  source text not null,
  as_of date not null,
  confidence text not null check (confidence in ('H', 'M', 'L')),
  check ((hint_zh is null) = (hint_en is null))
);

-- What is usually asked for. Nobody is turned away for a paper: it is a list to prepare, not a condition.
create table app.category_papers (
  category_code text not null references app.categories (code) on delete restrict,
  paper_code text not null references app.papers (code) on delete restrict,
  sort int not null,
  primary key (category_code, paper_code)
);
create index category_papers_paper_code_idx on app.category_papers (paper_code); -- foreign key

do $$ declare noun text; begin
  foreach noun in array array['areas', 'hotlines', 'sectors', 'platforms', 'platform_sectors', 'categories', 'papers', 'category_papers'] loop
    execute format('alter table app.%I enable row level security', noun);
    execute format('grant select on app.%I to authenticated, receipt_holder, service_role, app_routing', noun);
    execute format('create policy %I on app.%I for select to authenticated, receipt_holder, service_role, app_routing using (true)',
      'anyone served reads the ' || replace(noun, '_', ' of '), noun);
  end loop;
end $$;

-- Places by the start of their English name, or by any part of their Chinese one, at most 30, best first: the start
-- before the middle, the larger before the smaller, the shorter before the longer. Umlauts and apostrophes need not be typed (luliang, xian).
-- `language` is the path's ('en', anything else is Chinese). It runs as the caller, who may read every place anyway.
create index areas_name_en_idx on app.areas ((translate(lower(name_en), 'üêéè''’-', 'ueee')) text_pattern_ops);
create function private.search_areas(query text, language text, max int)
returns table (code text, level text, path text)
language sql stable set search_path = '' as $$
  with recursive asked as (
    select btrim(search_areas.query) as zh, translate(lower(btrim(search_areas.query)), 'üêéè''’-', 'ueee') as en
  ), found as (
    select a.code, a.level, length(a.name_en) as name_length, true as at_start
    from asked, app.areas a -- as a range: under a parameter LIKE finds no index
    where asked.en ~ '^[a-z]' and translate(lower(a.name_en), 'üêéè''’-', 'ueee') operator(pg_catalog.~>=~) asked.en
      and translate(lower(a.name_en), 'üêéè''’-', 'ueee') operator(pg_catalog.~<~) (asked.en || chr(1114111))
    union all
    select a.code, a.level, length(a.name_zh), starts_with(a.name_zh, asked.zh) from asked, app.areas a
    where asked.en !~ '^[a-z]' and asked.zh <> '' and strpos(a.name_zh, asked.zh) > 0
  ), best as (
    select f.*, row_number() over (order by f.at_start desc, array_position(array['province', 'city', 'district', 'street'], f.level),
      f.name_length, f.code) as place
    from found f order by place limit least(greatest(search_areas.max, 0), 30)
  ), up as (
    select b.place, b.code as start_code, b.level as start_level, a.parent_code, 0 as distance,
      case when search_areas.language = 'en' then a.name_en else a.name_zh end as name
    from best b join app.areas a on a.code = b.code
    union all
    select u.place, u.start_code, u.start_level, a.parent_code, u.distance + 1,
      case when search_areas.language = 'en' then a.name_en else a.name_zh end
    from up u join app.areas a on a.code = u.parent_code
  )
  select u.start_code, u.start_level, string_agg(u.name, ' · ' order by u.distance desc)
  from up u group by u.place, u.start_code, u.start_level order by u.place
$$;
grant execute on function private.search_areas(text, text, int) to authenticated, receipt_holder;
