import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import * as campaign from '~/routes/union/campaign'
import * as poster from '~/routes/union/campaign.poster'
import * as campaigns from '~/routes/union/campaigns'
import * as starting from '~/routes/union/campaigns.new'
import * as qr from '~/routes/union/qr'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post, type Params } from '~tests/support/receipt-calls'
import { operatorId, seedOrganisation, seedStaff } from '~tests/support/seeds'
import { seedCampaign, seedStation } from '~tests/support/seed-unions'

afterEach(() => vi.unstubAllGlobals())

async function office() {
	const fake = fakeAccounts()
	const union = await seedOrganisation(owner, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' })
	const { user } = await seedStaff(owner, union, 'officer')
	const strangers = [
		await seedStaff(owner, union, 'liaison', 'analyst', 'caseworker', 'manager'),
		await seedStaff(owner, await seedOrganisation(owner, { kind: 'union' }), 'officer'),
		await seedStaff(owner, await operatorId(owner), 'administrator'),
	]
	const at = `/union/${union}/campaigns`
	const officer = await signedInAs(fake, user)
	const params = (more: Params = {}) => ({ organisationId: union, ...more })
	return {
		...{ union, user, at, officer, fake, strangers, params },
		start: (answers: Params, cookie = officer) =>
			answerOf(starting.action(post(`${at}/new`, answers, cookie, params()))),
		look: (id: string, cookie = officer) =>
			answerOf(campaign.loader(get(`${at}/${id}`, cookie, params({ campaignId: id })))),
		stop: (id: string, cookie = officer) =>
			answerOf(campaign.action(post(`${at}/${id}`, {}, cookie, params({ campaignId: id })))),
	}
}
const kept = (union: string) =>
	owner`select name, kind, station_id, officer_id, stopped_at from app.join_campaigns where union_organisation_id = ${union}`

test('an officer makes a code, looks at it and stops it; the form sent twice is one code', async () => {
	const { union, user, at, officer, params, start, look, stop } = await office()
	const station = await seedStation(owner, union)
	const shown = (await answerOf(starting.loader(get(`${at}/new`, officer, params())))) as {
		data: { campaignId: string; stations: { id: string }[]; officers: { userId: string; me: boolean }[] }
	}
	expect(shown.data.stations.map(({ id }) => id)).toEqual([station])
	expect(shown.data.officers).toMatchObject([{ userId: user, me: true }])
	const campaignId = shown.data.campaignId
	const answers = { campaignId, name: ' 文三路早会 ', kind: 'meeting', station, officer: user }
	for (let taps = 0; taps < 2; taps++)
		expect(goesTo(await start(answers))).toEqual([303, `${at}/${campaignId}?done=started`])
	expect(await kept(union)).toEqual([
		{ name: '文三路早会', kind: 'meeting', stationId: station, officerId: user, stoppedAt: null },
	])
	const page = (await look(campaignId)) as { data: { code: string; address: string } }
	expect(page.data.address).toBe(`http://app.test/union/join/${page.data.code}`)
	expect(goesTo(await stop(campaignId))).toEqual([303, `${at}/${campaignId}?done=stopped`])
	expect(goesTo(await stop(campaignId))).toEqual([303, `${at}/${campaignId}?done=stopped`])
	expect((await kept(union))[0]!.stoppedAt).toBeInstanceOf(Date)
	expect(await answerOf(campaigns.loader(get(at, officer, params())))).toMatchObject({
		data: { campaigns: [{ id: campaignId, applications: 0 }], next: null },
	})
})

test('a wrong answer gets its field and its reason with everything typed kept, and nothing is made', async () => {
	const { union, user, start } = await office()
	const campaignId = randomUUID()
	expect(await start({ campaignId, name: ' ', kind: 'parade', officer: '' })).toMatchObject({
		data: {
			values: { campaignId, name: ' ', kind: 'parade' },
			errors: {
				name: 'campaigns:errors.nameMissing',
				kind: 'campaigns:errors.kindMissing',
				officer: 'campaigns:errors.officerMissing',
			},
		},
		init: { status: 422 },
	})
	const elsewhere = await seedStation(owner, await seedOrganisation(owner, { kind: 'union' }))
	const answers = { campaignId, name: '早会', kind: 'meeting', station: elsewhere, officer: user }
	expect(await start(answers)).toMatchObject({
		data: { values: answers, errors: { root: 'campaigns:errors.notOurs' } },
		init: { status: 422 },
	})
	expect(await start({ ...answers, station: '', name: '字'.repeat(81) })).toMatchObject({
		data: { errors: { name: 'campaigns:errors.nameTooLong' } },
	})
	expect([...(await kept(union))]).toEqual([])
})

test('nobody else finds the pages or moves anything; signed out, one is asked to sign in', async () => {
	const { union, user, at, fake, strangers, params, start, look, stop } = await office()
	const { id } = await seedCampaign(owner, union)
	const before = [...(await kept(union))]
	const answers = { campaignId: randomUUID(), name: '早会', kind: 'meeting', officer: user }
	for (const stranger of strangers) {
		const cookie = await signedInAs(fake, stranger.user)
		const one = params({ campaignId: id })
		for (const answer of [
			await answerOf(campaigns.loader(get(at, cookie, params()))),
			await answerOf(starting.loader(get(`${at}/new`, cookie, params()))),
			await answerOf(poster.loader(get(`${at}/${id}/poster`, cookie, one))),
			await look(id, cookie),
			await stop(id, cookie),
			await start(answers, cookie),
		])
			expect(answer).toMatchObject({ init: { status: 404 } })
	}
	expect([...(await kept(union))]).toEqual(before)
	expect(goesTo(await look(id, ''))).toEqual([302, `/signin?redirectTo=${encodeURIComponent(`${at}/${id}`)}`])
	expect(await look('no-id')).toMatchObject({ init: { status: 404 } })
	expect(await look(randomUUID())).toMatchObject({ init: { status: 404 } })
})

test('a campaign is found under its own union alone, also by somebody who is officer of both', async () => {
	const { union, user, officer } = await office()
	const other = await seedOrganisation(owner, { kind: 'union' })
	await owner`insert into app.staff_roles (user_id, organisation_id, role) values (${user}, ${other}, 'officer')`
	const { id } = await seedCampaign(owner, union)
	const params = { organisationId: other, campaignId: id }
	expect(await answerOf(campaign.loader(get(`/union/${other}/campaigns/${id}`, officer, params)))).toMatchObject({
		init: { status: 404 },
	})
})

test('the poster carries both names of the union and the address as it is typed', async () => {
	const { union, at, officer, params } = await office()
	const { id, code } = await seedCampaign(owner, union)
	expect(await answerOf(poster.loader(get(`${at}/${id}/poster`, officer, params({ campaignId: id }))))).toMatchObject({
		data: {
			code,
			address: `app.test/union/join/${code}`,
			union: { 'zh-CN': '西湖区总工会', en: 'Xihu District Union' },
		},
	})
})

test('a code’s picture is for anybody, and drawn only for what can be a code', async () => {
	const picture = (file: string) => answerOf(qr.loader(get(`/union/qr/${file}`, '', { file })))
	const png = (await picture('GSZH2345.png')) as Response
	expect([png.status, png.headers.get('Content-Type')]).toEqual([200, 'image/png'])
	expect(png.headers.get('Cache-Control')).toContain('public')
	expect(
		Buffer.from(await png.arrayBuffer())
			.subarray(1, 4)
			.toString(),
	).toBe('PNG')
	const svg = (await picture('GSZH2345.svg')) as Response
	expect([svg.headers.get('Content-Type'), (await svg.text()).slice(0, 4)]).toEqual(['image/svg+xml', '<svg'])
	for (const file of ['GSZH2345', 'GSZH2345.gif', 'gszh2345.png', 'GSZH2345.png.svg', '<b>.svg', ''])
		expect([file, await picture(file)]).toMatchObject([file, { init: { status: 404 } }])
})
