import { setTimeout as pause } from 'node:timers/promises'
import { expect, inject } from 'vitest'
import { fileRequest, stillThere, type Receipt } from './support/filing'
import { clone, furnish, USER } from './support/places'
import { kill, type Part } from './support/processes'
import { nobodyLeft, npmStart, partsAt, type Run } from './support/server'
import { situation } from './support/table'

/** Mulberry32: the same moments for the same seed. */
function randomFrom(seed: number) {
	let state = seed
	return (below: number) => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below) | 0
	}
}

/** Whom the kills hit, in this order: twice in the very first start, then while requests are being filed. */
const FIRST: Part[] = ['supervisor', 'all']
const RUNNING: Part[] = ['supervisor', 'web', 'all', 'postmaster', 'worker', 'supervisor', 'backend', 'all']
/** These leave the supervisor, which sets it right by itself. */
const HEALS: Part[] = ['web', 'worker', 'backend']

situation('ten kill -9 at random moments', null, async () => {
	const random = randomFrom(inject('seed'))
	const place = clone('killed', USER)
	const remark = furnish(place, ['node_modules', 'build'])
	const moments: string[] = []
	/** The moment is what is tried here: nothing is waited for. */
	const strike = async ({ pid }: Run, part: Part, within: number) => {
		const after = random(within)
		await pause(after)
		const parts = partsAt(place)[part]
		kill(parts.length === 0 ? [pid] : part === 'backend' ? parts.slice(0, 1) : parts) // npm alone, so early
		moments.push(`${part} ${after}`)
	}

	for (const part of FIRST) {
		const run = await npmStart(place)
		await strike(run, part, 8_000)
		await run.ended
	}
	let run = await npmStart(place)
	const first = await run.ready()
	const receipts = [await fileRequest(run.address)]
	const recoveries: number[] = []
	for (const part of RUNNING) {
		const filing = fileOn(run, receipts)
		await strike(run, part, 3_000)
		const began = performance.now()
		if (HEALS.includes(part)) {
			await filing.stop()
			await healthy(run, moments)
			recoveries.push((performance.now() - began) / 1000)
		} else {
			await run.ended
			await filing.stop()
			run = await npmStart(place)
			recoveries.push(await run.ready())
		}
		for (const receipt of receipts) await stillThere(run.address, receipt)
	}
	await run.stop()
	await nobodyLeft(place.home)
	const worst = Math.max(...recoveries)
	return {
		first,
		second: worst,
		remark: `seed ${inject('seed')}: ${moments.join(', ')} ms; ${receipts.length} receipts, all kept; second is the slowest recovery; ${remark}`,
	}
})

/** File one request after the other until told; only receipts that were shown count. */
function fileOn({ address }: Run, receipts: Receipt[]) {
	let going = true
	const done = (async () => {
		while (going)
			await fileRequest(address).then(
				(receipt) => receipts.push(receipt),
				() => pause(50), // struck: the next tries again
			)
	})()
	return {
		stop: () => {
			going = false
			return done
		},
	}
}

/** The 200 that comes by itself, because the supervisor is still there. */
async function healthy({ address, said, ended }: Run, moments: string[]) {
	let over = false
	void ended.then(() => (over = true))
	const health = () =>
		fetch(`${address}/healthz`).then(
			({ status }) => status,
			() => 0,
		)
	await expect.poll(async () => over || (await health()) === 200, { timeout: 90_000, interval: 100 }).toBe(true)
	expect(over, `${moments.join(', ')}: ${said()}`).toBe(false)
}
