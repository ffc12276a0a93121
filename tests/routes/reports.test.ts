import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import * as file from '~/routes/union/report.file'
import * as list from '~/routes/union/reports'
import * as letters from '~/routes/union/reports.letters'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { keptReports } from '~tests/support/kept-reports'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { operatorId, seedOrganisation, seedStaff, seedUser, type Role } from '~tests/support/seeds'

// why: the store behind the network is replaced, and nothing else
vi.mock('~/storage/reports.server', async () => (await import('~tests/support/kept-reports')).reportStore)
afterEach(() => {
	vi.unstubAllGlobals()
	keptReports.down = false
})

let union: string
let other: string
const ids: Record<string, string> = {}
beforeAll(async () => {
	union = await seedOrganisation(owner, { kind: 'union', nameEn: 'Xihu District Union' })
	other = await seedOrganisation(owner, { kind: 'union', nameEn: 'Yuhang District Union' })
	for (const [key, organisation, revision, language, madeAt] of [
		['own', union, 1, 'en', new Date()],
		['again', union, 2, 'zh-CN', new Date()],
		['all', null, 1, 'en', new Date()],
		['unmade', other, 1, 'en', null],
	] as const) {
		const [row] = await owner<
			{ id: string }[]
		>`insert into app.reports (month, revision, organisation_id, language, bytes, made_at)
			values ('2026-09-01', ${revision}, ${organisation}, ${language}, ${madeAt && 8}, ${madeAt}) returning id`
		ids[key] = row!.id
		if (madeAt) keptReports.bytes.set(row!.id, Buffer.from(`%PDF-1.7`))
	}
})
type Listed = {
	data: {
		place: string
		language: string
		name: string | null
		reports: { id: string }[]
		subscriptions: { id: string }[]
	}
}
const listAs = async (cookie: string, search = '') =>
	(await answerOf(list.loader(get(`/union/reports${search}`, cookie)))) as Listed
const fileAs = (cookie: string, reportId: string) =>
	answerOf(file.loader(get(`/union/reports/${reportId}`, cookie, { reportId }))) as Promise<Response>

test('an officer finds the own union’s reports first, and by place and language everybody’s', async () => {
	const fake = fakeAccounts()
	const officer = await signedInAs(fake, (await seedStaff(owner, union, 'officer')).user)
	const shown = async (search?: string) => {
		const { data } = await listAs(officer, search)
		return [data.place, data.language, data.reports.map(({ id }) => id)]
	}
	expect(await shown()).toEqual([union, 'en', [ids.own]])
	expect(await shown('?language=zh-CN')).toEqual([union, 'zh-CN', [ids.again]])
	expect(await shown('?place=all')).toEqual(['all', 'en', [ids.all]])
	expect(await shown(`?place=${other}`)).toEqual([other, 'en', []]) // one is being made
	expect(await shown(`?place=${randomUUID()}&language=xx`)).toEqual(['all', 'en', [ids.all]])
	expect(await shown('?place=all&after=2026-09-01&after=1')).toEqual(['all', 'en', []])
})

test('a report comes as a file that nothing runs in, and only to readers of figures', async () => {
	const fake = fakeAccounts()
	const as = async (organisation: string, ...roles: Role[]) =>
		signedInAs(fake, (await seedStaff(owner, organisation, ...roles)).user)
	const desk = await operatorId(owner)
	for (const reader of [await as(other, 'analyst'), await as(union, 'officer'), await as(desk, 'administrator')]) {
		const answer = await fileAs(reader, ids.own!)
		expect(answer.status).toBe(200)
		expect(Object.fromEntries(answer.headers)).toMatchObject({
			...{ 'content-type': 'application/pdf', 'content-length': '8', 'x-content-type-options': 'nosniff' },
			'cache-control': expect.stringMatching(/^private/),
			'content-disposition': expect.stringMatching(
				/^attachment; filename="Tonglu monthly report 2026-09 Xihu District Union\.pdf"/,
			),
			'content-security-policy': "sandbox; default-src 'none'",
			'content-language': 'en',
		})
		expect(await answer.text()).toBe('%PDF-1.7')
		expect((await fileAs(reader, ids.again!)).headers.get('Content-Disposition')).toContain(encodeURIComponent('v2'))
		for (const nothing of [ids.unmade!, randomUUID(), 'x'])
			expect(await fileAs(reader, nothing)).toMatchObject({ init: { status: 404 } })
	}
	const nobody = await signedInAs(fake, (await seedUser(owner)).user)
	for (const cookie of [await as(union, 'caseworker', 'manager', 'liaison'), await as(desk, 'triager'), nobody]) {
		for (const id of [ids.own!, ids.all!, randomUUID()]) {
			const answer = await fileAs(cookie, id)
			expect(answer).toMatchObject({ init: { status: 403 } })
			expect(JSON.stringify(answer)).not.toContain('PDF')
		}
		expect(await listAs(cookie)).toMatchObject({ init: { status: 403 } })
	}
	expect(goesTo(await fileAs('', ids.own!))).toEqual([302, expect.stringContaining('/signin?redirectTo=')])
})

test('where the store does not answer the page says so; where it lost the bytes, there is no report', async () => {
	const fake = fakeAccounts()
	const analyst = await signedInAs(fake, (await seedStaff(owner, union, 'analyst')).user)
	keptReports.down = true
	expect(await fileAs(analyst, ids.own!)).toMatchObject({ init: { status: 503 } })
	keptReports.down = false
	const kept = keptReports.bytes.get(ids.own!)!
	keptReports.bytes.delete(ids.own!)
	expect(await fileAs(analyst, ids.own!)).toMatchObject({ init: { status: 404 } })
	keptReports.bytes.set(ids.own!, kept)
})

test('letters begin and end on the page, and end by the link also for who may read no report any more', async () => {
	const fake = fakeAccounts()
	const person = await seedStaff(owner, union, 'analyst')
	const cookie = await signedInAs(fake, person.user)
	const stranger = await signedInAs(fake, (await seedStaff(owner, union, 'analyst')).user)
	const begin = (answers: Record<string, string>, as = cookie) =>
		answerOf(list.action(post('/union/reports', answers, as)))
	for (const wrong of [{}, { place: union }, { place: 'x', language: 'en' }, { place: union, language: 'fr' }])
		expect(await begin(wrong as Record<string, string>)).toMatchObject({ init: { status: 422 } })
	expect(goesTo(await begin({ place: union, language: 'en' }))[1]).toContain('done=subscribed')
	await begin({ place: union, language: 'en' })
	await begin({ place: 'all', language: 'zh-CN' })
	const { subscriptions } = (await listAs(cookie)).data
	expect(subscriptions).toMatchObject([{ organisationId: null }, { organisationId: union, language: 'en' }])
	expect((await listAs(stranger)).data.subscriptions).toEqual([])

	await owner`delete from app.staff_roles where user_id = ${person.user}` // no reader any more
	expect(await begin({ place: union, language: 'en' })).toMatchObject({ init: { status: 404 } })
	const subscriptionId = subscriptions[1]!.id
	const page = (as: string) =>
		answerOf(letters.loader(get(`/union/reports/letters/${subscriptionId}`, as, { subscriptionId })))
	const end = (as: string) =>
		answerOf(letters.action(post(`/union/reports/letters/${subscriptionId}`, {}, as, { subscriptionId })))
	expect(await page(cookie)).toMatchObject({
		data: { subscription: { organisation: 'Xihu District Union', language: 'en' } },
	})
	expect(await page(stranger)).toMatchObject({ data: { subscription: null } })
	await end(stranger)
	expect(await page(cookie)).not.toMatchObject({ data: { subscription: null } })
	expect(goesTo(await end(cookie))).toEqual([303, `/union/reports/letters/${subscriptionId}`])
	expect(await page(cookie)).toMatchObject({ data: { subscription: null } })
	expect(goesTo(await page(''))[1]).toContain('/signin?redirectTo=')
})
