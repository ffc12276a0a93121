-- Who took a list of members out of the system, when, of which of them and how many. Written before the first row leaves, and
-- read by the officers of the union.
create table app.member_exports (
  id uuid primary key, -- made with the form's page: a double tap is one line here
  union_organisation_id uuid not null references app.organisations (id) on delete cascade,
  user_id uuid references auth.users (id) on delete set null,
  at timestamptz(3) not null default now(),
  format text not null check (format in ('csv', 'xlsx')),
  state text check (state in ('active', 'due', 'lapsed', 'left')), -- null: all that have not left
  station_id uuid references app.stations (id) on delete set null, -- null: all
  members int not null
);
create index member_exports_union_idx on app.member_exports (union_organisation_id, at desc, id); -- foreign key, policy, list
create index member_exports_user_id_idx on app.member_exports (user_id); -- foreign key
create index member_exports_station_id_idx on app.member_exports (station_id); -- foreign key
alter table app.member_exports enable row level security;
grant select on app.member_exports to authenticated;
create policy "officers read what was exported of their union" on app.member_exports for select to authenticated
  using (union_organisation_id = any (array(select private.my_organisation_ids('officer'))));

-- Answers how many members it is about. The same id again, for the same, adds no line; for anything else it is refused.
create function private.begin_export(id uuid, organisation_id uuid, format text, state text, station_id uuid) returns int
language plpgsql security definer set search_path = '' as $$
declare known app.member_exports;
begin
  perform private.must_be_officer(organisation_id);
  insert into app.member_exports (id, union_organisation_id, user_id, format, state, station_id, members)
    select begin_export.id, begin_export.organisation_id, auth.uid(), begin_export.format, begin_export.state, begin_export.station_id, count(*)
      from app.memberships m where m.union_organisation_id = begin_export.organisation_id
        and m.state = any (case when begin_export.state is null then array['active', 'due', 'lapsed'] else array[begin_export.state] end)
        and (begin_export.station_id is null or m.station_id = begin_export.station_id)
    on conflict do nothing;
  select * into known from app.member_exports x where x.id = begin_export.id;
  if known.user_id is distinct from auth.uid() or known.union_organisation_id <> begin_export.organisation_id or known.format <> begin_export.format
      or known.state is distinct from begin_export.state or known.station_id is distinct from begin_export.station_id then
    raise exception 'another export' using errcode = 'TAKEN';
  end if;
  return known.members;
end $$;
grant execute on function private.begin_export(uuid, uuid, text, text, uuid) to authenticated;
