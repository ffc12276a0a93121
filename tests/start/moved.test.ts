import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileRequest, stillThere } from './support/filing'
import { clone, furnish, USER } from './support/places'
import { kill } from './support/processes'
import { nobodyLeft, npmStart, partsAt } from './support/server'
import { situation } from './support/table'

situation('moved to another folder', null, async () => {
	const place = clone('moved', USER)
	const remark = furnish(place, ['node_modules', 'build'], { whole: true })
	const run = await npmStart(place)
	const first = await run.ready()
	const receipt = await fileRequest(run.address)
	await run.stop()
	const elsewhere = { ...place, clone: join(place.home, '别处 elsewhere') }
	renameSync(place.clone, elsewhere.clone)
	const again = await npmStart(elsewhere)
	const second = await again.ready()
	await stillThere(again.address, receipt)

	// Under a database that is still running, which a kill -9 left behind: one that looks for it by name would start a second one.
	kill(partsAt(elsewhere).supervisor)
	await again.ended
	renameSync(elsewhere.clone, place.clone)
	const back = await npmStart(place)
	await back.ready()
	await stillThere(back.address, receipt)
	await back.stop()
	await nobodyLeft(place.home)
	return { first, second, remark: `data kept; also moved under a database left running; ${remark}` }
})
