-- Which roles the caller may give and end there: whoever may staff it all that its kind has, an officer of a union its liaisons.
create function private.staffable_roles(organisation_id uuid) returns text[]
language sql stable security definer set search_path = '' as $$
  select case
    when private.may_staff(o.id) then case o.kind when 'operator' then array['triager', 'directory_editor', 'administrator']
      when 'union' then array['caseworker', 'manager', 'officer', 'liaison', 'analyst'] else array['caseworker', 'manager'] end
    when o.kind = 'union' and o.id in (select private.my_organisation_ids('officer')) then array['liaison'] else '{}' end
  from app.organisations o where o.id = staffable_roles.organisation_id
  union all select '{}' where not exists (select from app.organisations o where o.id = staffable_roles.organisation_id)
$$;

-- Staff join by a one-time link. The web makes the link from the invitation's id with a secret that the database
-- does not have, and stores its hash; the mail job makes the same link again.
create function private.invite_staff(id uuid, organisation_id uuid, email text, roles text[], language text, token_hash bytea) returns void
language plpgsql security definer set search_path = '' as $$
declare noticed uuid; may_give text[];
begin
  may_give := private.staffable_roles(organisation_id);
  if may_give = '{}' then raise exception 'not yours to staff' using errcode = 'NTFND'; end if;
  if not (roles <@ may_give) then
    raise exception 'a role that this kind of organisation does not give' using errcode = 'WRONG';
  end if;
  insert into app.staff_invitations (id, organisation_id, email, roles, language, token_hash, invited_by)
    values (invite_staff.id, invite_staff.organisation_id, lower(invite_staff.email), invite_staff.roles, invite_staff.language,
      invite_staff.token_hash, auth.uid()) on conflict on constraint staff_invitations_pkey do nothing;
  if not found then return; end if; -- a double tap
  insert into app.notifications (invitation_id, audience, channel, template)
    values (invite_staff.id, 'invited', 'email', 'staff_invitation') returning notifications.id into noticed;
  perform private.enqueue('send_notification', json_build_object('notificationId', noticed), 'send_notification:' || noticed);
end $$;

create function private.revoke_invitation(id uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  update app.staff_invitations i set revoked_at = now() where i.id = revoke_invitation.id and i.accepted_at is null
    and i.revoked_at is null and (private.may_staff(i.organisation_id) or i.roles <@ private.staffable_roles(i.organisation_id));
  if not found then raise exception 'no such invitation' using errcode = 'NTFND'; end if;
end $$;

-- What the page of a link may show before anybody signs in. No row for a wrong, used, revoked or expired link.
create function private.read_invitation(id uuid, token_hash bytea)
returns table (organisation_zh text, organisation_en text, email text, roles text[])
language sql stable security definer set search_path = '' as $$
  select o.name_zh, o.name_en, i.email, i.roles from app.staff_invitations i join app.organisations o on o.id = i.organisation_id
  where i.id = read_invitation.id and i.token_hash = read_invitation.token_hash and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
$$;

-- The signed-in account must be the one that was invited. Its second tap gets the same answer and changes nothing.
create function private.accept_invitation(id uuid, token_hash bytea, name text, language text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare invitation app.staff_invitations;
begin
  select * into invitation from app.staff_invitations i where i.id = accept_invitation.id and i.token_hash = accept_invitation.token_hash for update;
  if invitation.accepted_at is not null and exists (select from auth.users u where u.id = auth.uid() and lower(u.email) = invitation.email)
    and exists (select from app.staff_roles s where s.user_id = auth.uid() and s.organisation_id = invitation.organisation_id) then
    return invitation.organisation_id;
  end if;
  if invitation.id is null or invitation.accepted_at is not null or invitation.revoked_at is not null or invitation.expires_at <= now() then raise exception 'no such invitation' using errcode = 'NTFND'; end if;
  if not exists (select from auth.users u where u.id = auth.uid() and lower(u.email) = invitation.email) then
    raise exception 'invited is somebody else' using errcode = 'OTHER';
  end if;
  update app.staff_invitations i set accepted_at = now() where i.id = invitation.id;
  insert into app.people (user_id, name, language) values (auth.uid(), accept_invitation.name, accept_invitation.language)
    on conflict on constraint people_pkey do update set name = excluded.name, language = excluded.language;
  insert into app.staff_roles (user_id, organisation_id, role)
    select auth.uid(), invitation.organisation_id, r from unnest(invitation.roles) as r on conflict do nothing;
  return invitation.organisation_id;
end $$;

-- A role ends at once; cases in this person's hands stay with the organisation, without a person.
create function private.end_staff_role(user_id uuid, organisation_id uuid, role text) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if not private.may_staff(organisation_id) and role <> all (private.staffable_roles(organisation_id)) then
    raise exception 'not yours to staff' using errcode = 'NTFND';
  end if;
  if role = 'administrator' and user_id = auth.uid() then
    raise exception 'nobody locks themselves out' using errcode = 'WRONG';
  end if;
  delete from app.staff_roles s where s.user_id = end_staff_role.user_id and s.organisation_id = end_staff_role.organisation_id
    and s.role = end_staff_role.role;
  if not found then raise exception 'no such role' using errcode = 'NTFND'; end if;
  if role = 'caseworker' then
    update app.cases c set assignee_id = null where c.assignee_id = end_staff_role.user_id
      and c.holder_organisation_id = end_staff_role.organisation_id and c.state <> 'closed';
  elsif role = 'liaison' then
    delete from app.station_liaisons l using app.stations t where t.id = l.station_id and l.user_id = end_staff_role.user_id
      and t.union_organisation_id = end_staff_role.organisation_id;
  end if;
end $$;

grant execute on function private.staffable_roles(uuid), private.invite_staff(uuid, uuid, text, text[], text, bytea), private.revoke_invitation(uuid),
  private.accept_invitation(uuid, bytea, text, text), private.end_staff_role(uuid, uuid, text) to authenticated;
grant execute on function private.read_invitation(uuid, bytea) to authenticated, receipt_holder;
