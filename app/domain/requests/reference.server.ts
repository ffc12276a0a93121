import { randomInt } from 'node:crypto'

/** Short enough to read out over the phone: no 0/O, 1/I. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Names a request to everybody; opens nothing without the receipt code. */
export const newReference = () => `T-${Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`
