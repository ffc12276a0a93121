// Node 20 runs no TypeScript: the bench is put together first, beside the packages that it uses.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const outfile = join(root, `node_modules/.cache/tonglu-bench-${process.pid}.mjs`)
process.chdir(root)
const [named] = process.argv.slice(2, 3).filter((word) => word === 'roster') // which of the two benches
if (named) process.argv.splice(2, 1)
mkdirSync(dirname(outfile), { recursive: true })
await build({
	entryPoints: [`tests/load/${named ?? 'bench'}.ts`],
	outfile,
	bundle: true,
	format: 'esm',
	platform: 'node',
	target: 'node20',
	packages: 'external',
	logLevel: 'warning',
})
await import(pathToFileURL(outfile).href)
