import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { census, databases, inside } from './support/database'
import { clone, furnish, USER } from './support/places'
import { kill, processesUnder } from './support/processes'
import { nobodyLeft, npmStart, partsAt } from './support/server'
import { situation } from './support/table'

const MINUTE = { timeout: 60_000, interval: 20 }

situation('the installation cut short', null, async () => {
	const place = clone('half-installed', USER)
	const modules = join(place.clone, 'node_modules')
	const halfWay = () =>
		expect
			.poll(() => existsSync(modules) && readdirSync(modules).length > 50 && existsSync(join(modules, 'zod')), MINUTE)
			.toBe(true)

	const one = await npmStart(place)
	await halfWay()
	kill(processesUnder(place.home).map(({ pid }) => pid))
	await one.ended
	expect(existsSync(join(modules, '.package-lock.json'))).toBe(false)

	await npmStart(place)
	await expect.poll(() => partsAt(place).install.length, MINUTE).toBeGreaterThan(0)
	kill(partsAt(place).supervisor) // npm alone goes on
	await expect.poll(() => partsAt(place).supervisor).toEqual([])
	expect(partsAt(place).install).not.toEqual([])

	const three = await npmStart(place)
	const first = await three.ready()
	expect(three.said()).toContain('Waiting for the installation that is under way here …')
	await three.stop()
	return { first, remark: 'everything killed half-way, then all but npm: waited for; first start from the third call' }
})

situation('the demo cut short', null, async () => {
	const place = clone('half-loaded', USER)
	const remark = furnish(place, ['node_modules', 'build'])
	const [clean, data] = ['clean', 'data'].map((name) => join(place.home, name)) as [string, string]
	const whole = await npmStart(place, { settings: { TONGLU_DATA: clean } })
	const first = await whole.ready()
	const expected = await census(clean)
	await whole.stop()
	expect(expected.requests).toBeGreaterThan(3)

	const loaded = () =>
		inside(data, (sql) => sql<{ n: number }[]>`select count(*)::int as n from app.requests`, 'tonglu_filling').then(
			([row]) => row!.n,
			() => 0,
		)
	for (const part of ['all', 'supervisor'] as const) {
		const run = await npmStart(place, { settings: { TONGLU_DATA: data } })
		await expect.poll(loaded, MINUTE).toBeGreaterThan(2)
		kill(partsAt(place)[part])
		await run.ended
	}
	const last = await npmStart(place, { settings: { TONGLU_DATA: data } })
	const second = await last.ready()
	expect(await census(data)).toEqual(expected)
	expect(await databases(data)).toEqual(['tonglu'])
	await last.stop()
	await nobodyLeft(place.home)
	const { organisations, requests } = expected
	return {
		first,
		second,
		remark: `killed twice while loading; then ${organisations} organisations, ${requests} requests, as in a clean start; ${remark}`,
	}
})
