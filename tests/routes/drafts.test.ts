import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { draftCookie } from '~/auth/draft-cookie.server'
import { saveStep } from '~/domain/requests/drafts.server'
import * as home from '~/routes/home'
import { inDraft } from '~/routes/worker/filing-steps.server'
import * as forget from '~/routes/worker/forget'
import * as receipt from '~/routes/worker/receipt'
import * as begin from '~/routes/worker/requests.new'
import * as check from '~/routes/worker/requests.new.check'
import * as story from '~/routes/worker/requests.new.story'
import * as track from '~/routes/worker/track'
import { owner } from '~tests/support/db'
import { cookiesOf, get, led, newDraft, post } from '~tests/support/filing-pages'
import { walkers } from '~tests/support/filing-walk'
import { STORY } from '~tests/support/seeds'

let good: Awaited<ReturnType<typeof walkers>>['good']
let walk: Awaited<ReturnType<typeof walkers>>['walk']
beforeAll(async () => {
	;({ good, walk } = await walkers())
})

test('a draft is opened by a signed cookie alone, and forgotten when asked', async () => {
	const id = randomUUID()
	const cookie = (await draftCookie(id)).split(';')[0]!
	await walk(cookie)
	const [name] = cookie.split('=')
	const forged = `${name}=${encodeURIComponent(Buffer.from(JSON.stringify(id)).toString('base64'))}.forged`
	expect(led(await get(check, '/requests/new/check', forged))).toBe('303 /requests/new/story?lost=1')
	expect(led(await post(check, '/requests/new/check', {}, forged))).toBe('303 /requests/new/story?lost=1')
	expect(led(await get(receipt, '/receipt', forged))).toBe('302 /track')

	expect(await get(begin, '/requests/new', cookie)).toMatchObject({ goOn: '/requests/new/check' }) // asks: go on or begin anew
	expect(led(await post(forget, '/forget', {}, cookie))).toBe('303 /?cleared')
	expect(await owner`select from app.drafts where id = ${id}`).toHaveLength(0)
	expect(led(await get(check, '/requests/new/check', cookie))).toBe('303 /requests/new/story?lost=1')
})

test('on a shared phone everything goes: the draft with its row, the receipt with its session', async () => {
	const cookie = await newDraft()
	await walk(cookie)
	const sent = cookiesOf(await post(check, '/requests/new/check', {}, cookie))
	const holder = `${cookie}; ${sent}`
	expect(await get(home, '/', holder)).toMatchObject({ at: null, sent: true })
	const cleared = await post(forget, '/forget', {}, holder)
	expect(led(cleared)).toBe('303 /?cleared')
	expect(cleared instanceof Response ? cleared.headers.getSetCookie() : []).toEqual([
		expect.stringMatching(/^draft=;.*Max-Age=0/),
		expect.stringMatching(/^receipt=;.*Max-Age=0/),
		expect.stringMatching(/^join-draft=;.*Max-Age=0/),
		expect.stringMatching(/^application=;.*Max-Age=0/),
	])
	expect(await get(track, '/track', sent)).toMatchObject({ data: { tracked: null, form: { said: 'over' } } }) // a copied cookie
})

test('the start page says where a begun request goes on, and asks for no draft where no cookie names one', async () => {
	const cookie = await newDraft()
	expect(await get(home, '/', cookie)).toMatchObject({ at: null, sent: false })
	await post(story, '/requests/new/story', { danger: 'no', story: STORY }, cookie)
	expect(await get(home, '/', cookie)).toMatchObject({ at: 'needs', sent: false })
	await walk(cookie)
	expect(await get(home, '/', cookie)).toMatchObject({ at: 'check' })
	expect(await get(home, '/')).toMatchObject({ at: null, sent: false })
})

test('a page of a request that was sent meanwhile leads to its receipt, and files nothing', async () => {
	const cookie = await newDraft()
	await walk(cookie)
	await post(check, '/requests/new/check', {}, cookie)
	const before = await owner`select count(*) from app.requests`
	for (const [page, step, answers] of good()) {
		expect(led(await post(page, `/requests/new/${step}`, answers, cookie))).toBe('303 /receipt?already')
		expect(led(await get(page, `/requests/new/${step}`, cookie))).toBe('303 /receipt?already')
	}
	// sent in the moment between looking and writing
	const id = randomUUID()
	await expect(
		inDraft(async (db) => {
			await owner`insert into app.drafts (id, sent_at) values (${id}, now())`
			await saveStep(db, id, 'story', { story: STORY })
		}).catch(led),
	).resolves.toBe('303 /receipt?already')
	expect(await owner`select count(*) from app.requests`).toEqual(before)
})
