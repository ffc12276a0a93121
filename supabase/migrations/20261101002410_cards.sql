-- The membership card: who may see it, whoever scans it is told "valid" or "not valid", a lost one is made anew.

-- Whose card the caller holds: of those that private.my_membership_ids knows, which is where every kind of holder has its line.
-- Somebody who left and joined again elsewhere has the newer one.
create function private.my_card_membership() returns uuid
language sql stable set search_path = '' as $$
  select m.id from app.memberships m
  where m.id in (select private.my_membership_ids())
  order by array_position(array['active', 'due', 'lapsed', 'left'], m.state), m.joined_at desc, m.id limit 1
$$;

create function private.read_card() returns table (card_id uuid, number text, state text, joined_at timestamptz, confirm_by timestamptz,
  name text, union_zh text, union_en text)
language sql stable security definer set search_path = '' as $$
  select m.card_id, m.number, m.state, m.joined_at, m.confirm_by, d.name, o.name_zh, o.name_en
  from app.memberships m
  join app.member_details d on d.membership_id = m.id
  join app.organisations o on o.id = m.union_organisation_id
  where m.id = (select private.my_card_membership())
$$;

-- A card was lost, or somebody has a picture of it who should not: the code on it says "not valid" from now on. `card_id` is the
-- one that was lost, so that a double tap makes one new card. NTFND for somebody without a card.
create function private.renew_card(card_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare mine uuid := private.my_card_membership();
begin
  perform from app.memberships m where m.id = mine for update;
  if not found then raise exception 'no card of yours' using errcode = 'NTFND'; end if;
  update app.memberships m set card_id = gen_random_uuid() where m.id = mine and m.card_id = renew_card.card_id;
  if found then perform private.append_membership_event(mine, 'member', 'changed', '{"card": "renewed"}'); end if;
end $$;
grant execute on function private.read_card(), private.renew_card(uuid) to authenticated, receipt_holder;

-- Questions about a card are counted like tries of a code. The words for what is counted are the callers' own.
alter table app.attempts drop constraint attempts_purpose_check;
alter table app.attempts add constraint attempts_purpose_check check (purpose ~ '^[a-z_]{1,20}$');

-- Is this the card of a member? Nothing else is said, and an unknown card is answered like a lapsed one. Null: the same card was
-- asked about more than 60 times in a quarter of an hour, known or not.
create function private.verify_card(card_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  if private.too_many_attempts('card', verify_card.card_id::text, 60) then return null; end if;
  perform private.count_attempt('card', verify_card.card_id::text);
  return exists (select from app.memberships m where m.card_id = verify_card.card_id and m.state in ('active', 'due'));
end $$;
grant execute on function private.verify_card(uuid) to receipt_holder;
