/** The kinds of person there are, and what a cell of the matrix says. */
export const PEOPLE = {
	visitor: 'receipt_holder', // nobody yet: no receipt, no account
	receipt: 'receipt_holder', // holds the receipt of the request that the world is about
	otherReceipt: 'receipt_holder', // holds the receipt of another request
	applicant: 'receipt_holder', // has opened an application to the union with reference and code
	account: 'authenticated', // the worker of the request, signed in; no staff role
	holder: 'authenticated', // caseworker where one case of the request is held
	offered: 'authenticated', // caseworker where one case of the request is offered
	stranger: 'authenticated', // caseworker of an organisation that the worker excluded; holds the other request
	manager: 'authenticated', // manager, and only that, where the case is held
	analyst: 'authenticated', // analyst where the case is held
	officer: 'authenticated', // officer of the union
	liaison: 'authenticated', // liaison of one station of the union
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

export const kinds = Object.keys(PEOPLE) as PersonKind[]
export const everybody = (cell: (person: PersonKind) => Cell) =>
	Object.fromEntries(kinds.map((person) => [person, cell(person)])) as Record<PersonKind, Cell>
const refused = everybody(() => 'refused')

type Sees = Partial<Record<PersonKind, string | 'all'>>
/** Whoever has the role but is not named sees nothing; whoever has not the role is refused; nobody writes, but where it says so. */
export function row(table: string, key: string, readers: readonly RoleName[], sees: Sees, update = refused): Row {
	const cell = (person: PersonKind): Cell => {
		const seen = sees[person]
		if (!readers.includes(PEOPLE[person])) return 'refused'
		return seen === undefined ? 'none' : seen === 'all' ? 'all' : { rows: seen }
	}
	const changes = table === 'people' ? 'name' : key.split(', ')[0]!
	return { table, key, changes, cells: { select: everybody(cell), insert: refused, update, delete: refused } }
}
export const SERVED = ['authenticated', 'receipt_holder', 'service_role', 'app_routing'] as const
export const open = (table: string, key: string) =>
	row(table, key, SERVED, Object.fromEntries(kinds.map((k) => [k, 'all'])))
/** Not even the person whom it is about: only functions that check and log lead there. */
export const closed = (table: string, key: string) => row(table, key, [], {})

export const STAFF = ['authenticated'] as const
export const BOTH = ['authenticated', 'receipt_holder'] as const
export const WITH_ROUTING = [...BOTH, 'app_routing'] as const
