-- How a campaign begins and ends, and what its code tells to whoever scans it. It is stopped, never deleted: what came
-- from it goes on being counted.
-- Errors: NTFND not there for this caller, TAKEN the id of another campaign, WRONG a station or an officer of somebody else.

-- `id` and `code` are made with the form's page and with the answer: sent twice it is one campaign, with the first code.
create function private.start_campaign(id uuid, code text, union_organisation_id uuid, name text, kind text, station_id uuid,
  officer_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if start_campaign.union_organisation_id not in (select private.my_organisation_ids('officer')) then
    raise exception 'no such union of yours' using errcode = 'NTFND';
  end if;
  if start_campaign.station_id is not null and not exists (select from app.stations s where s.id = start_campaign.station_id
      and s.union_organisation_id = start_campaign.union_organisation_id and s.closed_at is null)
    or not exists (select from app.staff_roles r where r.user_id = start_campaign.officer_id and r.role = 'officer'
      and r.organisation_id = start_campaign.union_organisation_id) then
    raise exception 'not a station or an officer of this union' using errcode = 'WRONG';
  end if;
  insert into app.join_campaigns (id, code, union_organisation_id, name, kind, station_id, officer_id)
    values (start_campaign.id, start_campaign.code, start_campaign.union_organisation_id, start_campaign.name,
      start_campaign.kind, start_campaign.station_id, start_campaign.officer_id)
    on conflict on constraint join_campaigns_pkey do nothing;
  if not found and not exists (select from app.join_campaigns c where c.id = start_campaign.id and c.name = start_campaign.name
      and c.union_organisation_id = start_campaign.union_organisation_id) then
    raise exception 'the id of another campaign' using errcode = 'TAKEN';
  end if;
end $$;

-- From now on its code leads nowhere. A second time changes nothing.
create function private.stop_campaign(campaign_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update app.join_campaigns c set stopped_at = coalesce(c.stopped_at, now()) where c.id = stop_campaign.campaign_id
    and c.union_organisation_id in (select private.my_organisation_ids('officer'));
  if not found then raise exception 'no such campaign of your union' using errcode = 'NTFND'; end if;
end $$;
grant execute on function private.start_campaign(uuid, text, uuid, text, text, uuid, uuid), private.stop_campaign(uuid) to authenticated;

-- What a code says to anybody: whose it is and where it hangs. No row for one that is unknown or stopped.
create function private.read_campaign(code text)
returns table (campaign_id uuid, union_organisation_id uuid, union_zh text, union_en text, station_id uuid, station_name text,
  platform_code text)
language sql stable security definer set search_path = '' as $$
  select c.id, o.id, o.name_zh, o.name_en, s.id, s.name, s.platform_code
  from app.join_campaigns c
  join app.organisations o on o.id = c.union_organisation_id and o.active
  left join app.stations s on s.id = c.station_id and s.union_organisation_id = o.id and s.closed_at is null
  where c.code = upper(btrim(read_campaign.code)) and c.stopped_at is null
$$;
grant execute on function private.read_campaign(text) to receipt_holder, authenticated;
