import { randomInt } from 'node:crypto'

/** Short enough to read out over the phone: no 0/O, 1/I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Names a request, or an application to a union, to everybody; opens nothing without the code. */
export const newReference = (kind: 'T' | 'M' = 'T') =>
	`${kind}-${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`
