import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { findCampaign, listCampaigns, startCampaign, stopCampaign } from '~/domain/campaigns/campaigns.server'
import { findMyUnion, listOfficers } from '~/domain/organisations/officer.server'
import { AppError } from '~/lib/errors'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { seedOrganisation, seedStaff } from '~tests/support/seeds'
import { seedApplication, seedCampaign, seedStation } from '~tests/support/seed-unions'
import { seedWorld } from '~tests/support/world'

/** Everybody who runs no campaign of the union: the staff of others, the desk, members, visitors. */
const STRANGERS = ['account', 'holder', 'manager', 'analyst', 'liaison', 'triager', 'administrator', 'offered'] as const
const WITHOUT_GRANT = ['visitor', 'receipt', 'service', 'routing', 'anon'] as const

async function world(db: Db) {
	const { people, ids } = await seedWorld(db)
	const union = ids.union!
	const farUnion = await seedOrganisation(db, {
		kind: 'union',
		nameZh: '临安区总工会',
		nameEn: 'Lin’an District Union',
	})
	const officer = people.officer as { user: string }
	const farOfficer = await seedStaff(db, farUnion, 'officer')
	const station = await seedStation(db, union)
	const form = (about: object = {}) => ({
		...{ campaignId: randomUUID(), name: '早会', kind: 'meeting' as const, station, officer: officer.user },
		...about,
	})
	return { people, union, farUnion, officer, farOfficer, station, form }
}
const all = async (db: Db) => {
	await become(db, 'owner')
	return [...(await db`select * from app.join_campaigns order by id`)]
}

test('an officer starts a campaign: sent twice it is one, with the code it had', () =>
	inRollback(async (db) => {
		const { union, officer, station, form } = await world(db)
		const campaign = form()
		await become(db, officer)
		await startCampaign(db, union, campaign)
		const first = await findCampaign(db, union, campaign.campaignId)
		expect(first).toMatchObject({ name: '早会', kind: 'meeting', stoppedAt: null, applications: 0 })
		expect(first.code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/)
		await startCampaign(db, union, campaign)
		expect(await findCampaign(db, union, campaign.campaignId)).toEqual(first)
		expect(await refusal(db, (tx) => startCampaign(tx, union, { ...campaign, name: '别的' }))).toBe('TAKEN')
		await become(db, 'owner')
		expect(await db`select station_id, officer_id from app.join_campaigns where id = ${campaign.campaignId}`).toEqual([
			{ stationId: station, officerId: officer.user },
		])
	}))

test('neither a station nor an officer of somebody else, nor a closed station', () =>
	inRollback(async (db) => {
		const { people, union, farUnion, officer, farOfficer, station, form } = await world(db)
		const closed = await seedStation(db, union)
		await db`update app.stations set closed_at = now() where id = ${closed}`
		const elsewhere = await seedStation(db, farUnion)
		const before = await all(db)
		for (const wrong of [
			{ station: elsewhere },
			{ station: closed },
			{ station: randomUUID() },
			{ officer: farOfficer.user },
			{ officer: (people.liaison as { user: string }).user },
			{ officer: randomUUID() },
		]) {
			await become(db, officer)
			expect([wrong, await refusal(db, (tx) => startCampaign(tx, union, form(wrong)))]).toEqual([wrong, 'WRONG'])
		}
		expect(await all(db)).toEqual(before)
		await become(db, officer)
		await startCampaign(db, union, form({ station: undefined }))
		await startCampaign(db, union, form({ station }))
		expect(await all(db)).toHaveLength(before.length + 2)
	}))

test('nobody else starts or stops one: not a member, not a liaison, no caseworker, not the desk, no officer next door', () =>
	inRollback(async (db) => {
		const { people, union, farOfficer, officer, form } = await world(db)
		const { id } = await seedCampaign(db, union, officer)
		const before = await all(db)
		const steps = [(tx: Db) => startCampaign(tx, union, form()), (tx: Db) => stopCampaign(tx, id)]
		const strangers: [string, Person, string][] = [
			...STRANGERS.map((kind): [string, Person, string] => [kind, people[kind], 'NTFND']),
			['officer next door', farOfficer, 'NTFND'],
			...WITHOUT_GRANT.map((kind): [string, Person, string] => [kind, people[kind], '42501']),
		]
		for (const [name, person, code] of strangers)
			for (const step of steps) {
				await become(db, person)
				expect([name, await refusal(db, step)]).toEqual([name, code])
				expect(await all(db)).toEqual(before)
			}
		await become(db, officer)
		expect(await refusal(db, (tx) => stopCampaign(tx, randomUUID()))).toBe('NTFND')
	}))

test('a stopped campaign stays, and was stopped when it was stopped first', () =>
	inRollback(async (db) => {
		const { union, officer } = await world(db)
		const { id } = await seedCampaign(db, union)
		await become(db, officer)
		await stopCampaign(db, id)
		await become(db, 'owner')
		await db`update app.join_campaigns set stopped_at = '2026-10-01' where id = ${id}`
		await become(db, officer)
		await stopCampaign(db, id)
		expect((await findCampaign(db, union, id)).stoppedAt).toEqual(new Date('2026-10-01'))
	}))

test('what a code tells a visitor: union, station and platform, and nothing once it is stopped or unknown', () =>
	inRollback(async (db) => {
		const { union, station, farUnion } = await world(db)
		const { id, code } = await seedCampaign(db, union)
		await db`update app.join_campaigns set station_id = ${station} where id = ${id}`
		await db`update app.stations set platform_code = 'meituan' where id = ${station}`
		const says = async (asked: string, person: Person = 'visitor') => {
			await become(db, person)
			const rows = [...(await db`select * from private.read_campaign(${asked})`)]
			await become(db, 'owner')
			return rows
		}
		const [{ name: stationName } = { name: '' }] = await db<
			{ name: string }[]
		>`select name from app.stations where id = ${station}`
		const told = {
			campaignId: id,
			unionOrganisationId: union,
			...{ unionZh: '西湖区总工会', unionEn: 'Xihu District Union' },
			...{ stationId: station, stationName, platformCode: 'meituan' },
		}
		expect(await says(code)).toEqual([told])
		expect(await says(` ${code.toLowerCase()} `)).toEqual([told])
		for (const unknown of ['22222222', '', `${code}X`, '%', '________']) expect(await says(unknown)).toEqual([])
		for (const person of ['service', 'routing', 'anon'] as const) {
			await become(db, person)
			expect(await refusal(db, (tx) => tx`select private.read_campaign(${code})`)).toBe('42501')
			await become(db, 'owner')
		}
		await db`update app.stations set closed_at = now() where id = ${station}`
		expect(await says(code)).toEqual([{ ...told, stationId: null, stationName: null, platformCode: null }])
		await db`update app.organisations set active = false where id = ${union}`
		expect(await says(code)).toEqual([])
		await db`update app.organisations set active = true where id = ${union}`
		await db`update app.join_campaigns set stopped_at = now() where id = ${id}`
		expect(await says(code)).toEqual([])
		expect(await says((await seedCampaign(db, farUnion)).code)).toMatchObject([{ stationId: null }])
	}))

test('officers see what came of their own campaigns, a page at a time, the newest first; others see none of it', () =>
	inRollback(async (db) => {
		const { people, union, officer, farUnion, farOfficer } = await world(db)
		const { id } = await seedCampaign(db, union)
		for (const state of ['submitted', 'submitted', 'approved', 'returned', 'rejected', 'withdrawn'] as const) {
			const one = await seedApplication(db, union, { state })
			await db`update app.membership_applications set campaign_id = ${id} where id = ${one.id}`
		}
		// somebody who scanned this code and was sent on to another union is that union's to count
		const sentOn = await seedApplication(db, farUnion)
		await db`update app.membership_applications set campaign_id = ${id} where id = ${sentOn.id}`
		await db`insert into app.join_campaigns (id, code, union_organisation_id, name, kind, created_at)
			select gen_random_uuid(), 'AAAAAA' || lpad(translate(n::text, '01', 'ZY'), 2, 'X'), ${union}, 'n' || n, 'link',
				now() - (n / 2) * interval '1 day' from generate_series(1, 30) n`
		await become(db, officer)
		expect(await findCampaign(db, union, id)).toMatchObject({ applications: 6, approved: 1, waiting: 2 })
		const first = await listCampaigns(db, union)
		const second = await listCampaigns(db, union, first.next!)
		const [total] = await db<
			[{ n: number }]
		>`select count(*)::int as n from app.join_campaigns where union_organisation_id = ${union}`
		const seen = [...first.campaigns, ...second.campaigns]
		expect([first.campaigns.length, second.next, new Set(seen.map((one) => one.id)).size]).toEqual([25, null, total.n])
		const times = seen.map(({ createdAt }) => createdAt.getTime())
		expect(times).toEqual([...times].sort((a, b) => b - a))
		expect((await listOfficers(db, union)).map(({ userId, me }) => [userId, me])).toEqual([[officer.user, true]])
		for (const person of [farOfficer, people.liaison, people.holder, people.administrator, people.account]) {
			await become(db, person)
			expect((await listCampaigns(db, union)).campaigns).toEqual([])
			await expect(findCampaign(db, union, id)).rejects.toThrow(AppError)
			await expect(findMyUnion(db, 'zh-CN', union)).rejects.toThrow(AppError)
		}
	}))
