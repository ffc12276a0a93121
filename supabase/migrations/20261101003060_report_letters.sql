-- A letter that there is a new report: a row of `notifications` as every letter is, about the report, to each subscriber.
alter table app.notice_rules drop constraint notice_rules_audience_check, drop constraint notice_rules_template_check,
  add constraint notice_rules_audience_check check (audience in ('worker', 'offered_organisation', 'holder', 'desk', 'subscriber')),
  add constraint notice_rules_template_check check (template in ('request_received', 'news', 'answer_needed', 'offer', 'case_news',
    'desk_news', 'staff_invitation', 'application_news', 'member_news', 'confirm_membership', 'report_ready'));
insert into app.notice_rules (event_kind, audience, channel, template) values ('report_made', 'subscriber', 'email', 'report_ready');
alter table app.notifications add column report_id uuid references app.reports (id) on delete cascade,
  drop constraint notifications_of_one_thing, drop constraint notifications_audience_check, drop constraint notifications_template_check,
  add constraint notifications_of_one_thing
    check (num_nonnulls(request_id, invitation_id, application_id, membership_id, drive_ask_id, report_id) = 1),
  add constraint notifications_audience_check check (audience in ('worker', 'offered_organisation', 'holder', 'desk', 'invited',
    'applicant', 'member', 'subscriber')),
  add constraint notifications_template_check check (template in ('request_received', 'news', 'answer_needed', 'offer', 'case_news',
    'desk_news', 'staff_invitation', 'application_news', 'member_news', 'confirm_membership', 'report_ready'));
create index notifications_report_id_idx on app.notifications (report_id); -- foreign key
create unique index notifications_once_of_report_idx on app.notifications (report_id, user_id, channel) where report_id is not null;

-- The report lies in the store. Older ones of the month are marked, and whoever subscribed and may still read is told. A second
-- time changes nothing and tells nobody.
create function private.report_made(report_id uuid, bytes int) returns void
language plpgsql security definer set search_path = '' as $$
declare made app.reports; told uuid;
begin
  update app.reports r set bytes = report_made.bytes, made_at = now() where r.id = report_made.report_id and r.made_at is null
    returning * into made;
  if made.id is null then return; end if;
  update app.reports r set replaced_at = now() where r.month = made.month and r.organisation_id is not distinct from made.organisation_id
    and r.language = made.language and r.revision < made.revision and r.replaced_at is null;
  for told in
    insert into app.notifications (report_id, audience, user_id, channel, template)
    select made.id, n.audience, s.user_id, n.channel, n.template from app.notice_rules n
    join app.report_subscriptions s on s.organisation_id is not distinct from made.organisation_id and s.language = made.language
    where n.event_kind = 'report_made' and n.audience = 'subscriber' and private.is_reader(s.user_id)
    on conflict do nothing returning id
  loop
    perform private.enqueue('send_notification', json_build_object('notificationId', told), 'send_notification:' || told);
  end loop;
end $$;
-- Whatever was published, the job looks itself what is missing.
create function private.want_reports() returns void
language sql security definer set search_path = '' as $$
  select private.enqueue('make_reports', '{}', 'make_reports')
$$;
grant execute on function private.reports_to_make(), private.begin_report(date, int, uuid, text), private.report_made(uuid, int),
  private.want_reports() to service_role;

-- As before, and of a report: only to who still subscribes and still may read it, in the language of the subscription.
drop function private.notification_to_send(uuid);
create function private.notification_to_send(notification_id uuid)
returns table (email text, language text, template text, reference text, case_id uuid, invitation_id uuid, application_reference text,
  drive_ask_id uuid, subscription_id uuid)
language sql stable security definer set search_path = '' as $$
  select coalesce(u.email, i.email, k.email, ap.email, d.email),
    coalesce(s.language, p.language, i.language, r.language, ap.language, d.language),
    n.template, case when n.audience = 'worker' then r.reference end, n.case_id, n.invitation_id, a.reference, n.drive_ask_id, s.id
  from app.notifications n
  left join app.requests r on r.id = n.request_id
  left join app.request_contacts k on k.request_id = n.request_id and n.audience = 'worker'
  left join app.membership_applications a on a.id = n.application_id
  left join app.applicants ap on ap.application_id = n.application_id
  left join app.drive_asks q on q.id = n.drive_ask_id and q.standing = 'waiting'
  left join app.member_details d on d.membership_id = coalesce(n.membership_id, q.membership_id)
  left join app.staff_invitations i on i.id = n.invitation_id and i.accepted_at is null and i.revoked_at is null
  left join app.reports w on w.id = n.report_id
  left join app.report_subscriptions s on s.user_id = n.user_id and s.organisation_id is not distinct from w.organisation_id
    and s.language = w.language and n.report_id is not null and private.is_reader(n.user_id)
  left join auth.users u on u.id = n.user_id and (n.report_id is null or s.id is not null)
  left join app.people p on p.user_id = n.user_id
  where n.id = notification_to_send.notification_id and n.sent_at is null and coalesce(u.email, i.email, k.email, ap.email, d.email) is not null
$$;
grant execute on function private.notification_to_send(uuid) to service_role;
