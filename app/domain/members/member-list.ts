import { MEMBERSHIP_NEXT, type MembershipState } from './membership-state'

/** The tabs of the list, in this order. */
export const MEMBER_STATES = Object.keys(MEMBERSHIP_NEXT) as MembershipState[]
/** Rows of a page on a screen, and of one on paper. */
export const MEMBER_PAGE = 25
export const PRINT_PAGE = 300

const FACTS = ['station', 'sector', 'platform', 'area'] as const
export type MemberFilter = { state: MembershipState; query: string } & Record<(typeof FACTS)[number], string | null>
/** Where a page starts: when the last member before it joined, and its id. */
export type Before = { at: string; id: string }

/** What the address asks for. A search looks in every state. */
export function readMemberFilter(search: URLSearchParams): { filter: MemberFilter; before: Before | undefined } {
	const said = (name: string) => search.get(name)?.trim() || null
	const [at, id] = search.getAll('after')
	return {
		filter: {
			state: MEMBER_STATES.find((state) => state === search.get('state')) ?? 'active',
			query: (said('q') ?? '').slice(0, 60),
			station: said('station'),
			sector: said('sector'),
			platform: said('platform'),
			area: said('area'),
		},
		before: at && id ? { at, id } : undefined,
	}
}

/** The same as an address, without where the page starts. */
export function filterSearch({ state, query, ...facts }: MemberFilter): URLSearchParams {
	const search = new URLSearchParams(query ? { q: query } : { state })
	for (const fact of FACTS) if (facts[fact]) search.set(fact, facts[fact])
	return search
}
