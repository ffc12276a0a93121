/**
 * A number as it is dialled, or null when it cannot be one. Spaces, dashes, brackets and full-width signs are forgiven;
 * a mainland mobile number loses its country code, every other number keeps it.
 */
export function normalPhone(typed: string): string | null {
	const signs = typed
		.normalize('NFKC')
		.replace(/[\s().\-‐-―－]/g, '')
		.replace(/^00/, '+')
	const number = signs.replace(/^\+?86(?=1[3-9]\d{9}$)/, '')
	if (!/^\+?[0-9]{7,15}$/.test(number)) return null
	return /^1[3-9]/.test(number) && number.length !== 11 ? null : number // a digit was lost or doubled
}
