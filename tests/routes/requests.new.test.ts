import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { draftCookie } from '~/auth/draft-cookie.server'
import { receiptCodeOf, receiptHash } from '~/auth/receipt-code.server'
import * as receipt from '~/routes/worker/receipt'
import * as begin from '~/routes/worker/requests.new'
import * as check from '~/routes/worker/requests.new.check'
import * as contact from '~/routes/worker/requests.new.contact'
import * as needs from '~/routes/worker/requests.new.needs'
import * as place from '~/routes/worker/requests.new.place'
import * as sharing from '~/routes/worker/requests.new.sharing'
import * as story from '~/routes/worker/requests.new.story'
import * as work from '~/routes/worker/requests.new.work'
import { owner } from '~tests/support/db'
import { cookiesOf, get, led, newDraft, post, type Answers, type Page } from '~tests/support/filing-pages'
import { NEED, PLACE, STORY, seedOrganisation, seedService, seedStaff } from '~tests/support/seeds'

let first: string, second: string
beforeAll(async () => {
	first = await seedOrganisation(owner, { nameZh: '灯塔社工' })
	second = await seedOrganisation(owner, { nameZh: '晨光法律援助' })
	for (const organisation of [first, second]) {
		await seedService(owner, organisation)
		await seedStaff(owner, organisation)
	}
})

const good = (): [Page, string, Answers][] => [
	[story, 'story', { danger: 'no', story: STORY }],
	[needs, 'needs', { needs: [NEED], urgency: 'soon' }],
	[place, 'place', { area: PLACE }],
	[work, 'work', { sector: 'delivery', platform: 'meituan', workingForm: 'crowd' }],
	[contact, 'contact', { reachBy: ['phone'], phone: '138 0013 8000', reachTimes: ['noon'] }],
	[
		sharing,
		'sharing',
		{ shown: [first, second], mode: 'any_of_these', fields: 'story_and_contact', deskMayRead: 'yes' },
	],
]

/** Answers page after page as a browser would, changed where told. Says where each led. */
async function walk(cookie: string, changes: Record<string, Answers> = {}) {
	const steps: unknown[] = []
	for (const [page, step, answers] of good()) {
		steps.push(led(await post(page, `/requests/new/${step}`, { ...answers, ...changes[step] }, cookie)))
	}
	return steps
}

test('answers that cannot be accepted come back with a 422, kept, each with its reason', async () => {
	const cookie = await newDraft()
	expect(await post(story, '/requests/new/story', { story: STORY }, cookie)).toMatchObject({
		data: { values: { story: STORY }, errors: { danger: 'filing:errors.dangerMissing' } },
		init: { status: 422 },
	})
	await walk(cookie)
	expect(
		await post(needs, '/requests/new/needs', { needs: ['labour.made_up'], urgency: 'soon' }, cookie),
	).toMatchObject({
		data: { values: { needs: ['labour.made_up'], urgency: 'soon' }, errors: { needs: 'filing:errors.needsMissing' } },
		init: { status: 422 },
	})
	expect(await post(place, '/requests/new/place', { area: '330000' }, cookie)).toMatchObject({ init: { status: 422 } })
	expect(await post(place, '/requests/new/place', { area: '999999' }, cookie)).toMatchObject({ init: { status: 422 } })
	expect(await post(work, '/requests/new/work', { sector: 'piracy', workingForm: 'crowd' }, cookie)).toMatchObject({
		data: { errors: { sector: 'filing:errors.sectorMissing' } },
	})
	expect(await post(contact, '/requests/new/contact', { reachBy: 'phone', phone: '12' }, cookie)).toMatchObject({
		data: { values: { phone: '12', reachBy: ['phone'] }, errors: { phone: 'filing:errors.phoneFormat' } },
		init: { status: 422 },
	})
	expect(led(await get(check, '/requests/new/check', cookie))).toMatchObject({
		data: { draft: { needs: { needs: [NEED] }, contact: { phone: '13800138000' } } },
	})
})

test('from the first question to the receipt, and sent twice it is filed once', async () => {
	const cookie = await newDraft()
	expect(await walk(cookie)).toEqual(
		['needs', 'place', 'work', 'contact', 'sharing', 'check'].map((step) => `303 /requests/new/${step}`),
	)
	const replies = await Promise.all([1, 2, 3].map(() => post(check, '/requests/new/check', {}, cookie)))
	expect(replies.map(led)).toEqual(Array(3).fill('303 /receipt'))
	const again = await post(check, '/requests/new/check', {}, cookie)
	expect(led(again)).toBe('303 /receipt')

	const shown = (await get(receipt, '/receipt', cookie)) as { reference: string; code: string }
	expect(shown.code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/)
	const filed = await owner`select r.id, r.language, r.receipt_hash, r.consent_mode, r.platform_code, k.phone, s.body,
			array(select recipient_organisation_id || ' ' || field_group from app.consents c
				where c.request_id = r.id and purpose = 'help_with_case' order by 1) as consents
		from app.requests r join app.request_contacts k on k.request_id = r.id
			join app.request_stories s on s.request_id = r.id where r.reference = ${shown.reference}`
	expect(filed).toHaveLength(1)
	expect(filed[0]).toMatchObject({
		language: 'zh-CN',
		consentMode: 'any_of_these',
		platformCode: 'meituan',
		phone: '13800138000',
		body: STORY,
		consents: [first, second].flatMap((id) => ['contact', 'messages', 'story'].map((field) => `${id} ${field}`)).sort(),
	})
	expect(receiptHash(shown.code).equals(filed[0]!.receiptHash as Buffer)).toBe(true)
	expect(await owner`select category_code, state from app.cases where request_id = ${filed[0]!.id as string}`).toEqual([
		{ categoryCode: NEED, state: 'offering' },
	])

	// Going back finds no page to change what has been sent, and a new request is a new draft.
	expect(led(await get(needs, '/requests/new/needs', cookie))).toBe('303 /receipt')
	const anew = await get(begin, '/requests/new', cookie)
	expect(led(anew)).toBe('303 /requests/new/story')
	expect(cookiesOf(anew)).not.toBe(cookie)
})

test('who must not see it does not, ticked or shown', async () => {
	const cookie = await newDraft()
	await walk(cookie, { sharing: { mode: 'only_ticked', ticked: [first, second], excluded: [second] } })
	await post(check, '/requests/new/check', {}, cookie)
	const { reference } = (await get(receipt, '/receipt', cookie)) as { reference: string }
	expect(
		await owner`select distinct recipient_organisation_id as id from app.consents c join app.requests r on r.id = c.request_id
			where r.reference = ${reference} and purpose = 'help_with_case'`,
	).toEqual([{ id: first }])
	expect(
		await owner`select organisation_id as id from app.exclusions e join app.requests r on r.id = e.request_id
			where r.reference = ${reference}`,
	).toEqual([{ id: second }])

	expect(
		await post(
			sharing,
			'/requests/new/sharing',
			{ shown: [first], mode: 'only_ticked', ticked: first, excluded: first, fields: 'story', deskMayRead: 'no' },
			await (async () => {
				const other = await newDraft()
				await walk(other)
				return other
			})(),
		),
	).toMatchObject({ data: { errors: { ticked: 'filing:errors.allExcluded' } }, init: { status: 422 } })
})

test('nobody is agreed to who was not on the page, and with nobody to name the desk asks each time', async () => {
	const cookie = await newDraft()
	await walk(cookie, { needs: { needs: ['unsure', 'housing.other'] } })
	const page = (await get(sharing, '/requests/new/sharing', cookie)) as {
		data: { candidates: unknown[]; uncovered: unknown[] }
	}
	expect(page.data.candidates).toEqual([])
	expect(page.data.uncovered).toHaveLength(1)
	expect(page).toMatchObject({ data: { unsure: true } })
	await post(check, '/requests/new/check', {}, cookie)
	const { reference } = (await get(receipt, '/receipt', cookie)) as { reference: string }
	expect(
		await owner`select consent_mode, c.category_code, c.state from app.requests r join app.cases c on c.request_id = r.id
		where reference = ${reference} order by 2`,
	).toEqual([
		{ consentMode: 'ask_first', categoryCode: 'housing.other', state: 'offering' },
		{ consentMode: 'ask_first', categoryCode: 'unsure', state: 'triage' },
	])
	expect(
		await owner`select from app.consents c join app.requests r on r.id = c.request_id
			where reference = ${reference} and purpose = 'help_with_case'`,
	).toHaveLength(0)
})

test('the sharing page names each candidate with what it can do, and others nearby to keep out', async () => {
	const cookie = await newDraft()
	const union = await seedOrganisation(owner, { kind: 'union', nameZh: '西湖区总工会' })
	await walk(cookie)
	const { data } = (await get(sharing, '/requests/new/sharing', cookie)) as {
		data: { candidates: { id: string; helpsWith: string[] }[]; others: { id: string }[] }
	}
	expect(data.candidates.map(({ id }) => id).sort()).toEqual([first, second].sort())
	expect(data.candidates[0]!.helpsWith).toEqual(['欠薪、少结算'])
	expect(data.others.map(({ id }) => id)).toEqual([union])
})

test('danger stops the form: the numbers come first, and what was written is kept for later', async () => {
	const cookie = await newDraft()
	expect(led(await post(story, '/requests/new/story', { danger: 'yes', story: STORY }, cookie))).toBe('303 /emergency')
	expect(await get(story, '/requests/new/story', cookie)).toMatchObject({
		data: { draft: { story: { story: STORY } } },
	})
	expect(led(await get(needs, '/requests/new/needs', cookie))).toBe('303 /requests/new/story')
	expect(led(await post(check, '/requests/new/check', {}, cookie))).toBe('303 /requests/new/story')
})

test('a later page leads to the first open question, and a changed answer asks for the consent again', async () => {
	const cookie = await newDraft()
	await post(story, '/requests/new/story', { danger: 'no', story: STORY }, cookie)
	expect(led(await get(contact, '/requests/new/contact', cookie))).toBe('303 /requests/new/needs')
	await walk(cookie)
	expect(led(await post(place, '/requests/new/place?from=check', { area: '330105' }, cookie))).toBe(
		'303 /requests/new/check',
	)
	expect(led(await get(check, '/requests/new/check', cookie))).toBe('303 /requests/new/sharing')
	expect(led(await post(check, '/requests/new/check', {}, cookie))).toBe('303 /requests/new/sharing')
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
	expect(led(await post(begin, '/requests/new', { intent: 'forget' }, cookie))).toBe('303 /')
	expect(await owner`select from app.drafts where id = ${id}`).toHaveLength(0)
	expect(led(await get(check, '/requests/new/check', cookie))).toBe('303 /requests/new/story?lost=1')
})

test('the receipt can be cleared from a shared phone', async () => {
	const cookie = await newDraft()
	await walk(cookie)
	const sent = cookiesOf(await post(check, '/requests/new/check', {}, cookie))
	const cleared = await post(receipt, '/receipt', {}, `${cookie}; ${sent}`)
	expect(led(cleared)).toBe('303 /')
	expect(cleared instanceof Response ? cleared.headers.getSetCookie() : []).toEqual([
		expect.stringMatching(/^draft=;.*Max-Age=0/),
		expect.stringMatching(/^receipt=;.*Max-Age=0/),
	])
	expect(receiptCodeOf('one')).not.toBe(receiptCodeOf('two'))
})

test('places are found by name or by going down the tree', async () => {
	const cookie = await newDraft()
	await walk(cookie)
	const look = async (search: string) =>
		(
			(await get(place, `/requests/new/place${search}`, cookie)) as {
				data: { found: { code: string }[]; places: { code: string }[]; whole: boolean; chosen: string }
			}
		).data
	expect((await look('?q=拱墅')).found.map(({ code }) => code)).toEqual(['330105'])
	expect(await look('')).toMatchObject({ cities: [{ code: '330100', name: '杭州市' }] })
	expect((await look('')).places).toHaveLength(34)
	expect(await look('?in=330000')).toMatchObject({ whole: false, chosen: '浙江省 · 杭州市 · 西湖区' })
	expect((await look('?in=330100')).whole).toBe(true)
	expect((await look('?in=110000')).whole).toBe(true)
})
