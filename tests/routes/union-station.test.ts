import { expect, test, vi } from 'vitest'
import * as station from '~/routes/union/my-station'
import * as ask from '~/routes/union/my-station.ask'
import { become } from '~tests/support/db'
import { seedDrive, seedUnionOffice } from '~tests/support/drives'
import { answerOf, committed, get, post, type Params } from '~tests/support/receipt-calls'
import { signInAs } from '~tests/support/staff-calls'

// why: sessions are kept by another server, reached over the network; what a person may do is asked of the real database
vi.mock('~/auth/session.server', async () => (await import('~tests/support/staff-calls')).session)

const morning = () =>
	committed(async (db) => {
		const office = await seedUnionOffice(db)
		const drive = await seedDrive(db, office)
		await become(db, 'owner')
		return { ...office, ...drive }
	})
const at = (id: string) => `/union/station/asks/${id}`
const show = (id: string) => answerOf(ask.loader(get(at(id), '', { askId: id })))
const send = (id: string, answers: Params) => answerOf(ask.action(post(at(id), answers, '', { askId: id })))

test('a liaison is shown the member, answers, is led back to those who wait, and reads what was written down', async () => {
	const { liaison, atStation, station: here } = await morning()
	signInAs(liaison)
	expect(await show(atStation)).toMatchObject({
		data: { ask: { name: '吴站', standing: 'waiting' }, answer: null, choices: expect.any(Object) },
	})
	expect(await send(atStation, {})).toMatchObject({
		data: { errors: { answer: 'drives:errors.answerMissing' } },
		init: { status: 422 },
	})
	expect(await send(atStation, { answer: 'changed' })).toMatchObject({
		data: { values: { answer: 'changed' }, errors: { phone: 'drives:errors.whatChanged' } },
		init: { status: 422 },
	})
	const led = await send(atStation, { answer: 'still' })
	const back = `/union/station?station=${here}&view=unanswered&recorded=${atStation}`
	expect((led as Response).headers.get('Location')).toBe(back)
	expect(await answerOf(station.loader(get(back)))).toMatchObject({
		data: { recorded: { name: '吴站', answer: 'still', mine: true }, members: [] },
	})
	expect(await show(atStation)).toMatchObject({ data: { answer: 'still', choices: null } })
})

test('for everybody else, and for another station, the page is not there and nothing is written', async () => {
	const { liaison, officer, outsiders, atStation, byPhone } = await morning()
	const missing = { data: { messageKey: 'common:errors.notFound' }, init: { status: 404 } }
	for (const person of [officer, ...Object.values(outsiders)]) {
		signInAs(person as { user: string })
		expect(await show(atStation)).toMatchObject(missing)
		expect(await send(atStation, { answer: 'left' })).toMatchObject(missing)
	}
	signInAs(liaison)
	expect(await show(byPhone)).toMatchObject(missing)
	expect(await send(byPhone, { answer: 'left' })).toMatchObject(missing)
	expect(
		await committed((db) => db`select standing from app.drive_asks where id in (${atStation}, ${byPhone})`),
	).toEqual([{ standing: 'waiting' }, { standing: 'waiting' }])
	expect(await answerOf(station.loader(get(`/union/station?recorded=${byPhone}`)))).toMatchObject(missing)
})
