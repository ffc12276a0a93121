-- What lies on an organisation at this moment, for its managers and, in a union, its officers: who has how much, what is late,
-- who waits for an answer. Counts and references of its own cases, the longest waiting first; no word of anybody and no name
-- but those of colleagues. What waits in a union beside its cases stands on the union's own pages. Of more than 2,000 open cases only those that are due first are counted, and `more` says so.
-- Errors: NTFND not a manager or an officer there.
create function private.desk_now(organisation_id uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare most constant int := 2000; found jsonb;
begin
  if desk_now.organisation_id not in (select private.my_organisation_ids('manager', 'officer')) then
    raise exception 'no such desk of yours' using errcode = 'NTFND';
  end if;
  with held as materialized (
    select c.id, c.request_id, c.assignee_id, c.next_at, coalesce(c.accepted_at, c.created_at) as since,
      case when said.author = 'worker' then said.at end as wrote_at, asked.proposed_at, row_number() over (order by c.next_at, c.id) as place
    from (select * from app.cases c where c.holder_organisation_id = desk_now.organisation_id and c.next_at is not null
      order by c.next_at, c.id limit most + 1) c
    left join lateral (select m.author, m.at from app.messages m where m.case_id = c.id and m.organisation_id = desk_now.organisation_id
      order by m.at desc, m.id desc limit 1) said on true
    left join app.outcomes asked on asked.case_id = c.id and asked.answer is null and c.state = 'outcome_proposed'
  ), marks as (
    select f.figure, h.id, h.request_id, f.since from held h cross join lateral (values
      ('unassigned', case when h.assignee_id is null then h.since end), ('overdue', case when h.next_at < now() then h.next_at end),
      ('messages', h.wrote_at), ('outcomes', h.proposed_at)) f (figure, since) where f.since is not null and h.place <= most
    union all
    (select 'offers', r.case_id, null, r.respond_by from app.referrals r
      where r.organisation_id = desk_now.organisation_id and r.state = 'offered' order by r.respond_by, r.id limit most)
  ), figures as (
    select m.figure, count(*) as cases, jsonb_agg(jsonb_build_object('id', m.id, 'since', m.since,
        'reference', (select q.reference from app.requests q where q.id = m.request_id)) order by m.since, m.id) filter (where m.place <= 5) as oldest
    from (select x.*, row_number() over (partition by x.figure order by x.since, x.id) as place from marks x) m group by m.figure
  ), people as (
    select p.user_id, p.name, count(h.id) as open, count(h.id) filter (where h.next_at < now()) as overdue, count(h.wrote_at) as messages
    from (select s.user_id, w.name from app.staff_roles s left join app.people w on w.user_id = s.user_id
      where s.organisation_id = desk_now.organisation_id and s.role = 'caseworker') p
    left join held h on h.assignee_id = p.user_id and h.place <= most
    group by p.user_id, p.name
  )
  select jsonb_build_object(
    'at', now(),
    'open', (select count(*) from held h where h.place <= most),
    'more', (select count(*) > most from held),
    'figures', coalesce((select jsonb_object_agg(f.figure, jsonb_build_object('cases', f.cases, 'oldest', f.oldest)) from figures f), '{}'),
    'people', coalesce((select jsonb_agg(to_jsonb(p) order by p.open desc, p.name, p.user_id) from people p), '[]'))
    into found;
  return found;
end $$;
grant execute on function private.desk_now(uuid) to authenticated;
