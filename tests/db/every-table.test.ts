import { expect, test } from 'vitest'
import { inRollback } from '~tests/support/db'
import { DOORS } from '~tests/support/doors'

const nothing = (title: string, query: string) =>
	test(title, () => inRollback(async (db) => expect([...(await db.unsafe(query))]).toEqual([])))

const OURS = `('app'::regnamespace, 'private'::regnamespace, 'public'::regnamespace)`
const TABLES = `pg_class c where c.relnamespace in ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f')`

nothing(
	'every table has row level security on, none is forced open by an owner who is no superuser, and there are no views',
	`select relname, relkind from ${TABLES} and (c.relkind not in ('r', 'p') or not c.relrowsecurity or c.relowner <> 'tonglu_owner'::regrole)
	union all select rolname, 'r' from pg_roles where rolname in ('tonglu_owner', 'app_web', 'app_worker', 'app_routing', 'receipt_holder') and rolsuper`,
)

nothing(
	'the schema that the Data API serves is empty',
	`select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind <> 'i'
	union all select proname::text from pg_proc where pronamespace = 'public'::regnamespace
	union all select typname::text from pg_type where typnamespace = 'public'::regnamespace`,
)

nothing(
	'anon holds nothing: no schema, table, column, sequence or function',
	`select nspname::text from pg_namespace where nspname in ('app', 'private') and has_schema_privilege('anon', oid, 'usage, create')
	union all select relname::text from ${TABLES} and (has_table_privilege('anon', c.oid, 'select, insert, update, delete, truncate, references, trigger')
		or has_any_column_privilege('anon', c.oid, 'select, insert, update, references'))
	union all select oid::regprocedure::text from pg_proc where pronamespace in ${OURS} and has_function_privilege('anon', oid, 'execute')`,
)

nothing(
	'nothing is granted to everybody, and every policy says whom it is for',
	`select relname::text from ${TABLES} and exists (select from aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a where a.grantee = 0)
	union all select p.oid::regprocedure::text from pg_proc p where p.pronamespace in ${OURS}
		and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)
	union all select policyname::text from pg_policies where schemaname = 'app' and ('public' = any (roles) or 'anon' = any (roles))`,
)

nothing(
	'nobody may read, write or count stories, contacts, drafts, tries and receipt sessions, nor the keys of a request',
	`select c.relname, r.role from pg_class c, unnest(array['anon', 'authenticated', 'receipt_holder', 'service_role', 'app_routing', 'app_web', 'app_worker']) as r (role)
	where c.oid in ('app.request_stories'::regclass, 'app.request_contacts'::regclass, 'app.drafts'::regclass, 'app.attempts'::regclass,
			'app.receipt_sessions'::regclass, 'app.application_sessions'::regclass, 'app.member_search'::regclass)
		and (has_any_column_privilege(r.role, c.oid, 'select, insert, update') or has_table_privilege(r.role, c.oid, 'delete, truncate'))
	union all select k.secret, r.role from (values ('app.requests', 'draft_id'), ('app.requests', 'receipt_hash'), ('app.staff_invitations', 'token_hash'),
			('app.views', 'user_id'), ('app.member_views', 'user_id'), ('app.case_events', 'actor_id'), ('app.case_events', 'body_sha256'), ('app.attachments', 'draft_id'), ('app.attachments', 'receipt_session_id'),
			('app.attachments', 'user_id'), ('app.attachments', 'sha256'),
			('app.membership_applications', 'code_hash'), ('app.applicants', 'id_hash'), ('app.applicants', 'phone_hash'),
			('app.memberships', 'id_hash'), ('app.memberships', 'phone_hash')) as k (noun, secret),
		unnest(array['anon', 'authenticated', 'receipt_holder', 'service_role', 'app_routing', 'app_web', 'app_worker']) as r (role)
	where has_column_privilege(r.role, k.noun, k.secret, 'select')`,
)

nothing(
	'definer functions live in private, and every function of ours pins an empty search_path',
	`select oid::regprocedure from pg_proc where pronamespace in ${OURS}
		and (prosecdef and pronamespace <> 'private'::regnamespace or not coalesce('search_path=""' = any (proconfig), false))`,
)

nothing(
	'a definer function belongs to the owner, or to the role of routing, which can read less',
	`select oid::regprocedure, proowner::regrole from pg_proc where prosecdef and pronamespace in ${OURS}
		and proowner::regrole::text not in ('tonglu_owner', 'app_routing')`,
)

nothing(
	'every foreign key has a whole index that starts with its column',
	`select c.conrelid::regclass, a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
	where c.contype = 'f' and c.connamespace = 'app'::regnamespace
		and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1] and i.indpred is null and i.indisvalid)`,
)

nothing(
	'every table has a primary key, but for the counter of tries',
	`select relname from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'attempts'
		and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
)

nothing(
	'no column is an enum: comparing one never reaches an index under row level security',
	`select a.attrelid::regclass, a.attname from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_class c on c.oid = a.attrelid
	where t.typtype = 'e' and c.relnamespace in ${OURS}`,
)

nothing(
	'a time that a page is keyed by holds milliseconds, as a JavaScript date does; and no time is without its zone',
	`select a.attrelid::regclass, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
	where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and (a.atttypid = 'timestamp'::regtype
		or a.atttypid = 'timestamptz'::regtype and a.atttypmod <> 3 and (c.relname, a.attname) not in (('views', 'hour'), ('routing_traces', 'at')))`,
)

nothing(
	'no policy says "in (select ...)": as a condition only "= any (array(select ...))" reaches an index',
	`select tablename, policyname from pg_policies where schemaname = 'app' and (qual ~* '\\mIN \\( ?SELECT' or with_check ~* '\\mIN \\( ?SELECT')`,
)

nothing(
	'no policy calls a function of its own once for each row: uid() and our own stand in a subquery',
	`select tablename, policyname from pg_policies where schemaname = 'app'
		and (coalesce(qual, '') || coalesce(with_check, '')) ~ '(uid|jwt|my_\\w+|receipt_request_id|session_application_id|operator_id)\\('
		and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), 'SELECT (DISTINCT )?(auth|private)\\.(uid|jwt|my_\\w+|receipt_request_id|session_application_id|operator_id)\\(', '', 'g')
			~ '(auth|private)\\.(uid|jwt|my_\\w+|receipt_request_id|session_application_id|operator_id)\\('`,
)

nothing(
	'every policy is named by a sentence: somebody does something',
	`select tablename, policyname from pg_policies where schemaname = 'app'
		and policyname !~ '^(the |receipt )?[a-z]+( served| and jobs)? (read|reads|change|sees|counts|does|keeps|work|works) [a-z'' ]+$'`,
)

nothing(
	'the login of the web can become a signed-in person or a receipt holder, the login of the worker the service, and nobody anything else',
	`select m.member::regrole::text, m.roleid::regrole::text from pg_auth_members m where m.member::regrole::text in
			('app_web', 'app_worker', 'app_routing', 'anon', 'authenticated', 'receipt_holder', 'service_role')
		and (m.member::regrole::text, m.roleid::regrole::text) not in (('app_web', 'authenticated'), ('app_web', 'receipt_holder'), ('app_worker', 'service_role'))
	union all select 'not granted: ' || w.login, w.role from (values ('app_web', 'authenticated'), ('app_web', 'receipt_holder'), ('app_worker', 'service_role')) as w (login, role)
		where not pg_has_role(w.login, w.role, 'set')
	union all select m.member::regrole::text, 'receipt_holder' from pg_auth_members m where m.roleid = 'receipt_holder'::regrole
		and m.member::regrole::text not in ('app_web', 'tonglu_owner')
	union all select rolname, 'inherits' from pg_roles where rolname in ('app_web', 'app_worker', 'app_routing', 'receipt_holder') and rolinherit`,
)

nothing(
	'before they become somebody, the two logins hold nothing of ours',
	`select c.relname::text, l.login from unnest(array['app_web', 'app_worker']) as l (login), pg_class c
	where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'
		and (has_table_privilege(l.login, c.oid, 'select, insert, update, delete, truncate') or has_any_column_privilege(l.login, c.oid, 'select, insert, update'))
	union all select p.oid::regprocedure::text, l.login from unnest(array['app_web', 'app_worker']) as l (login), pg_proc p
	where p.pronamespace in ${OURS} and has_function_privilege(l.login, p.oid, 'execute')`,
)

nothing(
	'no column, table or comment asks for a party, a religion or an ethnicity',
	`select c.relname::text, a.attname::text from pg_class c join pg_attribute a on a.attrelid = c.oid
	where c.relnamespace in ${OURS} and (c.relname || ' ' || a.attname) ~* '(^|[_ ])(politic|party|religio|ethnic|faith|nationality)|民族|宗教|政治面貌|党员'
	union all select d.objoid::text, d.description from pg_description d join pg_class c on c.oid = d.objoid
	where c.relnamespace in ${OURS} and d.description ~* '(politic|party|religio|ethnic)|民族|宗教|政治面貌|党员'`,
)

test('who may call which function is written down, and is so', () =>
	inRollback(async (db) => {
		const rows = await db<{ role: string; doors: string[] }[]>`
			select r.role, array_agg(distinct p.proname::text order by p.proname::text) as doors
			from unnest(array['authenticated', 'receipt_holder', 'service_role', 'app_routing']) as r (role), pg_proc p
			where p.pronamespace = 'private'::regnamespace and has_function_privilege(r.role, p.oid, 'execute') group by 1`
		const written = Object.entries(DOORS).map(([role, doors]) => [role, [...doors].sort()])
		expect(Object.fromEntries(rows.map(({ role, doors }) => [role, [...doors].sort()]))).toEqual(
			Object.fromEntries(written),
		)
	}))
