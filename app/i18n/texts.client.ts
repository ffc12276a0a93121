import type { BackendModule, ResourceKey } from 'i18next'

/** One file for each language and namespace, so that a page fetches what it says and no more. */
const files = import.meta.glob<ResourceKey>(['./locales/{en,zh-CN}/*.ts', '!./locales/*/{mail,screens}.ts'], {
	import: 'default',
})

/** Fetches the texts that a page needs which was reached without a new document; that page waits for them. */
export const texts: BackendModule = {
	type: 'backend',
	init() {},
	read(language, namespace, done) {
		files[`./locales/${language}/${namespace}.ts`]!().then(
			(found) => done(null, found),
			() => location.reload(), // as Remix does when it cannot fetch the page's own script
		)
	},
}
