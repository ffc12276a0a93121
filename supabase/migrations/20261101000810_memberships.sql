-- Membership of a union: whose, since when, in which state, and everything that happened to it. "Routing cannot read
-- membership" is a fact of the database: its role has no grant here.
create sequence app.member_number;
create table app.memberships (
  id uuid primary key default gen_random_uuid(),
  number text not null unique default 'TL' || lpad(nextval('app.member_number')::text, 8, '0'), -- said on the phone, printed on the card
  union_organisation_id uuid not null references app.organisations (id) on delete restrict, -- never null: never a time without a union
  user_id uuid references auth.users (id) on delete set null,
  application_id uuid unique references app.membership_applications (id) on delete set null,
  state text not null default 'active' constraint memberships_state_check check (state in ('active', 'due', 'lapsed', 'left')),
  joined_at timestamptz(3) not null default now(),
  area_code text not null references app.areas (code) on delete restrict, -- where they usually live
  sector_code text not null references app.sectors (code) on delete restrict,
  platform_code text references app.platforms (code) on delete restrict,
  working_form text check (working_form in ('contract', 'outsourced', 'crowd', 'own_account', 'unsure')),
  station_id uuid references app.stations (id) on delete set null,
  campaign_id uuid references app.join_campaigns (id) on delete set null,
  confirmed_at timestamptz(3) not null default now(), -- when the facts were last said to be right
  confirm_by timestamptz(3), -- while due: until when the member is waited for
  ended_at timestamptz(3), -- since when lapsed or left
  id_hash bytea check (length(id_hash) = 32), -- keyed; nobody selects it
  phone_hash bytea check (length(phone_hash) = 32), -- keyed; nobody selects it
  card_id uuid not null unique default gen_random_uuid(), -- in the card's QR code: whoever has it may ask "valid?", and nothing else
  constraint memberships_due_has_date check ((confirm_by is not null) = (state = 'due')),
  constraint memberships_end_has_date check ((ended_at is not null) = (state in ('lapsed', 'left')))
);
create index memberships_union_idx on app.memberships (union_organisation_id, state, joined_at, id); -- foreign key, policy, list
create index memberships_user_id_idx on app.memberships (user_id); -- foreign key, policy
create index memberships_area_code_idx on app.memberships (area_code); -- foreign key
create index memberships_sector_code_idx on app.memberships (sector_code); -- foreign key
create index memberships_platform_code_idx on app.memberships (platform_code); -- foreign key
create index memberships_station_id_idx on app.memberships (station_id, state); -- foreign key, a liaison's view
create index memberships_campaign_id_idx on app.memberships (campaign_id); -- foreign key
create unique index memberships_one_for_an_id_idx on app.memberships (id_hash) where state <> 'left'; -- nobody is a member twice
create unique index memberships_one_for_a_phone_idx on app.memberships (phone_hash) where state <> 'left';

create table app.member_details (
  membership_id uuid primary key references app.memberships (id) on delete cascade,
  name text not null check (length(name) between 1 and 60),
  phone text not null check (phone ~ '^\+?[0-9]{7,15}$'),
  email text check (email like '%_@_%' and length(email) <= 254),
  gender text check (gender in ('female', 'male')),
  birth_year int check (birth_year between 1930 and 2020),
  id_last_four text check (id_last_four ~ '^[0-9]{3}[0-9X]$'),
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en'))
);

create table app.membership_events (
  membership_id uuid not null references app.memberships (id) on delete cascade,
  seq int not null,
  at timestamptz(3) not null default now(),
  actor text not null check (actor in ('member', 'staff', 'service')),
  actor_id uuid,
  kind text not null check (kind in ('joined', 'imported', 'changed', 'asked_to_confirm', 'confirmed', 'lapsed', 'left', 'rejoined',
    'transfer_asked', 'transferred', 'transfer_refused', 'transfer_withdrawn')),
  codes jsonb not null default '{}', -- codes and ids, never text: which fields changed, from and to which union, the answer's code
  primary key (membership_id, seq)
);

create trigger membership_applications_transition before update of state on app.membership_applications
  for each row execute function private.refuse_unlisted_transition('application');
create trigger memberships_transition before update of state on app.memberships
  for each row execute function private.refuse_unlisted_transition('membership');

-- Pieces that every change is made of; granted to nobody. The row they are about is locked by whoever calls.
create function private.append_application_event(application_id uuid, actor text, kind text, codes jsonb default '{}') returns void
language sql set search_path = '' as $$
  insert into app.application_events (application_id, seq, actor, actor_id, kind, codes)
  select append_application_event.application_id, coalesce(max(e.seq), 0) + 1, append_application_event.actor, auth.uid(),
    append_application_event.kind, append_application_event.codes
  from app.application_events e where e.application_id = append_application_event.application_id
$$;
create function private.append_membership_event(membership_id uuid, actor text, kind text, codes jsonb default '{}') returns void
language sql set search_path = '' as $$
  insert into app.membership_events (membership_id, seq, actor, actor_id, kind, codes)
  select append_membership_event.membership_id, coalesce(max(e.seq), 0) + 1, append_membership_event.actor, auth.uid(),
    append_membership_event.kind, append_membership_event.codes
  from app.membership_events e where e.membership_id = append_membership_event.membership_id
$$;

-- Lock a membership of the caller's union. NTFND for everybody but its officers.
create function private.lock_membership(membership_id uuid) returns app.memberships
language plpgsql set search_path = '' as $$
declare found_one app.memberships;
begin
  perform from app.memberships m where m.id = lock_membership.membership_id for update;
  select * into found_one from app.memberships m where m.id = lock_membership.membership_id
    and m.union_organisation_id in (select private.my_organisation_ids('officer'));
  if not found then raise exception 'no such member of your union' using errcode = 'NTFND'; end if;
  return found_one;
end $$;
-- The same for an application.
create function private.lock_application(application_id uuid) returns app.membership_applications
language plpgsql set search_path = '' as $$
declare found_one app.membership_applications;
begin
  perform from app.membership_applications a where a.id = lock_application.application_id for update;
  select * into found_one from app.membership_applications a where a.id = lock_application.application_id
    and a.union_organisation_id in (select private.my_organisation_ids('officer'));
  if not found then raise exception 'no such application to your union' using errcode = 'NTFND'; end if;
  return found_one;
end $$;

-- Definer, because the policies of details and events would otherwise go through those of memberships for each row.
create function private.my_membership_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select m.id from app.memberships m where m.user_id = (select auth.uid())
$$;
grant execute on function private.my_membership_ids() to authenticated;
