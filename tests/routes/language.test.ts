import { expect, test } from 'vitest'
import { localeOf } from '~/i18n/i18n.server'
import { action } from '~/routes/language'

async function choose(locale: string, returnTo: string, origin = 'http://tonglu.test') {
	const request = new Request(`${origin}/language`, { method: 'POST', body: new URLSearchParams({ locale, returnTo }) })
	return action({ request, params: {}, context: { cspNonce: '' } })
}

test('the chosen language is kept, wins over the browser, and leads back to the same page', async () => {
	const reply = await choose('en', '/track/cases/1?tab=files&lng=zh-CN')
	expect(reply.headers.get('Location')).toBe('/track/cases/1?tab=files')
	const cookie = reply.headers.get('Set-Cookie')!
	expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
	const headers = { Cookie: cookie.split(';')[0]!, 'Accept-Language': 'zh-CN' }
	expect(await localeOf(new Request('http://tonglu.test/', { headers }))).toBe('en')
})

test('on https the cookie is secure', async () => {
	const reply = await choose('en', '/', 'https://tonglu.test')
	expect(reply.headers.get('Set-Cookie')).toContain('Secure')
})

test('a language nobody speaks here is not kept', async () => {
	expect((await choose('fr', '/')).headers.get('Set-Cookie')).toBeNull()
})

test.each(['https://evil.test/', '//evil.test/', '/\\evil.test', '/..//evil.test', 'javascript:alert(1)', ''])(
	'%s is not a page to go back to',
	async (returnTo) => {
		expect((await choose('en', returnTo)).headers.get('Location')).toBe('/')
	},
)

test('without a choice: the browser’s language when it is ours, else Chinese', async () => {
	const asking = (language: string) =>
		localeOf(new Request('http://tonglu.test/', { headers: { 'Accept-Language': language } }))
	expect(await asking('en-US,en;q=0.9')).toBe('en')
	expect(await asking('zh-TW')).toBe('zh-CN')
	expect(await asking('fr')).toBe('zh-CN')
})
