import { randomUUID } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import * as nowPage from '~/routes/desk/now'
import * as queue from '~/routes/desk/queue'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, committed, get } from '~tests/support/receipt-calls'
import { STORY, seedAccepted, seedOrganisation, seedStaff, seedUser, type Role } from '~tests/support/seeds'

afterEach(() => vi.unstubAllGlobals())

test('managers and officers see how their desk stands; to everybody else the page is not there', async () => {
	const fake = fakeAccounts()
	const union = await seedOrganisation(owner, { kind: 'union' })
	const far = await seedOrganisation(owner)
	const held = await committed(async (db) => seedAccepted(db, union, await seedStaff(db, union)))
	await owner`update app.cases set next_at = now() - interval '1 hour' where id = ${held.caseId}`
	const as = async (organisation: string, ...roles: Role[]) =>
		signedInAs(fake, (await seedStaff(owner, organisation, ...roles)).user)
	const now = (cookie: string, organisationId = union) =>
		answerOf(nowPage.loader(get(`/desk/${organisationId}/now`, cookie, { organisationId })))
	for (const cookie of [await as(union, 'manager'), await as(union, 'officer')]) {
		const answer = await now(cookie)
		expect(answer).toMatchObject({
			data: {
				organisationId: union,
				now: { open: 1, figures: { overdue: { cases: 1, oldest: [{ id: held.caseId, reference: held.reference }] } } },
			},
		})
		const said = JSON.stringify(answer)
		for (const word of [STORY, '王小路', '13800138000']) expect(said).not.toContain(word)
		expect(await now(cookie, far)).toMatchObject({ init: { status: 404 } })
		expect(await now(cookie, randomUUID())).toMatchObject({ init: { status: 404 } })
		expect(await now(cookie, 'x')).toMatchObject({ init: { status: 404 } })
	}
	const nobody = await signedInAs(fake, (await seedUser(owner)).user)
	for (const cookie of [
		await as(union, 'caseworker', 'liaison', 'analyst'),
		await as(far, 'manager', 'caseworker'),
		nobody,
	])
		expect(await now(cookie)).toMatchObject({ init: { status: 404 } })
})

test('the queue is narrowed by the address, and says whether there is more to see', async () => {
	const fake = fakeAccounts()
	const { organisation, one, late, free } = await committed(async (db) => {
		const organisation = await seedOrganisation(db)
		const one = await seedStaff(db, organisation, 'caseworker', 'manager')
		const [late, free] = [await seedAccepted(db, organisation, one), await seedAccepted(db, organisation, one)]
		await db`update app.cases set next_at = now() - interval '1 hour' where id = ${late.caseId}`
		await db`update app.cases set assignee_id = null where id = ${free.caseId}`
		return { organisation, one, late, free }
	})
	const cookie = await signedInAs(fake, one.user)
	const colleague = await signedInAs(fake, (await seedStaff(owner, organisation)).user)
	const shown = async (search: string, as = cookie) => {
		const answer = await answerOf(
			queue.loader(get(`/desk/${organisation}${search}`, as, { organisationId: organisation })),
		)
		const { data } = answer as { data: { seesNow: boolean; only?: string; cases: { id: string }[] } }
		return [data.seesNow, data.only, data.cases.map(({ id }) => id)]
	}
	expect(await shown('?view=all&only=overdue')).toEqual([true, 'overdue', [late.caseId]])
	expect(await shown('?view=all&only=unassigned')).toEqual([true, 'unassigned', [free.caseId]])
	expect(await shown(`?view=all&who=${one.user}`)).toEqual([true, undefined, [late.caseId]])
	expect(await shown('?only=nonsense')).toEqual([true, undefined, [late.caseId, free.caseId]])
	expect(await shown('?view=closed&only=overdue')).toEqual([true, undefined, []])
	expect((await shown('?view=all', colleague))[0]).toBe(false)
	expect(
		await answerOf(queue.loader(get(`/desk/${organisation}?who=x`, cookie, { organisationId: organisation }))),
	).toMatchObject({ init: { status: 404 } })
})
