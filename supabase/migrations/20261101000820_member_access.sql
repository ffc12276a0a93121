-- Who reads what of unions: officers of one union its own applications and members; a member the own; nobody else, and
-- least of all routing, caseworkers, the desk, or whoever looks at figures.
do $$ declare t text; begin
  foreach t in array array['union_pools', 'employers', 'stations', 'station_liaisons', 'join_campaigns', 'decision_reasons',
    'membership_applications', 'applicants', 'application_events', 'memberships', 'member_details', 'membership_events'] loop
    execute format('alter table app.%I enable row level security', t);
  end loop;
end $$;
grant select on app.union_pools, app.employers, app.stations, app.decision_reasons to authenticated, receipt_holder;
grant select on app.station_liaisons, app.join_campaigns to authenticated;
grant select (id, reference, union_organisation_id, user_id, state, way, employer_id, pool_basis, area_code, sector_code, platform_code,
    working_form, station_id, campaign_id, entered_as, entered_by, consent_version, first_submitted_at, submitted_at, decided_at,
    decided_by, reason_code, reason_note) on app.membership_applications to authenticated;
grant select (application_id, name, phone, email, gender, birth_year, id_last_four, language) on app.applicants to authenticated;
grant select on app.application_events, app.member_details, app.membership_events to authenticated;
grant select (id, number, union_organisation_id, user_id, application_id, state, joined_at, area_code, sector_code, platform_code,
    working_form, station_id, campaign_id, confirmed_at, confirm_by, ended_at, card_id) on app.memberships to authenticated;

create policy "anyone served reads which union takes people of a place" on app.union_pools for select to authenticated, receipt_holder using (true);
create policy "anyone served reads which union is an employer's" on app.employers for select to authenticated, receipt_holder using (true);
create policy "anyone served reads the names of stations" on app.stations for select to authenticated, receipt_holder using (true);
create policy "anyone served reads the reasons of decisions" on app.decision_reasons for select to authenticated, receipt_holder using (true);
create policy "officers read the liaisons of their stations" on app.station_liaisons for select to authenticated
  using (user_id = (select auth.uid()) or exists (select from app.stations s where s.id = station_liaisons.station_id
    and s.union_organisation_id = any (array(select private.my_organisation_ids('officer')))));
create policy "officers read the campaigns of their union" on app.join_campaigns for select to authenticated
  using (union_organisation_id = any (array(select private.my_organisation_ids('officer'))));
create policy "officers read the applications of their union" on app.membership_applications for select to authenticated
  using (user_id = (select auth.uid()) or union_organisation_id = any (array(select private.my_organisation_ids('officer'))));
create policy "officers read who applies to their union" on app.applicants for select to authenticated
  using (exists (select from app.membership_applications a where a.id = applicants.application_id));
create policy "officers read what happened to an application" on app.application_events for select to authenticated
  using (exists (select from app.membership_applications a where a.id = application_events.application_id));
create policy "officers read the members of their union" on app.memberships for select to authenticated
  using (user_id = (select auth.uid()) or union_organisation_id = any (array(select private.my_organisation_ids('officer'))));
create policy "officers read who their members are" on app.member_details for select to authenticated
  using (exists (select from app.memberships m where m.id = member_details.membership_id));
create policy "officers read what happened to a membership" on app.membership_events for select to authenticated
  using (exists (select from app.memberships m where m.id = membership_events.membership_id));
