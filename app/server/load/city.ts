import { random, type Random } from './random'
import { CITIES, ORGANISATIONS, zipf } from './shares'
import { aName, type Words } from './words.server'

export type Person = { id: string; name: string }
export type Organisation = {
	id: string
	serviceId: string
	kind: 'agency' | 'union'
	nameZh: string
	nameEn: string
	/** Where it is at home, and all of which it covers. */
	area: string
	/** Of needs: what it takes. */
	groups: readonly string[]
	weight: number
	/** Caseworkers; the first is the manager as well. */
	staff: Person[]
}
/** A place as the vocabulary has it, with the places below it. */
export type Place = { code: string; nameZh: string; nameEn: string; below: string[] }
export type City = { code: string; districts: Record<string, number>; organisations: Organisation[] }
export type World = {
	desk: { id: string; triagers: Person[] }
	cities: Map<string, City>
	/** Which share of the requests comes from which city. */
	shares: Record<string, number>
	/** Where nobody works: what comes from there is left to the desk. */
	elsewhere: string[]
	/** By code, as people call them. */
	platforms: Record<'zh-CN' | 'en', Map<string, string>>
	words: Words
}
type Size = { seed: string; cases: number }

/** Cases of one organisation that are open at a time, for one caseworker. */
const IN_HAND = 30
const OPEN = 0.12

const people = (r: Random, words: Words, many: number): Person[] =>
	Array.from({ length: many }, () => ({ id: r.uuid(), name: aName(words, r) }))

/** Organisations and their people: one city for a small load, up to forty for a large one. The same for the same seed. */
export function buildWorld(
	{ seed, cases }: Size,
	{
		words,
		places,
		operatorId,
		platforms,
	}: { words: Words; places: Place[]; operatorId: string } & Pick<World, 'platforms'>,
): World {
	const r = random(`${seed}:organisations`)
	const codes = CITIES.slice(0, Math.max(1, Math.min(CITIES.length, Math.round(cases / 2500))))
	const shares = zipf(codes)
	const sum = Object.values(shares).reduce((a, b) => a + b, 0)
	const known = new Map(places.map((place) => [place.code, place]))
	const weights = ORGANISATIONS.reduce((total, { weight }) => total + weight, 0)

	const cities = codes.map((code): [string, City] => {
		const place = known.get(code)!
		const called = new Map<string, number>()
		const organisations = ORGANISATIONS.map(({ words: key, kind, weight, groups }): Organisation => {
			const { zh, en } = words.organisations[key]!
			const nth = called.get(key) ?? 0
			called.set(key, nth + 1)
			const open = cases * OPEN * (shares[code]! / sum) * (weight / weights)
			return {
				...{ id: r.uuid(), serviceId: r.uuid(), kind, area: code, groups, weight },
				nameZh: zh[nth]!.replace('{city}', place.nameZh),
				nameEn: en[nth]!.replace('{city}', place.nameEn),
				staff: people(r, words, 1 + Math.ceil(open / IN_HAND)),
			}
		})
		return [code, { code, districts: zipf(place.below.length > 0 ? place.below : [code]), organisations }]
	})
	return {
		desk: { id: operatorId, triagers: people(r, words, 2 + Math.ceil(cases / 25_000)) },
		cities: new Map(cities),
		shares,
		elsewhere: places
			.filter(({ below, code }) => below.length > 0 && !codes.includes(code))
			.flatMap(({ below }) => below),
		platforms,
		words,
	}
}
