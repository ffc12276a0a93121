/** Numbers that look random and are the same for the same seed. For invented data alone: whoever sees some can work out the rest. */
export type Random = ReturnType<typeof random>

export function random(seed: string) {
	let [a, b, c, d] = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as [number, number, number, number]
	const mix = (into: number, sign: string) => Math.imul(into ^ sign.charCodeAt(0), 0x9e3779b1) >>> 0
	for (const sign of seed) [a, b, c, d] = [mix(a, sign), mix(b + 1, sign), mix(c + 2, sign), mix(d + 3, sign)]
	/** Chris Doty-Humphrey's small fast counter (sfc32). */
	const word = () => {
		const sum = (a + b + d) | 0
		d = (d + 1) | 0
		a = b ^ (b >>> 9)
		b = (c + (c << 3)) | 0
		c = ((c << 21) | (c >>> 11)) + sum
		return sum >>> 0
	}
	for (let round = 0; round < 16; round++) word()

	const number = () => word() / 2 ** 32
	const between = (least: number, most: number) => least + number() * (most - least)
	const hex = (words: number) => Array.from({ length: words }, () => word().toString(16).padStart(8, '0')).join('')
	return {
		between,
		/** A whole number, both ends included. */
		whole: (least: number, most: number) => Math.floor(between(least, most + 1)),
		chance: (share: number) => number() < share,
		pick: <T>(list: readonly T[]): T => list[Math.floor(number() * list.length)]!,
		/** One of the names, as often as its weight says. */
		weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
			const entries = Object.entries<number>(weights)
			let left = number() * entries.reduce((sum, [, weight]) => sum + weight, 0)
			return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries[0]!)[0] as K
		},
		/** Mostly short, sometimes very long, this on average. */
		around: (mean: number) => -Math.log(1 - number()) * mean,
		bytes: (words: number) => Buffer.from(hex(words), 'hex'),
		uuid: () => hex(4).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-8$4-$5'),
	}
}
