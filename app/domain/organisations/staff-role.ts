/** What a person may do for one organisation (岗位). A person may hold several. Never to be mixed up with a union's members. */
export const STAFF_ROLES = [
	'caseworker',
	'manager',
	'officer',
	'liaison',
	'analyst',
	'triager',
	'directory_editor',
	'administrator',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export type OrganisationKind = 'agency' | 'union' | 'operator'
