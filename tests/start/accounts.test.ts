import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { clone, furnish, needsRoot, ROOT, USER, type Account } from './support/places'
import { npmStart, startTwice } from './support/server'
import { situation } from './support/table'

/** As some platforms start a container: a number that stands in no list of accounts. */
function nameless(): Account {
	const known = new Set(
		[...readFileSync('/etc/passwd', 'utf8').matchAll(/^[^:]*:[^:]*:(\d+):/gm)].map(([, uid]) => uid),
	)
	let uid = 123_456
	while (known.has(String(uid))) uid++
	return { name: 'nameless', uid, gid: 0 }
}

situation('an account without a name', needsRoot, async () => {
	const account = nameless()
	const place = clone('nameless', account)
	const remark = furnish(place, ['node_modules', 'build'], { lender: USER })
	return { ...(await startTwice(place)), remark: `uid ${account.uid}; ${remark}` }
})

situation("root on somebody else's data", needsRoot, async () => {
	const place = clone('sudo', USER)
	const remark = furnish(place, ['node_modules', 'build'])
	const run = await npmStart(place)
	const first = await run.ready()
	await run.stop()
	const refused = await npmStart({ ...place, account: ROOT })
	expect(await refused.ended).toBe(1)
	expect(refused.said()).toBe(
		`The data folder ${place.clone}/.tonglu belongs to another account (number ${USER.uid}): start as that one, or set TONGLU_DATA to another folder.`,
	)
	const next = await npmStart(place)
	const second = await next.ready()
	await next.stop()
	return { first, second, remark: `one sentence, code 1, and the account itself goes on; ${remark}` }
})
