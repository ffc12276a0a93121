-- What every later migration relies on. `app` holds the tables and is not among the schemas that the Data API serves;
-- `private` holds the functions. Nothing is reachable until a migration grants it. See ../CONVENTIONS.md.
create schema app;
create schema private;
alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

-- Roles belong to the whole cluster, so an earlier database may have made them. Whoever deploys sets the two passwords.
do $$ begin
  if to_regrole('receipt_holder') is null then create role receipt_holder nologin noinherit; end if;
  if to_regrole('app_routing') is null then create role app_routing nologin noinherit; end if;
  if to_regrole('app_web') is null then create role app_web login noinherit; end if;
  if to_regrole('app_worker') is null then create role app_worker login noinherit; end if;
end $$;
-- receipt_holder is not granted to `authenticator`: no token of the Data API can become it.
grant authenticated, receipt_holder to app_web;
grant service_role to app_worker;
-- The owner of the migrations hands the routing functions over to app_routing, which must be able to own them.
grant app_routing to current_user with set true, inherit true;

grant usage on schema app to authenticated, receipt_holder, service_role, app_routing;
grant usage on schema private to authenticated, receipt_holder, service_role, app_routing;
grant usage on schema auth to app_routing; -- for auth.uid() inside functions it calls
