-- Union membership. Two tables now, so that "routing cannot read membership" is a fact of the database from the first
-- day; how people join is written later. No political affiliation, religion or ethnicity, here or anywhere.
create table app.membership_applications (
  id uuid primary key default gen_random_uuid(),
  union_organisation_id uuid not null references app.organisations (id) on delete restrict,
  user_id uuid references auth.users (id) on delete set null,
  state text not null default 'submitted' constraint applications_state_check
    check (state in ('submitted', 'returned', 'approved', 'rejected', 'withdrawn')),
  submitted_at timestamptz(3) not null default now()
);
create index membership_applications_union_idx on app.membership_applications (union_organisation_id, state, submitted_at, id); -- foreign key, policy, queue
create index membership_applications_user_id_idx on app.membership_applications (user_id); -- foreign key, policy

create table app.memberships (
  id uuid primary key default gen_random_uuid(),
  union_organisation_id uuid not null references app.organisations (id) on delete restrict, -- never null: never a time without a union
  user_id uuid references auth.users (id) on delete set null,
  state text not null default 'active' constraint memberships_state_check check (state in ('active', 'due', 'lapsed', 'left')),
  joined_at timestamptz(3) not null default now()
);
create index memberships_union_idx on app.memberships (union_organisation_id, state, joined_at, id); -- foreign key, policy, list
create index memberships_user_id_idx on app.memberships (user_id); -- foreign key, policy

create trigger membership_applications_transition before update of state on app.membership_applications
  for each row execute function private.refuse_unlisted_transition('application');
create trigger memberships_transition before update of state on app.memberships
  for each row execute function private.refuse_unlisted_transition('membership');
alter table app.membership_applications enable row level security;
alter table app.memberships enable row level security;
grant select on app.membership_applications, app.memberships to authenticated;
create policy "officers read the applications of their union" on app.membership_applications for select to authenticated
  using (user_id = (select auth.uid()) or union_organisation_id = any (array(select private.my_organisation_ids('officer'))));
create policy "officers read the members of their union" on app.memberships for select to authenticated
  using (user_id = (select auth.uid()) or union_organisation_id = any (array(select private.my_organisation_ids('officer'))));
