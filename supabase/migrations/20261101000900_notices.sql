-- Who is told of what, by which way: event × audience × channel. A row of `notifications` is one message to one person,
-- written in the transaction of the event, with the job that sends it. Texts stand in emails/ and are neutral.
create table app.notice_rules (
  event_kind text not null, -- a kind of case_events, or request_received
  audience text not null check (audience in ('worker', 'offered_organisation', 'holder', 'desk')),
  channel text not null check (channel in ('email')),
  template text not null check (template in ('request_received', 'news', 'answer_needed', 'offer', 'case_news', 'desk_news', 'staff_invitation', 'application_news', 'member_news', 'confirm_membership')),
  primary key (event_kind, audience, channel)
);
insert into app.notice_rules (event_kind, audience, channel, template) values
  ('request_received', 'worker', 'email', 'request_received'),
  ('accepted', 'worker', 'email', 'news'),
  ('staff_wrote', 'worker', 'email', 'news'),
  ('waiting', 'worker', 'email', 'answer_needed'),
  ('asked', 'worker', 'email', 'answer_needed'),
  ('outcome_proposed', 'worker', 'email', 'answer_needed'),
  ('unanswered', 'worker', 'email', 'news'),
  ('returned', 'worker', 'email', 'news'),
  ('closed_by_desk', 'worker', 'email', 'news'),
  ('offered', 'offered_organisation', 'email', 'offer'),
  ('worker_wrote', 'holder', 'email', 'case_news'),
  ('confirmed', 'holder', 'email', 'case_news'),
  ('disputed', 'holder', 'email', 'case_news'),
  ('reopened', 'holder', 'email', 'case_news'),
  ('assigned', 'holder', 'email', 'case_news'),
  ('to_triage', 'desk', 'email', 'desk_news');

create table app.notifications (
  id uuid primary key default gen_random_uuid(), -- also the provider's idempotency key
  request_id uuid references app.requests (id) on delete cascade,
  case_id uuid references app.cases (id) on delete cascade,
  invitation_id uuid references app.staff_invitations (id) on delete cascade,
  application_id uuid references app.membership_applications (id) on delete cascade,
  membership_id uuid references app.memberships (id) on delete cascade,
  drive_ask_id uuid references app.drive_asks (id) on delete cascade,
  event_seq int,
  audience text not null check (audience in ('worker', 'offered_organisation', 'holder', 'desk', 'invited', 'applicant', 'member')),
  user_id uuid references auth.users (id) on delete cascade, -- null: the worker of the request, the invited, the applicant, the member
  channel text not null check (channel in ('email')),
  template text not null check (template in ('request_received', 'news', 'answer_needed', 'offer', 'case_news', 'desk_news', 'staff_invitation', 'application_news', 'member_news', 'confirm_membership')),
  created_at timestamptz(3) not null default now(),
  sent_at timestamptz(3),
  provider_id text,
  constraint notifications_of_one_thing check (num_nonnulls(request_id, invitation_id, application_id, membership_id, drive_ask_id) = 1)
);
create unique index notifications_once_idx on app.notifications (request_id, case_id, event_seq, audience, user_id, channel)
  nulls not distinct where request_id is not null; -- one event tells one person once
create unique index notifications_once_of_application_idx on app.notifications (application_id, event_seq) where application_id is not null;
create unique index notifications_once_of_membership_idx on app.notifications (membership_id, event_seq) where membership_id is not null;
create unique index notifications_once_of_ask_idx on app.notifications (drive_ask_id, event_seq) where drive_ask_id is not null; -- 1 the letter, 2 the reminder
create index notifications_request_id_idx on app.notifications (request_id); -- foreign key
create index notifications_case_id_idx on app.notifications (case_id); -- foreign key
create index notifications_invitation_id_idx on app.notifications (invitation_id); -- foreign key
create index notifications_application_id_idx on app.notifications (application_id); -- foreign key
create index notifications_membership_id_idx on app.notifications (membership_id); -- foreign key
create index notifications_drive_ask_id_idx on app.notifications (drive_ask_id); -- foreign key
create index notifications_user_id_idx on app.notifications (user_id); -- foreign key
alter table app.notice_rules enable row level security;
alter table app.notifications enable row level security;
grant select on app.notice_rules to authenticated, service_role;
create policy "staff and jobs read who is told of what" on app.notice_rules
  for select to authenticated, service_role using (true);

-- A job is a row of the same transaction. Granted to nobody: only definer functions call it.
-- max_attempts 12: the last try comes after 16 hours, and the mail provider forgets an idempotency key after 24.
create function private.enqueue(task text, payload json, job_key text) returns void
language plpgsql set search_path = '' as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => enqueue.job_key, max_attempts => 12);
end $$;

-- Write one row for each person who is to be told, and the job that tells them.
create function private.notify(request_id uuid, case_id uuid, event_seq int, event_kind text, organisation_id uuid) returns void
language plpgsql set search_path = '' as $$
declare told record;
begin
  for told in
    insert into app.notifications (request_id, case_id, event_seq, audience, user_id, channel, template)
    select notify.request_id, notify.case_id, notify.event_seq, r.audience, w.user_id, r.channel, r.template
    from app.notice_rules r
    cross join lateral (
      select null::uuid as user_id where r.audience = 'worker' and exists (select from app.request_contacts k
        where k.request_id = notify.request_id and 'email' = any (k.reach_by))
      union
      select s.user_id from app.staff_roles s where r.audience = 'offered_organisation' and s.role = 'caseworker'
        and s.organisation_id = notify.organisation_id
      union -- whoever has the case in hand, or everybody who could take it
      select s.user_id from app.cases c join app.staff_roles s on s.role = 'caseworker'
          and s.organisation_id = c.holder_organisation_id and s.user_id = coalesce(c.assignee_id, s.user_id)
        where r.audience = 'holder' and c.id = notify.case_id and s.user_id is distinct from auth.uid()
      union
      select s.user_id from app.staff_roles s where r.audience = 'desk' and s.role = 'triager'
        and s.organisation_id = private.operator_id()
    ) w
    where r.event_kind = notify.event_kind
    on conflict do nothing returning id
  loop
    perform private.enqueue('send_notification', json_build_object('notificationId', told.id), 'send_notification:' || told.id);
  end loop;
end $$;

-- One letter to an applicant or a member, where they gave an address. The row they are about is locked by whoever calls.
create function private.notify_applicant(application_id uuid, event_seq int) returns void
language plpgsql set search_path = '' as $$
declare noticed uuid;
begin
  insert into app.notifications (application_id, event_seq, audience, channel, template)
    select p.application_id, notify_applicant.event_seq, 'applicant', 'email', 'application_news' from app.applicants p
    where p.application_id = notify_applicant.application_id and p.email is not null
    on conflict do nothing returning id into noticed;
  if noticed is not null then
    perform private.enqueue('send_notification', json_build_object('notificationId', noticed), 'send_notification:' || noticed);
  end if;
end $$;
create function private.notify_member(membership_id uuid, event_seq int) returns void
language plpgsql set search_path = '' as $$
declare noticed uuid;
begin
  insert into app.notifications (membership_id, event_seq, audience, channel, template)
    select d.membership_id, notify_member.event_seq, 'member', 'email', 'member_news' from app.member_details d
    where d.membership_id = notify_member.membership_id and d.email is not null
    on conflict do nothing returning id into noticed;
  if noticed is not null then
    perform private.enqueue('send_notification', json_build_object('notificationId', noticed), 'send_notification:' || noticed);
  end if;
end $$;

-- What one message needs, and only while it has not been sent. Holds no word of the case.
create function private.notification_to_send(notification_id uuid)
returns table (email text, language text, template text, reference text, case_id uuid, invitation_id uuid, application_reference text,
  drive_ask_id uuid)
language sql stable security definer set search_path = '' as $$
  select coalesce(u.email, i.email, k.email, ap.email, d.email), coalesce(p.language, i.language, r.language, ap.language, d.language),
    n.template, case when n.audience = 'worker' then r.reference end, n.case_id, n.invitation_id, a.reference, n.drive_ask_id
  from app.notifications n
  left join app.requests r on r.id = n.request_id
  left join app.request_contacts k on k.request_id = n.request_id and n.audience = 'worker'
  left join app.membership_applications a on a.id = n.application_id
  left join app.applicants ap on ap.application_id = n.application_id
  left join app.drive_asks q on q.id = n.drive_ask_id and q.standing = 'waiting'
  left join app.member_details d on d.membership_id = coalesce(n.membership_id, q.membership_id)
  left join app.staff_invitations i on i.id = n.invitation_id and i.accepted_at is null and i.revoked_at is null
  left join auth.users u on u.id = n.user_id
  left join app.people p on p.user_id = n.user_id
  where n.id = notification_to_send.notification_id and n.sent_at is null and coalesce(u.email, i.email, k.email, ap.email, d.email) is not null
$$;
create function private.notification_sent(notification_id uuid, provider_id text) returns void
language sql security definer set search_path = '' as $$
  update app.notifications n set sent_at = now(), provider_id = notification_sent.provider_id
  where n.id = notification_sent.notification_id and n.sent_at is null
$$;
grant execute on function private.notification_to_send(uuid), private.notification_sent(uuid, text) to service_role;
