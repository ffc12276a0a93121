import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { inside } from './support/database'
import { fileRequest, stillThere, type Receipt } from './support/filing'
import { clone, furnish, give, needsRoot, USER } from './support/places'
import { nobodyLeft, npmStart } from './support/server'
import { NotHad, situation } from './support/table'

const MB = 1024 * 1024
const free = (folder: string) => {
	const { bavail, bsize } = statfsSync(folder)
	return bavail * bsize
}

/** Leave that much free, in a file of zeros. */
function fillUp(folder: string, leave: number) {
	const file = openSync(join(folder, 'ballast'), 'w')
	try {
		for (let rest = free(folder) - leave; rest > 0; rest = free(folder) - leave)
			writeSync(file, Buffer.alloc(Math.min(rest, MB)))
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
	} finally {
		closeSync(file)
	}
}
const makeRoom = (folder: string) => rmSync(join(folder, 'ballast'))

/** File until it no longer goes. Answers every receipt that was shown. */
async function fileUntilFull(address: string): Promise<Receipt[]> {
	const receipts: Receipt[] = []
	for (let tries = 0; tries < 40; tries++) {
		const receipt = await fileRequest(address).catch(() => null)
		if (!receipt) return receipts
		receipts.push(receipt)
	}
	throw new Error('the disk never was full')
}

/** Begin one stretch of the journal after the other until there is no room for the next, which is worse than a refused row. */
async function exhaustJournal(data: string): Promise<void> {
	for (let tries = 0; tries < 40; tries++) {
		const went = await inside(data, async (sql) => {
			await sql`select pg_logical_emit_message(true, 'full', 'disk')`
			await sql`select pg_switch_wal()`
			return true
		}).catch(() => false)
		if (!went) return
	}
	throw new Error('the journal always found room')
}

situation('the disk is nearly full', needsRoot, async () => {
	const place = clone('full', USER)
	const remark = furnish(place, ['node_modules', 'build'])
	const data = join(place.home, 'data')
	mkdirSync(data)
	const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=450m,mode=700', 'tonglu', data])
	if (status !== 0) throw new NotHad(`no disk can be mounted here: ${String(stderr).trim()}`)
	onTestFinished(() => void spawnSync('umount', ['--lazy', data]))
	give(data, USER)
	const settings = { TONGLU_DATA: data }
	const refusal = (needed: number) =>
		new RegExp(
			`^The disk of ${data} has \\d+ MB free, and to start Tonglu needs ${needed} MB there: make room, or set TONGLU_DATA to a folder on another disk\\.$`,
		)
	fillUp(data, 20 * MB)
	const refused = await npmStart(place, { settings })
	expect(await refused.ended).toBe(1)
	expect(refused.said()).toMatch(refusal(300))
	makeRoom(data)

	const run = await npmStart(place, { settings })
	const first = await run.ready()
	const kept = [await fileRequest(run.address)]
	fillUp(data, 0)
	kept.push(...(await fileUntilFull(run.address)))
	await expect.poll(run.said, { timeout: 30_000 }).toContain(`The disk of ${data} has only 0 MB free: make room.`)
	expect((await fetch(`${run.address}/emergency`)).status).toBe(200) // who only reads is served
	makeRoom(data)
	const filed = () =>
		fileRequest(run.address).then(
			(receipt) => kept.push(receipt),
			() => 0,
		)
	await expect.poll(filed, { timeout: 60_000 }).toBeGreaterThan(0) // without a new start

	fillUp(data, 0)
	await exhaustJournal(data)
	expect(await run.ended).toBe(1)
	expect(run.said()).toMatch(
		new RegExp(
			`^The disk of ${data} is full \\(\\d+ MB free\\): make room there and start again\\. What was answered is kept\\.$`,
			'm',
		),
	)
	const still = await npmStart(place, { settings })
	expect(await still.ended).toBe(1)
	expect(still.said()).toMatch(refusal(64))

	makeRoom(data)
	const next = await npmStart(place, { settings })
	const second = await next.ready()
	for (const receipt of kept) await stillThere(next.address, receipt)
	await stillThere(next.address, await fileRequest(next.address))
	await next.stop()
	await nobodyLeft(place.home)
	return {
		first,
		second,
		remark: `refused before and after in one sentence; filled up while running: refused, then taken again once there was room; without room for its journal code 1 and one sentence; all ${kept.length} answered requests kept; ${remark}`,
	}
})
