import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { routeCase } from '~/domain/routing/routing.server'
import { listOthers, listToOffer } from '~/domain/triage/candidates.server'
import { categoriseCase, closeByDesk, offerByHand, routeAgain } from '~/domain/triage/steps.server'
import { getTriageCase, listTriage, requireTriager } from '~/domain/triage/triage.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import {
	PLACE,
	operatorId,
	seedOrganisation,
	seedRequest,
	seedService,
	seedStaff,
	seedUser,
} from '~tests/support/seeds'
import { accessOf, everything, nothingFellThrough, stateOf } from '~tests/support/steps'

/** A case of "not sure" at the desk, an organisation that the worker agreed to, one not agreed to, one kept out. */
async function desk(db: Db) {
	const organisation = async (nameZh: string, nameEn: string) => {
		const id = await seedOrganisation(db, { nameZh, nameEn })
		await seedService(db, id)
		return { id, caseworker: await seedStaff(db, id, 'caseworker', 'manager') }
	}
	const agreed = await organisation('灯塔社工', 'Lighthouse Social Work')
	const open = await organisation('晨光法律援助', 'Dawn Legal Aid')
	const excluded = await organisation('同城互助', 'City Mutual Aid')
	const union = await seedOrganisation(db, { kind: 'union' })
	const filed = await seedRequest(db, { needs: ['unsure'], recipients: [agreed.id], excluded: [excluded.id] })
	const triager = await seedStaff(db, await operatorId(db), 'triager')
	const others: Person[] = [
		agreed.caseworker,
		open.caseworker,
		await seedStaff(db, union, 'officer', 'analyst', 'caseworker'),
		await seedStaff(db, await operatorId(db), 'administrator', 'directory_editor'),
		await seedUser(db),
		{ receipt: filed.receipt },
		'visitor',
		'anon',
		'service',
		'routing',
	]
	return { ...filed, agreed: agreed.id, open: open.id, excluded: excluded.id, triager, others }
}
type Desk = Awaited<ReturnType<typeof desk>>
const atTheDesk = (work: (db: Db, setting: Desk) => Promise<void>) => () =>
	inRollback(async (db) => work(db, await desk(db)))

const STEPS: [string, (db: Db, setting: Desk) => Promise<unknown>][] = [
	['put the kind of help right', (db, { caseId }) => categoriseCase(db, caseId, 'labour.unpaid_wages')],
	['let the router try again', (db, { caseId }) => routeAgain(db, caseId)],
	['offer by hand', (db, { caseId, agreed }) => offerByHand(db, caseId, agreed, 24)],
	['close', (db, { caseId }) => closeByDesk(db, caseId, 'out_of_scope')],
]

test.each(STEPS)('%s: a triager does it, everybody else is refused and nothing moves', (_, step) =>
	inRollback(async (db) => {
		const setting = await desk(db)
		const before = await everything(db)
		for (const person of setting.others) {
			await become(db, person)
			const code = await refusal(db, (d) => step(d, setting))
			expect(['NTFND', '42501'], JSON.stringify(person)).toContain(code)
		}
		expect(await everything(db)).toBe(before)
		await become(db, setting.triager)
		await step(db, setting)
		expect(await everything(db)).not.toBe(before)
		await nothingFellThrough(db)
	}),
)

test.each(STEPS.slice(1))('%s: done a second time it says that the case has gone on, and nothing moves', (_, step) =>
	inRollback(async (db) => {
		const setting = await desk(db)
		await become(db, setting.triager)
		await step(db, setting)
		const once = await everything(db)
		await become(db, setting.triager)
		expect(['TAKEN', 'NTFND']).toContain(await refusal(db, (d) => step(d, setting)))
		expect(await everything(db)).toBe(once)
	}),
)

test(
	'nobody but a triager reads anything of triage: no list, no case, no candidates, no consents, no trace',
	atTheDesk(async (db, { caseId, others }) => {
		for (const person of others) {
			await become(db, person)
			await expect(db.savepoint(requireTriager), JSON.stringify(person)).rejects.toThrow()
			await expect(
				db.savepoint((d) => getTriageCase(d, 'en', caseId)),
				JSON.stringify(person),
			).rejects.toThrow()
		}
		const staff = others.filter((person) => typeof person === 'object' && 'user' in person)
		for (const person of staff) {
			await become(db, person)
			expect((await listTriage(db, 'en', 'triage', [])).items).toEqual([])
			expect(await db`select * from private.triage_candidates(${caseId})`).toEqual([])
			expect(await db`select * from private.triage_agreed_to(${caseId})`).toEqual([])
			expect(await db`select * from app.routing_traces`).toEqual([])
		}
		for (const person of others.filter((other) => typeof other === 'string' || !('user' in other))) {
			await become(db, person)
			for (const name of ['triage_candidates', 'triage_agreed_to'])
				expect(await refusal(db, (d) => d`select * from private.${d(name)}(${caseId})`)).toBe('42501')
			expect(await refusal(db, (d) => d`select * from app.routing_traces`)).toBe('42501')
		}
	}),
)

test(
	'the list holds what the desk has to act on, whatever is due first, page by page',
	atTheDesk(async (db, { caseId, triager }) => {
		await become(db, 'owner')
		for (let n = 0; n < 26; n++) await seedRequest(db, { needs: ['unsure'], urgency: 'today' })
		await become(db, triager)
		const first = await listTriage(db, 'en', 'triage', [])
		expect(first.items).toHaveLength(25)
		const second = await listTriage(db, 'en', 'triage', first.next!)
		expect(second.items.map(({ id }) => id)).toContain(caseId)
		expect(second.items.at(-1)).toMatchObject({ id: caseId, triageReason: 'not_sure', overdue: false })
		expect(second).toMatchObject({ next: null, items: { length: 2 } })
		expect((await listTriage(db, 'en', 'waiting', [])).items).toEqual([])
	}),
)

test(
	'offering to whom the worker agreed goes out at once, with a summary and nothing else',
	atTheDesk(async (db, { caseId, agreed, triager }) => {
		await become(db, triager)
		await offerByHand(db, caseId, agreed, 8)
		expect(await stateOf(db, caseId)).toMatchObject({
			state: 'offering',
			triageReason: null,
			holderOrganisationId: null,
		})
		expect((await accessOf(db, caseId))(agreed)).toEqual(['summary'])
		expect(await db`select state, by_hand, reasons from app.referrals where case_id = ${caseId}`).toEqual([
			{ state: 'offered', byHand: true, reasons: ['by_hand'] },
		])
		await become(db, triager)
		expect((await listTriage(db, 'en', 'waiting', [])).items.map(({ id }) => id)).toEqual([caseId])
		expect((await getTriageCase(db, 'en', caseId)).asked).toMatchObject([
			{ organisation: 'Lighthouse Social Work', referral: { state: 'offered' }, ask: null, reasons: ['by_hand'] },
		])
	}),
)

test(
	'offering to whom the worker did not agree asks the worker, and the organisation learns nothing',
	atTheDesk(async (db, { caseId, open, triager, receipt }) => {
		await become(db, triager)
		await offerByHand(db, caseId, open, 8)
		expect((await accessOf(db, caseId))(open)).toEqual([])
		expect(await db`select state from app.consent_asks where case_id = ${caseId}`).toEqual([{ state: 'asked' }])
		expect(await db`select 1 from app.referrals where case_id = ${caseId}`).toEqual([])
		await become(db, { receipt })
		expect(await db`select organisation_id from app.consent_asks`).toEqual([{ organisationId: open }])
		await nothingFellThrough(db)
	}),
)

test(
	'whom the worker keeps out is never offered to, whatever the desk wishes; nor is nobody, the desk, or an endless offer',
	atTheDesk(async (db, { caseId, agreed, excluded, triager }) => {
		const before = await everything(db)
		const self = await operatorId(db)
		for (const [organisation, hours] of [
			[excluded, 24],
			[self, 24],
			[randomUUID(), 24],
			[agreed, 0],
			[agreed, 169],
		] as const) {
			await become(db, triager)
			expect(await refusal(db, (d) => offerByHand(d, caseId, organisation, hours))).toBe('WRONG')
		}
		expect(await everything(db)).toBe(before)
	}),
)

test(
	'candidates are shown with reasons and whether the worker agreed; the excluded are not among them',
	atTheDesk(async (db, { caseId, agreed, open, excluded, triager }) => {
		await become(db, triager)
		await categoriseCase(db, caseId, 'labour.unpaid_wages')
		const about = { id: caseId, urgency: 'normal', areaCode: PLACE } as const
		const found = await listToOffer(db, 'en', about, new Date('2026-11-23T02:00:00Z'))
		const byId = new Map(found.map((one) => [one.id, one]))
		expect(byId.get(agreed)).toMatchObject({ agreed: true, name: 'Lighthouse Social Work' })
		expect(byId.get(agreed)!.reasons).toEqual(expect.arrayContaining(['category_exact', 'area_district']))
		expect(byId.get(open)).toMatchObject({ agreed: false })
		expect(byId.has(excluded)).toBe(false)
		const byName = await listOthers(db, 'en', about, 'dawn', [])
		expect(byName).toEqual([{ id: open, name: 'Dawn Legal Aid', agreed: false }])
		expect(await listOthers(db, 'en', about, '%', [])).toEqual([])
	}),
)

test(
	'once the kind of help is right the router takes over again, and the trace is there to read',
	atTheDesk(async (db, { caseId, agreed, triager }) => {
		await become(db, triager)
		await categoriseCase(db, caseId, 'labour.unpaid_wages')
		await routeAgain(db, caseId)
		await become(db, 'service')
		expect(await routeCase(db, caseId)).toBe('offered')
		await become(db, triager)
		const { asked, routedAt, categoryCode } = await getTriageCase(db, 'en', caseId)
		expect(categoryCode).toBe('labour.unpaid_wages')
		expect(routedAt).not.toBeNull()
		expect(asked).toMatchObject([{ organisationId: agreed, referral: { state: 'offered' } }])
		expect(asked[0]!.reasons).toContain('category_exact')
	}),
)

test(
	'closing ends the desk’s access and keeps the code; an unknown kind of help and an unknown code change nothing',
	atTheDesk(async (db, { caseId, triager }) => {
		await become(db, triager)
		expect(await refusal(db, (d) => categoriseCase(d, caseId, 'none.such'))).toBe('23503')
		expect(await refusal(db, (d) => d`select private.close_by_desk(${caseId}, 'bored')`)).toBe('23514')
		await closeByDesk(db, caseId, 'duplicate')
		expect(await stateOf(db, caseId)).toMatchObject({ state: 'closed', closeReason: 'desk' })
		await become(db, triager)
		await expect(getTriageCase(db, 'en', caseId)).rejects.toMatchObject({ code: 'notFound' })
	}),
)
