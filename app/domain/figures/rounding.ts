import { STOCK_BASE, THRESHOLD, WIDTH } from './tables'

/** Steps in percent points; the finest that leaves at least `2 × WIDTH` people inside one step is taken. */
const STEPS = [1, 2, 5, 10, 20, 25, 50] as const

/**
 * A share as whole percent, rounded as coarsely as `of` asks for: the part cannot be worked out from it to fewer than WIDTH
 * people, not at the ends either. Null where nothing can be said.
 */
export function roundedRate(part: number, of: number): number | null {
	if (of < THRESHOLD) return null
	const step = STEPS.find((percent) => (percent / 100) * of >= 2 * WIDTH)
	return step === undefined ? null : Math.round((part / of) * (100 / step)) * step
}

/** Between which whole numbers the part lies that was rounded like this. */
export function rateInterval(rate: number, of: number): { low: number; high: number } {
	const step = STEPS.find((percent) => (percent / 100) * of >= 2 * WIDTH)!
	return {
		low: Math.max(0, Math.ceil(((rate - step / 2) / 100) * of)),
		high: Math.min(of, Math.floor(((rate + step / 2) / 100) * of)),
	}
}

/** Members, to the nearest ten; under five it says 0, which reads "fewer than five": where nobody is there is no cell. */
export const roundedStock = (members: number) => Math.round(members / STOCK_BASE) * STOCK_BASE
export const stockInterval = (rounded: number) => ({
	low: Math.max(1, rounded - STOCK_BASE / 2),
	high: rounded + STOCK_BASE / 2 - 1,
})

/** Hours and days: whole ones, and from twenty on to two significant digits. */
export const roundedTime = (time: number) => (time < 20 ? Math.round(time) : twoDigits(time))
/** Money and nights: two significant digits. */
export const twoDigits = (value: number) => Number(value.toPrecision(2))

/** A sum is shown when nobody's part can be guessed from it: five people or more, and none with more than half. */
export const mayShowSum = (people: number, total: number, largest: number) =>
	people >= THRESHOLD && largest * 2 <= total

/** A mean of marks from 1 to 5: to a tenth from twenty marks on, else to a half. */
export const roundedMean = (mean: number, n: number) =>
	n >= 20 ? Math.round(mean * 10) / 10 : Math.round(mean * 2) / 2
