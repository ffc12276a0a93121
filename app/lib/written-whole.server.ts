import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'

/**
 * A page that React is ready to write, as one text. React 18 ends a block of 2 kB with zero bytes where the next Chinese
 * character does not fit; in a value or a label they would stand as a strange sign, and be sent back with it.
 */
export async function writtenWhole(pipe: (page: PassThrough) => unknown): Promise<string> {
	const page = new PassThrough()
	pipe(page)
	return (await text(page)).replaceAll('\0', '')
}
