import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { asApplicant, asUser, asVisitor, type User } from '~/db/db.server'
import { approveApplication, approveApplications, decideApplication } from '~/domain/members/review-steps.server'
import { undoSignUp } from '~/domain/members/sign-up.server'
import { withdrawApplication } from '~/domain/members/own-application.server'
import { owner } from '~tests/support/db'
import { joining, signUp, submit } from '~tests/support/joining'
import { hashOf, seedApplication, seedApplicationSession } from '~tests/support/seed-unions'
import { seedOrganisation, seedStaff } from '~tests/support/seeds'

/** Real connections and real commits: what two people do at the same moment. Each file has its own database. */
const ROUNDS = 6
const as = ({ user }: { user: string }): User => ({ role: 'authenticated', sub: user })
const together = <T>(...work: (() => Promise<T>)[]) => Promise.allSettled(work.map((start) => start()))
const value = <T>(result: PromiseSettledResult<T>) =>
	result.status === 'fulfilled' ? result.value : String(result.reason)
const count = async (table: string, condition: string) =>
	(await owner.unsafe<{ n: number }[]>(`select count(*)::int as n from app.${table} where ${condition}`))[0]!.n

async function seedDesk() {
	const union = await seedOrganisation(owner, { kind: 'union' })
	const officers = [await seedStaff(owner, union, 'officer'), await seedStaff(owner, union, 'officer')].map(as)
	return { union, one: officers[0]!, two: officers[1]! }
}

test('a double tap on "apply" is one application with one number, eight times at once', async () => {
	const { union } = await seedDesk()
	await owner`insert into app.union_pools (area_code, union_organisation_id) values ('330106', ${union})`
	for (let round = 0; round < ROUNDS; round++) {
		const [id, codeHash, facts] = [randomUUID(), randomBytes(32), joining()]
		const sent = await Promise.all(
			Array.from({ length: 8 }, () => asVisitor((db) => submit(db, { id, codeHash, union, facts }))),
		)
		expect(new Set(sent.map(({ reference }) => reference)).size).toBe(1)
		expect(await count('application_events', `application_id = '${id}'`)).toBe(1)
	}
})

test('two officers who approve one application at the same moment make one member and tell once', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { union, one, two } = await seedDesk()
		const { id } = await seedApplication(owner, union, { email: 'w@people.test' })
		const results = await together<unknown>(
			() => asUser(one, (db) => approveApplication(db, id)),
			() => asUser(two, (db) => approveApplications(db, union, [id])),
		)
		expect(results.map(value)).toEqual(['approved', [{ applicationId: id, outcome: 'approved' }]])
		expect(await count('memberships', `application_id = '${id}'`)).toBe(1)
		expect(await count('application_events', `application_id = '${id}' and kind = 'approved'`)).toBe(1)
		expect(await count('notifications', `application_id = '${id}'`)).toBe(1)
	}
})

test('two applications with one number, approved by two officers at the same moment, are one member', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { union, one, two } = await seedDesk()
		const first = await seedApplication(owner, union, { idHash: hashOf(randomUUID()) })
		const second = await seedApplication(owner, union, { phone: first.phone })
		const results = await together(
			() => asUser(one, (db) => approveApplication(db, first.id)),
			() => asUser(two, (db) => approveApplication(db, second.id)),
		)
		expect(results.map(value).sort()).toEqual(['approved', 'member'])
		expect(await count('memberships', `union_organisation_id = '${union}'`)).toBe(1)
		expect(await count('membership_applications', `union_organisation_id = '${union}' and state = 'approved'`)).toBe(1)
	}
})

test('two officers with overlapping lists in opposite order do not lock each other out', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { union, one, two } = await seedDesk()
		const ids: string[] = []
		for (let n = 0; n < 10; n++) ids.push((await seedApplication(owner, union)).id)
		const results = await together(
			() => asUser(one, (db) => approveApplications(db, union, ids)),
			() => asUser(two, (db) => approveApplications(db, union, [...ids].reverse())),
		)
		for (const result of results) expect(value(result)).toMatchObject(ids.map(() => ({ outcome: 'approved' })))
		expect(await count('memberships', `union_organisation_id = '${union}'`)).toBe(10)
	}
})

test('approved while it is sent back, or withdrawn, it is one of the two, and the loser is told', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { union, one, two } = await seedDesk()
		const { id } = await seedApplication(owner, union)
		const { application } = await seedApplicationSession(owner, id)
		const approve = () => asUser(one, (db) => approveApplication(db, id))
		const other =
			round % 2
				? () => asUser(two, (db) => decideApplication(db, id, { decision: 'returned', reason: 'name_unclear' }))
				: () => asApplicant({ role: 'receipt_holder', application_session: application }, withdrawApplication)
		const results = await together<unknown>(...(round % 3 ? [approve, other] : [other, approve]))
		const lost = results.filter((result) => result.status === 'rejected')
		expect(lost).toMatchObject([{ reason: { code: 'NOWAY' } }])
		const [row] = await owner<{ state: string }[]>`select state from app.membership_applications where id = ${id}`
		const members = await count('memberships', `application_id = '${id}'`)
		expect(members).toBe(row!.state === 'approved' ? 1 : 0)
		expect(await count('applicants', `application_id = '${id}'`)).toBe(row!.state === 'withdrawn' ? 0 : 1)
	}
})

test('one person saved twice at the same moment is one; undone while approved it is one of the two', async () => {
	for (let round = 0; round < ROUNDS; round++) {
		const { union, one, two } = await seedDesk()
		const [id, codeHash, facts] = [randomUUID(), randomBytes(32), joining()]
		const saved = await together(
			...[1, 2, 3].map(() => () => asUser(one, (db) => signUp(db, { id, codeHash, union, facts }))),
		)
		expect(saved.map(value)).toEqual(['saved', 'saved', 'saved'])
		expect(await count('membership_applications', `union_organisation_id = '${union}'`)).toBe(1)
		const results = await together<unknown>(
			() => asUser(one, (db) => undoSignUp(db, id)),
			() => asUser(two, (db) => approveApplication(db, id)),
		)
		expect(results.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'NOWAY' } }])
		const [row] = await owner<{ state: string }[]>`select state from app.membership_applications where id = ${id}`
		expect(await count('memberships', `application_id = '${id}'`)).toBe(row!.state === 'approved' ? 1 : 0)
	}
})
