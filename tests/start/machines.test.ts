import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { fileRequest, stillThere } from './support/filing'
import { cacheOf, clone, furnish, needsRoot, ROOT, scratch, USER } from './support/places'
import { nobodyLeft, npmStart, startTwice, type Run } from './support/server'
import { NotHad, situation } from './support/table'

/** The folder of a Node of this line: the one that runs this, else the one that npm has. */
function nodeOf(line: number): string {
	if (process.versions.node.startsWith(`${line}.`)) return join(process.execPath, '..')
	const folder = join(scratch(), `node-${line}`)
	const args = ['install', '--no-audit', '--no-fund', '--prefix', folder, `node@${line}`]
	const { status, stderr } = spawnSync('npm', args, {
		encoding: 'utf8',
		env: { ...process.env, npm_config_cache: cacheOf(USER) },
	})
	if (status !== 0) throw new NotHad(`npm has no Node ${line}: ${stderr.split('\n')[0]}`)
	return join(folder, 'node_modules/node/bin')
}

for (const line of [20, 24])
	situation(`Node ${line}`, null, async () => {
		const bin = nodeOf(line)
		const version = execFileSync(join(bin, 'node'), ['--version'], { encoding: 'utf8' }).trim()
		const place = clone(`node-${line}`, USER)
		const remark = furnish(place, ['node_modules'])
		const times = await startTwice(place, { settings: { PATH: `${bin}:${process.env.PATH}` } })
		return { ...times, remark: `${version}; ${remark}` }
	})

situation('no network but the loopback', needsRoot, async () => {
	const place = clone('alone', ROOT)
	const remark = furnish(place, ['node_modules'])
	const within = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh']
	return { ...(await startTwice(place, { within })), remark: `in a network namespace; ${remark}` }
})

/** Begins in a namespace that allows no further one: root in it is root outside, and `unshare --user` is refused. */
const CLOSED = 'read begin && exec sh -c \'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"\' sh "$@"'
const within = ['unshare', '--user', 'sh', '-c', CLOSED, 'sh']
async function allow({ pid, begin }: Run) {
	const namespaceOf = (whose: number | 'self') => readlinkSync(`/proc/${whose}/ns/user`)
	await expect.poll(() => namespaceOf(pid), { timeout: 10_000 }).not.toBe(namespaceOf('self'))
	for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${pid}/${map}`, '0 0 65536')
	begin()
}

situation('user namespaces closed, then moved', needsRoot, async () => {
	const place = clone('closed', ROOT)
	const remark = furnish(place, ['node_modules', 'build'])
	const run = await npmStart(place, { within })
	await allow(run)
	const first = await run.ready()
	expect(run.said()).toMatch(/The database runs as an account without rights; its data lies in \/var\/lib\/tonglu-/)
	const elsewhere = readFileSync(join(place.clone, '.tonglu/postgres.elsewhere'), 'utf8').trim()
	try {
		expect(existsSync(join(elsewhere, 'postgres/PG_VERSION'))).toBe(true)
		const receipt = await fileRequest(run.address)
		await run.stop()
		await nobodyLeft(elsewhere)

		const moved = { ...place, clone: join(place.home, 'moved') }
		renameSync(place.clone, moved.clone)
		const again = await npmStart(moved, { within })
		await allow(again)
		const second = await again.ready()
		await stillThere(again.address, receipt)
		await again.stop()
		await nobodyLeft(elsewhere)
		return { first, second, remark: `a nested namespace with max_user_namespaces = 0; data kept; ${remark}` }
	} finally {
		rmSync(elsewhere, { recursive: true, force: true })
	}
})
