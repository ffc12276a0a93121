-- A month that is told again: who asked for it, why, in the words that its readers will read, and what came of it. The job
-- that does it is given the id alone.
create table app.republications (
  id uuid primary key, -- made with the form's page: a double tap asks once
  month date not null check (extract(day from month) = 1),
  note_zh text not null check (length(btrim(note_zh)) between 1 and 1000),
  note_en text not null check (length(btrim(note_en)) between 1 and 1000),
  asked_by uuid references auth.users (id) on delete set null,
  asked_at timestamptz(3) not null default now(),
  failed_at timestamptz(3), -- the last try that did not work; the hourly job tries again until one does
  done_revision int check (done_revision between 2 and 99), -- null: it waits
  done_at timestamptz(3),
  constraint republications_done_whole check ((done_revision is null) = (done_at is null))
);
create unique index republications_one_waiting_idx on app.republications (month) where done_revision is null;
create index republications_month_idx on app.republications (month, asked_at desc, id); -- the page of publications
create index republications_asked_by_idx on app.republications (asked_by); -- foreign key
alter table app.republications enable row level security;
grant select on app.republications to authenticated;
create policy "administrators read what is to be published again" on app.republications for select to authenticated
  using ((select private.operator_id()) = any (array(select private.my_organisation_ids('administrator'))));

-- Errors: NTFND not an administrator of the desk, WRONG a month that was never published, TAKEN one waits already, or the id
-- of another. The same form again changes nothing.
create function private.request_republication(id uuid, month date, note_zh text, note_en text) returns void
language plpgsql security definer set search_path = '' as $$
declare known app.republications;
begin
  if private.operator_id() is null or private.operator_id() not in (select private.my_organisation_ids('administrator')) then
    raise exception 'not yours to publish' using errcode = 'NTFND';
  end if;
  if not exists (select from app.publications p where p.month = request_republication.month) then
    raise exception 'the month is not published' using errcode = 'WRONG';
  end if;
  insert into app.republications (id, month, note_zh, note_en, asked_by)
    values (request_republication.id, request_republication.month, btrim(request_republication.note_zh), btrim(request_republication.note_en), auth.uid())
    on conflict do nothing;
  if found then
    perform private.enqueue('publish_figures', json_build_object('republicationId', request_republication.id),
      'publish_figures:' || request_republication.id);
    return;
  end if;
  select * into known from app.republications r where r.id = request_republication.id;
  if known.id is null or known.asked_by is distinct from auth.uid() or known.month <> request_republication.month
      or known.note_zh <> btrim(request_republication.note_zh) or known.note_en <> btrim(request_republication.note_en) then
    raise exception 'the month waits to be published again' using errcode = 'TAKEN';
  end if;
end $$;
grant execute on function private.request_republication(uuid, date, text, text) to authenticated;

-- What waits, the oldest first.
create function private.republications_waiting() returns table (id uuid, month date)
language sql stable security definer set search_path = '' as $$
  select r.id, r.month from app.republications r where r.done_revision is null order by r.asked_at, r.id
$$;
-- All tables of the month with the notes of the row. Two jobs that come to the same row publish it once.
create function private.publish_again(republication_id uuid, cells jsonb, counts jsonb, hidden jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare asked app.republications; revision int;
begin
  select * into asked from app.republications r where r.id = publish_again.republication_id for update;
  if asked.id is null then raise exception 'nobody asked for it' using errcode = 'NTFND'; end if;
  if asked.done_revision is not null then return asked.done_revision; end if;
  revision := private.publish_month(asked.month, publish_again.cells, publish_again.counts, publish_again.hidden, asked.note_zh, asked.note_en);
  update app.republications r set done_revision = revision, done_at = now() where r.id = asked.id;
  return revision;
end $$;
create function private.republication_failed(republication_id uuid) returns void
language sql security definer set search_path = '' as $$
  update app.republications r set failed_at = now() where r.id = republication_failed.republication_id and r.done_revision is null
$$;
grant execute on function private.republications_waiting(), private.publish_again(uuid, jsonb, jsonb, jsonb),
  private.republication_failed(uuid) to service_role;
