import { createHmac } from 'node:crypto'

/**
 * What is kept of a phone or ID number to find somebody twice: keyed, because all phone numbers of a country are tried in
 * minutes against a plain hash. Give the number as `normalPhone` or `normalId` (app/lib/person-number.ts) leave it. 32 bytes.
 */
export const memberHash = (memberSecret: string, kind: 'phone' | 'id', normal: string) =>
	createHmac('sha256', memberSecret).update(`${kind}:${normal}`).digest()
