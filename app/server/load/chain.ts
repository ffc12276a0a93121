import { createHash } from 'node:crypto'
import type { CaseEvent, OneCase } from './case'

type Sealed = CaseEvent & { seq: number; digest: Buffer | null; previousHash: Buffer; hash: Buffer }

const sha256 = (...parts: (Buffer | string)[]) =>
	parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** An object of short codes as Postgres prints jsonb: the shorter key first, then by sign. */
const jsonb = (codes: Record<string, string>) =>
	`{${Object.keys(codes)
		.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
		.map((key) => `${JSON.stringify(key)}: ${JSON.stringify(codes[key])}`)
		.join(', ')}}`

/** Each entry with its hash over the one before: `private.event_hash`, worked out here. A test holds the two together. */
export function seal({ id, events }: OneCase): Sealed[] {
	let previousHash: Buffer = Buffer.alloc(0)
	return events.map((event, place) => {
		const seq = place + 1
		const digest = event.body === null ? null : sha256(event.body)
		const text = [
			...[`"${id}"`, seq, `${(event.at / 1000).toFixed(3)}000`, `"${event.actor}"`],
			...[event.actorId && `"${event.actorId}"`, `"${event.kind}"`, jsonb(event.codes)],
			digest && `"${digest.toString('hex')}"`,
		]
		const hash = sha256(previousHash, `[${text.map((part) => part ?? 'null').join(', ')}]`)
		const sealed = { ...event, seq, digest, previousHash, hash }
		previousHash = hash
		return sealed
	})
}
