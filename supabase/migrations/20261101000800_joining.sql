-- How people come to a union: whose pool takes whom, employers with a union of their own, stations, campaigns with a code,
-- applications. No political affiliation, religion or ethnicity, here or anywhere; no full ID number: its last four and a keyed hash.

-- Whose pool takes people of an area who have no union at work; found by climbing the tree of areas from where they live.
create table app.union_pools (
  area_code text primary key references app.areas (code) on delete restrict,
  union_organisation_id uuid not null references app.organisations (id) on delete cascade
);
create index union_pools_union_idx on app.union_pools (union_organisation_id); -- foreign key

-- Employers whose own union takes their people: the other way in.
create table app.employers (
  id uuid primary key default gen_random_uuid(),
  name_zh text not null check (length(name_zh) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 160),
  area_code text references app.areas (code) on delete restrict,
  union_organisation_id uuid not null references app.organisations (id) on delete cascade
);
create index employers_area_code_idx on app.employers (area_code, name_zh, id); -- foreign key, list
create index employers_union_idx on app.employers (union_organisation_id); -- foreign key

-- Where riders start from: a dispatch station, a rest point, a warehouse.
create table app.stations (
  id uuid primary key default gen_random_uuid(),
  union_organisation_id uuid not null references app.organisations (id) on delete cascade,
  name text not null check (length(name) between 1 and 80), -- as it is called there, in whatever language
  area_code text references app.areas (code) on delete restrict,
  platform_code text references app.platforms (code) on delete restrict,
  closed_at timestamptz(3),
  constraint stations_name_once unique (union_organisation_id, name) -- foreign key, list
);
create index stations_area_code_idx on app.stations (area_code); -- foreign key
create index stations_platform_code_idx on app.stations (platform_code); -- foreign key
-- A liaison (联络员) is a staff role; this says for which stations.
create table app.station_liaisons (
  station_id uuid not null references app.stations (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete cascade,
  since timestamptz(3) not null default now(),
  primary key (station_id, user_id)
);
create index station_liaisons_user_id_idx on app.station_liaisons (user_id); -- foreign key, whose stations

-- A code on a poster, a link in a group, a morning meeting: where applications came from.
create table app.join_campaigns (
  id uuid primary key, -- made with the form's page
  code text not null unique check (code ~ '^[2-9A-HJ-NP-Z]{8}$'), -- stands in /union/join/:code
  union_organisation_id uuid not null references app.organisations (id) on delete cascade,
  name text not null check (length(name) between 1 and 80), -- for officers
  kind text not null check (kind in ('station', 'meeting', 'event', 'link')),
  station_id uuid references app.stations (id) on delete set null,
  officer_id uuid references auth.users (id) on delete set null, -- who runs it
  created_at timestamptz(3) not null default now(),
  stopped_at timestamptz(3)
);
create index join_campaigns_union_idx on app.join_campaigns (union_organisation_id, created_at desc, id); -- foreign key, policy, list
create index join_campaigns_station_id_idx on app.join_campaigns (station_id); -- foreign key
create index join_campaigns_officer_id_idx on app.join_campaigns (officer_id); -- foreign key

-- Why an application comes back or is turned down, in words that the applicant reads. Data, so that a union can correct it.
create table app.decision_reasons (
  code text primary key,
  decision text not null check (decision in ('returned', 'rejected')),
  name_zh text not null,
  name_en text not null,
  what_next_zh text not null, -- what the applicant can do about it
  what_next_en text not null,
  position int not null
);
insert into app.decision_reasons (code, decision, name_zh, name_en, what_next_zh, what_next_en, position) values
  ('name_unclear', 'returned', '姓名看不清或不完整', 'The name is unclear or incomplete', '请按身份证上的写法再填一次。', 'Please write it as it stands on your ID card.', 1),
  ('phone_unreached', 'returned', '这个手机号联系不上', 'The phone number does not reach you', '请换一个打得通的手机号。', 'Please give a number that reaches you.', 2),
  ('id_missing', 'returned', '需要身份证后四位核对', 'The last four signs of the ID are needed', '请补上身份证号，我们只留后四位。', 'Please add your ID number; only the last four signs are kept.', 3),
  ('place_unclear', 'returned', '居住地或站点填得不清楚', 'Where you live or work is unclear', '请重新选择区县，写明站点。', 'Please choose the district again and name the station.', 4),
  ('maybe_member', 'returned', '可能已经是会员', 'You may be a member already', '如果您已经入过会，请找原来的工会办转会，不用重新申请。', 'If you have joined before, ask that union for a transfer; no new application is needed.', 5),
  ('not_this_trade', 'rejected', '不属于本工会接收的范围', 'Outside what this union takes in', '可以打 12351 问问哪个工会接收您。', 'Call 12351 to ask which union takes you.', 1),
  ('not_own_wish', 'rejected', '本人表示不想入会', 'The person does not wish to join', '想入会时随时可以再申请。', 'You can apply again whenever you wish.', 2),
  ('already_member', 'rejected', '已经是会员', 'Already a member', '会员身份一直有效，不用重复申请。', 'Your membership stands; there is nothing to apply for.', 3);

create table app.membership_applications (
  id uuid primary key, -- made with the form's page: sent twice, it is one application
  reference text not null unique check (reference ~ '^M-[2-9A-HJ-NP-Z]{8}$'),
  code_hash bytea not null, -- keyed, of the code with which the applicant follows it; never shown
  union_organisation_id uuid not null references app.organisations (id) on delete restrict,
  user_id uuid references auth.users (id) on delete set null, -- null without an account
  state text not null default 'submitted' constraint applications_state_check
    check (state in ('submitted', 'returned', 'approved', 'rejected', 'withdrawn')),
  way text not null check (way in ('employer', 'pool')),
  employer_id uuid references app.employers (id) on delete set null,
  pool_basis text check (pool_basis in ('residence', 'hukou')),
  area_code text not null references app.areas (code) on delete restrict, -- where they usually live, or their hukou
  sector_code text not null references app.sectors (code) on delete restrict,
  platform_code text references app.platforms (code) on delete restrict,
  working_form text check (working_form in ('contract', 'outsourced', 'crowd', 'own_account', 'unsure')),
  station_id uuid references app.stations (id) on delete set null,
  campaign_id uuid references app.join_campaigns (id) on delete set null,
  entered_as text not null check (entered_as in ('self', 'from_request', 'paper', 'group')), -- from_request names no request: none is kept
  entered_by uuid references auth.users (id) on delete set null, -- the officer or liaison who typed it in
  consent_version text not null check (length(consent_version) between 1 and 20),
  first_submitted_at timestamptz(3) not null default now(),
  submitted_at timestamptz(3) not null default now(), -- the last time; the queue is in this order
  decided_at timestamptz(3),
  decided_by uuid references auth.users (id) on delete set null,
  reason_code text references app.decision_reasons (code) on delete restrict,
  reason_note text check (length(reason_note) between 1 and 500), -- to the applicant
  constraint applications_way_whole check (case way when 'pool' then pool_basis is not null and employer_id is null else pool_basis is null end),
  constraint applications_reason_given check ((reason_code is not null) = (state in ('returned', 'rejected'))),
  constraint applications_decided_whole check ((decided_at is not null) = (state in ('returned', 'rejected', 'approved')))
);
create index membership_applications_union_idx on app.membership_applications (union_organisation_id, state, submitted_at, id); -- foreign key, policy, queue
create index membership_applications_user_id_idx on app.membership_applications (user_id); -- foreign key, policy
create index membership_applications_employer_id_idx on app.membership_applications (employer_id); -- foreign key
create index membership_applications_area_code_idx on app.membership_applications (area_code); -- foreign key
create index membership_applications_sector_code_idx on app.membership_applications (sector_code); -- foreign key
create index membership_applications_platform_code_idx on app.membership_applications (platform_code); -- foreign key
create index membership_applications_station_id_idx on app.membership_applications (station_id); -- foreign key
create index membership_applications_campaign_id_idx on app.membership_applications (campaign_id); -- foreign key
create index membership_applications_entered_by_idx on app.membership_applications (entered_by, first_submitted_at desc, id); -- foreign key, whoever types in many
create index membership_applications_decided_by_idx on app.membership_applications (decided_by); -- foreign key
create index membership_applications_reason_code_idx on app.membership_applications (reason_code); -- foreign key

-- Who applies. Apart from the application, so that numbers are counted without a name in reach.
create table app.applicants (
  application_id uuid primary key references app.membership_applications (id) on delete cascade,
  name text not null check (length(name) between 1 and 60),
  phone text not null check (phone ~ '^\+?[0-9]{7,15}$'),
  email text check (email like '%_@_%' and length(email) <= 254),
  gender text check (gender in ('female', 'male')), -- null: not said
  birth_year int check (birth_year between 1930 and 2020),
  id_last_four text check (id_last_four ~ '^[0-9]{3}[0-9X]$'),
  id_hash bytea check (length(id_hash) = 32), -- keyed, of the whole number: "not a member already"
  phone_hash bytea not null check (length(phone_hash) = 32), -- keyed
  language text not null check (language in ('zh-CN', 'en'))
);
create index applicants_id_hash_idx on app.applicants (id_hash); -- duplicates
create index applicants_phone_hash_idx on app.applicants (phone_hash); -- duplicates

create table app.application_events (
  application_id uuid not null references app.membership_applications (id) on delete cascade,
  seq int not null,
  at timestamptz(3) not null default now(),
  actor text not null check (actor in ('applicant', 'staff', 'service')),
  actor_id uuid,
  kind text not null check (kind in ('submitted', 'resubmitted', 'reassigned', 'returned', 'approved', 'rejected', 'withdrawn')),
  codes jsonb not null default '{}', -- codes and ids, never text: reason, from, to
  primary key (application_id, seq)
);
