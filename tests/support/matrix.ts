import { BOTH, PEOPLE, STAFF, WITH_ROUTING, closed, everybody, kinds, open, row, type Row } from './matrix-cells'
import { UNION_ROWS } from './matrix-unions'

// The world's names (:held and so on) stand for ids: see tests/support/world.ts.
const MINE = 'case_id in (select id from app.cases where request_id = :request)'
const OTHERS = 'case_id in (select id from app.cases where request_id = :otherRequest)'
const AT_DESK = 'case_id in (:offeredCase, :triageCase)'
const worker = { receipt: MINE, otherReceipt: OTHERS }
/** What belongs to one organisation's time with a case: conversation, notes, outcomes. */
const ofHolder = {
	holder: 'case_id = :heldCase and organisation_id = :holder',
	stranger: 'case_id = :otherCase and organisation_id = :stranger',
}
const timeline = (holder: string, its: string) =>
	`case_id = ${its} and coalesce((codes ->> 'organisation')::uuid, ${holder}) = ${holder} and kind <> 'to_triage'`
const colleagues = (organisation: string) =>
	`user_id in (select user_id from app.staff_roles where organisation_id = ${organisation})`

/**
 * Who may do what to which table, as data: table × operation × kind of person. tests/db/matrix.test.ts tries every cell
 * in one seeded world (tests/support/world.ts), and fails for a table that has no row here.
 */
export const MATRIX: Row[] = [
	...['areas', 'sectors', 'platforms', 'categories', 'papers'].map((table) => open(table, 'code')),
	open('hotlines', 'number'),
	open('platform_sectors', 'platform_code, sector_code'),
	open('category_papers', 'category_code, paper_code'),
	...['organisations', 'services', 'locations', 'service_at_locations', 'schedules', 'phones'].map((t) =>
		open(t, 'id'),
	),
	...['taxonomies', 'taxonomy_terms'].map((table) => open(table, 'id')),
	open('service_categories', 'service_id, category_code'),
	open('service_areas', 'service_id, area_code'),
	open('service_sectors', 'service_id, sector_code'),
	open('service_platforms', 'service_id, platform_code'),
	open('service_languages', 'service_id, language_code'),
	open('required_documents', 'service_id, paper_code'),
	open('service_taxonomy_terms', 'service_id, taxonomy_term_id'),

	row('staff_roles', 'user_id, organisation_id, role', ['authenticated', 'app_routing'], {
		holder: 'organisation_id = :holder',
		manager: 'organisation_id = :holder',
		analyst: 'user_id = :analystUser',
		offered: 'organisation_id = :offered',
		stranger: 'organisation_id = :stranger',
		officer: 'organisation_id = :union',
		liaison: 'user_id = :liaisonUser',
		triager: 'organisation_id = :operator',
		administrator: 'all',
		routing: 'all',
	}),
	row(
		'people',
		'user_id',
		STAFF,
		{
			holder: colleagues(':holder'),
			manager: colleagues(':holder'),
			analyst: colleagues(':holder'),
			offered: colleagues(':offered'),
			stranger: colleagues(':stranger'),
			officer: colleagues(':union'),
			liaison: colleagues(':union'),
			triager: colleagues(':operator'),
			administrator: 'all',
		},
		everybody((person) =>
			PEOPLE[person] !== 'authenticated'
				? 'refused'
				: person === 'account'
					? 'none'
					: { rows: `user_id = :${person}User` },
		),
	),
	row('staff_invitations', 'id', STAFF, {
		manager: 'organisation_id = :holder',
		officer: "organisation_id = :union and roles = '{liaison}'",
		administrator: 'all',
	}),

	closed('drafts', 'id'),
	closed('request_stories', 'request_id'),
	closed('request_contacts', 'request_id'),
	closed('receipt_sessions', 'id'),
	closed('attempts', 'purpose, at'),
	closed('transitions', 'noun, from_state, to_state'),
	closed('notifications', 'id'),
	row('notice_rules', 'event_kind, audience, channel', ['authenticated', 'service_role'], {
		...Object.fromEntries(kinds.map((kind) => [kind, 'all'])),
	}),

	row('requests', 'id', BOTH, {
		receipt: 'id = :request',
		otherReceipt: 'id = :otherRequest',
		account: 'id = :request',
		holder: 'id = :request',
		stranger: 'id = :otherRequest',
		triager: 'id = :request',
	}),
	row('exclusions', 'request_id, organisation_id', ['receipt_holder', 'app_routing'], {
		receipt: 'request_id = :request',
		otherReceipt: 'request_id = :otherRequest',
		routing: 'all',
	}),
	row('cases', 'id', WITH_ROUTING, {
		receipt: 'request_id = :request',
		otherReceipt: 'request_id = :otherRequest',
		account: 'request_id = :request',
		holder: 'id = :heldCase',
		manager: 'id = :heldCase',
		offered: 'id = :offeredCase',
		stranger: 'id = :otherCase',
		triager: 'id in (:offeredCase, :triageCase)',
		routing: 'all',
	}),
	row('referrals', 'id', WITH_ROUTING, {
		...worker,
		holder: 'organisation_id = :holder',
		manager: 'organisation_id = :holder',
		offered: 'organisation_id = :offered',
		stranger: 'organisation_id = :stranger',
		triager: AT_DESK,
		routing: 'all',
	}),
	row('case_access', 'case_id, organisation_id, field_group', BOTH, {
		...worker,
		holder: 'organisation_id = :holder',
		manager: 'organisation_id = :holder',
		offered: 'organisation_id = :offered',
		stranger: 'organisation_id = :stranger',
		triager: 'organisation_id = :operator',
	}),
	row('consents', 'id', ['receipt_holder', 'app_routing'], {
		receipt: 'request_id = :request',
		otherReceipt: 'request_id = :otherRequest',
		routing: 'all',
	}),
	row('consent_asks', 'case_id, organisation_id', WITH_ROUTING, { ...worker, triager: AT_DESK, routing: 'all' }),
	row('views', 'case_id, organisation_id, field_group, hour', ['receipt_holder'], worker),
	row('case_events', 'case_id, seq', BOTH, {
		...worker,
		holder: timeline(':holder', ':heldCase'),
		manager: timeline(':holder', ':heldCase'),
		stranger: timeline(':stranger', ':otherCase'),
		triager: AT_DESK,
	}),
	row('messages', 'id', BOTH, { ...worker, ...ofHolder, triager: `${AT_DESK} and organisation_id = :operator` }),
	// with the request, for whoever may read its story; with a message, for whoever may read that; on the way, for nobody
	row('attachments', 'id', BOTH, {
		receipt: `request_id = :request or ${MINE}`,
		otherReceipt: `request_id = :otherRequest or ${OTHERS}`,
		holder: 'request_id = :request or (case_id = :heldCase and organisation_id = :holder)',
		stranger: 'request_id = :otherRequest or (case_id = :otherCase and organisation_id = :stranger)',
		triager: `request_id = :request or (${AT_DESK} and organisation_id = :operator)`,
	}),
	row('internal_notes', 'id', STAFF, { ...ofHolder, triager: `${AT_DESK} and organisation_id = :operator` }),
	row('outcomes', 'id', BOTH, { ...worker, ...ofHolder }),
	row('routing_traces', 'case_id, at', STAFF, { triager: AT_DESK }),
	...UNION_ROWS,
	...['publications', 'published_cells'].map((table) =>
		row(
			table,
			table === 'publications' ? 'table_code, month, revision' : 'table_code, month, measure, row_code, column_code',
			['authenticated', 'service_role'],
			{
				analyst: 'all',
				officer: 'all',
				administrator: 'all',
				service: 'all',
			},
		),
	),
	closed('figure_snapshots', 'month'),
	row('republications', 'id', STAFF, { administrator: 'all' }),
	// one that is being made is nobody's yet
	row('reports', 'id', STAFF, {
		analyst: 'made_at is not null',
		officer: 'made_at is not null',
		administrator: 'made_at is not null',
	}),
	row('report_subscriptions', 'id', STAFF, {
		analyst: 'user_id = :analystUser',
		officer: 'user_id = :officerUser',
		stranger: 'user_id = :strangerUser', // who may read no report: still the own ones, to end them
	}),
]
