import { context, build } from 'esbuild'

/** The processes around Remix, in plain JavaScript; packages stay where npm put them. */
const options = {
	entryPoints: ['start', 'web', 'worker', 'load-cases'].map((name) => `app/server/${name}.ts`),
	outdir: `${process.env.BUILD_DIRECTORY ?? 'build'}/server-start`,
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	packages: 'external',
	jsx: 'automatic',
	sourcemap: 'linked',
	logLevel: 'warning',
}

if (process.argv.includes('--watch')) {
	await (await context(options)).watch()
	process.stdin.on('end', () => process.exit()).resume() // whoever started this is gone
} else await build(options)
