import { expect, test } from 'vitest'
import * as begin from '~/routes/worker/requests.new'
import * as needs from '~/routes/worker/requests.new.needs'
import * as story from '~/routes/worker/requests.new.story'
import '~tests/support/db'
import { cookiesOf, get, led, post } from '~tests/support/filing-pages'

const NEED = 'medical.mutual_aid'
const WITH = `?need=${NEED}`
const STORY = { danger: 'no', story: '上个月住院了，想申请互助保障。' }
type Shown = { data: { asked: string | null; draft: { needs?: { needs: string[] } } } }

test('a claim begins a request like any other, and the need that was named is ticked where needs are asked for', async () => {
	const begun = await get(begin, `/requests/new${WITH}`)
	expect(led(begun)).toBe(`303 /requests/new/story${WITH}`)
	const cookie = cookiesOf(begun)
	const told = await post(story, `/requests/new/story${WITH}`, STORY, cookie)
	expect(led(told)).toBe(`303 /requests/new/needs${WITH}`)
	const page = (await get(needs, `/requests/new/needs${WITH}`, cookie)) as Shown
	expect(page.data).toMatchObject({ asked: NEED })
	expect(page.data.draft.needs).toBeUndefined() // nothing is answered before the person answers
	const answered = await post(
		needs,
		`/requests/new/needs${WITH}`,
		{ needs: ['housing.other'], urgency: 'soon' },
		cookie,
	)
	expect(led(answered)).toBe('303 /requests/new/place') // the person decides, and the address forgets
})

test('who has begun a request already goes on with it, or begins anew, and the need goes along', async () => {
	const cookie = cookiesOf(await get(begin, '/requests/new'))
	await post(story, '/requests/new/story', STORY, cookie)
	await post(needs, '/requests/new/needs', { needs: ['housing.other'], urgency: 'soon' }, cookie)
	const page = await get(begin, `/requests/new${WITH}`, cookie)
	expect(page).toEqual({ goOn: `/requests/new/needs${WITH}`, anew: `/requests/new${WITH}` })
	expect(await get(begin, '/requests/new', cookie)).toEqual({ goOn: '/requests/new/check', anew: '/requests/new' })
	expect((await get(needs, `/requests/new/needs${WITH}`, cookie)) as Shown).toMatchObject({
		data: { asked: NEED, draft: { needs: { needs: ['housing.other'] } } },
	})
	expect(led(await post(begin, `/requests/new${WITH}`, { intent: 'anew' }, cookie))).toBe(
		`303 /requests/new/story${WITH}`,
	)
})

test('whose first page is still open is led there, and the need with it; danger leads away as ever', async () => {
	const cookie = cookiesOf(await get(begin, '/requests/new'))
	expect(led(await get(needs, `/requests/new/needs${WITH}`, cookie))).toMatch(
		/^303 \/requests\/new\/story\?(lost=1&)?need=medical\.mutual_aid$/,
	)
	const danger = await post(story, `/requests/new/story${WITH}`, { ...STORY, danger: 'yes' }, cookie)
	expect(led(danger)).toBe('303 /emergency')
})

test.each(['medical', 'nothing.such', 'unsure', 'labour.unpaid_wages', "x' or 1=1", 'https://elsewhere.example'])(
	'%s: only what can be chosen is ticked, and nothing else gets into an address',
	async (need) => {
		const search = `?${new URLSearchParams({ need })}`
		const begun = await get(begin, `/requests/new${search}`)
		const cookie = cookiesOf(begun)
		expect(led(begun)).toBe(`303 /requests/new/story${/^[a-z_.]+$/.test(need) ? search : ''}`)
		await post(story, '/requests/new/story', STORY, cookie)
		const page = (await get(needs, `/requests/new/needs${search}`, cookie)) as Shown
		expect(page.data.asked).toBe(['unsure', 'labour.unpaid_wages'].includes(need) ? need : null)
	},
)
