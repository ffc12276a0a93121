import { expect, test } from '@playwright/test'

test('every part answers that it is well', async ({ request }) => {
	const answer = await request.get('/healthz')
	expect(answer.status()).toBe(200)
	expect(await answer.json()).toEqual({ database: 'ok', queue: 'ok', storage: 'ok', mail: 'ok' })
})

test('the home page keeps its own security policy', async ({ page }) => {
	const complaints: string[] = []
	page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
	const answer = await page.goto('/')
	const headers = answer!.headers()
	const policy = headers['content-security-policy'] ?? ''
	expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/)
	expect(policy).toContain("style-src 'self';")
	expect(policy).toContain("frame-ancestors 'none'")
	expect(policy).not.toContain('unsafe')
	expect(headers['x-powered-by']).toBeUndefined()
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
	expect(complaints).toEqual([])
	const again = await page.request.get('/')
	expect(again.headers()['content-security-policy']).not.toBe(policy) // a nonce is used once
})

test('no cache keeps a page, nor what an open page loads', async ({ request }) => {
	for (const path of ['/track', '/track.data', '/desk.data', '/nothing-here.data'])
		expect((await request.get(path, { maxRedirects: 0 })).headers()['cache-control']).toBe('private, no-store')
})

test('a form that another site sends is refused, whatever it asks', async ({ request }) => {
	const elsewhere: Record<string, string>[] = [
		{ origin: 'https://elsewhere.example' },
		{ origin: 'null' },
		{ referer: 'https://elsewhere.example/' },
	]
	for (const headers of elsewhere) {
		const answer = await request.post('/language', { headers, form: { locale: 'en' } })
		expect(answer.status()).toBe(403)
	}
	expect((await request.post('/language', { form: { locale: 'en' } })).status()).toBe(403) // says nothing about where it comes from
})
