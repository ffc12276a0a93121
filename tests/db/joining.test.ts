import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { findCampaign, listEmployers, offeredUnions, unionsNear } from '~/domain/members/joining.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { everythingOfUnions, joining, seedUnionDesk, submit } from '~tests/support/joining'
import { hashOf, seedCampaign, seedMember, seedStation } from '~tests/support/seed-unions'
import { seedOrganisation, seedUser } from '~tests/support/seeds'

const applications = async (db: Db) => {
	await become(db, 'owner')
	return db`select a.reference, a.state, a.user_id, a.entered_as, a.union_organisation_id as union, a.campaign_id, a.station_id,
		p.name, p.email, p.birth_year, p.id_last_four from app.membership_applications a
		left join app.applicants p on p.application_id = a.id order by a.first_submitted_at, a.id`
}

test('one call applies: facts, person, history, letter, a session; and the draft is emptied', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const [id, station] = [randomUUID(), await seedStation(db, union)]
		const campaign = await seedCampaign(db, union)
		await become(db, 'visitor')
		await db`select private.save_draft(${id}, '{"you": {"name": "x"}}')`
		const facts = joining({
			email: 'w@people.test',
			idNumber: '11010519491231002X',
			birthYear: 1949,
			station,
			campaign: campaign.id,
		})
		const sent = await submit(db, { id, union, facts })
		expect(sent.reference).toMatch(/^M-[2-9A-HJ-NP-Z]{8}$/)
		expect(await applications(db)).toEqual([
			{
				...{ reference: sent.reference, state: 'submitted', userId: null, enteredAs: 'self', union },
				...{ campaignId: campaign.id, stationId: station, name: '周小满', email: 'w@people.test' },
				...{ birthYear: 1949, idLastFour: '002X' },
			},
		])
		expect(await db`select id_hash, phone_hash from app.applicants`).toEqual([
			{ idHash: hashOf('11010519491231002X'), phoneHash: hashOf(String(facts.phone)) },
		])
		expect(await db`select actor, kind, codes from app.application_events`).toEqual([
			{ actor: 'applicant', kind: 'submitted', codes: {} },
		])
		expect(await db`select template, audience, event_seq from app.notifications where application_id = ${id}`).toEqual([
			{ template: 'application_news', audience: 'applicant', eventSeq: 1 },
		])
		expect(await db`select answers, sent_at is not null as sent from app.drafts where id = ${id}`).toEqual([
			{ answers: {}, sent: true },
		])
		await become(db, { application: sent.session })
		expect(await db`select reference from app.membership_applications`).toEqual([{ reference: sent.reference }])
		await become(db, 'visitor')
		expect(await db`select reference from app.membership_applications`).toEqual([]) // applying itself shows nothing
	}))

test('the same id again applies once, answers the same number, and opens nothing for who does not know the code', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const [id, codeHash] = [randomUUID(), randomBytes(32)]
		await become(db, 'visitor')
		const first = await submit(db, { id, codeHash, union })
		const before = await applications(db)
		await become(db, 'visitor')
		const second = await submit(db, { id, codeHash, union, facts: joining({ name: '别人' }) })
		expect(second.reference).toBe(first.reference)
		expect(second.session).not.toBe(first.session)
		expect(await applications(db)).toEqual(before)
		const all = await everythingOfUnions(db)
		await become(db, 'visitor')
		expect(await refusal(db, (tx) => submit(tx, { id, union }))).toBe('NTFND')
		expect(await everythingOfUnions(db)).toBe(all)
	}))

test('somebody signed in applies into the account, and nobody is told that they may be a member already', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const member = await seedMember(db, union)
		const [me, other] = [await seedUser(db), await seedUser(db)]
		await become(db, me)
		const sent = await submit(db, { union, facts: joining({ phone: member.phone }) })
		expect(sent.session).toMatch(/-/) // the same answer as for anybody
		expect(await db`select state from app.membership_applications`).toEqual([{ state: 'submitted' }])
		const [mine] = await db<{ id: string }[]>`select id from app.membership_applications`
		await become(db, other)
		expect(await db`select 1 from app.membership_applications`).toEqual([])
		expect(await refusal(db, (tx) => tx`select private.open_own_application(${mine!.id})`)).toBe('NTFND')
		await become(db, me)
		const [{ session } = { session: '' }] = await db<{ session: string }[]>`
			select private.open_own_application(${mine!.id}) as session`
		await become(db, { application: session })
		expect(await db`select 1 from app.applicants`).toHaveLength(1)
	}))

test('the union is found from the place up the tree, from the employer, or from the poster; and from nowhere else', () =>
	inRollback(async (db) => {
		const { union, far } = await seedUnionDesk(db)
		const city = await seedOrganisation(db, { kind: 'union', nameZh: '杭州市总工会', nameEn: 'Hangzhou City Union' })
		await db`update app.organisations set area_code = '330100' where id = ${city}`
		const [employer] = await db<{ id: string }[]>`insert into app.employers (name_zh, name_en, union_organisation_id)
			values ('快达配送', 'Kuaida 100% Delivery', ${far}) returning id`
		const campaign = await seedCampaign(db, far)
		const named = async (draft: Parameters<typeof offeredUnions>[2]) =>
			(await offeredUnions(db, 'zh-CN', draft)).map(({ id }) => id)
		const living = { way: { way: 'residence' }, place: { area: '330106' } } as const
		await become(db, 'visitor')
		expect(await named(living)).toEqual([union])
		expect(await named({ ...living, place: { area: '330105' } })).toEqual([]) // its city has a union, but no pool
		expect((await unionsNear(db, 'en', '330105')).map(({ name }) => name)).toEqual(['Hangzhou City Union'])
		expect(
			await named({ way: { way: 'employer' }, employer: { employer: employer!.id }, place: { area: '330106' } }),
		).toEqual([far])
		const found = await findCampaign(db, ` ${campaign.code.toLowerCase()} `)
		expect(found).toEqual({ id: campaign.id, union: far })
		expect(await named({ ...living, campaign: found! })).toEqual([far, union])
		expect((await listEmployers(db, 'en', '100%')).map(({ id }) => id)).toEqual([employer!.id])
		expect(await listEmployers(db, 'en', '%%')).toEqual([])

		await become(db, 'owner')
		await db`insert into app.union_pools (area_code, union_organisation_id) values ('330100', ${city})`
		await become(db, 'visitor')
		expect(await named({ ...living, place: { area: '330105' } })).toEqual([city])
		expect(await named(living)).toEqual([union]) // the nearest
		const before = await everythingOfUnions(db)
		for (const wrong of [
			{ union: far },
			{ union: city },
			{ union, facts: joining({ way: 'employer', basis: null, employer: employer!.id }) },
			{ union: randomUUID() },
		]) {
			await become(db, 'visitor')
			expect(await refusal(db, (tx) => submit(tx, wrong))).toBe('WRONG')
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, 'visitor')
		await submit(db, { union: far, facts: joining({ campaign: campaign.id }) }) // came by its poster
		await submit(db, { union: far, facts: joining({ way: 'employer', basis: null, employer: employer!.id }) })
		await become(db, 'owner')
		await db`update app.organisations set active = false where id = ${union}`
		await become(db, 'visitor')
		expect(await named(living)).toEqual([city])
		expect(await refusal(db, (tx) => submit(tx, { union }))).toBe('WRONG')
	}))

test('a code that is unknown or stopped leads nowhere; a station of somebody else or a closed one is refused', () =>
	inRollback(async (db) => {
		const { union, far } = await seedUnionDesk(db)
		const [ours, theirs, closed] = [
			await seedStation(db, union),
			await seedStation(db, far),
			await seedStation(db, union),
		]
		await db`update app.stations set closed_at = now() where id = ${closed}`
		const [campaign, stopped] = [await seedCampaign(db, far), await seedCampaign(db, union)]
		await db`update app.join_campaigns set station_id = ${closed}, stopped_at = now() where id = ${stopped.id}`
		await become(db, 'visitor')
		for (const code of ['', 'NOTHING2', stopped.code, `${campaign.code}2`])
			expect(await findCampaign(db, code)).toBeNull()
		for (const station of [theirs, closed, randomUUID()])
			expect(await refusal(db, (tx) => submit(tx, { union, facts: joining({ station }) }))).toBe('WRONG')
		// the poster of another union is not counted for this one
		await submit(db, { union, facts: joining({ station: ours, campaign: campaign.id }) })
		expect(await applications(db)).toMatchObject([{ campaignId: null, stationId: ours }])
	}))

const BAD: [string, Record<string, string | number | null>, code: string][] = [
	['no name', { name: '' }, '23514'],
	['no phone', { phone: 'call me' }, '23514'],
	['a place that is not there', { area: '999999' }, 'WRONG'],
	['a trade that is not there', { sector: 'piracy' }, '23503'],
	['a way that is not offered', { way: 'friend', basis: null }, 'WRONG'],
	['a gender that is not asked for', { gender: 'x' }, '23514'],
	['a birth year of nobody', { birthYear: 1900 }, '23514'],
	['a whole ID number', { idLastFour: '11010519491231002X' }, '23514'],
	['a plain hash', { idHash: 'abcd' }, '23514'],
	['a language that we do not speak', { language: 'fr' }, '23514'],
	['no version of the consent', { consentVersion: null }, '23502'],
]
test.each(BAD)('%s is refused as a whole: nothing is written', (_, about, code) =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const before = await everythingOfUnions(db)
		await become(db, 'visitor')
		expect(await refusal(db, (tx) => submit(tx, { union, facts: joining(about) }))).toBe(code)
		expect(await everythingOfUnions(db)).toBe(before)
	}),
)

test('routing, the service and anon cannot apply, nor ask which union takes whom', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		for (const person of ['routing', 'service', 'anon'] as const) {
			await become(db, person)
			expect(await refusal(db, (tx) => submit(tx, { union }))).toBe('42501')
			expect(await refusal(db, (tx) => tx`select private.responsible_union('pool', null, '330106')`)).toBe('42501')
		}
	}))
