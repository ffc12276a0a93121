-- Photos and papers. The bytes lie in the private bucket `attachments` under the row's id; here stands what they are and to
-- what they belong. The row comes first and the bytes second, so that no object is ever without a row whose end removes it.
create table app.attachments (
  id uuid primary key default gen_random_uuid(),
  -- on the way: to a draft, or to a message that the holder of a receipt session or somebody of the staff is writing
  draft_id uuid references app.drafts (id) on delete cascade,
  receipt_session_id uuid references app.receipt_sessions (id) on delete cascade,
  user_id uuid references auth.users (id) on delete cascade,
  -- arrived: with a request, or with a message
  request_id uuid references app.requests (id) on delete cascade,
  case_id uuid references app.cases (id) on delete cascade,
  message_id uuid references app.messages (id) on delete cascade,
  organisation_id uuid references app.organisations (id) on delete restrict, -- whose conversation the message belongs to
  author text not null check (author in ('worker', 'staff')),
  name text not null check (length(name) between 1 and 200),
  type text not null check (type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  size int not null check (size between 1 and 10485760),
  width int check (width between 1 and 2560),
  height int check (height between 1 and 2560),
  sha256 bytea not null check (length(sha256) = 32),
  created_at timestamptz(3) not null default now(),
  stored_at timestamptz(3), -- null until the bytes are there; shown to nobody before
  constraint attachments_one_home check (num_nonnulls(draft_id, receipt_session_id, user_id, request_id, message_id) = 1),
  constraint attachments_message_whole check (num_nonnulls(case_id, message_id, organisation_id) in (0, 3)),
  constraint attachments_arrived_whole check (stored_at is not null or num_nonnulls(request_id, message_id) = 0),
  constraint attachments_image_size check (num_nonnulls(width, height) = case type when 'application/pdf' then 0 else 2 end),
  constraint attachments_draft_once unique (draft_id, sha256) -- foreign key; the same file sent twice is there once
);
create index attachments_receipt_session_id_idx on app.attachments (receipt_session_id); -- foreign key
create index attachments_user_id_idx on app.attachments (user_id); -- foreign key
create index attachments_request_id_idx on app.attachments (request_id, created_at, id); -- foreign key, policy, list
create index attachments_case_id_idx on app.attachments (case_id); -- foreign key, policy
create index attachments_message_id_idx on app.attachments (message_id, created_at, id); -- foreign key, list
create index attachments_organisation_id_idx on app.attachments (organisation_id); -- foreign key
create index attachments_unfinished_idx on app.attachments (created_at) where request_id is null and message_id is null; -- the hourly purge

-- Ids of drafts and receipt sessions are keys, so nobody may select them.
alter table app.attachments enable row level security;
grant select (id, request_id, case_id, message_id, organisation_id, author, name, type, size, width, height, created_at)
  on app.attachments to authenticated, receipt_holder;
create policy "receipt holders read what is attached" on app.attachments for select to receipt_holder
  using (request_id = (select private.receipt_request_id()) or case_id = any (array(select c.id from app.cases c)));
create policy "caseworkers read what is attached to a story they may read" on app.attachments for select to authenticated
  using (exists (select from app.cases c join app.case_access a on a.case_id = c.id and a.field_group = 'story'
    where c.request_id = attachments.request_id
      and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))));
create policy "holders read what is attached to their own conversation" on app.attachments for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))
    and exists (select from app.case_access a where a.case_id = attachments.case_id and a.field_group = 'messages'
      and a.organisation_id = attachments.organisation_id));

-- Whatever ends a row (a draft or session that is over, an erasure, a change of mind) has the bytes removed.
create function private.remove_file() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.enqueue('remove_file', json_build_object('fileId', old.id), 'remove_file:' || old.id);
  return null;
end $$;
create trigger attachments_removed after delete on app.attachments for each row execute function private.remove_file();

-- The job asks once more: nothing is removed that a row still stands for.
create function private.file_is_gone(id uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select not exists (select from app.attachments a where a.id = file_is_gone.id)
$$;
grant execute on function private.file_is_gone(uuid) to service_role;

-- Makes the draft if need be and locks it. GONE0 once it has been sent.
create function private.lock_draft(draft_id uuid) returns void
language plpgsql set search_path = '' as $$
begin
  insert into app.drafts (id) values (lock_draft.draft_id) on conflict on constraint drafts_pkey do nothing;
  perform from app.drafts d where d.id = lock_draft.draft_id and d.sent_at is null for update;
  if not found then raise exception 'this draft has been sent' using errcode = 'GONE0'; end if;
end $$;

-- `files` are answers of app/domain/attachments/check.server.ts. Returns under which ids the bytes are to be stored, in the
-- order given; a file that is there already keeps its id. At most eight, or WRONG and none is taken.
create function private.attach_to_draft(draft_id uuid, files jsonb) returns table (id uuid)
language plpgsql security definer set search_path = '' as $$
declare file jsonb;
begin
  perform private.lock_draft(attach_to_draft.draft_id);
  for file in select f from jsonb_array_elements(files) as f loop
    insert into app.attachments as a (draft_id, author, name, type, size, width, height, sha256)
      select attach_to_draft.draft_id, 'worker', f.name, f.type, f.size, f.width, f.height, decode(f.sha256, 'hex')
      from jsonb_to_record(file) as f (name text, type text, size int, width int, height int, sha256 text)
      on conflict on constraint attachments_draft_once do update set name = excluded.name returning a.id into attach_to_draft.id;
    return next;
  end loop;
  if (select count(*) > 8 from app.attachments a where a.draft_id = attach_to_draft.draft_id) then
    raise exception 'a request takes eight files' using errcode = 'WRONG';
  end if;
end $$;
-- Said once the bytes are there.
create function private.stored_in_draft(draft_id uuid, ids uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform private.lock_draft(stored_in_draft.draft_id);
  update app.attachments a set stored_at = now()
    where a.draft_id = stored_in_draft.draft_id and a.id = any (ids) and a.stored_at is null;
end $$;
create function private.detach_from_draft(draft_id uuid, id uuid) returns void
language sql security definer set search_path = '' as $$
  delete from app.attachments a where a.draft_id = detach_from_draft.draft_id and a.id = detach_from_draft.id
$$;
-- Whoever knows the draft's id is the one who writes it.
create function private.draft_files(draft_id uuid) returns table (id uuid, name text, type text, size int)
language sql stable security definer set search_path = '' as $$
  select a.id, a.name, a.type, a.size from app.attachments a join app.drafts d on d.id = a.draft_id
  where a.draft_id = draft_files.draft_id and a.stored_at is not null and d.expires_at > now() order by a.created_at, a.id
$$;
grant execute on function private.attach_to_draft(uuid, jsonb), private.stored_in_draft(uuid, uuid[]),
  private.detach_from_draft(uuid, uuid), private.draft_files(uuid) to receipt_holder;

-- Rows for the files of a message that the caller is about to write; write_to_holder and write_to_worker take them. The ids
-- come from the message's id, the caller and the content, so a double tap makes them once. Returns those whose bytes are
-- still to be stored: none of a message that has been written.
create function private.begin_upload(case_id uuid, files jsonb) returns table (id uuid)
language plpgsql security definer set search_path = '' as $$
declare session uuid := (auth.jwt() ->> 'receipt_session')::uuid; the_case app.cases;
begin
  the_case := case when auth.uid() is null then private.lock_my_case(begin_upload.case_id) else private.lock_held_case(begin_upload.case_id) end;
  if the_case.state = 'closed' then raise exception 'the case is closed' using errcode = 'NOWAY'; end if;
  if jsonb_array_length(files) > 8 then raise exception 'a message takes eight files' using errcode = 'WRONG'; end if;
  insert into app.attachments (id, receipt_session_id, user_id, author, name, type, size, width, height, sha256)
    select f.id, case when auth.uid() is null then session end, auth.uid(),
      case when auth.uid() is null then 'worker' else 'staff' end, f.name, f.type, f.size, f.width, f.height, decode(f.sha256, 'hex')
    from jsonb_to_recordset(files) as f (id uuid, name text, type text, size int, width int, height int, sha256 text)
    on conflict on constraint attachments_pkey do nothing;
  if (select count(*) > 40 from app.attachments a where a.receipt_session_id = session or a.user_id = auth.uid()) then
    raise exception 'too many files on their way' using errcode = 'WRONG';
  end if;
  return query select a.id from app.attachments a
    where a.id in (select (f ->> 'id')::uuid from jsonb_array_elements(files) as f)
      and (a.receipt_session_id = session or a.user_id = auth.uid());
end $$;
grant execute on function private.begin_upload(uuid, jsonb) to receipt_holder, authenticated;

-- A message takes what its writer has stored: all of them, in the order given, or WRONG. Called by the functions that write.
create function private.take_files(message_id uuid, ids uuid[]) returns void
language plpgsql set search_path = '' as $$
declare taken int;
begin
  if coalesce(cardinality(ids), 0) > 8 then raise exception 'a message takes eight files' using errcode = 'WRONG'; end if;
  update app.attachments a set receipt_session_id = null, user_id = null, message_id = m.id, case_id = m.case_id,
      organisation_id = m.organisation_id, stored_at = now(), created_at = now() + array_position(ids, a.id) * interval '1 millisecond'
    from app.messages m where m.id = take_files.message_id and a.id = any (ids) and a.author = m.author
      and (a.receipt_session_id = (auth.jwt() ->> 'receipt_session')::uuid or a.user_id = auth.uid());
  get diagnostics taken = row_count;
  if taken <> coalesce(cardinality(ids), 0) then raise exception 'not files of the writer' using errcode = 'WRONG'; end if;
end $$;

-- Was the message sent with these files already? A double tap then changes nothing; with others it is refused, not dropped.
create function private.files_taken(message_id uuid, ids uuid[]) returns boolean
language sql stable set search_path = '' as $$
  select not exists (select from unnest(ids) as f where not exists (select from app.attachments a
    where a.id = f and a.message_id = files_taken.message_id))
$$;

-- The only door to the bytes: says what they are once the caller may have them. What staff open of a worker's is logged for
-- each case that opened it, so it is called with asUser or asReceipt, never inside a read-only transaction.
create function private.open_attachment(id uuid) returns table (name text, type text)
language plpgsql security definer set search_path = '' as $$
declare file app.attachments; my_request uuid; may boolean := false;
begin
  select * into file from app.attachments a where a.id = open_attachment.id and num_nonnulls(a.request_id, a.message_id) = 1;
  if auth.uid() is null then
    my_request := private.receipt_request_id();
    may := coalesce(file.request_id = my_request, false)
      or exists (select from app.cases c where c.id = file.case_id and c.request_id = my_request);
  elsif file.id is not null then
    with readers as (
      select distinct on (a.case_id) a.case_id, a.organisation_id from app.cases c join app.case_access a on a.case_id = c.id
      where a.organisation_id in (select private.my_organisation_ids('caseworker', 'triager'))
        and (c.request_id = file.request_id and a.field_group = 'story'
          or c.id = file.case_id and a.field_group = 'messages' and a.organisation_id = file.organisation_id)
      order by a.case_id, a.organisation_id),
    logged as (
      insert into app.views (case_id, user_id, organisation_id, field_group)
      select r.case_id, auth.uid(), r.organisation_id, 'files' from readers r where file.author = 'worker' on conflict do nothing)
    select exists (select from readers) into may;
  end if;
  if not may then raise exception 'no such file' using errcode = 'NTFND'; end if;
  name := file.name;
  type := file.type;
  return next;
end $$;
grant execute on function private.open_attachment(uuid) to receipt_holder, authenticated;
