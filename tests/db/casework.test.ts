import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { assignCase, getDeskCase, openStory, revealContact } from '~/domain/cases/cases.server'
import { listMyDesks, readDesk } from '~/domain/cases/queue.server'
import { readTimeline } from '~/domain/cases/timeline.server'
import { readConversation, writeNote, writeToWorker } from '~/domain/messages/messages.server'
import { acceptReferral, declineReferral, listOffers } from '~/domain/referrals/referrals.server'
import { everybodyElse, refusedTo, seedWorld } from '~tests/support/casework'
import { become, inRollback, refusal } from '~tests/support/db'
import { STORY, seedAccepted, seedOffer, seedRequest } from '~tests/support/seeds'

test('an offer is accepted or declined by a caseworker of the organisation that has it, and by nobody else', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const offer = await seedOffer(db, world.ours)
		await refusedTo(db, everybodyElse(world), (as) => acceptReferral(as, offer.referralId!))
		await refusedTo(db, everybodyElse(world), (as) => declineReferral(as, offer.referralId!, 'no_capacity'))

		await become(db, world.caseworker)
		expect(await acceptReferral(db, offer.referralId!)).toBe(offer.caseId)
		await become(db, world.supervisor)
		expect(await acceptReferral(db, offer.referralId!)).toBe(offer.caseId) // the same organisation again: the same answer
		expect(await refusal(db, (as) => declineReferral(as, offer.referralId!, 'other'))).toBe('TAKEN')
		expect(await getDeskCase(db, 'en', offer.caseId)).toMatchObject({
			held: true,
			assignee: '李明',
			state: 'with_organisation',
		})

		await become(db, 'owner')
		const second = await seedOffer(db, world.ours)
		await become(db, world.caseworker)
		await declineReferral(db, second.referralId!, 'no_capacity')
		await declineReferral(db, second.referralId!, 'no_capacity') // twice is once
		await expect(getDeskCase(db, 'en', second.caseId)).rejects.toMatchObject({ code: 'notFound' })
		await become(db, 'owner')
		const events =
			await db`select kind, codes ->> 'code' as code from app.case_events where case_id = ${second.caseId} and kind = 'declined'`
		expect(events).toEqual([{ kind: 'declined', code: 'no_capacity' }])
	}))

test('before accepting there is a summary and no door to anything personal', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const offer = await seedOffer(db, world.ours)
		await become(db, world.caseworker)
		const [seen] = await listOffers(db, 'zh-CN', world.ours)
		expect(seen).toMatchObject({ id: offer.caseId, category: expect.any(String), urgency: 'normal', late: false })
		expect(seen!.area).toMatch(/ · .* · /)
		const page = JSON.stringify([
			seen,
			await getDeskCase(db, 'zh-CN', offer.caseId),
			await readConversation(db, offer.caseId),
			await readTimeline(db, 'zh-CN', offer.caseId),
		])
		for (const secret of [STORY, '王小路', '13800138000', offer.reference]) expect(page).not.toContain(secret)
		expect(await getDeskCase(db, 'en', offer.caseId)).toMatchObject({
			held: false,
			mayOpenStory: false,
			mayRevealContact: false,
			reference: null,
		})
		await refusedTo(db, { caseworker: world.caseworker }, (as) => openStory(as, offer.caseId))
		await refusedTo(db, { caseworker: world.caseworker }, (as) => revealContact(as, offer.caseId))
		await refusedTo(db, { caseworker: world.caseworker }, (as) =>
			writeNote(as, offer.caseId, { noteId: randomUUID(), note: '早' }),
		)
	}))

test('story and contact open for the holder’s caseworkers alone, and each look is logged', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const held = await seedAccepted(db, world.ours, world.caseworker)
		await refusedTo(db, everybodyElse(world), (as) => openStory(as, held.caseId))
		await refusedTo(db, everybodyElse(world), (as) => revealContact(as, held.caseId))
		await become(db, world.caseworker)
		expect(await openStory(db, held.caseId)).toBe(STORY)
		expect(await revealContact(db, held.caseId)).toMatchObject({
			phone: '13800138000',
			reachBy: ['phone'],
			reachTimes: ['evening'],
		})
		await become(db, { receipt: held.receipt })
		expect(await db`select field_group from app.views order by 1`).toEqual([
			{ fieldGroup: 'contact' },
			{ fieldGroup: 'story' },
		])
	}))

test('what the worker did not agree to share stays shut for the holder too', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const request = await seedRequest(db, { recipients: [world.ours], fields: [] })
		const held = await seedAccepted(db, world.ours, world.caseworker, request)
		await refusedTo(db, { caseworker: world.caseworker }, (as) => openStory(as, held.caseId))
		await refusedTo(db, { caseworker: world.caseworker }, (as) => revealContact(as, held.caseId))
		await become(db, world.caseworker)
		expect(await getDeskCase(db, 'en', held.caseId)).toMatchObject({
			held: true,
			mayOpenStory: false,
			mayRevealContact: false,
		})
	}))

test('messages and notes are the holder’s; the same id twice stands once; the worker never sees a note', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const held = await seedAccepted(db, world.ours, world.caseworker)
		const [messageId, noteId] = [randomUUID(), randomUUID()]
		const write = (as: Db) => writeToWorker(as, held.caseId, { messageId, message: '您好' })
		const note = (as: Db) => writeNote(as, held.caseId, { noteId, note: '只给同事' })
		await refusedTo(db, everybodyElse(world), write)
		await refusedTo(db, everybodyElse(world), note)
		await become(db, world.caseworker)
		for (const step of [write, write, note, note]) await step(db)
		const other = (as: Db) => writeNote(as, held.caseId, { noteId, note: '另一条' })
		expect(await refusal(db, other)).toBe('TAKEN') // never dropped in silence
		const said = await readConversation(db, held.caseId)
		expect(said.messages).toMatchObject([{ id: messageId, author: 'staff', authorName: '李明', body: '您好' }])
		expect(said.notes).toMatchObject([{ id: noteId, body: '只给同事' }])
		expect((await getDeskCase(db, 'en', held.caseId)).referral).toMatchObject({ state: 'in_service' })
		await become(db, { receipt: held.receipt })
		expect(await db`select body from app.messages`).toEqual([{ body: '您好' }])
		expect(await refusal(db, (as) => as`select body from app.internal_notes`)).toBe('42501')
	}))

test('a manager who is no caseworker reads the summary and the steps, assigns, and reads nothing that was said', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		const held = await seedAccepted(db, world.ours, world.caseworker)
		await become(db, world.caseworker)
		await writeToWorker(db, held.caseId, { messageId: randomUUID(), message: '您好' })
		await writeNote(db, held.caseId, { noteId: randomUUID(), note: '备注' })
		await become(db, world.manager)
		expect(await readDesk(db, 'en', world.ours, null)).toMatchObject({ all: 1, roles: ['manager'], offers: [] })
		expect(await getDeskCase(db, 'en', held.caseId)).toMatchObject({ held: true, reference: null, mayOpenStory: false })
		expect(await readConversation(db, held.caseId)).toEqual({
			messages: [],
			moreMessages: false,
			notes: [],
			outcomes: [],
		})
		expect((await readTimeline(db, 'en', held.caseId)).map(({ kind }) => kind)).toContain('staff_wrote')
		await assignCase(db, held.caseId, world.supervisor.user)
		await assignCase(db, held.caseId, null)
		await assignCase(db, held.caseId, world.caseworker.user)
		expect(await getDeskCase(db, 'en', held.caseId)).toMatchObject({ assigneeId: world.caseworker.user })

		const { manager: _, ...others } = everybodyElse(world)
		await refusedTo(db, others, (as) => assignCase(as, held.caseId, null))
		for (const somebody of [world.stranger, world.manager])
			await refusedTo(db, { manager: world.manager }, (as) => assignCase(as, held.caseId, somebody.user), 'WRONG')
	}))

test('a desk is there for those who work at it', () =>
	inRollback(async (db) => {
		const world = await seedWorld(db)
		await become(db, world.supervisor)
		expect(await listMyDesks(db, 'en')).toMatchObject([
			{ organisationId: world.ours, organisationName: 'Lighthouse Social Work' },
		])
		for (const person of [world.analyst, world.stranger, world.triager]) {
			await become(db, person)
			await expect(readDesk(db, 'en', world.ours, null)).rejects.toMatchObject({ code: 'notFound' })
		}
		await become(db, world.analyst)
		expect(await listMyDesks(db, 'en')).toEqual([])
	}))
