import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
	interface Future {
		v3_singleFetch: true
	}
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
	publicDir: 'app/public',
	resolve: { alias: { '~tests': at('./tests'), '~emails': at('./emails'), '~': at('./app') } },
	build: {
		assetsInlineLimit: 0, // a data: script or font would need a wider content security policy
		rollupOptions: {
			onwarn(warning, report) {
				if (warning.code !== 'INVALID_ANNOTATION' && warning.code !== 'EMPTY_BUNDLE') report(warning) // comments of packages, routes without a page
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
	],
})
