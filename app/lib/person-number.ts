/** Digits of a phone number, without the +86 or 0086 of home; other countries keep their +. Null when it cannot be one. */
export function normalPhone(typed: string): string | null {
	const signs = typed.normalize('NFKC').replace(/[\s\-().]/g, '')
	const home = signs.replace(/^(\+|00)86(?=1\d{10}$)/, '').replace(/^00/, '+')
	return /^\+?\d{7,15}$/.test(home) ? home : null
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_SIGNS = '10X98765432'

/**
 * A resident's ID number of 18 signs, capital X, or null when it cannot be one. Source of the check sign: GB 11643-1999,
 * ISO 7064 MOD 11-2. The whole number is never stored: see memberHash and idLastFour.
 */
export function normalId(typed: string): string | null {
	const signs = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()
	if (!/^\d{17}[\dX]$/.test(signs)) return null
	const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(signs[i]), 0)
	return CHECK_SIGNS[sum % 11] === signs[17] ? signs : null
}

/** All of an ID number that may be seen again. */
export const idLastFour = (normal: string) => normal.slice(-4)
