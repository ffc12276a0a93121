import { afterEach, expect, test, vi } from 'vitest'
import * as operatorPage from '~/routes/operator/fairness'
import * as operatorDefinition from '~/routes/operator/fairness.definition'
import * as unionPage from '~/routes/union/fairness'
import * as unionDefinition from '~/routes/union/fairness.definition'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get } from '~tests/support/receipt-calls'
import { operatorId, seedOrganisation, seedStaff, seedUser } from '~tests/support/seeds'

afterEach(() => vi.unstubAllGlobals())

test('officers under their union and administrators at the desk read the same sums; nobody else finds the pages', async () => {
	const fake = fakeAccounts()
	const union = await seedOrganisation(owner, { kind: 'union' })
	const other = await seedOrganisation(owner, { kind: 'union' })
	const desk = await operatorId(owner)
	const as = async (organisation: string, ...roles: Parameters<typeof seedStaff>[2][]) =>
		signedInAs(fake, (await seedStaff(owner, organisation, ...roles)).user)
	const [officer, administrator, triager] = [
		await as(union, 'officer'),
		await as(desk, 'administrator'),
		await as(desk, 'triager'),
	]
	const colleague = await as(union, 'analyst', 'caseworker', 'manager', 'liaison')
	const nobody = await signedInAs(fake, (await seedUser(owner)).user)
	await owner`insert into app.fairness_cells (month, measure, group_code, strata, members, others, pairs, members_value, others_value)
		select date_trunc('month', now())::date - make_interval(months => n), 'first_reply', g, 1, 9, 9, 9, 3.5, 4
		from generate_series(2, 30) n, unnest(array['all', 'labour']) g`

	const atUnion = (cookie: string, search = '', organisationId = union) =>
		answerOf(unionPage.loader(get(`/union/${organisationId}/fairness${search}`, cookie, { organisationId })))
	const atDesk = (cookie: string, search = '') =>
		answerOf(operatorPage.loader(get(`/operator/fairness${search}`, cookie)))
	for (const look of [
		(search?: string) => atUnion(officer, search),
		(search?: string) => atDesk(administrator, search),
	]) {
		const shown = (await look()) as {
			data: { groups: { code: string; name: string }[]; group: string; rows: { groupCode: string }[] }
		}
		expect(shown.data.groups).toMatchObject([{ code: 'all' }, { code: 'labour', name: expect.any(String) }])
		expect([shown.data.group, shown.data.rows.length]).toEqual(['all', 12]) // a year of months that are over
		const labour = (await look('?group=labour')) as typeof shown
		expect(labour.data.group).toBe('labour')
		expect([...new Set(labour.data.rows.map(({ groupCode }) => groupCode))]).toEqual(['labour'])
		expect(await look('?group=nothing')).toMatchObject({ data: { group: 'all' } })
	}
	const definition = (cookie: string) =>
		answerOf(unionDefinition.loader(get(`/union/${union}/fairness/definition`, cookie, { organisationId: union })))
	const deskDefinition = (cookie: string) =>
		answerOf(operatorDefinition.loader(get('/operator/fairness/definition', cookie)))
	expect(await definition(officer)).toMatchObject({ data: { id: union } })
	expect(await deskDefinition(administrator)).toMatchObject({ data: null })
	for (const cookie of [colleague, triager, administrator, nobody])
		for (const answer of [await atUnion(cookie), await definition(cookie)])
			expect(answer).toMatchObject({ init: { status: 404 } })
	expect(await atUnion(officer, '', other)).toMatchObject({ init: { status: 404 } })
	for (const cookie of [colleague, triager, officer, nobody])
		for (const answer of [await atDesk(cookie), await deskDefinition(cookie)])
			expect(answer).toMatchObject({ init: { status: 403 } })
})
