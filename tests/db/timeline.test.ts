import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { brokenEvents } from '~tests/support/chain'
import { become, inRollback } from '~tests/support/db'
import {
	STORY,
	operatorId,
	seedAccepted,
	seedOrganisation,
	seedOutcome,
	seedRequest,
	seedStaff,
} from '~tests/support/seeds'

test('the timeline is a chain: every change of an entry, and every one that is missing, is found', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const { caseId } = await seedAccepted(db, organisation, await seedStaff(db, organisation))
		expect(await brokenEvents(db)).toEqual([])
		const tampered = async (change: (tx: Db) => Promise<unknown>) => {
			let found: unknown[] = []
			const undo = new Error('undo')
			await db
				.savepoint(async (tx) => {
					await change(tx)
					found = (await brokenEvents(tx)).map(({ seq }) => seq)
					throw undo
				})
				.catch((error) => {
					if (error !== undo) throw error
				})
			return found
		}
		expect(await tampered((tx) => tx`update app.case_events set codes = '{"code": "x"}' where seq = 1`)).toEqual([1])
		expect(await tampered((tx) => tx`update app.case_events set kind = 'declined' where seq = 2`)).toEqual([2])
		expect(await tampered((tx) => tx`update app.case_events set at = at - interval '1 day' where seq = 2`)).toEqual([2])
		expect(await tampered((tx) => tx`update app.case_events set actor_id = null where seq = 3`)).toEqual([3])
		expect(await tampered((tx) => tx`update app.case_events set body_sha256 = 'x' where seq = 1`)).toEqual([1])
		expect(await tampered((tx) => tx`delete from app.case_events where seq = 2`)).toEqual([3])
		expect(await tampered((tx) => tx`update app.case_events e set hash = sha256('x') where seq = 1`)).toEqual([1, 2])
		expect(await db`select max(seq) as seq from app.case_events where case_id = ${caseId}`).toEqual([{ seq: 3 }])
	}))

test('no entry, no message about it, no job and no trace holds a word of what anybody wrote', () =>
	inRollback(async (db) => {
		const [one, two] = [await seedOrganisation(db), await seedOrganisation(db)]
		const [caseworker, triager] = [
			await seedStaff(db, one, 'caseworker', 'manager'),
			await seedStaff(db, await operatorId(db), 'triager'),
		]
		const email = 'xiaolu@people.test'
		const { caseId, receipt } = await seedAccepted(
			db,
			one,
			caseworker,
			await seedRequest(db, { recipients: [one], email }),
		)
		const said = {
			staff: '站长说月底补',
			worker: '我等了两个月',
			note: '先打电话',
			outcome: '工资补发了',
			dispute: '只补了一半',
			comment: '谢谢小李',
		}
		await become(db, caseworker)
		await db`select private.write_to_worker(${randomUUID()}, ${caseId}, ${said.staff})`
		await db`select private.write_note(${randomUUID()}, ${caseId}, ${said.note})`
		await become(db, { receipt })
		await db`select private.write_to_holder(${randomUUID()}, ${caseId}, ${said.worker})`
		await seedOutcome(db, caseId, caseworker, { code: 'partly', note: said.outcome })
		await become(db, { receipt })
		await db`select private.dispute_outcome(${randomUUID()}, ${caseId}, ${said.dispute})`
		await seedOutcome(db, caseId, caseworker, { code: 'got_help', note: said.outcome })
		await become(db, { receipt })
		await db`select private.confirm_outcome(${caseId}, 5, ${said.comment})`
		await db`select private.reopen_case(${caseId})`
		await db`select private.escalate_case(${caseId})`
		await become(db, triager)
		await db`select private.categorise_case(${caseId}, 'labour.deductions')`
		await db`select private.offer_by_hand(${caseId}, ${two}, 24)`
		await become(db, 'owner')

		const [kept] = await db<{ text: string }[]>`select string_agg(line, ' ') as text from (
			select e::text as line from app.case_events e union all select n::text from app.notifications n
			union all select t::text from app.routing_traces t union all select j::text from graphile_worker._private_jobs j) as lines`
		for (const words of [...Object.values(said), STORY, '王小路', '13800138000', email]) {
			expect(kept!.text).not.toContain(words)
			expect(kept!.text).not.toContain(Buffer.from(words).toString('hex'))
		}
		// what stands there instead: a digest of each text, so that the text can be proved and erased
		const digests = await db<{ kind: string }[]>`select distinct kind from app.case_events where body_sha256 in
			(select sha256(convert_to(t, 'UTF8')) from unnest(${[...Object.values(said), STORY]}::text[]) t) order by kind`
		expect(digests.map(({ kind }) => kind)).toEqual([
			'confirmed',
			'disputed',
			'filed',
			'outcome_proposed',
			'staff_wrote',
			'worker_wrote',
		])
		expect(await brokenEvents(db)).toEqual([])
	}))
