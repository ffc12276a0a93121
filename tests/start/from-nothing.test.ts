import { clone, cloneForAll, furnish, needsRoot, ROOT, USER } from './support/places'
import { startTwice } from './support/server'
import { situation } from './support/table'

const ALL = 'installed from an empty npm store, built, demo loaded'

situation('as root, all from nothing', needsRoot, async () => ({
	...(await startTwice(cloneForAll(ROOT))),
	remark: ALL,
}))

situation('as a plain user, all from nothing', null, async () => ({
	...(await startTwice(cloneForAll(USER))),
	remark: `${ALL}; ${USER.uid === undefined ? 'the account that runs this' : `uid ${USER.uid}`}`,
}))

for (const account of [ROOT, USER])
	situation(`${account.name}, home of mode 700`, account === ROOT ? needsRoot : null, async () => {
		const place = clone(`700-${account.name}`, account, { mode: 0o700 })
		const remark = furnish(place, ['node_modules'])
		return { ...(await startTwice(place)), remark }
	})

for (const account of [ROOT, USER])
	situation(`${account.name}, a path with spaces and Chinese`, account === ROOT ? needsRoot : null, async () => {
		const place = clone(`path-${account.name}`, account, { path: '我的 项目/同路 desk' })
		const remark = furnish(place, ['node_modules'])
		return { ...(await startTwice(place)), remark }
	})
