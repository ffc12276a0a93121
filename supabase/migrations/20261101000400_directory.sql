-- What organisations offer, in the shape of the Human Services Data Specification (HSDS) 3.0: service, location,
-- service_at_location, schedule, service_area, language, required_document, taxonomy, taxonomy_term, phone.
-- Ours beside it: which categories, sectors and platforms a service is for, and how much it can carry.
create table app.services (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  name_zh text not null check (length(name_zh) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 160),
  description_zh text not null default '' check (length(description_zh) <= 4000),
  description_en text not null default '' check (length(description_en) <= 4000),
  eligibility_zh text not null default '' check (length(eligibility_zh) <= 2000),
  eligibility_en text not null default '' check (length(eligibility_en) <= 2000),
  status text not null default 'active' check (status in ('active', 'inactive', 'defunct', 'temporarily closed')), -- HSDS's four
  url text,
  capacity int check (capacity >= 0), -- cases at once; null when it never turns anybody away
  assured_at timestamptz(3), -- when somebody last said that all this is still right
  last_modified timestamptz(3) not null default now()
);
create index services_organisation_id_idx on app.services (organisation_id); -- foreign key

create table app.service_categories (
  service_id uuid not null references app.services (id) on delete cascade,
  category_code text not null references app.categories (code) on delete restrict, -- a group stands for all below it
  primary key (category_code, service_id)
);
create index service_categories_service_id_idx on app.service_categories (service_id); -- foreign key
create table app.service_areas (
  service_id uuid not null references app.services (id) on delete cascade,
  area_code text not null references app.areas (code) on delete restrict, -- an area stands for all below it
  primary key (service_id, area_code)
);
create index service_areas_area_code_idx on app.service_areas (area_code); -- foreign key
create table app.service_sectors (
  service_id uuid not null references app.services (id) on delete cascade,
  sector_code text not null references app.sectors (code) on delete restrict, -- no row: every trade
  primary key (service_id, sector_code)
);
create index service_sectors_sector_code_idx on app.service_sectors (sector_code); -- foreign key
create table app.service_platforms (
  service_id uuid not null references app.services (id) on delete cascade,
  platform_code text not null references app.platforms (code) on delete restrict, -- no row: every platform
  primary key (service_id, platform_code)
);
create index service_platforms_platform_code_idx on app.service_platforms (platform_code); -- foreign key
create table app.service_languages (
  service_id uuid not null references app.services (id) on delete cascade,
  language_code text not null check (language_code ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$'), -- BCP 47; no row: Chinese only
  note text not null default '',
  primary key (service_id, language_code)
);
create table app.locations (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  location_type text not null default 'physical' check (location_type in ('physical', 'postal', 'virtual')),
  name_zh text not null check (length(name_zh) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 160),
  area_code text references app.areas (code) on delete restrict,
  address_zh text not null default '',
  address_en text not null default '',
  transportation_zh text not null default '',
  transportation_en text not null default '',
  latitude numeric(9, 6) check (latitude between -90 and 90),
  longitude numeric(9, 6) check (longitude between -180 and 180)
);
create index locations_organisation_id_idx on app.locations (organisation_id); -- foreign key
create index locations_area_code_idx on app.locations (area_code); -- foreign key
create table app.service_at_locations (
  id uuid primary key default gen_random_uuid(),
  service_id uuid not null references app.services (id) on delete cascade,
  location_id uuid not null references app.locations (id) on delete cascade,
  unique (service_id, location_id)
);
create index service_at_locations_location_id_idx on app.service_at_locations (location_id); -- foreign key
create table app.schedules (
  id uuid primary key default gen_random_uuid(),
  service_id uuid references app.services (id) on delete cascade,
  location_id uuid references app.locations (id) on delete cascade,
  service_at_location_id uuid references app.service_at_locations (id) on delete cascade,
  valid_from date,
  valid_to date,
  freq text not null default 'WEEKLY' check (freq in ('WEEKLY', 'MONTHLY')),
  byday text not null default 'MO,TU,WE,TH,FR' check (byday ~ '^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*$'),
  opens_at time not null,
  closes_at time not null,
  timezone text not null default 'Asia/Shanghai',
  description_zh text not null default '',
  description_en text not null default '',
  constraint schedules_of_one_thing check (num_nonnulls(service_id, location_id, service_at_location_id) = 1),
  constraint schedules_open_before_close check (opens_at < closes_at)
);
create index schedules_service_id_idx on app.schedules (service_id); -- foreign key
create index schedules_location_id_idx on app.schedules (location_id); -- foreign key
create index schedules_service_at_location_id_idx on app.schedules (service_at_location_id); -- foreign key
create table app.required_documents (
  service_id uuid not null references app.services (id) on delete cascade,
  paper_code text not null references app.papers (code) on delete restrict,
  primary key (service_id, paper_code)
);
create index required_documents_paper_code_idx on app.required_documents (paper_code); -- foreign key
create table app.phones (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid references app.organisations (id) on delete cascade,
  service_id uuid references app.services (id) on delete cascade,
  location_id uuid references app.locations (id) on delete cascade,
  number text not null check (length(number) between 3 and 30),
  type text not null default 'voice' check (type in ('voice', 'text', 'fax', 'cell', 'video', 'tty')),
  description_zh text not null default '',
  description_en text not null default '',
  constraint phones_of_one_thing check (num_nonnulls(organisation_id, service_id, location_id) = 1)
);
create index phones_organisation_id_idx on app.phones (organisation_id); -- foreign key
create index phones_service_id_idx on app.phones (service_id); -- foreign key
create index phones_location_id_idx on app.phones (location_id); -- foreign key
-- Other people's vocabularies for the same services; ours stands in categories, sectors and platforms.
create table app.taxonomies (
  id uuid primary key default gen_random_uuid(),
  name text not null unique,
  description text not null default '',
  uri text,
  version text
);
create table app.taxonomy_terms (
  id uuid primary key default gen_random_uuid(),
  taxonomy_id uuid not null references app.taxonomies (id) on delete cascade,
  parent_id uuid references app.taxonomy_terms (id) on delete cascade,
  code text not null,
  name_zh text not null,
  name_en text not null,
  unique (taxonomy_id, code)
);
create index taxonomy_terms_parent_id_idx on app.taxonomy_terms (parent_id); -- foreign key
create table app.service_taxonomy_terms (
  service_id uuid not null references app.services (id) on delete cascade,
  taxonomy_term_id uuid not null references app.taxonomy_terms (id) on delete cascade,
  primary key (service_id, taxonomy_term_id)
);
create index service_taxonomy_terms_term_idx on app.service_taxonomy_terms (taxonomy_term_id); -- foreign key

-- The directory is public: everybody who is served reads it, nobody but a migration writes it yet.
do $$ declare t text; begin
  foreach t in array array['services', 'service_categories', 'service_areas', 'service_sectors', 'service_platforms',
    'service_languages', 'locations', 'service_at_locations', 'schedules', 'required_documents', 'phones', 'taxonomies',
    'taxonomy_terms', 'service_taxonomy_terms'] loop
    execute format('alter table app.%I enable row level security', t);
    execute format('grant select on app.%I to authenticated, receipt_holder, service_role, app_routing', t);
    execute format('create policy "anyone served reads the directory" on app.%I
      for select to authenticated, receipt_holder, service_role, app_routing using (true)', t);
  end loop;
end $$;
