import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import * as list from '~/routes/operator/figures'
import * as again from '~/routes/operator/figures.again'
import { fakeAccounts, signedInAs } from '~tests/support/accounts'
import { owner } from '~tests/support/db'
import { answerOf, get, goesTo, post } from '~tests/support/receipt-calls'
import { seedPublished } from '~tests/support/seed-published'
import { operatorId, seedOrganisation, seedStaff, seedUser, type Role } from '~tests/support/seeds'

afterEach(() => vi.unstubAllGlobals())
beforeAll(() => seedPublished(owner, '2026-09-01', []))
const month = '2026-09'
const form = (about: Record<string, string> = {}) => ({
	...{ republicationId: randomUUID(), noteZh: '补录', noteEn: 'Late entries', understood: 'yes' },
	...about,
})
const waiting = async () => [...(await owner`select id, note_en from app.republications order by asked_at`)]

test('an administrator sees what is published, asks with both notes and a tick, and sees that it waits', async () => {
	const fake = fakeAccounts()
	const cookie = await signedInAs(fake, (await seedStaff(owner, await operatorId(owner), 'administrator')).user)
	const page = () => answerOf(list.loader(get('/operator/figures', cookie)))
	const send = (answers: Record<string, string>, wanted = month) =>
		answerOf(again.action(post(`/operator/figures/${wanted}`, answers, cookie, { month: wanted })))
	expect(await page()).toMatchObject({
		data: { publications: [{ month: '2026-09-01', revision: 1, askedAt: null }], next: null },
	})
	for (const [field, answers] of [
		['noteZh', form({ noteZh: ' ' })],
		['noteEn', form({ noteEn: '' })],
		['noteEn', form({ noteEn: 'x'.repeat(1001) })],
		['understood', form({ understood: '' })],
	] as const) {
		const answer = await send(answers)
		expect(answer).toMatchObject({
			init: { status: 422 },
			data: { values: { noteZh: answers.noteZh, noteEn: answers.noteEn } },
		})
		expect(Object.keys((answer as { data: { errors: object } }).data.errors)).toEqual([field])
	}
	expect(await waiting()).toEqual([])
	const asked = form()
	expect(goesTo(await send(asked))).toEqual([303, '/operator/figures?done=asked'])
	expect(goesTo(await send(asked))).toEqual([303, '/operator/figures?done=asked']) // a double tap
	expect(await waiting()).toEqual([{ id: asked.republicationId, noteEn: 'Late entries' }])
	expect(await page()).toMatchObject({
		data: { publications: [{ askedBy: '李明', doneRevision: null, failedAt: null }] },
	})
	const second = form({ noteEn: 'And more' })
	expect(await send(second)).toMatchObject({
		init: { status: 422 },
		data: { values: { noteEn: 'And more' }, errors: { root: 'republish:errors.waits' } },
	})
	for (const wrong of ['2026-08', '2026-13', 'x', '2026-09-01'])
		expect(await answerOf(again.loader(get(`/operator/figures/${wrong}`, cookie, { month: wrong })))).toMatchObject({
			init: { status: 404 },
		})
	expect(await send(form(), '2026-08')).toMatchObject({ init: { status: 422 } })
	expect(await waiting()).toHaveLength(1)
})

test('nobody else sees the pages or publishes anything again', async () => {
	const fake = fakeAccounts()
	const union = await seedOrganisation(owner, { kind: 'union' })
	const desk = await operatorId(owner)
	const as = async (organisation: string, ...roles: Role[]) =>
		signedInAs(fake, (await seedStaff(owner, organisation, ...roles)).user)
	const before = await waiting()
	const nobody = await signedInAs(fake, (await seedUser(owner)).user)
	for (const cookie of [
		await as(union, 'officer', 'analyst', 'manager', 'caseworker', 'liaison'),
		await as(desk, 'triager', 'directory_editor'),
		nobody,
	]) {
		expect(await answerOf(list.loader(get('/operator/figures', cookie)))).toMatchObject({ init: { status: 403 } })
		expect(await answerOf(again.loader(get(`/operator/figures/${month}`, cookie, { month })))).toMatchObject({
			init: { status: 403 },
		})
		expect(await answerOf(again.action(post(`/operator/figures/${month}`, form(), cookie, { month })))).toMatchObject({
			init: { status: 404 },
		})
	}
	expect(goesTo(await answerOf(list.loader(get('/operator/figures'))))[1]).toContain('/signin')
	expect(await waiting()).toEqual(before)
})
