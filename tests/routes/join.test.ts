import { beforeAll, expect, test } from 'vitest'
import { receiptHash } from '~/auth/receipt-code.server'
import * as begin from '~/routes/worker/join'
import * as check from '~/routes/worker/join.check'
import * as copy from '~/routes/worker/join.from-request'
import * as employer from '~/routes/worker/join.employer'
import * as place from '~/routes/worker/join.place'
import * as receipt from '~/routes/worker/join.receipt'
import * as union from '~/routes/worker/join.union'
import * as way from '~/routes/worker/join.way'
import * as work from '~/routes/worker/join.work'
import * as you from '~/routes/worker/join.you'
import { owner } from '~tests/support/db'
import { cookiesOf, get, led, post } from '~tests/support/filing-pages'
import { beginJoining, sendJoining, strangeDraft, walkJoining } from '~tests/support/join-pages'
import { answerOf, committed, cookieOf, get as call, goesTo, post as send } from '~tests/support/receipt-calls'
import { seedCampaign, seedStation } from '~tests/support/seed-unions'
import { seedOrganisation, seedRequest } from '~tests/support/seeds'

let ours: string, far: string
beforeAll(async () => {
	ours = await seedOrganisation(owner, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' })
	far = await seedOrganisation(owner, { kind: 'union', nameZh: '余杭区总工会', nameEn: 'Yuhang District Union' })
	await owner`insert into app.union_pools (area_code, union_organisation_id) values ('330106', ${ours})`
	await owner`update app.organisations set area_code = '330110' where id = ${far}`
})

test('from the first page to number and code, and sent many times it is one application', async () => {
	const cookie = await beginJoining()
	expect(await walkJoining(cookie, ours)).toEqual(
		['place', 'union', 'work', 'you', 'check'].map((step) => `303 /union/join/${step}`),
	)
	const page = (await get(check, '/union/join/check', cookie)) as { data: { draft: { you: object }; names: object } }
	expect(page.data.names).toMatchObject({ union: '西湖区总工会', place: '浙江省 · 杭州市 · 西湖区', platform: '美团' })
	expect(page.data.draft.you).toMatchObject({ idLastFour: '002X' })
	expect(JSON.stringify(page.data)).not.toMatch(/idHash|11010519491231002/)

	const replies = await Promise.all([1, 2, 3].map(() => sendJoining(cookie)))
	expect(replies.map(led)).toEqual(Array(3).fill('303 /union/join/receipt'))
	expect(led(await sendJoining(cookie))).toBe('303 /union/join/receipt')
	const shown = (await get(receipt, '/union/join/receipt', cookie)) as { reference: string; code: string }
	expect(shown.code).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/)
	const rows =
		await owner`select a.*, p.* from app.membership_applications a join app.applicants p on p.application_id = a.id
		where a.reference = ${shown.reference}`
	expect(rows).toHaveLength(1)
	expect(rows[0]).toMatchObject({
		...{ unionOrganisationId: ours, way: 'pool', poolBasis: 'residence', areaCode: '330106', enteredAs: 'self' },
		...{ name: '周小满', phone: '13800138000', birthYear: 1949, idLastFour: '002X', consentVersion: '2026-11' },
	})
	expect(receiptHash(shown.code).equals(rows[0]!.codeHash as Buffer)).toBe(true)
	// the whole number stands nowhere, in the draft that is kept on the way neither
	const dump = await owner`select d::text as row from app.drafts d union all select a::text from app.applicants a`
	expect(dump.map(({ row }) => row as string).join()).not.toContain('19491231')
	// going back finds no page to change what has been sent, and beginning again is another draft
	expect(led(await get(you, '/union/join/you', cookie))).toBe('303 /union/join/receipt')
	expect(cookiesOf(await post(begin, '/union/join', { intent: 'begin' }, cookie))).not.toBe(cookie)
})

test('answers that cannot be accepted come back with a 422, kept, each with its reason', async () => {
	const cookie = await beginJoining()
	const refused = async (answer: unknown, errors: Record<string, string>) =>
		expect(await answer).toMatchObject({ data: { errors }, init: { status: 422 } })
	await refused(post(way, '/union/join/way', {}, cookie), { way: 'join:errors.wayMissing' })
	await walkJoining(cookie, ours)
	await refused(post(place, '/union/join/place', { area: '330000' }, cookie), { area: 'filing:errors.placeMissing' })
	await refused(post(union, '/union/join/union', { union: far }, cookie), { union: 'join:errors.unionMissing' })
	const station = await seedStation(owner, far)
	const typed = { sector: 'delivery', workingForm: 'crowd', station }
	await refused(post(work, '/union/join/work', typed, cookie), { station: 'join:errors.stationUnknown' })
	await refused(post(work, '/union/join/work', { ...typed, station: '', sector: 'piracy' }, cookie), {
		sector: 'join:errors.sectorMissing',
	})
	expect(await post(you, '/union/join/you', { name: '周小满', phone: '12' }, cookie)).toMatchObject({
		data: {
			values: { name: '周小满', phone: '12' },
			errors: { phone: 'join:errors.phoneFormat', birthYear: 'join:errors.birthYearMissing' },
		},
	})
	await refused(post(check, '/union/join/check', { consent: 'yes' }, cookie), { wish: 'join:errors.wishMissing' })
	await refused(post(check, '/union/join/check', { wish: 'yes' }, cookie), { consent: 'join:errors.consentMissing' })
	expect(led(await get(receipt, '/union/join/receipt', cookie))).toBe('302 /union/join/status') // nothing was sent
})

test('an ID number that was given stays until it is given anew or taken back', async () => {
	const cookie = await beginJoining()
	await walkJoining(cookie, ours)
	const kept = async () => {
		const page = (await get(you, '/union/join/you', cookie)) as { data: { draft: { you: { idLastFour?: string } } } }
		return page.data.draft.you.idLastFour
	}
	const again = (more: Record<string, string>) =>
		post(you, '/union/join/you', { name: '周小满', phone: '13800138000', birthYear: '1949', ...more }, cookie)
	await again({ idNumber: '' })
	expect(await kept()).toBe('002X')
	await again({ forgetId: 'yes' })
	expect(await kept()).toBeUndefined()
})

test('a poster’s code offers its union first and its station; one that is stopped is said kindly and left out', async () => {
	const [station, campaign] = [await seedStation(owner, far, '良渚站'), await seedCampaign(owner, far)]
	await owner`update app.join_campaigns set station_id = ${station} where id = ${campaign.id}`
	const at = (code: string) => call(`/union/join/${code}`, '', { code })
	expect(await begin.loader(at(campaign.code))).toMatchObject({ byUnion: 'Yuhang District Union', noCampaign: false })
	const begun = await begin.action(
		send(`/union/join/${campaign.code}`, { intent: 'begin' }, '', { code: campaign.code }),
	)
	const cookie = cookiesOf(begun)
	await walkJoining(cookie, far)
	const offered = (await get(union, '/union/join/union', cookie)) as { data: { unions: { id: string }[] } }
	expect(offered.data.unions.map(({ id }) => id)).toEqual([far, ours])
	const page = (await get(work, '/union/join/work', cookie)) as { data: { station: string; stations: unknown[] } }
	expect(page.data.station).toBe(station)
	expect(page.data.stations).toContainEqual({ id: station, name: '良渚站' })
	await sendJoining(cookie)
	expect(
		await owner`select union_organisation_id as union from app.membership_applications where campaign_id = ${campaign.id}`,
	).toEqual([{ union: far }])

	await owner`update app.join_campaigns set stopped_at = now() where id = ${campaign.id}`
	expect(await begin.loader(at(campaign.code))).toMatchObject({ byUnion: null, noCampaign: true })
	expect(await begin.loader(at('NOTHING2'))).toMatchObject({ noCampaign: true })
	const without = await begin.action(send('/union/join/NOTHING2', { intent: 'begin' }, '', { code: 'NOTHING2' }))
	expect(goesTo(without)).toEqual([303, '/union/join/way'])
})

test('through an employer it is the employer’s union; where nobody takes people in the city’s union is named', async () => {
	const [row] = await owner<{ id: string }[]>`insert into app.employers (name_zh, name_en, union_organisation_id)
		values ('快达配送', 'Kuaida Delivery', ${far}) returning id`
	const cookie = await beginJoining()
	expect(led(await post(way, '/union/join/way', { way: 'employer' }, cookie))).toBe('303 /union/join/employer')
	expect(await get(employer, '/union/join/employer?q=快达', cookie)).toMatchObject({
		data: { found: [{ id: row!.id, unionName: '余杭区总工会' }] },
	})
	expect(await post(employer, '/union/join/employer', { employer: ours }, cookie)).toMatchObject({
		init: { status: 422 },
	})
	expect(led(await post(employer, '/union/join/employer', { employer: row!.id }, cookie))).toBe('303 /union/join/place')
	await post(place, '/union/join/place', { area: '330110' }, cookie)
	expect(await get(union, '/union/join/union', cookie)).toMatchObject({ data: { unions: [{ id: far }] } })

	await post(way, '/union/join/way', { way: 'hukou' }, cookie)
	expect(await get(union, '/union/join/union', cookie)).toMatchObject({ data: { unions: [], near: [{ id: far }] } })
})

test('a later page leads to the first open one, a changed place asks for the union again, a stranger’s cookie opens nothing', async () => {
	const cookie = await beginJoining()
	expect(led(await get(you, '/union/join/you', cookie))).toBe('303 /union/join/way')
	await walkJoining(cookie, ours)
	expect(led(await post(place, '/union/join/place?from=check', { area: '330110' }, cookie))).toBe(
		'303 /union/join/check',
	)
	expect(led(await get(check, '/union/join/check', cookie))).toBe('303 /union/join/union')
	expect(led(await sendJoining(cookie))).toBe('303 /union/join/union')
	for (const other of ['', await strangeDraft(), cookie.replace(/.{3}$/, 'AAA')]) {
		expect(led(await get(check, '/union/join/check', other))).toBe('303 /union/join?lost=1')
		expect(led(await sendJoining(other))).toBe('303 /union/join?lost=1')
		expect(led(await get(receipt, '/union/join/receipt', other))).toBe('302 /union/join/status')
	}
})

test('a union that stops taking people in while somebody writes is asked for again', async () => {
	const cookie = await beginJoining()
	await walkJoining(cookie, ours)
	await owner`update app.organisations set active = false where id = ${ours}`
	expect(led(await sendJoining(cookie))).toBe('303 /union/join/union')
	await owner`update app.organisations set active = true where id = ${ours}`
})

test('on a shared phone what was typed is forgotten; what was begun goes on where the person wants', async () => {
	const cookie = await beginJoining()
	await walkJoining(cookie, ours)
	expect(await get(begin, '/union/join', cookie)).toMatchObject({ begun: true, sent: false })
	expect(led(await post(begin, '/union/join', { intent: 'go on' }, cookie))).toBe('303 /union/join/check')
	expect(led(await post(begin, '/union/join', { intent: 'forget' }, cookie))).toBe('303 /')
	expect(await get(begin, '/union/join', cookie)).toMatchObject({ begun: false })
	expect(led(await get(check, '/union/join/check', cookie))).toBe('303 /union/join?lost=1')
})

test('from a request six facts are shown, copied after a yes of its own, and every page is asked all the same', async () => {
	const filed = await committed((db) => seedRequest(db))
	const Cookie = await cookieOf(filed.receipt)
	expect(goesTo(await answerOf(copy.loader(call('/union/join/from-request'))))).toEqual([302, '/track'])
	const page = await copy.loader(call('/union/join/from-request', Cookie))
	expect(page.draft).toEqual({
		...{ from: 'request', place: { area: '330106' }, work: { sector: 'delivery', workingForm: 'crowd' } },
		you: { name: '王小路', phone: '13800138000' },
	})
	expect(await copy.action(send('/union/join/from-request', {}, Cookie))).toMatchObject({
		data: { errors: { copy: 'join:errors.copyMissing' } },
		init: { status: 422 },
	})
	const begun = await copy.action(send('/union/join/from-request', { copy: 'yes' }, Cookie))
	const cookie = cookiesOf(begun)
	expect(led(await get(check, '/union/join/check', cookie))).toBe('303 /union/join/way')
	await post(way, '/union/join/way', { way: 'residence' }, cookie)
	expect(await get(place, '/union/join/place', cookie)).toMatchObject({ data: { chosen: '浙江省 · 杭州市 · 西湖区' } })
	await walkJoining(cookie, ours, { you: { name: '王小路', idNumber: '' } })
	await sendJoining(cookie)
	const { reference } = (await get(receipt, '/union/join/receipt', cookie)) as { reference: string }
	expect(
		await owner`select entered_as, user_id from app.membership_applications where reference = ${reference}`,
	).toEqual([{ enteredAs: 'from_request', userId: null }])
})
