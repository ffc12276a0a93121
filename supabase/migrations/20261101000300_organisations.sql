-- Organisations, who works in them, and how people come to work in them. A staff role (岗位) is not a union membership.
create table app.organisations (
  id uuid primary key default gen_random_uuid(),
  kind text not null check (kind in ('agency', 'union', 'operator')),
  parent_id uuid references app.organisations (id) on delete restrict, -- unions and agencies form a tree
  area_code text references app.areas (code) on delete restrict, -- where it is at home; coverage is its services'
  name_zh text not null check (length(name_zh) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 160),
  description_zh text not null default '' check (length(description_zh) <= 2000),
  description_en text not null default '' check (length(description_en) <= 2000),
  website text,
  active boolean not null default true,
  created_at timestamptz(3) not null default now(),
  constraint organisations_not_own_parent check (parent_id <> id)
);
create index organisations_parent_id_idx on app.organisations (parent_id); -- foreign key, the tree
create index organisations_area_code_idx on app.organisations (area_code); -- foreign key, names near a place
create unique index organisations_one_operator_idx on app.organisations (kind) where kind = 'operator'; -- one desk

-- The desk itself is there from the first day: every case is in its hands until an organisation accepts.
insert into app.organisations (kind, name_zh, name_en) values ('operator', '同路求助台', 'Tonglu help desk');

create table app.staff_roles (
  user_id uuid not null references auth.users (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  role text not null check (role in
    ('caseworker', 'manager', 'officer', 'liaison', 'analyst', 'triager', 'directory_editor', 'administrator')),
  since timestamptz(3) not null default now(),
  primary key (user_id, organisation_id, role)
);
create index staff_roles_organisation_id_idx on app.staff_roles (organisation_id, role); -- foreign key, who can be assigned or told

-- How staff are called. Workers without a role have no row.
create table app.people (
  user_id uuid primary key references auth.users (id) on delete cascade,
  name text not null check (length(name) between 1 and 60),
  language text not null default 'zh-CN' check (language in ('zh-CN', 'en'))
);

create table app.staff_invitations (
  id uuid primary key,
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  email text not null check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
  roles text[] not null check (cardinality(roles) between 1 and 8 and roles <@ array
    ['caseworker', 'manager', 'officer', 'liaison', 'analyst', 'triager', 'directory_editor', 'administrator']),
  language text not null check (language in ('zh-CN', 'en')),
  token_hash bytea not null, -- of the one-time link; the link itself is never stored
  invited_by uuid references auth.users (id) on delete set null,
  created_at timestamptz(3) not null default now(),
  expires_at timestamptz(3) not null default now() + interval '7 days',
  accepted_at timestamptz(3),
  revoked_at timestamptz(3)
);
create index staff_invitations_organisation_id_idx on app.staff_invitations (organisation_id, created_at desc); -- foreign key, policy, list
create index staff_invitations_invited_by_idx on app.staff_invitations (invited_by); -- foreign key

-- Where the caller holds one of `roles`. Policies write `= any (array(select ...))`: as a policy's condition
-- `in (select ...)` becomes a filter and never reaches an index.
create function private.my_organisation_ids(variadic roles text[]) returns setof uuid
language sql stable security definer rows 3 set search_path = '' as $$
  select distinct s.organisation_id from app.staff_roles s
  where s.user_id = (select auth.uid()) and s.role = any (my_organisation_ids.roles)
$$;
grant execute on function private.my_organisation_ids(text[]) to authenticated;

-- The people whose names the caller may read: everybody who works where the caller works.
create function private.my_colleague_ids() returns setof uuid
language sql stable security definer rows 20 set search_path = '' as $$
  select distinct c.user_id from app.staff_roles me join app.staff_roles c using (organisation_id)
  where me.user_id = (select auth.uid())
$$;
grant execute on function private.my_colleague_ids() to authenticated;

-- The organisation that runs this desk. Null only before the directory has been filled.
create function private.operator_id() returns uuid
language sql stable security definer set search_path = '' as $$
  select o.id from app.organisations o where o.kind = 'operator'
$$;
grant execute on function private.operator_id() to authenticated, receipt_holder, service_role, app_routing;

-- May the caller say who works at this organisation? Its own managers and administrators, and the operator's administrators.
create function private.may_staff(organisation_id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select may_staff.organisation_id in (select private.my_organisation_ids('manager', 'administrator'))
    or (select private.operator_id()) in (select private.my_organisation_ids('administrator'))
$$;
grant execute on function private.may_staff(uuid) to authenticated;

alter table app.organisations enable row level security;
alter table app.staff_roles enable row level security;
alter table app.people enable row level security;
alter table app.staff_invitations enable row level security;
grant select on app.organisations to authenticated, receipt_holder, service_role, app_routing;
grant select on app.staff_roles to authenticated, app_routing;
grant select on app.people to authenticated;
grant update (name, language) on app.people to authenticated;
grant select (id, organisation_id, email, roles, language, invited_by, created_at, expires_at, accepted_at, revoked_at)
  on app.staff_invitations to authenticated;

create policy "anyone served reads the names of organisations" on app.organisations
  for select to authenticated, receipt_holder, service_role, app_routing using (true);
create policy "staff read the roles of their organisations" on app.staff_roles for select to authenticated
  using (user_id = (select auth.uid())
    or organisation_id = any (array(select private.my_organisation_ids('caseworker', 'manager', 'officer', 'triager', 'administrator')))
    or (select private.operator_id()) = any (array(select private.my_organisation_ids('administrator'))));
create policy "routing sees whether an organisation has staff" on app.staff_roles for select to app_routing using (true);
create policy "staff read the names of their colleagues" on app.people for select to authenticated
  using (user_id = (select auth.uid()) or user_id = any (array(select private.my_colleague_ids()))
    or (select private.operator_id()) = any (array(select private.my_organisation_ids('administrator'))));
create policy "staff change their own name" on app.people for update to authenticated
  using (user_id = (select auth.uid())) with check (user_id = (select auth.uid()));
create policy "managers read the invitations of their organisation" on app.staff_invitations for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids('manager', 'administrator')))
    or (select private.operator_id()) = any (array(select private.my_organisation_ids('administrator'))));
create policy "officers read the invitations of their liaisons" on app.staff_invitations for select to authenticated
  using (roles = array['liaison'] and organisation_id = any (array(select private.my_organisation_ids('officer'))));
