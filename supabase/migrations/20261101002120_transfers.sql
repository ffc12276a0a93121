-- Moving from one union to another. Until the receiving union accepts, nothing moves; when it does, everything moves at once.

alter table app.membership_transfers
  add column refusal text constraint transfers_refusal_check check (refusal in ('not_our_area', 'not_our_trade', 'cannot_verify', 'other')),
  add constraint transfers_refusal_said check ((refusal is not null) = (state = 'refused'));
create index membership_transfers_from_decided_idx on app.membership_transfers (from_union_id, decided_at, id) where decided_at is not null; -- what was decided
create index membership_transfers_to_decided_idx on app.membership_transfers (to_union_id, decided_at, id) where decided_at is not null; -- what was decided

create function private.apply_asking(id uuid, member app.memberships, asked_by text, to_union_id uuid, reason text) returns void
language plpgsql set search_path = '' as $$
declare open app.membership_transfers;
begin
  perform from app.membership_transfers t where t.id = apply_asking.id and t.membership_id = member.id;
  if found then return; end if; -- a double tap
  if member.state = 'left' then raise exception 'left' using errcode = 'NOWAY'; end if;
  if to_union_id = member.union_organisation_id or not exists (select from app.organisations o
      where o.id = to_union_id and o.kind = 'union' and o.active) then
    raise exception 'not another union' using errcode = 'WRONG';
  end if;
  select * into open from app.membership_transfers t where t.membership_id = member.id and t.state = 'asked';
  if found then raise exception 'asked for already' using errcode = 'TAKEN'; end if;
  insert into app.membership_transfers (id, membership_id, from_union_id, to_union_id, asked_by, asker_id, reason)
    values (apply_asking.id, member.id, member.union_organisation_id, apply_asking.to_union_id, apply_asking.asked_by, auth.uid(), apply_asking.reason);
  perform private.tell_member(member.id, case asked_by when 'member' then 'member' else 'staff' end, 'transfer_asked', jsonb_build_object(
    'from', member.union_organisation_id, 'to', to_union_id, 'reason', reason));
end $$;
create function private.ask_transfer(id uuid, membership_id uuid, to_union_id uuid, reason text) returns void
language sql security definer set search_path = '' as $$
  select private.apply_asking(ask_transfer.id, private.lock_membership(ask_transfer.membership_id), 'officer', ask_transfer.to_union_id, ask_transfer.reason)
$$;
create function private.ask_own_transfer(id uuid, membership_id uuid, to_union_id uuid, reason text) returns void
language sql security definer set search_path = '' as $$
  select private.apply_asking(ask_own_transfer.id, private.lock_own_membership(ask_own_transfer.membership_id), 'member',
    ask_own_transfer.to_union_id, ask_own_transfer.reason)
$$;

-- Lock the membership first, as every step does, then read the transfer as it is by then. `side`: whose step it is.
create function private.lock_transfer(transfer_id uuid, side text) returns app.membership_transfers
language plpgsql set search_path = '' as $$
declare found_one app.membership_transfers;
begin
  perform from app.memberships m where m.id = (select t.membership_id from app.membership_transfers t where t.id = lock_transfer.transfer_id) for update;
  select * into found_one from app.membership_transfers t where t.id = lock_transfer.transfer_id and case side
    when 'to' then t.to_union_id in (select private.my_organisation_ids('officer'))
    when 'from' then t.from_union_id in (select private.my_organisation_ids('officer'))
    else t.membership_id in (select private.my_membership_ids()) end;
  if not found then raise exception 'no such transfer' using errcode = 'NTFND'; end if;
  return found_one;
end $$;

-- The one step that moves a membership. The station stays behind; an open re-confirmation of the old union is over, and
-- whoever asked for the move themselves has thereby said where they are.
create function private.accept_transfer(transfer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare transfer app.membership_transfers := private.lock_transfer(accept_transfer.transfer_id, 'to');
begin
  if transfer.state = 'accepted' then return; end if;
  if transfer.state <> 'asked' then raise exception 'decided already' using errcode = 'TAKEN'; end if;
  update app.membership_transfers t set state = 'accepted', decided_at = now(), decided_by = auth.uid() where t.id = transfer.id;
  update app.memberships m set union_organisation_id = transfer.to_union_id, station_id = null,
    state = case m.state when 'due' then 'active' else m.state end, confirm_by = null,
    confirmed_at = case when m.state in ('active', 'due') and transfer.asked_by = 'member' then now() else m.confirmed_at end
    where m.id = transfer.membership_id;
  perform private.tell_member(transfer.membership_id, 'staff', 'transferred',
    jsonb_build_object('from', transfer.from_union_id, 'to', transfer.to_union_id));
end $$;

create function private.refuse_transfer(transfer_id uuid, refusal text) returns void
language plpgsql security definer set search_path = '' as $$
declare transfer app.membership_transfers := private.lock_transfer(refuse_transfer.transfer_id, 'to');
begin
  if transfer.state = 'refused' then return; end if;
  if transfer.state <> 'asked' then raise exception 'decided already' using errcode = 'TAKEN'; end if;
  update app.membership_transfers t set state = 'refused', refusal = refuse_transfer.refusal, decided_at = now(), decided_by = auth.uid()
    where t.id = transfer.id;
  perform private.tell_member(transfer.membership_id, 'staff', 'transfer_refused',
    jsonb_build_object('from', transfer.from_union_id, 'to', transfer.to_union_id, 'refusal', refuse_transfer.refusal));
end $$;

create function private.apply_withdrawing(transfer app.membership_transfers, actor text) returns void
language plpgsql set search_path = '' as $$
begin
  if transfer.state = 'withdrawn' then return; end if;
  if transfer.state <> 'asked' then raise exception 'decided already' using errcode = 'TAKEN'; end if;
  update app.membership_transfers t set state = 'withdrawn', decided_at = now(), decided_by = auth.uid() where t.id = transfer.id;
  perform private.tell_member(transfer.membership_id, actor, 'transfer_withdrawn',
    jsonb_build_object('from', transfer.from_union_id, 'to', transfer.to_union_id));
end $$;
create function private.withdraw_transfer(transfer_id uuid) returns void
language sql security definer set search_path = '' as $$
  select private.apply_withdrawing(private.lock_transfer(withdraw_transfer.transfer_id, 'from'), 'staff')
$$;
create function private.withdraw_own_transfer(transfer_id uuid) returns void
language sql security definer set search_path = '' as $$
  select private.apply_withdrawing(private.lock_transfer(withdraw_own_transfer.transfer_id, 'member'), 'member')
$$;

-- Whatever ends a membership, an officer's step, the member's, or an answer in a drive: what it asked for is over with it.
create function private.end_transfers_of_who_left() returns trigger
language plpgsql security definer set search_path = '' as $$
declare transfer app.membership_transfers;
begin
  update app.membership_transfers t set state = 'withdrawn', decided_at = now() where t.membership_id = new.id and t.state = 'asked'
    returning t.* into transfer;
  if transfer.id is not null then
    perform private.append_membership_event(new.id, 'service', 'transfer_withdrawn',
      jsonb_build_object('from', transfer.from_union_id, 'to', transfer.to_union_id));
  end if;
  return null;
end $$;
create trigger memberships_leaving_ends_transfers after update of state on app.memberships
  for each row when (new.state = 'left' and old.state <> 'left') execute function private.end_transfers_of_who_left();

-- `in`: what other unions' members ask of this one, the longest waiting first, without name and number. `out`: what its own
-- members ask of others. `past`: what was decided, the latest first. `only_id`: one of `in`. Name and number only of whoever is its member now.
create function private.list_transfers(union_id uuid, side text, after_at timestamptz, after_id uuid, max int, only_id uuid default null)
returns table (id uuid, state text, incoming boolean, other_union_id uuid, asked_by text, reason text, refusal text, asked_at timestamptz,
  decided_at timestamptz, membership_id uuid, name text, number text, area_code text, sector_code text, platform_code text, joined_at timestamptz)
language plpgsql stable security definer rows 25 set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare page uuid[];
begin
  if not exists (select from private.my_organisation_ids('officer') mine where mine = list_transfers.union_id) then
    raise exception 'not a union of yours' using errcode = 'NTFND';
  end if;
  if side = 'in' then
    page := array(select t.id from app.membership_transfers t where t.to_union_id = list_transfers.union_id and t.state = 'asked'
      and (list_transfers.only_id is null or t.id = list_transfers.only_id)
      and (list_transfers.after_at is null or (t.asked_at, t.id) > (list_transfers.after_at, list_transfers.after_id))
      order by t.asked_at, t.id limit list_transfers.max);
  elsif side = 'out' then
    page := array(select t.id from app.membership_transfers t where t.from_union_id = list_transfers.union_id and t.state = 'asked'
      and (list_transfers.after_at is null or (t.asked_at, t.id) > (list_transfers.after_at, list_transfers.after_id))
      order by t.asked_at, t.id limit list_transfers.max);
  else
    page := array(select b.id from (
        (select t.id, t.decided_at from app.membership_transfers t where t.to_union_id = list_transfers.union_id and t.decided_at is not null
          and (list_transfers.after_at is null or (t.decided_at, t.id) < (list_transfers.after_at, list_transfers.after_id))
          order by t.decided_at desc, t.id desc limit list_transfers.max)
        union all
        (select t.id, t.decided_at from app.membership_transfers t where t.from_union_id = list_transfers.union_id and t.decided_at is not null
          and (list_transfers.after_at is null or (t.decided_at, t.id) < (list_transfers.after_at, list_transfers.after_id))
          order by t.decided_at desc, t.id desc limit list_transfers.max)) b
      order by b.decided_at desc, b.id desc limit list_transfers.max);
  end if;
  return query
    select t.id, t.state, t.to_union_id = list_transfers.union_id,
      case when t.to_union_id = list_transfers.union_id then t.from_union_id else t.to_union_id end, t.asked_by, t.reason, t.refusal,
      t.asked_at::timestamptz, t.decided_at::timestamptz, case when ours then m.id end, case when ours then d.name end, case when ours then m.number end,
      case when shown then m.area_code end, case when shown then m.sector_code end, case when shown then m.platform_code end,
      case when shown then m.joined_at::timestamptz end
    from app.membership_transfers t join app.memberships m on m.id = t.membership_id join app.member_details d on d.membership_id = m.id
      cross join lateral (select m.union_organisation_id = list_transfers.union_id as ours) o
      cross join lateral (select t.state = 'asked' or ours as shown) s
    where t.id = any (page) order by array_position(page, t.id);
end $$;

-- Which union takes the people of a place: the pool of the place itself or of the nearest one around it.
create function private.union_of_area(area_code text) returns uuid
language sql stable security definer set search_path = '' as $$
  with recursive up as (
    select a.code, a.parent_code, 0 as steps from app.areas a where a.code = union_of_area.area_code
    union all
    select a.code, a.parent_code, u.steps + 1 from up u join app.areas a on a.code = u.parent_code
  )
  select p.union_organisation_id from up join app.union_pools p on p.area_code = up.code
    join app.organisations o on o.id = p.union_organisation_id and o.active order by up.steps limit 1
$$;

grant execute on function private.ask_transfer(uuid, uuid, uuid, text), private.ask_own_transfer(uuid, uuid, uuid, text),
  private.accept_transfer(uuid), private.refuse_transfer(uuid, text), private.withdraw_transfer(uuid), private.withdraw_own_transfer(uuid),
  private.list_transfers(uuid, text, timestamptz, uuid, int, uuid), private.union_of_area(text) to authenticated;
