import { createServer } from 'node:net'
import { expect } from 'vitest'
import { clone, furnish, USER } from './support/places'
import { freePort, nobodyLeft, npmStart, partsAt } from './support/server'
import { situation } from './support/table'

/** What is said is this and nothing else: no stack, nothing of the machinery. */
const ONLY = (sentence: string) => new RegExp(`^${sentence}$`)

situation('the port is taken', null, async () => {
	const place = clone('port', USER)
	const remark = furnish(place, ['node_modules', 'build'])
	const port = await freePort()
	const blocker = createServer()
	await new Promise<void>((listening) => blocker.listen(port, listening))
	const refused = await npmStart(place, { port })
	expect(await refused.ended).toBe(1)
	expect(refused.said()).toMatch(
		ONLY(`Port ${port} is taken by another program: end it, or choose another with PORT\\.`),
	)
	await nobodyLeft(place.home)
	await new Promise((closed) => blocker.close(closed))

	const next = await npmStart(place, { port })
	const first = await next.ready()
	await next.stop()
	return { first, remark: `one sentence, code 1; the same port once it is free; ${remark}` }
})

situation('a second one on the same data', null, async () => {
	const place = clone('second', USER)
	const remark = furnish(place, ['node_modules', 'build'])
	const running = await npmStart(place)
	const first = await running.ready()
	const holder = partsAt(place).supervisor[0]
	const refusal = ONLY(
		`Tonglu already runs on this data folder \\(${place.clone}/\\.tonglu, process ${holder}\\): stop it first, or set TONGLU_DATA to another folder\\.`,
	)
	for (const port of [undefined, Number(new URL(running.address).port)]) {
		const beside = await npmStart(place, { port })
		expect(await beside.ended).toBe(1)
		expect(beside.said()).toMatch(refusal)
	}
	expect((await fetch(`${running.address}/healthz`)).status).toBe(200)
	await running.stop()
	return { first, remark: `one sentence, code 1, on another port and on the same; ${remark}` }
})
