import type { Db } from '~/db/db.server'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { OrganisationKind, StaffRole } from './staff-role'

export type StaffedOrganisation = { id: string; name: string; kind: OrganisationKind }
export type StaffMember = { userId: string; name: string | null; me: boolean; roles: StaffRole[] }
const PAGE = 25

/** The organisation, for those who say who works there; for everybody else there is none. */
export async function findStaffedOrganisation(db: Db, language: Locale, id: string): Promise<StaffedOrganisation> {
	const [row] = await db<StaffedOrganisation[]>`
		select id, ${inLanguage(db, language, 'name')} as name, kind from app.organisations where id = ${id} and private.may_staff(id)`
	if (!row) throw new AppError('notFound')
	return row
}

/** The same for whoever may give some role there: an officer invites the liaisons of the union, and nobody else. */
export async function findInvitingOrganisation(db: Db, language: Locale, id: string) {
	const [row] = await db<{ id: string; name: string; roles: StaffRole[]; staffsAll: boolean }[]>`
		select id, ${inLanguage(db, language, 'name')} as name, private.staffable_roles(id) as roles, private.may_staff(id) as staffs_all
		from app.organisations where id = ${id}`
	if (!row || row.roles.length === 0) throw new AppError('notFound')
	return row
}

/** For administrators of the desk. To everybody else the page is closed. */
export async function requireAdministrator(db: Db): Promise<void> {
	const [row] = await db`select 1 where private.operator_id() in (select private.my_organisation_ids('administrator'))`
	if (!row) throw new AppError('forbidden')
}

/** Who works there and as what, by name, with the key of the next page. Somebody without a name yet comes first. */
export async function listStaff(db: Db, organisationId: string, after: string[]) {
	const [name, userId] = after
	const rows = await db<StaffMember[]>`
		select s.user_id, p.name, s.user_id = (select auth.uid()) as me, array_agg(s.role order by s.since, s.role) as roles
		from app.staff_roles s left join app.people p on p.user_id = s.user_id
		where s.organisation_id = ${organisationId}
			${userId ? db`and (coalesce(p.name, ''), s.user_id) > (${name ?? ''}, ${userId}::uuid)` : db``}
		group by s.user_id, p.name order by coalesce(p.name, ''), s.user_id limit ${PAGE + 1}`
	const staff = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? staff.at(-1) : undefined
	return { staff, next: last ? [last.name ?? '', last.userId] : null }
}

/** A role ends at once; the person's cases stay with the organisation, in nobody's hands. */
export async function endStaffRole(db: Db, organisationId: string, ended: { userId: string; role: StaffRole }) {
	await db`select private.end_staff_role(${ended.userId}, ${organisationId}, ${ended.role})`
}

/** For the desk's administrators: every other organisation whose people they may name. A desk works with dozens, not with thousands. */
export const listOtherOrganisations = async (db: Db, language: Locale): Promise<StaffedOrganisation[]> => [
	...(await db<StaffedOrganisation[]>`
		select id, ${inLanguage(db, language, 'name')} as name, kind from app.organisations
		where kind <> 'operator' and active order by ${inLanguage(db, language, 'name')}, id limit 500`),
]
