import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { assignCase, getDeskCase, openStory, returnCase, setWaiting } from '~/domain/cases/cases.server'
import { readDesk } from '~/domain/cases/queue.server'
import { readTimeline } from '~/domain/cases/timeline.server'
import { readConversation, writeToWorker } from '~/domain/messages/messages.server'
import { proposeOutcome } from '~/domain/outcomes/propose.server'
import { everybodyElse, refusedTo, seedWorld } from '~tests/support/casework'
import { become, inRollback } from '~tests/support/db'
import { seedAccepted, seedOutcome } from '~tests/support/seeds'

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY)

test('waiting has a day within 180, ends when the work is taken up, and saved twice is told once', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const held = await seedAccepted(db, world.ours, world.caseworker)
		const until = inDays(7)
		await refusedTo(db, everybodyElse(world), (as) => setWaiting(as, held.caseId, 'worker', until))
		for (const wrong of [null, inDays(-1), inDays(181)])
			await refusedTo(
				db,
				{ caseworker: world.caseworker },
				(as) => setWaiting(as, held.caseId, 'worker', wrong),
				'WRONG',
			)
		await become(db, world.caseworker)
		for (const forWhom of ['worker', 'worker', 'authority', null] as const)
			await setWaiting(db, held.caseId, forWhom, forWhom && until)
		const kinds = (await readTimeline(db, 'en', held.caseId)).map(({ kind, codes }) => codes.for ?? kind)
		expect(kinds.slice(-3)).toEqual(['worker', 'authority', 'resumed'])
		expect(await getDeskCase(db, 'en', held.caseId)).toMatchObject({ state: 'with_organisation' })
	}))

test('given back, the case is the desk’s at once, the organisation reads nothing more, and twice is once', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const held = await seedAccepted(db, world.ours, world.caseworker)
		await refusedTo(db, everybodyElse(world), (as) => returnCase(as, held.caseId, 'other'))
		await become(db, world.caseworker)
		await returnCase(db, held.caseId, 'out_of_area')
		await returnCase(db, held.caseId, 'out_of_area')
		await expect(getDeskCase(db, 'en', held.caseId)).rejects.toMatchObject({ code: 'notFound' })
		expect(await readConversation(db, held.caseId)).toMatchObject({ messages: [], notes: [], outcomes: [] })
		await refusedTo(db, { caseworker: world.caseworker }, (as) => openStory(as, held.caseId))
		await become(db, 'owner')
		expect(
			await db`select state, triage_reason, holder_organisation_id, next_at > now() as due from app.cases where id = ${held.caseId}`,
		).toEqual([{ state: 'triage', triageReason: 'returned', holderOrganisationId: null, due: true }])
		expect(
			await db`select kind from app.case_events where case_id = ${held.caseId} and kind = 'returned'`,
		).toHaveLength(1)
		await refusedTo(db, { stranger: world.stranger, analyst: world.analyst }, (as) =>
			returnCase(as, held.caseId, 'other'),
		)
	}))

test('an outcome is proposed by the holder, after a dispute only by a manager among its caseworkers', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const held = await seedAccepted(db, world.ours, world.caseworker)
		const outcome = { outcomeId: randomUUID(), code: 'partly' as const, note: '补了一半', moneyRecovered: 128050 }
		const propose = (as: Db) => proposeOutcome(as, held.caseId, outcome)
		await refusedTo(db, everybodyElse(world), propose)
		await become(db, world.caseworker)
		await propose(db)
		await propose(db)
		expect((await readConversation(db, held.caseId)).outcomes).toMatchObject([
			{ code: 'partly', note: '补了一半', moneyRecoveredFen: 128050, attempts: null, answer: null },
		])
		await become(db, { receipt: held.receipt })
		await db`select private.dispute_outcome(${randomUUID()}, ${held.caseId}, '没有补')`
		const again = (as: Db) => proposeOutcome(as, held.caseId, { ...outcome, outcomeId: randomUUID() })
		await refusedTo(db, { caseworker: world.caseworker }, again, 'MNGER')
		await become(db, world.supervisor)
		await again(db)
		expect(await getDeskCase(db, 'en', held.caseId)).toMatchObject({ state: 'outcome_proposed' })
	}))

test('a closed case takes no more steps, and its people stay where they were', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const held = await seedAccepted(db, world.ours, world.caseworker)
		await seedOutcome(db, held.caseId, world.caseworker)
		await become(db, { receipt: held.receipt })
		await db`select private.confirm_outcome(${held.caseId}, 5, null)`
		const { caseworker } = world
		for (const step of [
			(as: Db) => writeToWorker(as, held.caseId, { messageId: randomUUID(), message: '还有' }),
			(as: Db) => setWaiting(as, held.caseId, 'worker', inDays(1)),
			(as: Db) => returnCase(as, held.caseId, 'other'),
			(as: Db) => assignCase(as, held.caseId, null),
		])
			await refusedTo(db, { caseworker }, step)
		await become(db, caseworker)
		expect(await readDesk(db, 'en', world.ours, null)).toMatchObject({ all: 0, mine: 0, closed: 1 })
		expect(await getDeskCase(db, 'en', held.caseId)).toMatchObject({
			held: false,
			state: 'closed',
			closeReason: 'confirmed',
		})
	}))
