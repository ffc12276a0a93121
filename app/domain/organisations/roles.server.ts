import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { OrganisationKind, StaffRole } from './staff-role'

export type MyRole = {
	organisationId: string
	organisationName: string
	kind: OrganisationKind
	role: StaffRole
	/** Where this role's work happens. */ to: string
}

/** Where each role's work happens. The directory has no pages of its own yet. */
function placeOf(role: StaffRole, organisationId: string): string {
	switch (role) {
		case 'caseworker':
		case 'manager':
			return `/desk/${organisationId}`
		case 'triager':
			return '/operator'
		case 'administrator':
			return `/staff/${organisationId}`
		case 'officer':
			return `/union/${organisationId}`
		case 'liaison':
			return '/union/station'
		case 'analyst':
			return '/union'
		case 'directory_editor':
			return '/roles'
	}
}

/** Everything the caller may be at work, the longest held first. Empty for a worker; asked of the database, never of a token. */
export async function listMyRoles(db: Db, language: Locale): Promise<MyRole[]> {
	const rows = await db<Omit<MyRole, 'to'>[]>`
		select o.id as organisation_id, ${named(db, language, 'o')} as organisation_name, o.kind, s.role
		from app.staff_roles s join app.organisations o on o.id = s.organisation_id
		where s.user_id = (select auth.uid())
		order by s.since, o.id, array_position(array['caseworker', 'manager', 'officer', 'liaison', 'triager', 'administrator',
			'directory_editor', 'analyst'], s.role)`
	return rows.map((row) => ({ ...row, to: placeOf(row.role, row.organisationId) }))
}

/** How the caller is called at work; null for somebody without a role. */
export async function readMyName(db: Db): Promise<string | null> {
	const [row] = await db<{ name: string }[]>`select name from app.people where user_id = (select auth.uid())`
	return row?.name ?? null
}
