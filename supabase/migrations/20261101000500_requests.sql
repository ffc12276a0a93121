-- What a worker filed. Row level security is per row, so what fewer people may read stands in a table of its own:
-- nobody at all may select stories, contacts and drafts; the only ways to them are functions that check and log.
create table app.drafts (
  id uuid primary key, -- known to the browser that writes it and to nobody else; later the request's draft_id
  answers jsonb not null default '{}' check (jsonb_typeof(answers) = 'object' and octet_length(answers::text) <= 65536),
  sent_at timestamptz(3),
  expires_at timestamptz(3) not null default now() + interval '7 days'
);
create index drafts_expires_at_idx on app.drafts (expires_at); -- the hourly purge

create table app.requests (
  id uuid primary key default gen_random_uuid(),
  draft_id uuid not null unique, -- sending twice files once. Never shown again
  reference text not null unique check (reference ~ '^T-[2-9A-HJ-NP-Z]{8}$'),
  receipt_hash bytea not null, -- keyed, of the receipt code; never shown
  user_id uuid references auth.users (id) on delete set null, -- null without an account
  language text not null check (language in ('zh-CN', 'en')),
  area_code text references app.areas (code) on delete restrict,
  sector_code text references app.sectors (code) on delete restrict,
  platform_code text references app.platforms (code) on delete restrict,
  working_form text check (working_form in ('contract', 'outsourced', 'crowd', 'own_account', 'unsure')),
  consent_mode text not null check (consent_mode in ('any_of_these', 'only_ticked', 'ask_first')),
  created_at timestamptz(3) not null default now()
);
create index requests_user_id_idx on app.requests (user_id, created_at desc, id); -- foreign key, policy, list of one's own
create index requests_area_code_idx on app.requests (area_code); -- foreign key
create index requests_sector_code_idx on app.requests (sector_code); -- foreign key
create index requests_platform_code_idx on app.requests (platform_code); -- foreign key

create table app.request_stories (
  request_id uuid primary key references app.requests (id) on delete cascade,
  body text not null check (length(body) between 1 and 5000)
);
create table app.request_contacts (
  request_id uuid primary key references app.requests (id) on delete cascade,
  name text check (length(name) between 1 and 60),
  phone text check (phone ~ '^\+?[0-9]{7,15}$'),
  email text check (email like '%_@_%' and length(email) <= 254),
  reach_by text[] not null check (reach_by <@ array['phone', 'email', 'here']),
  reach_times text[] not null default '{}' check (reach_times <@ array['morning', 'noon', 'afternoon', 'evening']),
  constraint request_contacts_phone_known check (phone is not null or not 'phone' = any (reach_by)),
  constraint request_contacts_email_known check (email is not null or not 'email' = any (reach_by))
);
-- Organisations that must not see this request, whatever else is agreed.
create table app.exclusions (
  request_id uuid not null references app.requests (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  primary key (request_id, organisation_id)
);
create index exclusions_organisation_id_idx on app.exclusions (organisation_id); -- foreign key

create table app.receipt_sessions (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references app.requests (id) on delete cascade,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null default now() + interval '30 days',
  revoked_at timestamptz(3)
);
create index receipt_sessions_request_id_idx on app.receipt_sessions (request_id); -- foreign key

-- Wrong codes and passwords, counted per reference or account and never per address: a city's riders share addresses.
create table app.attempts (
  purpose text not null check (purpose in ('receipt', 'signin')),
  key_hash bytea not null, -- sha256 of the reference or the account
  at timestamptz(3) not null default clock_timestamp()
);
create index attempts_key_idx on app.attempts (purpose, key_hash, at);
create index attempts_at_idx on app.attempts (at); -- the hourly purge

-- The request whose receipt the caller holds; null once the session is revoked or over.
create function private.receipt_request_id() returns uuid
language sql stable security definer set search_path = '' as $$
  select s.request_id from app.receipt_sessions s
  where s.id = (auth.jwt() ->> 'receipt_session')::uuid and s.revoked_at is null and s.expires_at > now()
$$;
grant execute on function private.receipt_request_id() to receipt_holder;

alter table app.drafts enable row level security;
alter table app.requests enable row level security;
alter table app.request_stories enable row level security;
alter table app.request_contacts enable row level security;
alter table app.exclusions enable row level security;
alter table app.receipt_sessions enable row level security;
alter table app.attempts enable row level security;
grant select (id, reference, user_id, language, area_code, sector_code, platform_code, working_form, consent_mode, created_at)
  on app.requests to authenticated, receipt_holder;
grant select on app.exclusions to receipt_holder;
create policy "receipt holders read their request" on app.requests
  for select to receipt_holder using (id = (select private.receipt_request_id()));
create policy "workers read the requests of their account" on app.requests
  for select to authenticated using (user_id = (select auth.uid()));
create policy "receipt holders read whom they excluded" on app.exclusions
  for select to receipt_holder using (request_id = (select private.receipt_request_id()));
