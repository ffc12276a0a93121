import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { findTrackedRequest } from '~/domain/tracking/tracking.server'
import { keepRequest, listOwnRequests, openOwnRequest } from '~/domain/tracking/receipts.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { seedRequest, seedStaff, seedOrganisation, seedUser } from '~tests/support/seeds'

test('a request kept in an account is listed there and nowhere else, and opens without the code', () =>
	inRollback(async (db) => {
		const [me, other] = [await seedUser(db), await seedUser(db)]
		const staff = await seedStaff(db, await seedOrganisation(db), 'caseworker', 'manager')
		const filed = await seedRequest(db, { needs: ['labour.unpaid_wages', 'unsure'] })
		await become(db, me)
		expect((await listOwnRequests(db, me.user, 'en', [])).requests).toEqual([])
		expect(await refusal(db, (db) => openOwnRequest(db, filed.requestId))).toBe('NTFND')
		for (let taps = 0; taps < 2; taps++) await keepRequest(db, filed.receipt)

		expect((await listOwnRequests(db, me.user, 'en', [])).requests).toMatchObject([
			{
				id: filed.requestId,
				reference: filed.reference,
				cases: [{ category: 'Unpaid or short pay' }, { state: 'triage' }],
			},
		])
		const receipt = await openOwnRequest(db, filed.requestId)
		await become(db, { receipt })
		expect(await findTrackedRequest(db, 'zh-CN')).toMatchObject({ reference: filed.reference, inAccount: true })

		for (const person of [other, staff]) {
			await become(db, person)
			expect((await listOwnRequests(db, person.user, 'en', [])).requests).toEqual([])
			expect((await listOwnRequests(db, me.user, 'en', [])).requests).toEqual([])
			expect(await refusal(db, (db) => openOwnRequest(db, filed.requestId))).toBe('NTFND')
			expect(await refusal(db, (db) => keepRequest(db, filed.receipt))).toBe('NTFND')
		}
	}))

test('only a living receipt lets a request be kept', () =>
	inRollback(async (db) => {
		const me = await seedUser(db)
		const filed = await seedRequest(db)
		await db`update app.receipt_sessions set revoked_at = now()`
		await become(db, me)
		for (const session of [filed.receipt, randomUUID()]) {
			expect(await refusal(db, (db) => keepRequest(db, session))).toBe('NTFND')
		}
		await become(db, 'owner')
		expect(await db`select user_id from app.requests`).toEqual([{ userId: null }])
	}))

test('the list of one’s own goes on page by page', () =>
	inRollback(async (db) => {
		const me = await seedUser(db)
		for (let n = 0; n < 27; n++) await seedRequest(db)
		await db`update app.requests set user_id = ${me.user}` // all of one moment: the id decides
		await become(db, me)
		const first = await listOwnRequests(db, me.user, 'en', [])
		const second = await listOwnRequests(db, me.user, 'en', first.next ?? [])
		expect([first.requests.length, second.requests.length, second.next]).toEqual([25, 2, null])
		expect(new Set([...first.requests, ...second.requests].map(({ id }) => id)).size).toBe(27)
	}))
