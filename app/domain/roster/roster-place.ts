export type Place = { code: string; parentCode: string | null; level: string; nameZh: string; nameEn: string }

const ENDINGS =
	/(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗|街道|镇|乡)$/
const plainEn = (name: string) =>
	name
		.toLowerCase()
		.replace(/\b(province|city|district|county|municipality)\b/g, '')
		.replace(/[^a-z]/g, '')

/**
 * Finds places by what people write: a code, a name, a path with or without separators, in Chinese or English. A name that
 * several places have is the one that lies with the union, and otherwise nobody's guess.
 */
export function placeFinder(places: Place[], home: string | null) {
	const byCode = new Map(places.map((place) => [place.code, place]))
	const byName = new Map<string, Place[]>()
	const remember = (name: string, place: Place) => {
		if (name) byName.set(name, [...(byName.get(name) ?? []), place])
	}
	for (const place of places) {
		const short = place.nameZh.replace(ENDINGS, '')
		for (const name of new Set([place.nameZh, short.length > 1 ? short : '', plainEn(place.nameEn)]))
			remember(name, place)
	}
	const above = (place: Place): Place[] => {
		const parent = place.parentCode ? byCode.get(place.parentCode) : undefined
		return parent ? [parent, ...above(parent)] : []
	}
	const homeLine =
		home && byCode.get(home) ? [byCode.get(home)!, ...above(byCode.get(home)!)].map(({ code }) => code) : []
	/** How close to the union: the more of the tree above it they share, the closer. */
	const nearness = (place: Place) => {
		const line = [place, ...above(place)].map(({ code }) => code)
		return line.filter((code) => homeLine.includes(code)).length + (homeLine.includes(place.code) ? 1 : 0)
	}
	function one(found: Place[]): Place | null {
		if (found.length <= 1) return found[0] ?? null
		const ranked = found.map((place) => ({ place, near: nearness(place) })).sort((a, b) => b.near - a.near)
		return ranked[0]!.near > ranked[1]!.near ? ranked[0]!.place : null
	}

	/** The longest way down the tree that the text spells: 浙江省杭州市西湖区文三路 ends in 西湖区, whatever follows. */
	function path(text: string): Place | null {
		let at: Place | null = null
		let rest = text
		for (let steps = 0; steps < 4 && rest; steps++) {
			let next: { place: Place; length: number } | null = null
			for (let length = Math.min(rest.length, 16); length >= 2 && !next; length--) {
				const named = byName.get(rest.slice(0, length)) ?? []
				const inside = at ? named.filter((place) => above(place).some(({ code }) => code === at!.code)) : named
				const place = one(inside)
				if (place) next = { place, length }
			}
			if (!next) break
			at = next.place
			rest = rest.slice(next.length).replace(/^[省市区县]/, '')
		}
		return at
	}

	const kept = new Map<string, string | null>()
	return (typed: string): string | null => {
		const known = kept.get(typed)
		if (known !== undefined) return known
		const text = typed.normalize('NFKC').trim()
		const chinese = text.replace(/[\s·/\-,，、>]/g, '')
		let found: Place | null = byCode.get(text) ?? null
		if (!found && /[a-z]/i.test(text)) {
			// English goes from the small to the large: Xihu, Hangzhou
			const parts = text
				.split(/[,，·/>]/)
				.map(plainEn)
				.filter(Boolean)
			const inside = (place: Place) =>
				parts.slice(1).every((part) => above(place).some(({ nameEn }) => plainEn(nameEn) === part))
			found = one((byName.get(parts[0] ?? '') ?? []).filter(inside))
		} else if (!found) found = one(byName.get(chinese) ?? []) ?? path(chinese)
		kept.set(typed, found?.code ?? null)
		return found?.code ?? null
	}
}
