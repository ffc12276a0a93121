-- Which state may follow which. The source is app/domain/*/*-state.ts; a test holds these rows to it.
create table app.transitions (
  noun text not null check (noun in ('case', 'referral', 'consent_ask', 'application', 'membership', 'transfer', 'drive', 'import')),
  from_state text not null,
  to_state text not null,
  primary key (noun, from_state, to_state)
);
alter table app.transitions enable row level security; -- read by the trigger alone

insert into app.transitions (noun, from_state, to_state)
select 'case', f, unnest(t) from (values
  ('triage', array['offering', 'closed']),
  ('offering', array['with_organisation', 'triage', 'closed']),
  ('with_organisation', array['waiting_for_worker', 'waiting_for_authority', 'outcome_proposed', 'triage', 'closed']),
  ('waiting_for_worker', array['with_organisation', 'outcome_proposed', 'triage', 'closed']),
  ('waiting_for_authority', array['with_organisation', 'outcome_proposed', 'triage', 'closed']),
  ('outcome_proposed', array['closed', 'with_organisation', 'triage']),
  ('closed', array['with_organisation'])) as s (f, t)
union all
select 'referral', f, unnest(t) from (values
  ('offered', array['accepted', 'declined', 'expired', 'superseded', 'revoked']),
  ('accepted', array['in_service', 'returned', 'transferred', 'revoked', 'withdrawn']),
  ('in_service', array['outcome_recorded', 'returned', 'transferred', 'revoked', 'withdrawn']),
  ('outcome_recorded', array['confirmed', 'unanswered', 'in_service', 'returned', 'transferred', 'revoked', 'withdrawn']),
  ('unanswered', array['in_service'])) as s (f, t)
union all
select 'consent_ask', 'asked', unnest(array['given', 'refused', 'expired', 'closed'])
union all
select 'application', f, unnest(t) from (values
  ('submitted', array['approved', 'returned', 'rejected', 'withdrawn']),
  ('returned', array['submitted', 'withdrawn'])) as s (f, t)
union all
select 'membership', f, unnest(t) from (values
  ('active', array['due', 'left']),
  ('due', array['active', 'lapsed', 'left']),
  ('lapsed', array['active', 'left']),
  ('left', array['active'])) as s (f, t)
union all
select 'transfer', 'asked', unnest(array['accepted', 'refused', 'withdrawn'])
union all
select 'drive', 'open', 'closed';

create function private.refuse_unlisted_transition() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if new.state <> old.state and not exists (select from app.transitions t
      where t.noun = tg_argv[0] and t.from_state = old.state and t.to_state = new.state) then
    raise exception '%: % -> %', tg_argv[0], old.state, new.state using errcode = 'NOWAY';
  end if;
  return new;
end $$;
create trigger cases_transition before update of state on app.cases
  for each row execute function private.refuse_unlisted_transition('case');
create trigger referrals_transition before update of state on app.referrals
  for each row execute function private.refuse_unlisted_transition('referral');
create trigger consent_asks_transition before update of state on app.consent_asks
  for each row execute function private.refuse_unlisted_transition('consent_ask');
