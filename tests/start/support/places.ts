import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { inject } from 'vitest'

/** Whoever starts the product. Under root the suite may be anybody, else only itself. */
export type Account = { name: string; uid?: number; gid?: number }
export const isRoot = process.getuid?.() === 0
export const needsRoot = isRoot ? null : 'needs root'
export const ROOT: Account = { name: 'root' }
export const USER: Account = isRoot ? { name: 'user', ...nobody() } : { name: 'user' }

/** The account without rights that every machine has. */
function nobody() {
	const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? []
	return { uid: Number(uid ?? 65_534), gid: Number(gid ?? 65_534) }
}

/** A home with a fresh clone in it, and nothing else. All that is started there can be found by the home's path. */
export type Place = { home: string; clone: string; account: Account }

export const scratch = () => inject('scratch')
/** npm's own store, one for each account: the first installation finds it empty. */
export function cacheOf(account: Account): string {
	const cache = join(scratch(), `npm-${account.name}`)
	if (!existsSync(cache)) {
		mkdirSync(cache)
		give(cache, account)
	}
	return cache
}

/** An archive of what was committed, unpacked. A clone that shares nothing with the folder that the suite runs in. */
export function clone(name: string, account: Account, { path = 'tonglu', mode = 0o755 } = {}): Place {
	const home = join(scratch(), name)
	const folder = join(home, path)
	mkdirSync(folder, { recursive: true })
	execFileSync('tar', ['-xf', join(scratch(), 'source.tar'), '-C', folder])
	give(home, account)
	chmodSync(home, mode)
	return { home, clone: folder, account }
}

export function give(path: string, { uid, gid }: Account) {
	if (uid !== undefined) execFileSync('chown', ['-R', '-h', `${uid}:${gid}`, path])
}

const kitchen = (account: Account) => join(scratch(), `kitchen-${account.name}`)

/** Everything from nothing, once for each account: what is installed and built there is lent to the others. */
export const cloneForAll = (account: Account) => clone(`kitchen-${account.name}`, account)

/**
 * Lend what an installation and a build would bring, where they are not what is looked at. With the build, node_modules is only
 * pointed to; to be built with, or `whole`, its files are linked one by one.
 */
export function furnish({ clone: folder, account }: Place, parts: Part[], { lender = account, whole = false } = {}) {
	const from = join(kitchen(lender), 'tonglu')
	if (!existsSync(from)) cloneForAll(lender)
	const npm = (...args: string[]) =>
		execFileSync('npm', args, { cwd: from, env: envOf(lender, dirname(from)) as NodeJS.ProcessEnv, ...idOf(lender) })
	if (!existsSync(join(from, 'node_modules/.package-lock.json'))) npm('ci', '--no-audit', '--no-fund')
	const built = parts.includes('build')
	if (built && !existsSync(join(from, 'build/sources'))) npm('run', 'build')
	for (const part of parts) {
		if (part === 'node_modules' && built && !whole) symlinkSync(join(from, part), join(folder, part))
		else execFileSync('cp', ['-al', join(from, part), join(folder, part)])
	}
	if (account.uid !== undefined) chownSync(folder, account.uid, account.gid!)
	return `${parts.join(' and ')} lent`
}
type Part = 'node_modules' | 'build'

export const idOf = ({ uid, gid }: Account) => (uid === undefined ? {} : { uid, gid })

/** What a login shell would have, and a home of its own. NODE_ENV is for the product to say. */
export const envOf = (account: Account, home: string): Record<string, string | undefined> => ({
	PATH: process.env.PATH,
	HOME: home,
	LANG: process.env.LANG,
	NODE_EXTRA_CA_CERTS: process.env.NODE_EXTRA_CA_CERTS,
	npm_config_cache: cacheOf(account),
	npm_config_update_notifier: 'false',
})
