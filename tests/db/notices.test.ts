import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { become, inRollback, refusal } from '~tests/support/db'
import { RULES, asWorker, held, seedSetting, type Told } from '~tests/support/notice-rules'
import { STORY, seedRequest, type Filed } from '~tests/support/seeds'

const rows = async (db: Db) => {
	await become(db, 'owner')
	return [
		...(await db<{ id: string; userId: string | null; audience: string; template: string }[]>`
			select id, user_id, audience, template from app.notifications`),
	]
}
const queued = async (db: Db) =>
	new Map(
		(
			await db<{ id: string; payload: Record<string, string> }[]>`select payload ->> 'notificationId' as id, payload
				from graphile_worker._private_jobs where key like 'send_notification:%'`
		).map(({ id, payload }) => [id, payload]),
	)

test.each(RULES.map((rule) => [rule.event, rule] as const))(
	'%s tells whom it should, each once, with a job of an id',
	(_, { before, act, tells }) =>
		inRollback(async (db) => {
			const setting = await seedSetting(db)
			await before(db, setting)
			const known = new Set((await rows(db)).map(({ id }) => id))
			await act(db, setting)
			const made = (await rows(db)).filter(({ id }) => !known.has(id))
			const people: Record<Told, (string | null)[]> = {
				...{ worker: [null], mine: [setting.mine.user], colleague: [setting.colleague.user] },
				triagers: setting.triagers.map(({ user }) => user),
			}
			const expected = tells.flatMap(([who, template]) => people[who].map((userId) => `${userId} ${template}`))
			expect(made.map(({ userId, template }) => `${userId} ${template}`).sort()).toEqual(expected.sort())
			const jobs = await queued(db)
			for (const { id } of made) expect(jobs.get(id)).toEqual({ notificationId: id })
		}),
)

test('every rule of the table is tried here', () =>
	inRollback(async (db) => {
		const kinds = await db<{ kind: string }[]>`select distinct event_kind as kind from app.notice_rules`
		expect(kinds.map(({ kind }) => kind).sort()).toEqual(
			['request_received', ...RULES.map(({ event }) => event)].sort(),
		)
	}))

test('a receipt is written about once for a request of several needs, and to nobody who did not ask for mail', () =>
	inRollback(async (db) => {
		const needs = ['labour.unpaid_wages', 'legal.other']
		await seedRequest(db, { needs, email: 'worker@people.test' })
		expect((await rows(db)).map(({ template }) => template)).toEqual(['request_received'])
		await seedRequest(db, { needs })
		expect(await rows(db)).toHaveLength(1)
	}))

test('what is to be sent holds an address, a language, the letter and links; after it was sent, nothing', () =>
	inRollback(async (db) => {
		const setting = await seedSetting(db)
		await held(db, setting)
		await asWorker(db, setting)
		await db`select private.write_to_holder(${randomUUID()}, ${setting.filed.caseId}, '我想知道进展')`
		await db`reset role`
		for (const { id, audience } of await rows(db)) {
			await become(db, 'service')
			const [letter] = await db<Record<string, unknown>[]>`select * from private.notification_to_send(${id})`
			expect(Object.keys(letter!).sort()).toEqual([
				'applicationReference',
				'caseId',
				'driveAskId',
				'email',
				'invitationId',
				'language',
				'reference',
				'subscriptionId',
				'template',
			])
			// the number goes to the worker alone
			expect(letter!.reference).toBe(audience === 'worker' ? setting.filed.reference : null)
			const words = JSON.stringify(letter)
			for (const secret of [STORY, '王小路', '13800138000', '我想知道进展', 'labour', 'unpaid'])
				expect(words).not.toContain(secret)
			await db`select private.notification_sent(${id}, 'mail-1')`
			expect([...(await db`select * from private.notification_to_send(${id})`)]).toEqual([])
			await db`select private.notification_sent(${id}, 'mail-2')`
			await become(db, 'owner')
			expect(await db`select provider_id from app.notifications where id = ${id}`).toEqual([{ providerId: 'mail-1' }])
		}
		await become(db, setting.mine)
		expect(await refusal(db, (tx) => tx`select 1 from app.notifications`)).toBe('42501')
		expect(await refusal(db, (tx) => tx`select private.notification_to_send(${randomUUID()})`)).toBe('42501')
	}))

test('one event tells one person once, also when it is told again', () =>
	inRollback(async (db) => {
		const setting = await seedSetting(db)
		await held(db, setting)
		const before = await rows(db)
		const again = (
			filed: Filed,
		) => db`select private.notify(${filed.requestId}, ${filed.caseId}, seq, kind, ${setting.organisation})
			from app.case_events where case_id = ${filed.caseId}`
		await again(setting.filed)
		expect(await rows(db)).toEqual(before)
	}))
