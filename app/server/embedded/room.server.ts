import { existsSync, statfsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SettingsError } from '~/env.server'

const MB = 1024 * 1024
/** What a first start writes, the demo and the journal included, and what a later one needs to come up and take requests. */
export const FIRST = 300 * MB
export const AGAIN = 64 * MB
/** With less than this free, what failed did so for want of room: the database's journal grows by 16 at a time. */
const NOTHING = 17 * MB

const EVERY = 10_000

const inMb = (bytes: number) => `${Math.floor(bytes / MB)} MB`

/** Free on the disk of a folder that may not be there yet, to an account without privileges: the database runs as one. */
function freeFor(folder: string): number {
	let there = resolve(folder)
	while (!existsSync(there)) there = dirname(there)
	const { bavail, bsize } = statfsSync(there)
	return bavail * bsize
}

/** Said before anything is written: a database that runs out of room half-way ends without a word that helps. */
export function checkRoom(folder: string, needed: number): void {
	const free = freeFor(folder)
	if (free < needed)
		throw new SettingsError(
			`The disk of ${resolve(folder)} has ${inMb(free)} free, and to start Tonglu needs ${inMb(needed)} there: make room, or set TONGLU_DATA to a folder on another disk.`,
		)
}

/** The sentence for whatever went wrong while the disk of one of these folders was full, null when none was. */
export function forWantOfRoom(folders: string[], error?: unknown): SettingsError | null {
	const { code } = (error ?? {}) as { code?: string }
	const said = code === 'ENOSPC' || code === 'EDQUOT' || code === '53100'
	const full = folders.find((folder) => freeFor(folder) < NOTHING) ?? (said ? folders[0] : undefined)
	if (full === undefined) return null
	return new SettingsError(
		`The disk of ${resolve(full)} is full (${inMb(freeFor(full))} free): make room there and start again. What was answered is kept.`,
	)
}

/** Say once, each time it gets short, that there is little room left; what cannot be kept is refused, so nobody else would be told. */
export function watchRoom(folders: string[], tell: (line: string) => void): () => void {
	let short = false
	const look = () => {
		const least = folders.reduce((one, other) => (freeFor(one) <= freeFor(other) ? one : other))
		const free = freeFor(least)
		if (free < AGAIN && !short)
			tell(
				`The disk of ${resolve(least)} has only ${inMb(free)} free: make room. Once it is full, no request can be taken.`,
			)
		short = free < AGAIN
	}
	const timer = setInterval(look, EVERY).unref()
	return () => clearInterval(timer)
}
