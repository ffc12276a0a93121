import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { completeJoining, firstOpen, type JoinDraft } from '~/domain/members/joining'
import { readJoinDraft } from '~/domain/members/joining.server'
import { findOwnApplication, readMyUnion } from '~/domain/members/own-application.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { everythingOfUnions, joining, seedUnionDesk, submit } from '~tests/support/joining'
import { seedApplication, seedApplicationSession, seedCampaign, seedMember } from '~tests/support/seed-unions'
import { seedRequest, seedUser } from '~tests/support/seeds'

const ID = '11010519491231002X'
/** An application that came back, and who has opened it. */
async function returned(db: Db) {
	const desk = await seedUnionDesk(db)
	const [id, codeHash] = [randomUUID(), randomBytes(32)]
	const campaign = await seedCampaign(db, desk.union)
	await become(db, 'visitor')
	const facts = joining({ idNumber: ID, birthYear: 1949, email: 'w@people.test', campaign: campaign.id })
	const sent = await submit(db, { id, codeHash, union: desk.union, facts })
	await become(db, desk.officer)
	await db`select private.decide_application(${id}, 'returned', 'name_unclear', ' 请写全名 ')`
	await become(db, 'owner')
	return { ...desk, id, codeHash, sent, campaign }
}
const begin = async (db: Db, session: string) => {
	await become(db, { application: session })
	await db`select private.begin_correction()`
}

test('reference and code open one application, its history and nothing else; a wrong pair is counted, known or not', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const codeHash = randomBytes(32)
		await become(db, 'visitor')
		const { reference } = await submit(db, { union, codeHash })
		const other = await submit(db, { union })
		const open = async (known: string, hash: Buffer) => {
			const [row] = await db<{ outcome: string; session: string | null }[]>`
				select outcome, application_session as session from private.open_application(${known}, ${hash})`
			return row!
		}
		const opened = await open(reference, codeHash)
		await become(db, { application: opened.session! })
		expect(await findOwnApplication(db, 'en')).toMatchObject({
			...{ reference, state: 'submitted', unionName: 'Xihu District Union', name: '周小满', membership: null },
			...{ usualHours: null, events: [{ kind: 'submitted', actor: 'applicant' }] },
		})
		for (const table of ['membership_applications', 'applicants', 'application_events'])
			expect([table, (await db`select 1 from app.${db(table)}`).length]).toEqual([table, 1])
		await become(db, 'visitor')
		for (const known of [reference, 'M-22222222']) {
			const answers: string[] = []
			for (let n = 0; n < 9; n++) answers.push((await open(known, randomBytes(32))).outcome)
			expect(answers).toEqual([...Array<string>(8).fill('refused'), 'throttled'])
		}
		expect((await open(reference, codeHash)).outcome).toBe('throttled') // the right code too, or the count would tell
		expect((await open(other.reference, codeHash)).outcome).toBe('refused')
	}))

test('a session that is closed, over or none shows nothing and does nothing', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const { id } = await seedApplication(db, union)
		const [closed, over, living] = [
			await seedApplicationSession(db, id),
			await seedApplicationSession(db, id),
			await seedApplicationSession(db, id),
		]
		await db`update app.application_sessions set expires_at = now() - interval '1 second' where id = ${over.application}`
		await become(db, closed)
		await db`select private.close_application()`
		const dead: Person[] = [closed, over, { application: randomUUID() }, 'visitor', await receiptOfSomebody(db)]
		const before = await everythingOfUnions(db)
		for (const person of dead) {
			await become(db, person)
			expect(await findOwnApplication(db, 'zh-CN')).toBeNull()
			for (const step of ['withdraw_application', 'begin_correction'])
				expect(await refusal(db, (tx) => tx.unsafe(`select private.${step}()`))).toBe('NTFND')
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, living)
		expect(await findOwnApplication(db, 'zh-CN')).toMatchObject({ state: 'submitted' }) // one phone signed out, the other not
	}))
const receiptOfSomebody = async (db: Db) => {
	await become(db, 'owner')
	return { receipt: (await seedRequest(db)).receipt }
}

test('how long it usually takes is said where five were approved in 90 days, and else not', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const { id } = await seedApplication(db, union)
		const session = await seedApplicationSession(db, id)
		const usual = async () => {
			await become(db, session)
			const { usualHours } = (await findOwnApplication(db, 'en'))!
			await become(db, 'owner')
			return usualHours
		}
		const approved = (hours: number) => seedApplication(db, union, { state: 'approved', submittedHoursAgo: hours })
		for (const hours of [10, 20, 30, 400]) await approved(hours)
		const { id: old } = await approved(1000)
		await db`update app.membership_applications set decided_at = now() - interval '91 days',
			first_submitted_at = now() - interval '95 days' where id = ${old}`
		await seedApplication(db, union, { state: 'rejected', submittedHoursAgo: 5000 })
		expect(await usual()).toBeNull()
		await approved(40)
		expect(await usual()).toBe(30)
	}))

test('what came back says why, becomes a draft with every answer, and is sent again under its number', () =>
	inRollback(async (db) => {
		const { id, codeHash, sent, union, campaign } = await returned(db)
		await become(db, { application: sent.session })
		expect(await findOwnApplication(db, 'en')).toMatchObject({
			state: 'returned',
			reason: 'The name is unclear or incomplete',
			reasonNote: '请写全名',
			whatNext: 'Please write it as it stands on your ID card.',
		})
		await begin(db, sent.session)
		const kept = (await readJoinDraft(db, id))!
		expect(kept).toMatchObject({ sent: false, answers: { before: union, campaign: { id: campaign.id, union } } })
		expect(firstOpen(kept.answers)).toBe('check')
		const whole = completeJoining(kept.answers, 'en')!
		expect(whole).toMatchObject({ union, joining: { birthYear: 1949, email: 'w@people.test', idLastFour: '002X' } })
		// half a correction is not lost when it is begun again
		await become(db, 'visitor')
		await db`select private.save_draft(${id}, ${db.json({ you: { ...kept.answers.you, name: '周小满满' } })})`
		await begin(db, sent.session)
		const answers: JoinDraft = (await readJoinDraft(db, id))!.answers
		expect(answers.you?.name).toBe('周小满满')
		const facts = { ...completeJoining(answers, 'en')!.joining, phoneHash: '0'.repeat(64) }
		await become(db, 'visitor')
		for (let taps = 0; taps < 2; taps++) await submit(db, { id, codeHash, union, facts })
		await become(db, 'owner')
		expect(
			await db`select a.reference, a.state, a.reason_code, a.decided_at, a.submitted_at >= a.first_submitted_at as later, p.name,
				p.id_last_four, length(p.id_hash) as hashed from app.membership_applications a join app.applicants p on p.application_id = a.id`,
		).toEqual([
			{
				...{ reference: sent.reference, state: 'submitted', reasonCode: null, decidedAt: null, later: true },
				...{ name: '周小满满', idLastFour: '002X', hashed: 32 },
			},
		])
		expect(await db`select kind from app.application_events order by seq`).toEqual(
			['submitted', 'returned', 'resubmitted'].map((kind) => ({ kind })),
		)
		await become(db, { application: sent.session })
		expect(await refusal(db, (tx) => tx`select private.begin_correction()`)).toBe('NOWAY') // it waits again
	}))

test('corrected to another place it goes to the union there, and says so', () =>
	inRollback(async (db) => {
		const { id, codeHash, sent, union, far } = await returned(db)
		await db`insert into app.union_pools (area_code, union_organisation_id) values ('330110', ${far})`
		await begin(db, sent.session)
		await become(db, 'visitor')
		await submit(db, { id, codeHash, union: far, facts: joining({ area: '330110' }) })
		await become(db, 'owner')
		expect(
			await db`select union_organisation_id as union, area_code from app.membership_applications where id = ${id}`,
		).toEqual([{ union: far, areaCode: '330110' }])
		expect(await db`select codes from app.application_events where kind = 'resubmitted'`).toEqual([
			{ codes: { from: union, to: far } },
		])
	}))

test('withdrawing removes name and numbers for good, twice as well as once; what is decided stays', () =>
	inRollback(async (db) => {
		const { id, sent, union } = await returned(db)
		await begin(db, sent.session)
		await become(db, { application: sent.session })
		await db`select private.withdraw_application()`
		const once = await everythingOfUnions(db)
		await become(db, { application: sent.session })
		await db`select private.withdraw_application()`
		expect(await findOwnApplication(db, 'en')).toMatchObject({ state: 'withdrawn', name: null, reason: null })
		expect(await everythingOfUnions(db)).toBe(once)
		expect(await db`select 1 from app.applicants where application_id = ${id}`).toEqual([])
		expect(await db`select 1 from app.drafts where id = ${id}`).toEqual([])
		for (const state of ['approved', 'rejected'] as const) {
			const decided = await seedApplication(db, union, { state })
			await become(db, await seedApplicationSession(db, decided.id))
			expect(await refusal(db, (tx) => tx`select private.withdraw_application()`)).toBe('NOWAY')
			await become(db, 'owner')
			expect(await db`select state from app.membership_applications where id = ${decided.id}`).toEqual([{ state }])
		}
	}))

test('an account lists its applications and memberships, and nobody else’s', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const [me, other] = [await seedUser(db), await seedUser(db)]
		const mine = await seedApplication(db, union, { user: me.user, state: 'returned' })
		await seedApplication(db, union, { user: me.user, state: 'approved' }) // its membership stands for it
		const member = await seedMember(db, union, { user: me.user })
		await seedMember(db, union)
		await become(db, me)
		expect(await readMyUnion(db, 'en', me.user)).toMatchObject({
			applications: [{ id: mine.id, reference: mine.reference, state: 'returned', unionName: 'Xihu District Union' }],
			memberships: [{ id: member.id, number: member.number, state: 'active' }],
		})
		await become(db, other)
		for (const user of [other.user, me.user])
			expect(await readMyUnion(db, 'en', user)).toEqual({ applications: [], memberships: [] })
	}))

test('whoever has opened an approved application stands for its member, and only while it is open', () =>
	inRollback(async (db) => {
		const { union } = await seedUnionDesk(db)
		const { id } = await seedApplication(db, union, { state: 'approved' })
		const mine = await seedMember(db, union)
		await seedMember(db, union)
		await db`update app.memberships set application_id = ${id} where id = ${mine.id}`
		const session = await seedApplicationSession(db, id)
		const standsFor = async (claims: object) => {
			await become(db, 'owner')
			await db`select set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`
			return (await db<{ id: string }[]>`select private.my_membership_ids() as id`).map((row) => row.id)
		}
		expect(await standsFor({ application_session: session.application })).toEqual([mine.id])
		expect(await standsFor({ application_session: randomUUID() })).toEqual([])
		expect(await standsFor({ sub: randomUUID() })).toEqual([])
		await become(db, session)
		await db`select private.close_application()`
		expect(await standsFor({ application_session: session.application })).toEqual([])
		await become(db, session)
		expect(await refusal(db, (tx) => tx`select number from app.memberships`)).toBe('42501') // by functions alone
	}))

test('the pace of a union is for its officers and for who waits there', () =>
	inRollback(async (db) => {
		const { union, officer, outsiders } = await seedUnionDesk(db)
		for (let n = 0; n < 5; n++) await seedApplication(db, union, { state: 'approved', submittedHoursAgo: 12 })
		const pace = async (person: Person) => {
			await become(db, person)
			return [...(await db`select decided, median_hours from private.approval_pace(${union})`)]
		}
		expect(await pace(officer)).toEqual([{ decided: 5, medianHours: 12 }])
		for (const person of [outsiders.farOfficer!, outsiders.caseworker!, outsiders.account!, 'visitor'] as Person[])
			expect(await pace(person)).toEqual([])
	}))
