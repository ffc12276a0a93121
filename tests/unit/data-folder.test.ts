import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDataFolder, refuseIfOpen } from '../../app/server/embedded/data-folder.server'
import { startOf } from '../../app/server/embedded/processes.server'
import { checkRoom, forWantOfRoom } from '../../app/server/embedded/room.server'

let folder: string
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'tonglu-folder-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const lock = () => join(folder, 'lock')
const holder = (pid: number, since: string) => writeFileSync(lock(), JSON.stringify({ pid, since }))

test('what was made for a folder is kept, and only its account reads it', async () => {
	const first = await openDataFolder(folder)
	first.keepPorts({ postgres: 5, supabase: 6 })
	first.release()
	const second = await openDataFolder(folder)
	expect(second.kept).toEqual(first.kept)
	expect(second.kept.ports).toEqual({ postgres: 5, supabase: 6 })
	expect(second.kept.admin).toMatch(/^[0-9a-f]{48}$/)
	expect(statSync(join(folder, 'kept.json')).mode & 0o777).toBe(0o600)
	second.release()
	expect(existsSync(lock())).toBe(false)
})

test.each([
	['a process that is gone', 2 ** 22 + 1, '1'],
	['a number that is somebody else by now', process.pid, '1'],
])('a lock of %s holds nobody off', async (_whose, pid, since) => {
	holder(pid, since)
	const opened = await openDataFolder(folder)
	expect(JSON.parse(readFileSync(lock(), 'utf8'))).toEqual({ pid: process.pid, since: startOf(process.pid) })
	opened.release()
})

test('a lock that was half written holds nobody off', async () => {
	writeFileSync(lock(), '{"pid":')
	;(await openDataFolder(folder)).release()
})

test('the folder of a living process is refused with its number, and the lock stays', async () => {
	holder(process.ppid, startOf(process.ppid))
	const sentence = `Tonglu already runs on this data folder (${folder}, process ${process.ppid}): stop it first, or set TONGLU_DATA to another folder.`
	expect(() => refuseIfOpen(folder)).toThrow(sentence)
	await expect(openDataFolder(folder)).rejects.toThrow(sentence)
	expect(JSON.parse(readFileSync(lock(), 'utf8'))).toMatchObject({ pid: process.ppid })
})

test('secrets that cannot be read are not made anew: the data could not be opened with others', async () => {
	writeFileSync(join(folder, 'kept.json'), '{"admin":"12')
	await expect(openDataFolder(folder)).rejects.toThrow(`${join(folder, 'kept.json')} cannot be read`)
	expect(readFileSync(join(folder, 'kept.json'), 'utf8')).toBe('{"admin":"12')
})

test('too little room is said with the folder and what is missing, also of a folder that is not there yet', () => {
	const wished = join(folder, 'not/yet')
	expect(() => checkRoom(wished, 1)).not.toThrow()
	expect(() => checkRoom(wished, 2 ** 60)).toThrow(
		new RegExp(
			`^The disk of ${wished} has \\d+ MB free, and to start Tonglu needs ${2 ** 40} MB there: make room, or set TONGLU_DATA`,
		),
	)
	expect(existsSync(wished)).toBe(false)
})

test('a failure for want of room is told from any other', () => {
	expect(forWantOfRoom([folder], Object.assign(new Error('no'), { code: 'ENOSPC' }))?.message).toMatch(
		new RegExp(`^The disk of ${folder} is full \\(\\d+ MB free\\): make room there and start again\\.`),
	)
	expect(forWantOfRoom([folder], Object.assign(new Error('no'), { code: '53100' }))).not.toBeNull()
	expect(forWantOfRoom([folder], new Error('something else'))).toBeNull()
})
