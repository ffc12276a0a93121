import { BOTH, STAFF, closed, kinds, row, type Row } from './matrix-cells'

// Of unions: officers see what is their union's, members and applicants what is their own, everybody else nothing.
const MINE = 'membership_id in (select id from app.memberships where user_id = :accountUser)'
const OURS = 'membership_id in (select id from app.memberships where union_organisation_id = :union)'
const MY_APPLICATION = 'application_id in (select id from app.membership_applications where user_id = :accountUser)'
const OUR_APPLICATION =
	'application_id in (select id from app.membership_applications where union_organisation_id = :union)'
const OPENED = { applicant: 'application_id = :application' }
const OUR_DRIVE = 'drive_id in (select id from app.confirmation_drives where union_organisation_id = :union)'
/** Read by whoever looks for the right union, with an account or without. */
const served = (table: string, key: string) =>
	row(table, key, BOTH, Object.fromEntries(kinds.map((kind) => [kind, 'all'])))

export const UNION_ROWS: Row[] = [
	served('union_pools', 'area_code'),
	served('employers', 'id'),
	served('stations', 'id'),
	served('decision_reasons', 'code'),
	served('benefits', 'code'),
	served('benefit_papers', 'benefit_code, paper_code'),
	// sums over many, of nobody
	row('fairness_cells', 'group_code, month, measure', STAFF, { officer: 'all', administrator: 'all' }),
	row('station_liaisons', 'station_id, user_id', STAFF, {
		officer: 'station_id in (select id from app.stations where union_organisation_id = :union)',
		liaison: 'user_id = :liaisonUser',
	}),
	row('join_campaigns', 'id', STAFF, { officer: 'union_organisation_id = :union' }),
	row('membership_applications', 'id', BOTH, {
		applicant: 'id = :application',
		account: 'user_id = :accountUser',
		officer: 'union_organisation_id = :union',
	}),
	row('applicants', 'application_id', BOTH, { ...OPENED, account: MY_APPLICATION, officer: OUR_APPLICATION }),
	row('application_events', 'application_id, seq', BOTH, {
		...OPENED,
		account: MY_APPLICATION,
		officer: OUR_APPLICATION,
	}),
	closed('application_sessions', 'id'),
	row('memberships', 'id', STAFF, { account: 'user_id = :accountUser', officer: 'union_organisation_id = :union' }),
	row('member_details', 'membership_id', STAFF, { account: MINE, officer: OURS }),
	row('membership_events', 'membership_id, seq', STAFF, { account: MINE, officer: OURS }),
	// from the account's union to another one, and between two that nobody here works for
	row('membership_transfers', 'id', STAFF, {
		account: MINE,
		officer: ':union in (from_union_id, to_union_id)',
	}),
	closed('member_search', 'membership_id'),
	row('member_views', 'membership_id, hour', STAFF, { account: MINE }),
	row('confirmation_drives', 'id', STAFF, { officer: 'union_organisation_id = :union' }),
	row('drive_asks', 'id', STAFF, { officer: OUR_DRIVE }),
	row('drive_changes', 'drive_ask_id', STAFF, { officer: OUR_DRIVE }),
	row('member_imports', 'id', STAFF, { officer: 'union_organisation_id = :union' }),
	row('import_rows', 'import_id, row_no', STAFF, {
		officer: 'import_id in (select id from app.member_imports where union_organisation_id = :union)',
	}),
	row('member_exports', 'id', STAFF, { officer: 'union_organisation_id = :union' }),
]
