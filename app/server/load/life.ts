import { DAY, close, endAll, happened, openCase, toTriage, type Living, type OneCase, type Turn } from './case'
import { CASEWORK_STEPS } from './casework'
import type { World } from './city'
import { OFFER_STEPS } from './offers'
import { random, type Random } from './random'
import { fileRequest, filedAt, type FiledRequest } from './request'

/** A request with its cases as they stand. `account`: somebody who signed up with it. */
export type Filed = {
	request: FiledRequest
	cases: OneCase[]
	account: { id: string; email: string } | null
	/** The moment up to which it was lived, and who the desk is. */
	until: number
	desk: string
}

/** What people, the clock and the routing job do to a case; the same that the functions of schema `private` do. */
const STEPS: Record<string, (it: Living) => Turn> = { ...OFFER_STEPS, ...CASEWORK_STEPS }

/** Requests in the order in which they came, until their cases are as many as asked for. The same for the same seed and moment. */
export function* fileRequests(
	world: World,
	{ seed, cases, until }: { seed: string; cases: number; until: number },
): Generator<Filed> {
	const r = random(`${seed}:requests`)
	const offset = BigInt(`0x${r.bytes(2).toString('hex')}`)
	const accounts: string[] = []
	for (let n = 0, filed = 0; filed < cases; n++) {
		const known = accounts.length > 50 && r.chance(0.25)
		const userId = r.chance(0.22) ? (known ? r.pick(accounts) : r.uuid()) : null
		const account = userId && !known ? { id: userId, email: `${userId}@workers.tonglu.example` } : null
		if (account) accounts.push(account.id)
		const needs = Math.min(cases - filed, r.chance(0.85) ? 1 : r.chance(0.8) ? 2 : 3)
		const request = fileRequest(world, r, { n, offset, needs, userId, createdAt: filedAt(r, until, filed / cases) })
		yield { request, account, until, desk: world.desk.id, cases: liveAll(world, r, request, until) }
		filed += needs
	}
}

/** Everything that happens to the cases of a request until a moment, its withdrawal included. */
function liveAll(world: World, r: Random, request: FiledRequest, until: number): OneCase[] {
	const withdrawnAt = r.chance(0.05) ? Math.floor(request.createdAt + r.around(12) * DAY) : Infinity
	const lives = request.needs.map((need) => begin(world, r, request, need))
	for (const life of lives) live(life, Math.min(until, withdrawnAt))
	if (withdrawnAt <= until && lives.some(({ it }) => it.one.state !== 'closed')) {
		for (const { it } of lives) withdraw({ ...it, at: withdrawnAt })
		for (const consent of request.consents) consent.withdrawnAt ??= withdrawnAt
	} else for (const life of lives) live(life, until)
	return lives.map(({ it }) => it.one)
}

type Life = { it: Living; turn: Turn }

function begin(world: World, r: Random, request: FiledRequest, need: string): Life {
	const it: Living = { world, request, random: r, one: openCase(r.uuid(), need), at: request.createdAt }
	const by = request.userId ? { id: request.userId, name: '' } : null
	happened(it, 'worker', 'filed', { by, body: request.story })
	return { it, turn: need === 'unsure' ? toTriage(it, 'not_sure', { by }) : { step: 'route', at: it.at + 3_000 } }
}

function live(life: Life, until: number): void {
	while (life.turn && life.turn.at <= until) {
		life.it.at = Math.floor(life.turn.at)
		life.turn = STEPS[life.turn.step]!(life.it)
	}
}

/** Open cases close, and nobody sees any of them any more. */
function withdraw(it: Living): void {
	it.one.accessEnded = true
	if (it.one.state === 'closed') return
	endAll(it, 'withdrawn')
	close(it, 'withdrawn')
	happened(it, 'worker', 'withdrawn')
}
