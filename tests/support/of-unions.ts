import type { Db } from '~/db/begin.server'

/**
 * What is of unions, asked of the catalogue, so that a table that comes later is caught: memberships, applications, and whatever
 * points at them, at any distance; and by their names what else speaks of members, drives, rosters and campaigns.
 */
export async function unionTables(db: Db): Promise<string[]> {
	const rows = await db<{ name: string }[]>`
		with recursive near as (
			select c.oid from pg_class c where c.oid in ('app.memberships'::regclass, 'app.membership_applications'::regclass)
			union
			select f.conrelid from pg_constraint f join near on f.confrelid = near.oid where f.contype = 'f')
		select c.relname::text as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
			and (c.oid in (select oid from near) or c.relname ~ '(member|applica|drive|roster|import|export|campaign|liaison)') order by 1`
	return rows.map(({ name }) => name)
}

/** Ids of letters of every kind, of cases and of unions alike; nobody may select it, and what a letter needs is read by one function. */
export const LETTERS = 'notifications'

/** What a case is made of. */
export const CASE_TABLES = [
	...[
		'requests',
		'request_stories',
		'request_contacts',
		'exclusions',
		'receipt_sessions',
		'cases',
		'referrals',
		'case_access',
	],
	...['consents', 'consent_asks', 'views', 'case_events', 'messages', 'internal_notes', 'outcomes', 'routing_traces'],
] as const

type Source = { name: string; text: string; calls: Set<string>; fires: Set<string>; tables: Set<string> }
/** Every function of ours with the tables and the functions that its text names, and the triggers of those tables. */
export async function functionSources(db: Db): Promise<Map<string, Source>> {
	const rows = await db<{ name: string; text: string }[]>`
		select proname::text as name, string_agg(prosrc, ' ') as text from pg_proc where pronamespace = 'private'::regnamespace group by 1`
	const triggers = await db<{ table: string; name: string }[]>`
		select c.relname::text as table, p.proname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
			join pg_proc p on p.oid = t.tgfoid where not t.tgisinternal and c.relnamespace = 'app'::regnamespace`
	const named = (text: string, schema: string) =>
		new Set([...text.matchAll(new RegExp(`\\b${schema}\\.(\\w+)`, 'g'))].map(([, name]) => name!))
	return new Map(
		rows.map(({ name, text }) => {
			const code = text.replace(/--.*$/gm, '')
			const tables = named(code, 'app')
			const fires = new Set(triggers.filter(({ table }) => tables.has(table)).map((trigger) => trigger.name))
			return [name, { name, text: code, tables, fires, calls: named(code, 'private') }]
		}),
	)
}

/** A function with all that it calls, however far down; with `triggers`, also what fires on the tables that it names. */
export function reach(
	sources: Map<string, Source>,
	name: string,
	triggers: boolean,
	seen = new Map<string, Source>(),
): Source[] {
	const source = sources.get(name)
	if (source && !seen.has(name)) {
		seen.set(name, source)
		for (const called of [...source.calls, ...(triggers ? source.fires : [])]) reach(sources, called, triggers, seen)
	}
	return [...seen.values()]
}
export const tablesReached = (sources: Map<string, Source>, name: string) =>
	new Set(reach(sources, name, true).flatMap(({ tables }) => [...tables]))
