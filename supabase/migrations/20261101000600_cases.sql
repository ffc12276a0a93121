-- One need of a request. The row holds only what an offer may show; states are text, because comparing an enum
-- is not leakproof and so never reaches an index under row level security.
create table app.cases (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references app.requests (id) on delete cascade,
  category_code text not null references app.categories (code) on delete restrict,
  area_code text references app.areas (code) on delete restrict,
  sector_code text references app.sectors (code) on delete restrict,
  platform_code text references app.platforms (code) on delete restrict,
  language text not null check (language in ('zh-CN', 'en')),
  urgency text not null default 'normal' check (urgency in ('normal', 'soon', 'today')),
  state text not null constraint cases_state_check check (state in ('triage', 'offering', 'with_organisation',
    'waiting_for_worker', 'waiting_for_authority', 'outcome_proposed', 'closed')),
  triage_reason text check (triage_reason in ('uncovered', 'exhausted', 'not_sure', 'returned', 'consent_withdrawn', 'revoked',
    'disputed_twice', 'escalated', 'overdue')),
  close_reason text check (close_reason in ('confirmed', 'unanswered', 'desk', 'withdrawn')),
  close_code text check (close_code in ('duplicate', 'out_of_scope', 'unreachable')),
  holder_organisation_id uuid references app.organisations (id) on delete restrict,
  assignee_id uuid references auth.users (id) on delete set null,
  needs_manager boolean not null default false, -- an outcome was disputed: a supervisor looks before the next one
  disputes int not null default 0,
  next_at timestamptz(3), -- (3): a JavaScript date as page key holds no more
  created_at timestamptz(3) not null default now(),
  accepted_at timestamptz(3), -- the first time
  first_reply_at timestamptz(3), -- the first word of a human to the worker
  closed_at timestamptz(3),
  constraint cases_open_has_next_date check ((state = 'closed') = (next_at is null)),
  constraint cases_closed_has_date check ((state = 'closed') = (closed_at is not null)),
  constraint cases_triage_has_reason check ((state = 'triage') = (triage_reason is not null)),
  constraint cases_closed_has_reason check ((state = 'closed') = (close_reason is not null)),
  constraint cases_desk_has_code check ((close_reason is not distinct from 'desk') = (close_code is not null)),
  constraint cases_desk_or_one_holder check
    (state = 'closed' or (holder_organisation_id is null) = (state in ('triage', 'offering'))),
  constraint cases_assignee_of_holder check (assignee_id is null or holder_organisation_id is not null)
);
create index cases_request_id_idx on app.cases (request_id); -- foreign key, receipt policy
create index cases_holder_next_idx on app.cases (holder_organisation_id, next_at, id); -- foreign key, desk list
create index cases_holder_closed_idx on app.cases (holder_organisation_id, closed_at desc, id desc) where state = 'closed'; -- list of closed ones
create index cases_assignee_next_idx on app.cases (assignee_id, next_at, id); -- foreign key, "mine"
create index cases_state_next_idx on app.cases (state, next_at, id); -- triage list, the sweep
create index cases_created_at_idx on app.cases (created_at); -- the figures of a month
create index cases_closed_at_idx on app.cases (closed_at); -- the figures of a month
create index cases_category_code_idx on app.cases (category_code); -- foreign key
create index cases_area_code_idx on app.cases (area_code); -- foreign key
create index cases_sector_code_idx on app.cases (sector_code); -- foreign key
create index cases_platform_code_idx on app.cases (platform_code); -- foreign key

create table app.referrals (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references app.cases (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete restrict,
  service_id uuid references app.services (id) on delete set null,
  state text not null default 'offered' constraint referrals_state_check check (state in ('offered', 'accepted',
    'in_service', 'outcome_recorded', 'confirmed', 'unanswered', 'declined', 'expired', 'superseded', 'revoked',
    'returned', 'transferred', 'withdrawn')),
  decline_code text check (decline_code in
    ('no_capacity', 'not_eligible', 'out_of_area', 'wrong_category', 'missing_documents', 'conflict_of_interest', 'other')),
  reasons text[] not null default '{}', -- why us: codes of app/domain/routing/rank.ts
  by_hand boolean not null default false,
  offered_at timestamptz(3) not null default now(),
  respond_by timestamptz(3) not null,
  ended_at timestamptz(3),
  constraint referrals_decline_has_code check (state <> 'declined' or decline_code is not null)
);
-- Whatever the code does, a case has at most one holder, and an organisation at most one living referral of it.
create unique index referrals_one_holder_idx on app.referrals (case_id)
  where state in ('accepted', 'in_service', 'outcome_recorded');
create unique index referrals_one_living_idx on app.referrals (case_id, organisation_id)
  where state in ('offered', 'accepted', 'in_service', 'outcome_recorded');
create index referrals_case_id_idx on app.referrals (case_id, offered_at); -- foreign key
create index referrals_offers_idx on app.referrals (organisation_id, state, respond_by, id); -- foreign key, policy, offers
create index referrals_service_id_idx on app.referrals (service_id, state); -- foreign key, load
create index referrals_expiry_idx on app.referrals (respond_by) where state = 'offered'; -- the sweep

-- The only truth of who may read what of a case. An offer is a row too (summary), and so is its end: no row.
create table app.case_access (
  case_id uuid not null references app.cases (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  field_group text not null check (field_group in ('summary', 'messages', 'story', 'contact')),
  granted_at timestamptz(3) not null default now(),
  primary key (case_id, organisation_id, field_group)
);
create index case_access_organisation_id_idx on app.case_access (organisation_id); -- foreign key, policy

create table app.consents (
  id uuid primary key default gen_random_uuid(),
  request_id uuid not null references app.requests (id) on delete cascade,
  recipient_organisation_id uuid not null references app.organisations (id) on delete restrict,
  purpose text not null check (purpose in ('help_with_case', 'find_help')), -- find_help: the desk, while it looks
  field_group text not null check (field_group in ('story', 'contact', 'messages')), -- messages: that this organisation is asked at all
  text_version text not null,
  given_at timestamptz(3) not null default now(),
  withdrawn_at timestamptz(3)
);
create unique index consents_living_idx on app.consents (request_id, recipient_organisation_id, purpose, field_group)
  where withdrawn_at is null; -- foreign key, policy; nobody consents twice to one thing
create index consents_request_id_idx on app.consents (request_id); -- foreign key
create index consents_recipient_idx on app.consents (recipient_organisation_id); -- foreign key

-- "Ask me first": one question to the worker about one organisation.
create table app.consent_asks (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references app.cases (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  service_id uuid references app.services (id) on delete set null,
  reasons text[] not null default '{}',
  by_hand boolean not null default false,
  respond_hours int not null check (respond_hours between 1 and 168), -- how long an offer that follows stays open
  state text not null default 'asked' constraint consent_asks_state_check
    check (state in ('asked', 'given', 'refused', 'expired', 'closed')),
  asked_at timestamptz(3) not null default now(),
  answer_by timestamptz(3) not null default now() + interval '3 days'
);
create unique index consent_asks_one_open_idx on app.consent_asks (case_id) where state = 'asked';
create index consent_asks_case_id_idx on app.consent_asks (case_id); -- foreign key, policy
create index consent_asks_organisation_id_idx on app.consent_asks (organisation_id); -- foreign key
create index consent_asks_service_id_idx on app.consent_asks (service_id); -- foreign key
create index consent_asks_expiry_idx on app.consent_asks (answer_by) where state = 'asked'; -- the sweep

-- Who opened what. One row per person, case, field group and hour; the worker reads it.
create table app.views (
  case_id uuid not null references app.cases (id) on delete cascade,
  user_id uuid not null references auth.users (id) on delete restrict,
  organisation_id uuid not null references app.organisations (id) on delete restrict,
  field_group text not null check (field_group in ('story', 'contact', 'files')),
  hour timestamptz not null default date_trunc('hour', now()),
  primary key (case_id, user_id, field_group, hour)
);
create index views_user_id_idx on app.views (user_id); -- foreign key
create index views_organisation_id_idx on app.views (organisation_id); -- foreign key

-- The timeline: codes, ids and digests, never text, so it outlives an erasure. Each row's hash covers the one before.
create table app.case_events (
  case_id uuid not null references app.cases (id) on delete cascade,
  seq int not null,
  at timestamptz(3) not null default now(),
  actor text not null check (actor in ('worker', 'staff', 'service')),
  actor_id uuid,
  kind text not null check (kind in ('filed', 'to_triage', 'categorised', 'asked', 'ask_refused', 'ask_expired', 'consent_given',
    'consent_withdrawn', 'offered', 'accepted', 'declined', 'offer_expired', 'returned', 'assigned', 'waiting', 'resumed',
    'worker_wrote', 'staff_wrote', 'outcome_proposed', 'confirmed', 'disputed', 'unanswered', 'escalated', 'withdrawn',
    'closed_by_desk', 'reopened', 'access_ended')),
  codes jsonb not null default '{}',
  body_sha256 bytea,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (case_id, seq)
);

-- A conversation belongs to the worker and one organisation: the next holder does not read the last one's.
create table app.messages (
  id uuid primary key, -- made with the form's page: a double tap writes once
  case_id uuid not null references app.cases (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete restrict,
  author text not null check (author in ('worker', 'staff')),
  author_id uuid references auth.users (id) on delete set null,
  body text not null check (length(body) between 1 and 4000),
  at timestamptz(3) not null default now()
);
create index messages_case_id_idx on app.messages (case_id, at, id); -- foreign key, policy, list
create index messages_organisation_id_idx on app.messages (organisation_id); -- foreign key
create index messages_author_id_idx on app.messages (author_id); -- foreign key

create table app.internal_notes (
  id uuid primary key,
  case_id uuid not null references app.cases (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete cascade,
  author_id uuid references auth.users (id) on delete set null,
  body text not null check (length(body) between 1 and 4000),
  at timestamptz(3) not null default now()
);
create index internal_notes_case_id_idx on app.internal_notes (case_id, at, id); -- foreign key, list
create index internal_notes_organisation_id_idx on app.internal_notes (organisation_id); -- foreign key, policy
create index internal_notes_author_id_idx on app.internal_notes (author_id); -- foreign key

create table app.outcomes (
  id uuid primary key, -- made with the form's page
  case_id uuid not null references app.cases (id) on delete cascade,
  referral_id uuid not null references app.referrals (id) on delete cascade,
  organisation_id uuid not null references app.organisations (id) on delete restrict,
  code text not null check (code in
    ('got_help', 'partly', 'referred_on', 'not_eligible', 'could_not_reach', 'no_longer_needed', 'refused_by_other_party')),
  note text not null check (length(note) between 1 and 2000), -- to the worker: what was done
  attempts int check (attempts between 1 and 99), -- how often the worker was tried, for could_not_reach
  money_recovered_fen bigint check (money_recovered_fen between 0 and 100000000000),
  bill_paid_fen bigint check (bill_paid_fen between 0 and 100000000000),
  nights_housed int check (nights_housed between 0 and 3650),
  proposed_by uuid references auth.users (id) on delete set null,
  proposed_at timestamptz(3) not null default now(),
  answer text check (answer in ('confirmed', 'disputed', 'unanswered', 'void')),
  answered_at timestamptz(3), -- void: the case left the organisation before the worker answered
  rating int check (rating between 1 and 5),
  comment text check (length(comment) <= 1000),
  constraint outcomes_unreached_says_attempts check (code <> 'could_not_reach' or attempts is not null),
  constraint outcomes_answer_has_date check ((answer is null) = (answered_at is null))
);
create unique index outcomes_one_open_idx on app.outcomes (case_id) where answer is null;
create index outcomes_case_id_idx on app.outcomes (case_id, proposed_at); -- foreign key, policy, list
create index outcomes_answered_at_idx on app.outcomes (answered_at); -- the figures of a month
create index outcomes_referral_id_idx on app.outcomes (referral_id); -- foreign key
create index outcomes_organisation_id_idx on app.outcomes (organisation_id); -- foreign key
create index outcomes_proposed_by_idx on app.outcomes (proposed_by); -- foreign key

-- Why a case went where it went: every candidate with its reasons, as the ranking saw it. Nothing personal.
create table app.routing_traces (
  case_id uuid not null references app.cases (id) on delete cascade,
  at timestamptz(3) not null default clock_timestamp(),
  trace jsonb not null,
  primary key (case_id, at)
);

-- Definer, because the policies of requests and of cases would otherwise ask each other without end.
create function private.my_request_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select r.id from app.requests r where r.user_id = (select auth.uid())
$$;
grant execute on function private.my_request_ids() to authenticated;

do $$ declare t text; begin
  foreach t in array array['cases', 'referrals', 'case_access', 'consents', 'consent_asks', 'views', 'case_events', 'messages',
    'internal_notes', 'outcomes', 'routing_traces'] loop
    execute format('alter table app.%I enable row level security', t);
  end loop;
end $$;
grant select on app.cases, app.case_access, app.messages, app.outcomes to authenticated, receipt_holder;
grant select (case_id, seq, at, actor, kind, codes) on app.case_events to authenticated, receipt_holder;
grant select (id, case_id, organisation_id, state, decline_code, offered_at, respond_by, ended_at) on app.referrals to receipt_holder;
grant select on app.referrals, app.internal_notes, app.routing_traces to authenticated;
grant select on app.consents, app.consent_asks to receipt_holder;
grant select (case_id, organisation_id, field_group, hour) on app.views to receipt_holder;
grant select on app.consent_asks to authenticated;
grant select (id, case_id, organisation_id, service_id, state) on app.referrals to app_routing;
grant select (id, request_id, category_code, area_code, sector_code, platform_code, language, urgency, state) on app.cases to app_routing;
grant select on app.exclusions, app.consents to app_routing;
grant select (case_id, organisation_id) on app.consent_asks to app_routing;

create policy "staff read the access of their organisation" on app.case_access for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids('caseworker', 'manager', 'triager'))));
create policy "staff read cases their organisation has access to" on app.cases for select to authenticated
  using (exists (select from app.case_access a where a.case_id = cases.id
    and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'manager', 'triager')))));
create policy "workers read the cases of their account" on app.cases for select to authenticated
  using (request_id = any (array(select private.my_request_ids())));
create policy "staff read referrals to their organisation" on app.referrals for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids('caseworker', 'manager'))));
create policy "the desk reads the referrals of cases it holds" on app.referrals for select to authenticated
  using (exists (select from app.case_access a where a.case_id = referrals.case_id
    and a.organisation_id = any (array(select private.my_organisation_ids('triager')))));
-- Of other organisations' steps a holder learns nothing, nor why the case came back from one of them (to_triage); the
-- desk, which has to find the next one, reads them all.
create policy "holders read their part of the timeline" on app.case_events for select to authenticated
  using (exists (select from app.case_access a where a.case_id = case_events.case_id and a.field_group = 'messages'
    and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'manager')))
    and case_events.kind <> 'to_triage'
    and coalesce((case_events.codes ->> 'organisation')::uuid, a.organisation_id) = a.organisation_id));
create policy "the desk reads the timeline of cases it holds" on app.case_events for select to authenticated
  using (exists (select from app.case_access a where a.case_id = case_events.case_id and a.field_group = 'messages'
    and a.organisation_id = any (array(select private.my_organisation_ids('triager')))));
create policy "holders read their own conversation" on app.messages for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))
    and exists (select from app.case_access a where a.case_id = messages.case_id and a.field_group = 'messages'
      and a.organisation_id = messages.organisation_id));
create policy "caseworkers read their organisation's notes" on app.internal_notes for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))
    and exists (select from app.case_access a where a.case_id = internal_notes.case_id and a.field_group = 'messages'
      and a.organisation_id = internal_notes.organisation_id));
create policy "holders read their own outcomes" on app.outcomes for select to authenticated
  using (organisation_id = any (array(select private.my_organisation_ids('caseworker')))
    and exists (select from app.case_access a where a.case_id = outcomes.case_id and a.field_group = 'messages'
      and a.organisation_id = outcomes.organisation_id));
create policy "the desk reads why a case went where it went" on app.routing_traces for select to authenticated
  using (exists (select from app.case_access a where a.case_id = routing_traces.case_id
    and a.organisation_id = any (array(select private.my_organisation_ids('triager')))));
create policy "the desk reads what it asked the worker" on app.consent_asks for select to authenticated
  using (exists (select from app.case_access a where a.case_id = consent_asks.case_id
    and a.organisation_id = any (array(select private.my_organisation_ids('triager')))));
create policy "holders read the request of their case" on app.requests for select to authenticated
  using (exists (select from app.cases c join app.case_access a on a.case_id = c.id and a.field_group = 'messages'
    where c.request_id = requests.id
      and a.organisation_id = any (array(select private.my_organisation_ids('caseworker', 'triager')))));

create policy "receipt holders read their cases" on app.cases
  for select to receipt_holder using (request_id = (select private.receipt_request_id()));
create policy "receipt holders read the referrals of their cases" on app.referrals
  for select to receipt_holder using (case_id = any (array(select c.id from app.cases c)));
create policy "receipt holders read who has access" on app.case_access
  for select to receipt_holder using (case_id = any (array(select c.id from app.cases c)));
create policy "receipt holders read their timeline" on app.case_events
  for select to receipt_holder using (case_id = any (array(select c.id from app.cases c)));
create policy "receipt holders read who has looked" on app.views
  for select to receipt_holder using (case_id = any (array(select c.id from app.cases c)));
create policy "receipt holders read their conversations" on app.messages
  for select to receipt_holder using (case_id = any (array(select c.id from app.cases c)));
create policy "receipt holders read their outcomes" on app.outcomes
  for select to receipt_holder using (case_id = any (array(select c.id from app.cases c)));
create policy "receipt holders read what they are asked" on app.consent_asks
  for select to receipt_holder using (case_id = any (array(select c.id from app.cases c)));
create policy "receipt holders read their consents" on app.consents
  for select to receipt_holder using (request_id = (select private.receipt_request_id()));

create policy "routing counts what is open" on app.referrals for select to app_routing using (true);
create policy "routing reads what a case is about" on app.cases for select to app_routing using (true);
create policy "routing does not ask twice" on app.consent_asks for select to app_routing using (true);
create policy "routing keeps to exclusions" on app.exclusions for select to app_routing using (true);
create policy "routing keeps to consents" on app.consents for select to app_routing using (true);
