import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

declare module '@remix-run/node' {
	interface Future {
		v3_singleFetch: true
	}
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What browsers fetch is compressed here, once and as small as it gets: the server then only hands it out. */
const compressed: Plugin = {
	name: 'compressed',
	apply: (_config, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
	async writeBundle({ dir = '' }) {
		const texts = (await readdir(dir, { recursive: true })).filter((name) => /\.(js|css|svg|txt)$/.test(name))
		await Promise.all(
			texts.map(async (name) => {
				const bytes = await readFile(join(dir, name))
				await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(bytes)) // its best by default
				await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }))
			}),
		)
	},
}

export default defineConfig({
	publicDir: 'app/public',
	resolve: { alias: { '~tests': at('./tests'), '~emails': at('./emails'), '~': at('./app') } },
	build: {
		assetsInlineLimit: 0, // a data: script or font would need a wider content security policy
		rollupOptions: {
			onwarn(warning, report) {
				// comments of packages, routes without a page, and what a browser fetches later but the server has at once
				if (warning.code === 'INVALID_ANNOTATION' || warning.code === 'EMPTY_BUNDLE') return
				if (warning.plugin !== 'vite:reporter') report(warning)
			},
		},
	},
	plugins: [
		tailwindcss(),
		remix({
			buildDirectory: process.env.BUILD_DIRECTORY ?? 'build', // launch.mjs builds aside and swaps
			future: {
				v3_fetcherPersist: true,
				v3_lazyRouteDiscovery: true,
				v3_relativeSplatPath: true,
				v3_routeConfig: true,
				v3_singleFetch: true,
				v3_throwAbortReason: true,
			},
		}),
		compressed,
	],
})
