/**
 * Who may do what to which table, as data: table × operation × kind of person. tests/db/matrix.test.ts tries every cell
 * in one seeded world (tests/support/world.ts), and fails for a table that has no row here.
 */
export const PEOPLE = {
	visitor: 'receipt_holder', // nobody yet: no receipt, no account
	receipt: 'receipt_holder', // holds the receipt of the request that the world is about
	otherReceipt: 'receipt_holder', // holds the receipt of another request
	account: 'authenticated', // the worker of the request, signed in; no staff role
	holder: 'authenticated', // caseworker where one case of the request is held
	offered: 'authenticated', // caseworker where one case of the request is offered
	stranger: 'authenticated', // caseworker of an organisation that the worker excluded; holds the other request
	manager: 'authenticated', // manager, and only that, where the case is held
	analyst: 'authenticated', // analyst where the case is held
	officer: 'authenticated', // officer of the union
	triager: 'authenticated', // of the desk
	administrator: 'authenticated', // of the desk
	anon: 'anon', // somebody at the Data API with nothing but the publishable key
	service: 'service_role', // the worker process, in a job
	routing: 'app_routing', // the role under which candidates are looked for
} as const
export type PersonKind = keyof typeof PEOPLE
export type RoleName = (typeof PEOPLE)[PersonKind]
export const OPERATIONS = ['select', 'insert', 'update', 'delete'] as const
export type Operation = (typeof OPERATIONS)[number]

/** 'refused': permission denied. 'none': allowed to ask, and no row. A condition: exactly these rows and no others. */
export type Cell = 'refused' | 'none' | 'all' | { rows: string }

export type Row = {
	table: string
	/** What tells its rows apart; readable by everybody who may read any of it. */
	key: string
	/** The column that an update is tried on; every other column is asked of the catalogue. */
	changes: string
	cells: Record<Operation, Record<PersonKind, Cell>>
}

const kinds = Object.keys(PEOPLE) as PersonKind[]
const everybody = (cell: (person: PersonKind) => Cell) =>
	Object.fromEntries(kinds.map((person) => [person, cell(person)])) as Record<PersonKind, Cell>
const refused = everybody(() => 'refused')

type Sees = Partial<Record<PersonKind, string | 'all'>>
/** Whoever has the role but is not named sees nothing; whoever has not the role is refused; nobody writes, but where it says so. */
function row(table: string, key: string, readers: readonly RoleName[], sees: Sees, update = refused): Row {
	const cell = (person: PersonKind): Cell => {
		const seen = sees[person]
		if (!readers.includes(PEOPLE[person])) return 'refused'
		return seen === undefined ? 'none' : seen === 'all' ? 'all' : { rows: seen }
	}
	const changes = table === 'people' ? 'name' : key.split(', ')[0]!
	return { table, key, changes, cells: { select: everybody(cell), insert: refused, update, delete: refused } }
}
const SERVED = ['authenticated', 'receipt_holder', 'service_role', 'app_routing'] as const
const open = (table: string, key: string) => row(table, key, SERVED, Object.fromEntries(kinds.map((k) => [k, 'all'])))
/** Not even the person whom it is about: only functions that check and log lead there. */
const closed = (table: string, key: string) => row(table, key, [], {})

const STAFF = ['authenticated'] as const
const BOTH = ['authenticated', 'receipt_holder'] as const
const WITH_ROUTING = [...BOTH, 'app_routing'] as const
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
	row('staff_invitations', 'id', STAFF, { manager: 'organisation_id = :holder', administrator: 'all' }),

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

	...['membership_applications', 'memberships'].map((table) =>
		row(table, 'id', STAFF, { account: 'user_id = :accountUser', officer: 'union_organisation_id = :union' }),
	),
]
