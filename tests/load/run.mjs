// Node 20 runs no TypeScript: the bench is put together first, beside the packages that it uses.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

// `node tests/load/run.mjs figures --cases 1000` runs figures.ts; what follows are its options
const [program] = process.argv.splice(2, 1)
const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const outfile = join(root, `node_modules/.cache/tonglu-${program}-${process.pid}.mjs`)
process.chdir(root)
mkdirSync(dirname(outfile), { recursive: true })
await build({
	entryPoints: [`tests/load/${program}.ts`],
	outfile,
	bundle: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	packages: 'external',
	logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
