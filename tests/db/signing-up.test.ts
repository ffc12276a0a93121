import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { listSignUpChoices, mySignUps, readSignUpDesk, undoSignUp } from '~/domain/members/sign-up.server'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import { everythingOfUnions, joining, refusedToAll, seedUnionDesk, signUp } from '~tests/support/joining'
import { seedApplication, seedCampaign, seedMember, seedStation } from '~tests/support/seed-unions'
import { seedStaff } from '~tests/support/seeds'

async function withLiaison(db: Db) {
	const desk = await seedUnionDesk(db)
	const [station, otherStation] = [await seedStation(db, desk.union, '甲站'), await seedStation(db, desk.union, '乙站')]
	const liaison = desk.outsiders.liaison as { user: string }
	await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${liaison.user})`
	return { ...desk, station, otherStation, liaison }
}

test('fifty people in a row wait for review, each once, with who typed them in', () =>
	inRollback(async (db) => {
		const { union, officer } = await seedUnionDesk(db)
		const [station, campaign] = [await seedStation(db, union), await seedCampaign(db, union)]
		await become(db, officer)
		for (let n = 0; n < 50; n++) {
			const facts = joining({ station, campaign: campaign.id, name: `骑手${n}`, birthYear: null })
			expect(await signUp(db, { union, facts })).toBe('saved')
		}
		const last = await mySignUps(db, union, 10)
		expect([last.length, last[0]!.ofAll]).toEqual([10, 50])
		await become(db, 'owner')
		expect(
			await db`select count(*)::int as n, count(distinct reference)::int as numbers, min(state) as state, min(entered_as) as entered_as,
				count(*) filter (where entered_by = ${officer.user} and user_id is null and station_id = ${station}
					and campaign_id = ${campaign.id})::int as theirs from app.membership_applications`,
		).toEqual([{ n: 50, numbers: 50, state: 'submitted', enteredAs: 'group', theirs: 50 }])
		expect(await db`select distinct actor, actor_id, kind from app.application_events`).toEqual([
			{ actor: 'staff', actorId: officer.user, kind: 'submitted' },
		])
		expect(await db`select 1 from app.notifications`).toEqual([]) // nobody gave an address
	}))

test('sent twice it is one person, whatever is typed the second time; another’s id is nobody’s to use', () =>
	inRollback(async (db) => {
		const { union, officer } = await seedUnionDesk(db)
		const colleague = await seedStaff(db, union, 'officer')
		const [id, codeHash] = [randomUUID(), randomBytes(32)]
		await become(db, officer)
		const facts = joining({ email: 'w@people.test' })
		await signUp(db, { id, codeHash, union, facts })
		const once = await everythingOfUnions(db)
		await become(db, officer)
		expect(await signUp(db, { id, codeHash, union, facts: joining({ name: '别人' }) })).toBe('saved')
		expect(await everythingOfUnions(db)).toBe(once)
		await become(db, colleague)
		expect(await refusal(db, (tx) => signUp(tx, { id, codeHash, union }))).toBe('TAKEN')
		const own = await seedApplicationAsOwner(db, union)
		await become(db, officer)
		expect(await refusal(db, (tx) => signUp(tx, { id: own, codeHash, union }))).toBe('TAKEN')
		await become(db, 'owner')
		expect(await db`select template from app.notifications where application_id = ${id}`).toEqual([
			{ template: 'application_news' },
		])
	}))
const seedApplicationAsOwner = async (db: Db, union: string) => {
	await become(db, 'owner')
	return (await seedApplication(db, union)).id
}

test('a number that is known is asked about, with nothing saved; whoever knows it saves all the same', () =>
	inRollback(async (db) => {
		const { union, far, officer } = await seedUnionDesk(db)
		const known = {
			member_here: (await seedMember(db, union)).phone,
			member_elsewhere: (await seedMember(db, far)).phone,
			waiting_here: (await seedApplication(db, union)).phone,
			waiting_elsewhere: (await seedApplication(db, far, { state: 'returned' })).phone,
		}
		const gone = (await seedMember(db, union, { state: 'left' })).phone
		const before = await everythingOfUnions(db)
		for (const [outcome, phone] of Object.entries(known)) {
			await become(db, officer)
			expect(await signUp(db, { union, facts: joining({ phone }) })).toBe(outcome)
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, officer)
		expect(await signUp(db, { union, facts: joining({ phone: gone }) })).toBe('saved')
		for (const phone of Object.values(known))
			expect(await signUp(db, { union, facts: joining({ phone }), knowing: true })).toBe('saved')
	}))

test('a liaison signs up at an own station, and cannot ask whether a number belongs to a member', () =>
	inRollback(async (db) => {
		const { union, far, liaison, station, otherStation } = await withLiaison(db)
		const member = await seedMember(db, union)
		const waiting = await seedApplication(db, union)
		const theirs = await seedStation(db, far)
		await become(db, liaison)
		expect(await readSignUpDesk(db, 'en', union)).toMatchObject({ officer: false })
		expect((await listSignUpChoices(db, 'en', union, undefined)).stations).toMatchObject([{ id: station }])
		for (const { phone } of [member, waiting])
			expect(await signUp(db, { union, facts: joining({ phone, station }) })).toBe('saved')
		const facts = joining({ station })
		expect(await signUp(db, { union, facts })).toBe('saved')
		expect(await signUp(db, { union, facts })).toBe('waiting_here') // typed by this liaison before
		expect(await mySignUps(db, union, 10)).toHaveLength(3)
		expect(await db`select 1 from app.membership_applications`).toEqual([]) // and reads no table of it
		const before = await everythingOfUnions(db)
		for (const elsewhere of [otherStation, theirs, null, randomUUID()]) {
			await become(db, liaison)
			expect(await refusal(db, (tx) => signUp(tx, { union, facts: joining({ station: elsewhere }) }))).toBe('NTFND')
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, liaison)
		expect(await refusal(db, (tx) => signUp(tx, { union: far, facts: joining({ station: theirs }) }))).toBe('NTFND')
		await become(db, 'owner')
		await db`update app.stations set closed_at = now() where id = ${station}`
		await become(db, liaison)
		expect(await refusal(db, (tx) => signUp(tx, { union, facts }))).toBe('NTFND')
		await expect(readSignUpDesk(db, 'en', union)).rejects.toMatchObject({ code: 'notFound' })
	}))

test('undoing takes back what one typed oneself, on the day and before a decision, with name and numbers', () =>
	inRollback(async (db) => {
		const { union, officer, liaison, station } = await withLiaison(db)
		const colleague = await seedStaff(db, union, 'officer')
		const [id, second, third] = [randomUUID(), randomUUID(), randomUUID()]
		await become(db, liaison)
		for (const one of [id, second, third]) await signUp(db, { id: one, union, facts: joining({ station }) })
		const before = await everythingOfUnions(db)
		for (const person of [officer, colleague]) {
			await become(db, person)
			expect(await refusal(db, (tx) => undoSignUp(tx, id))).toBe('NTFND') // seen in the queue, undone by the liaison alone
			expect(await everythingOfUnions(db)).toBe(before)
		}
		await become(db, liaison)
		await undoSignUp(db, id)
		const once = await everythingOfUnions(db)
		await become(db, liaison)
		await undoSignUp(db, id)
		expect(await everythingOfUnions(db)).toBe(once)
		expect(await db`select state from app.membership_applications where id = ${id}`).toEqual([{ state: 'withdrawn' }])
		expect(await db`select 1 from app.applicants where application_id = ${id}`).toEqual([])
		expect(await db`select actor, kind from app.application_events where application_id = ${id} and seq = 2`).toEqual([
			{ actor: 'staff', kind: 'withdrawn' },
		])
		await become(db, officer)
		await db`select private.approve_application(${second})`
		await become(db, 'owner')
		await db`update app.membership_applications set first_submitted_at = now() - interval '25 hours' where id = ${third}`
		await become(db, liaison)
		expect(await refusal(db, (tx) => undoSignUp(tx, second))).toBe('NOWAY')
		expect(await refusal(db, (tx) => undoSignUp(tx, third))).toBe('NTFND')
		expect((await mySignUps(db, union, 10)).map(({ applicationId }) => applicationId)).toEqual([second])
		await become(db, 'owner')
		await db`delete from app.staff_roles where user_id = ${liaison.user}`
		await become(db, liaison)
		expect(await refusal(db, (tx) => undoSignUp(tx, second))).toBe('NTFND')
		expect(await mySignUps(db, union, 10)).toEqual([])
	}))

test('what is no way of signing up, no station of the union or no fact is refused whole', () =>
	inRollback(async (db) => {
		const { union, far, officer } = await seedUnionDesk(db)
		const theirs = await seedStation(db, far)
		const before = await everythingOfUnions(db)
		for (const [about, code] of [
			[{ on: 'self' }, 'WRONG'],
			[{ facts: joining({ station: theirs }) }, 'WRONG'],
			[{ facts: joining({ name: '' }) }, '23514'],
			[{ facts: joining({ basis: null }) }, '23514'],
			[{ facts: joining({ area: '999999' }) }, '23503'],
		] as const) {
			await become(db, officer)
			expect([about, await refusal(db, (tx) => signUp(tx, { union, ...about }))]).toEqual([about, code])
			expect(await everythingOfUnions(db)).toBe(before)
		}
	}))

test('nobody but officers and liaisons of the union signs anybody up, looks at the list or undoes', () =>
	inRollback(async (db) => {
		const { union, officer, station, outsiders } = await withLiaison(db)
		const id = randomUUID()
		await become(db, officer)
		await signUp(db, { id, union })
		const { liaison: _, ...others } = outsiders
		await refusedToAll(db, others, (tx) => signUp(tx, { union, facts: joining({ station }) }))
		await refusedToAll(db, outsiders, (tx) => tx`select private.undo_sign_up(${id})`)
		for (const [name, person] of Object.entries(others) as [string, Person][]) {
			if (typeof person === 'string' || !('user' in person)) continue
			await become(db, person)
			expect([name, await mySignUps(db, union, 10)]).toEqual([name, []])
			expect([name, (await listSignUpChoices(db, 'en', union, undefined)).stations]).toEqual([name, []])
			await expect(readSignUpDesk(db, 'en', union), name).rejects.toMatchObject({ code: 'notFound' })
		}
	}))
