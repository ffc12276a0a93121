import { CAMPAIGN_KINDS } from '~/domain/members/membership-state'
import type { Tree } from './system'
import { ANSWERS, ENDINGS_WITHOUT_ANSWER, NONE, RESULTS, type Dimension } from './tables'

export type Trees = Record<Dimension, Tree>
type Codes = { sectors: readonly string[]; platforms: readonly string[]; categories: readonly string[] }

const flat = (dimension: Dimension, codes: readonly string[]): Tree => ({
	dimension,
	parentOf: new Map([...codes, NONE].map((code) => [code, null])),
})

/** The trees that tables are laid out on. `areas`: each with the one above it. */
export const treesOf = (areas: ReadonlyMap<string, string | null>, codes: Codes): Trees => ({
	area: { dimension: 'area', parentOf: new Map([...areas, [NONE, null]]) },
	sector: flat('sector', codes.sectors),
	platform: flat('platform', codes.platforms),
	campaign: flat('campaign', CAMPAIGN_KINDS),
	category: flat('category', codes.categories),
	ending: {
		dimension: 'ending',
		parentOf: new Map([
			...[...ANSWERS, ...ENDINGS_WITHOUT_ANSWER].map((code) => [code, null] as const),
			...ANSWERS.flatMap((answer) => RESULTS.map((result) => [`${answer}.${result}`, answer] as const)),
		]),
	},
})
