import type { Browser, BrowserContextOptions } from '@playwright/test'

/** Bytes over the wire, compressed, of what a browser that was never here before fetches for one page. */
export type Weight = { html: number; css: number; js: number; scripts: string[] }

/** Opens the page and waits until nothing more comes. Headers are left out: they differ by their dates and cookies. */
export async function weigh(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Weight> {
	const context = await browser.newContext(options)
	try {
		const page = await context.newPage()
		const weight: Weight = { html: 0, css: 0, js: 0, scripts: [] }
		const kinds: Record<string, 'html' | 'css' | 'js'> = { document: 'html', stylesheet: 'css', script: 'js' }
		const sizes: Promise<void>[] = []
		page.on('requestfinished', (request) => {
			const kind = kinds[request.resourceType()]
			if (!kind) return
			sizes.push(request.sizes().then(({ responseBodySize }) => void (weight[kind] += responseBodySize)))
			if (kind === 'js') weight.scripts.push(new URL(request.url()).pathname)
		})
		const answer = await page.goto(address, { waitUntil: 'networkidle' })
		if (answer?.status() !== 200 || answer.url() !== address)
			throw new Error(`${address} answers ${answer?.status()} from ${answer?.url()}`)
		await Promise.all(sizes)
		return weight
	} finally {
		await context.close()
	}
}

/** Cookies of a request, as a browser is given them. */
export const stored = (cookies: string, address: string) => ({
	cookies: cookies.split('; ').map((pair) => {
		const [name, value] = pair.split(/=(.*)/s) as [string, string]
		const { hostname: domain } = new URL(address)
		return { name, value, domain, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' as const }
	}),
	origins: [],
})
