import { once } from 'node:events'
import type { Db } from '~/db/begin.server'

/** What a column may be given: text as it is (JSON too), a list of texts as an array. */
export type Value = string | number | boolean | null | Date | Buffer | readonly string[]
export type Row = Record<string, Value>
/** One table, and its rows for one thing. All rows of a table have the same columns. */
export type Table<Of> = { name: string; rows: (of: Of) => Row[] }

const SPECIAL: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const escaped = (text: string) => text.replace(/[\\\t\n\r]/g, (sign) => SPECIAL[sign]!)

/** A value as `copy … from stdin` reads it. */
export function inCopy(value: Value): string {
	if (value === null) return '\\N'
	if (value instanceof Date) return value.toISOString()
	if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
	if (Array.isArray(value))
		return escaped(`{${value.map((one: string) => `"${one.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
	return escaped(String(value))
}

/** Writes what each of `things` brings into one table, and says how many rows that was. */
export async function copyInto<Of>(db: Db, { name, rows }: Table<Of>, things: readonly Of[]): Promise<number> {
	const all = things.flatMap(rows)
	const columns = Object.keys(all[0] ?? {})
	if (columns.length === 0) return 0
	const stream = await db`copy ${db(name)} (${db(columns)}) from stdin`.writable()
	const done = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject))
	for (let at = 0; at < all.length; at += 500) {
		const lines = all.slice(at, at + 500).map((row) => columns.map((column) => inCopy(row[column] ?? null)).join('\t'))
		if (!stream.write(`${lines.join('\n')}\n`)) await Promise.race([once(stream, 'drain'), done])
	}
	stream.end()
	await done
	return all.length
}
