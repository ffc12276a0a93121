import { createHash } from 'node:crypto'

/** The same id for the same thing whenever the demo is loaded, so that a load that was cut short is gone on with and makes nothing twice. */
export function demoId(thing: string): string {
	const hex = createHash('sha256').update(`demo ${thing}`).digest('hex')
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
