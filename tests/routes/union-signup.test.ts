import { randomInt, randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { receiptHash } from '~/auth/receipt-code.server'
import * as facts from '~/routes/union/signup'
import * as people from '~/routes/union/signup.people'
import * as place from '~/routes/union/signup.place'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post, type Params } from '~tests/support/receipt-calls'
import { seedApplication, seedCampaign, seedMember, seedStation } from '~tests/support/seed-unions'
import { seedOrganisation, seedStaff, seedUser } from '~tests/support/seeds'
import { signInAs } from '~tests/support/staff-calls'

// why: sessions are kept by another server, reached over the network; what a person may do is asked of the real database
vi.mock('~/auth/session.server', async () => (await import('~tests/support/staff-calls')).session)

const MORNING = {
	...{ on: 'group', way: 'residence', area: '330106', sector: 'delivery', platform: 'meituan', workingForm: 'crowd' },
	held: 'yes',
}
const address = (facts: Params) => new URLSearchParams(facts).toString()

async function desk() {
	const union = await seedOrganisation(owner, { kind: 'union', nameEn: 'Xihu District Union' })
	const officer = await seedStaff(owner, union, 'officer')
	const [station, campaign] = [await seedStation(owner, union), await seedCampaign(owner, union)]
	signInAs(officer)
	const params = { organisationId: union }
	const base = `/union/${union}/signup`
	const page = (more: Params = {}) => get(`${base}/people?${address({ ...MORNING, ...more })}`, '', params)
	const save = (answers: Params, more: Params = {}) =>
		answerOf(people.action(post(`${base}/people?${address({ ...MORNING, ...more })}`, answers, '', params)))
	return { union, officer, station, campaign, params, base, page, save }
}
const person = (about: Params = {}) => ({
	...{ applicationId: randomUUID(), name: '周小满', idNumber: '', email: '' },
	phone: `139${String(randomInt(100_000_000)).padStart(8, '0')}`,
	...about,
})

test('what holds for all is typed once, checked, and led on in the address', async () => {
	const { base, params, station, campaign } = await desk()
	const send = (answers: Params) => answerOf(facts.action(post(base, answers, '', params)))
	expect(await facts.loader(get(`${base}?sector=courier&station=${station}`, '', params))).toMatchObject({
		data: {
			desk: { officer: true, organisationName: 'Xihu District Union' },
			given: { sector: 'courier', station, area: '330106', workingForm: 'crowd', on: 'group' },
			stations: [{ id: station }],
			campaigns: [{ id: campaign.id }],
		},
	})
	const { held: _, ...loose } = MORNING
	expect(await send(loose)).toMatchObject({
		data: { values: loose, errors: { held: 'join:signup.errors.held' } },
		init: { status: 422 },
	})
	const theirs = await seedStation(owner, await seedOrganisation(owner, { kind: 'union' }))
	expect(await send({ ...MORNING, station: theirs, sector: 'piracy', platform: 'none', area: '330000' })).toMatchObject(
		{
			data: {
				errors: {
					station: 'join:errors.stationUnknown',
					sector: 'join:errors.sectorMissing',
					platform: 'filing:errors.platformUnknown',
					area: 'filing:errors.placeMissing',
				},
			},
		},
	)
	expect(await send({ ...MORNING, way: 'employer', employer: randomUUID() })).toMatchObject({
		data: { errors: { employer: 'join:errors.employerMissing' } },
	})
	const [code, to] = goesTo(await send({ ...MORNING, station, campaign: campaign.id, extra: 'x' }))
	expect(code).toBe(303)
	const led = new URL(String(to), 'http://app.test')
	expect(led.pathname).toBe(`${base}/people`)
	expect(Object.fromEntries(led.searchParams)).toEqual({ ...MORNING, station, campaign: campaign.id })
})

test('another place is looked for with everything typed kept, and comes back with it', async () => {
	const { base, params } = await desk()
	const typed = { ...MORNING, intent: 'place' }
	const [, to] = goesTo(await answerOf(facts.action(post(base, typed, '', params))))
	expect(to).toMatch(new RegExp(`^${base}/place\\?on=group&`))
	const looked = await place.loader(get(`${String(to)}&q=%E6%8B%B1%E5%A2%85`, '', params))
	expect(looked).toMatchObject({ data: { look: { found: [{ code: '330105' }], keep: { sector: 'delivery' } } } })
	expect(await answerOf(place.action(post(String(to), { area: '330000' }, '', params)))).toMatchObject({
		init: { status: 422 },
	})
	const [, back] = goesTo(await answerOf(place.action(post(String(to), { area: '330105' }, '', params))))
	const led = new URL(String(back), 'http://app.test')
	expect([led.pathname, led.searchParams.get('area'), led.searchParams.get('sector')]).toEqual([
		base,
		'330105',
		'delivery',
	])
	const again = await facts.loader(get(String(back), '', params))
	expect(again.data.areas.map(({ code }) => code)).toContain('330105')
})

test('one person after the other: saved, shown with number and code, counted, the page ready for the next', async () => {
	const { union, station, campaign, page, save } = await desk()
	const more = { station, campaign: campaign.id }
	for (const name of ['甲', '乙', '丙']) {
		const one = person({
			name,
			phone: `1390000000${name.charCodeAt(0) % 10}`,
			email: name === '乙' ? 'w@people.test' : '',
		})
		const [code, to] = goesTo(await save(one, more))
		expect([code, String(to).endsWith(`&saved=${one.applicationId}`)]).toEqual([303, true])
	}
	const { data: shown } = await people.loader(page(more))
	expect(shown).toMatchObject({ count: 3, last: [{ name: '丙' }, { name: '乙' }, { name: '甲' }] })
	expect(shown.applicationId).not.toBe((await people.loader(page(more))).data.applicationId)
	const [row] = await owner<{ codeHash: Buffer; reference: string }[]>`
		select code_hash, reference from app.membership_applications where id = ${shown.last[0]!.applicationId}`
	expect(receiptHash(shown.last[0]!.code).equals(row!.codeHash)).toBe(true)
	expect(shown.last[0]!.reference).toBe(row!.reference)
	expect(
		await owner`select distinct entered_as, state, way, pool_basis, campaign_id, station_id, consent_version
			from app.membership_applications where union_organisation_id = ${union}`,
	).toEqual([
		{
			...{ enteredAs: 'group', state: 'submitted', way: 'pool', poolBasis: 'residence' },
			...{ campaignId: campaign.id, stationId: station, consentVersion: '2026-11' },
		},
	])
	expect(
		await owner`select 1 from app.notifications n join app.membership_applications a on a.id = n.application_id
		where a.union_organisation_id = ${union}`,
	).toHaveLength(1)
})

test('the same page sent twice saves once; what is wrong is kept; of an ID number four signs and the year', async () => {
	const { union, save, page } = await desk()
	const one = person({ idNumber: '11010519491231002x', phone: '138 0013 8000' })
	for (let taps = 0; taps < 2; taps++) expect(goesTo(await save(one))[0]).toBe(303)
	expect((await people.loader(page())).data.count).toBe(1)
	expect(
		await owner`select p.id_last_four, p.birth_year, p.phone from app.applicants p join app.membership_applications a
		on a.id = p.application_id where a.union_organisation_id = ${union}`,
	).toEqual([{ idLastFour: '002X', birthYear: 1949, phone: '13800138000' }])
	const wrong = person({ name: '', phone: '1380013', idNumber: '123' })
	expect(await save(wrong)).toMatchObject({
		data: {
			values: wrong,
			errors: { name: 'join:errors.nameMissing', phone: 'join:errors.phoneFormat', idNumber: 'join:errors.idFormat' },
		},
		init: { status: 422 },
	})
})

test('a number that is known is asked about with everything kept; with a yes it is saved for the review', async () => {
	const { union, save } = await desk()
	const { phone } = await seedMember(owner, union)
	await seedMemberHash(phone)
	const one = person({ phone })
	expect(await save(one)).toMatchObject({
		data: { known: 'member_here', values: one, errors: {} },
		init: { status: 422 },
	})
	expect(await owner`select 1 from app.membership_applications where id = ${one.applicationId}`).toEqual([])
	expect(goesTo(await save({ ...one, knowing: 'yes' }))[0]).toBe(303)
})
/** The number as the web's own key makes it. */
async function seedMemberHash(phone: string) {
	const { phoneHash } = await import('~/domain/members/person-hashes.server')
	await owner`update app.memberships m set phone_hash = decode(${phoneHash(phone)}, 'hex')
		from app.member_details d where d.membership_id = m.id and d.phone = ${phone}`
}

test('a mistake is undone with a tap, twice as well as once; what is decided says that it is too late', async () => {
	const { save, page } = await desk()
	const one = person()
	expect(goesTo(await save(one))[0]).toBe(303)
	for (let taps = 0; taps < 2; taps++)
		expect(goesTo(await save({ undo: one.applicationId }))[1]).toMatch(/&undone=yes$/)
	expect((await people.loader(page())).data).toMatchObject({ count: 0, last: [] })
	const two = person()
	await save(two)
	await owner`update app.membership_applications set state = 'approved', decided_at = now() where id = ${two.applicationId}`
	expect(goesTo(await save({ undo: two.applicationId }))[1]).toMatch(/&undone=late$/)
	expect(await save({ undo: randomUUID() })).toMatchObject({ init: { status: 404 } })
})

test('a liaison types in at the own station and is asked for it; a page without its facts leads back to them', async () => {
	const { union, station, base, params, page, save } = await desk()
	const liaison = await seedStaff(owner, union, 'liaison')
	const send = (answers: Params) => answerOf(facts.action(post(base, answers, '', params)))
	signInAs(liaison)
	expect(await answerOf(facts.loader(get(base, '', params)))).toMatchObject({ init: { status: 404 } }) // no station yet
	await owner`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user})`
	expect(await facts.loader(get(base, '', params))).toMatchObject({ data: { desk: { officer: false }, campaigns: [] } })
	expect(await send(MORNING)).toMatchObject({ data: { errors: { station: 'join:signup.errors.station' } } })
	expect(goesTo(await send({ ...MORNING, station }))[0]).toBe(303)
	expect(goesTo(await answerOf(people.loader(page())))[1]).toMatch(new RegExp(`^${base}\\?on=group`))
	expect(goesTo(await save(person(), { station }))[0]).toBe(303)
	expect(goesTo(await answerOf(people.loader(get(`${base}/people?sector=delivery`, '', params))))[1]).toBe(
		`${base}?sector=delivery`,
	)
})

test('nobody else gets in or saves anything', async () => {
	const { union, base, params, page, save } = await desk()
	await seedApplication(owner, union)
	const elsewhere = await seedOrganisation(owner, { kind: 'union' })
	const others = [
		await seedUser(owner),
		await seedStaff(owner, union, 'caseworker', 'manager', 'analyst'),
		await seedStaff(owner, elsewhere, 'officer', 'liaison'),
	]
	for (const one of others) {
		signInAs(one)
		for (const call of [
			() => facts.loader(get(base, '', params)),
			() => facts.action(post(base, MORNING, '', params)),
			() => place.loader(get(`${base}/place`, '', params)),
			() => place.action(post(`${base}/place`, { area: '330106' }, '', params)),
			() => people.loader(page()),
		])
			expect(await answerOf(call())).toMatchObject({ init: { status: 404 } })
		expect(await save(person())).toMatchObject({ init: { status: 404 } })
	}
	expect(await owner`select 1 from app.membership_applications where union_organisation_id = ${union}`).toHaveLength(1)
	signInAs(null)
	expect(goesTo(await answerOf(people.loader(page())))[1]).toMatch(/^\/signin/)
})
