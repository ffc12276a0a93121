import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** The first brings node_modules for all the others; the longest come last. */
const ORDER = ['from-nothing', 'machines', 'accounts', 'refusals', 'moved', 'cut-short', 'full-disk', 'killed']

class InOrder extends BaseSequencer {
	override async sort(files: TestSpecification[]) {
		const place = ({ moduleId }: TestSpecification) => ORDER.findIndex((name) => moduleId.includes(`/${name}.`))
		return [...files].sort((a, b) => place(a) - place(b))
	}
}

/** `npm run test:start`: heavy, and by itself, since it starts the product in every place it may find itself in. */
export default defineConfig({
	root: at('../..'),
	resolve: { alias: { '~tests': at('..'), '~': at('../../app') } },
	test: {
		include: ['tests/start/*.test.ts'],
		globalSetup: ['tests/start/support/global-setup.ts'],
		fileParallelism: false,
		sequence: { sequencer: InOrder },
		testTimeout: 600_000,
		hookTimeout: 60_000,
	},
})
