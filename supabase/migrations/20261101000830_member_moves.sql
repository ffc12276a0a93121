-- Members move: from one union to another, and in and out of what their union knows of them.
create table app.membership_transfers (
  id uuid primary key, -- made with the form's page
  membership_id uuid not null references app.memberships (id) on delete cascade,
  from_union_id uuid not null references app.organisations (id) on delete restrict,
  to_union_id uuid not null references app.organisations (id) on delete restrict,
  asked_by text not null check (asked_by in ('member', 'officer')),
  asker_id uuid references auth.users (id) on delete set null,
  reason text not null check (reason in ('moved', 'changed_work', 'employer_union', 'pool_to_union', 'other')),
  state text not null default 'asked' constraint transfers_state_check check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
  asked_at timestamptz(3) not null default now(),
  decided_at timestamptz(3),
  decided_by uuid references auth.users (id) on delete set null,
  constraint transfers_lead_elsewhere check (from_union_id <> to_union_id),
  constraint transfers_decided_whole check ((decided_at is null) = (state = 'asked'))
);
create unique index membership_transfers_one_open_idx on app.membership_transfers (membership_id) where state = 'asked';
create index membership_transfers_membership_id_idx on app.membership_transfers (membership_id, asked_at); -- foreign key, list
create index membership_transfers_from_idx on app.membership_transfers (from_union_id, state, asked_at, id); -- foreign key, policy, list
create index membership_transfers_to_idx on app.membership_transfers (to_union_id, state, asked_at, id); -- foreign key, policy, list
create index membership_transfers_asker_id_idx on app.membership_transfers (asker_id); -- foreign key
create index membership_transfers_decided_by_idx on app.membership_transfers (decided_by); -- foreign key
create trigger membership_transfers_transition before update of state on app.membership_transfers
  for each row execute function private.refuse_unlisted_transition('transfer');

-- Every so often members are asked whether what is known of them is still right: whom to ask, by which channel, until when.
create table app.confirmation_drives (
  id uuid primary key, -- made with the form's page
  union_organisation_id uuid not null references app.organisations (id) on delete cascade,
  name text not null check (length(name) between 1 and 80),
  -- whom: members not confirmed since then, and of these only the ones that fit what is not null
  not_confirmed_since timestamptz(3) not null,
  area_code text references app.areas (code) on delete restrict,
  sector_code text references app.sectors (code) on delete restrict,
  platform_code text references app.platforms (code) on delete restrict,
  station_id uuid references app.stations (id) on delete restrict,
  answer_by timestamptz(3) not null,
  state text not null default 'open' constraint drives_state_check check (state in ('open', 'closed')),
  asked int not null default 0, -- how many were asked when it started
  created_by uuid references auth.users (id) on delete set null,
  created_at timestamptz(3) not null default now(),
  reminded_at timestamptz(3), -- a second letter goes out once
  ended_by uuid references auth.users (id) on delete set null, -- the officer who ended it before its time
  closed_at timestamptz(3), -- when the last of those who had not answered had lapsed
  constraint drives_closed_whole check ((closed_at is not null) = (state = 'closed'))
);
create index confirmation_drives_union_idx on app.confirmation_drives (union_organisation_id, created_at desc, id); -- foreign key, policy, list
create index confirmation_drives_area_code_idx on app.confirmation_drives (area_code); -- foreign key
create index confirmation_drives_sector_code_idx on app.confirmation_drives (sector_code); -- foreign key
create index confirmation_drives_platform_code_idx on app.confirmation_drives (platform_code); -- foreign key
create index confirmation_drives_station_id_idx on app.confirmation_drives (station_id); -- foreign key
create index confirmation_drives_created_by_idx on app.confirmation_drives (created_by); -- foreign key
create index confirmation_drives_ended_by_idx on app.confirmation_drives (ended_by); -- foreign key
create index confirmation_drives_due_idx on app.confirmation_drives (answer_by) where state = 'open'; -- the clock that closes them
create trigger confirmation_drives_transition before update of state on app.confirmation_drives
  for each row execute function private.refuse_unlisted_transition('drive');

create table app.drive_asks (
  id uuid primary key default gen_random_uuid(), -- the link in the letter is made from it with a secret that the database does not have
  drive_id uuid not null references app.confirmation_drives (id) on delete cascade,
  membership_id uuid not null references app.memberships (id) on delete cascade,
  channel text not null check (channel in ('email', 'phone', 'station')), -- a letter, an officer's call, the liaison at the station
  asked_at timestamptz(3) not null default now(),
  answered_at timestamptz(3),
  answer text check (answer in ('still', 'changed', 'left', 'wrong_contact')), -- wrong_contact: whoever answered is not the member
  answered_through text check (answered_through in ('link', 'phone', 'station')),
  answered_by uuid references auth.users (id) on delete set null, -- the officer or liaison who wrote it down
  lapsed_at timestamptz(3), -- the drive closed without an answer
  dropped_at timestamptz(3), -- no longer waited for: has left, moved to another union, or was confirmed in another way
  -- where it stands, in one word: what lists and figures go by; an answer that came late counts
  standing text not null generated always as (case when answer is not null then answer when lapsed_at is not null then 'lapsed'
    when dropped_at is not null then 'dropped' else 'waiting' end) stored,
  constraint drive_asks_once unique (drive_id, membership_id), -- foreign key
  constraint drive_asks_answer_whole check (num_nonnulls(answered_at, answer, answered_through) in (0, 3))
);
create index drive_asks_membership_id_idx on app.drive_asks (membership_id); -- foreign key
create index drive_asks_answered_by_idx on app.drive_asks (answered_by); -- foreign key
create index drive_asks_list_idx on app.drive_asks (drive_id, standing, channel, id) include (answered_through); -- who has not answered, by channel; figures

alter table app.membership_transfers enable row level security;
alter table app.confirmation_drives enable row level security;
alter table app.drive_asks enable row level security;
grant select on app.membership_transfers, app.confirmation_drives, app.drive_asks to authenticated;
create policy "officers read the transfers of their union" on app.membership_transfers for select to authenticated
  using (from_union_id = any (array(select private.my_organisation_ids('officer')))
    or to_union_id = any (array(select private.my_organisation_ids('officer')))
    or membership_id = any (array(select private.my_membership_ids())));
create policy "officers read the drives of their union" on app.confirmation_drives for select to authenticated
  using (union_organisation_id = any (array(select private.my_organisation_ids('officer'))));
create policy "officers read who was asked in their drives" on app.drive_asks for select to authenticated
  using (exists (select from app.confirmation_drives d where d.id = drive_asks.drive_id));
