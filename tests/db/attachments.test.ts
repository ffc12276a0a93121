import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback, refusal, type Person } from '~tests/support/db'
import {
	NEED,
	PLACE,
	STORY,
	operatorId,
	seedAccepted,
	seedOrganisation,
	seedRequest,
	seedStaff,
} from '~tests/support/seeds'

const file = (name = '工资单.jpg', about: object = {}) => ({
	id: randomUUID(),
	name,
	type: 'image/jpeg',
	size: 1200,
	width: 30,
	height: 40,
	sha256: createHash('sha256').update(randomBytes(8)).digest('hex'),
	...about,
})
type File = ReturnType<typeof file>
const attach = async (db: Db, draft: string, files: File[]) =>
	(await db<{ id: string }[]>`select id from private.attach_to_draft(${draft}, ${db.json(files)})`).map(({ id }) => id)
const begin = async (db: Db, caseId: string, files: File[]) =>
	(await db<{ id: string }[]>`select id from private.begin_upload(${caseId}, ${db.json(files)})`).map(({ id }) => id)
const open = (db: Db, id: string) => db`select name, type from private.open_attachment(${id})`
const all = (db: Db) => db`select * from app.attachments order by id`
const jobs = async (db: Db) => {
	await become(db, 'owner')
	const rows = await db<{ id: string }[]>`select j.payload ->> 'fileId' as id from graphile_worker._private_jobs j
		join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'remove_file'`
	return rows.map(({ id }) => id)
}
/** Somebody tries and is refused, and everything stands as it stood. */
async function refused(db: Db, person: Person, code: string, step: (db: Db) => Promise<unknown>) {
	await become(db, 'owner')
	const before = [...(await all(db)), ...(await db`select * from app.views`)]
	await become(db, person)
	expect([String(step), await refusal(db, step)]).toEqual([String(step), code])
	await become(db, 'owner')
	expect([...(await all(db)), ...(await db`select * from app.views`)]).toEqual(before)
}

test('files of a draft: eight at most, the same one once, shown when stored, gone with the draft and its bytes with it', () =>
	inRollback(async (db) => {
		const draft = randomUUID()
		await become(db, 'visitor')
		const [first, second] = [file(), file('诊断书.pdf', { type: 'application/pdf', width: null, height: null })]
		const ids = await attach(db, draft, [first, second])
		expect(await attach(db, draft, [first])).toEqual([ids[0]])
		const shown = () => db`select id, name, size from private.draft_files(${draft})`
		expect(await shown()).toEqual([])
		await db`select private.stored_in_draft(${draft}, ${ids}::uuid[])`
		expect(await shown()).toHaveLength(2)
		await refused(db, 'visitor', 'WRONG', (tx) =>
			attach(
				tx,
				draft,
				Array.from({ length: 7 }, () => file()),
			),
		)
		await become(db, 'visitor')
		await db`select private.detach_from_draft(${randomUUID()}, ${ids[0]!})`
		expect(await shown()).toHaveLength(2)
		await db`select private.detach_from_draft(${draft}, ${ids[0]!})`
		expect(await shown()).toMatchObject([{ name: '诊断书.pdf' }])
		expect(await jobs(db)).toEqual([ids[0]])
		await db`update app.drafts set expires_at = now() - interval '1 second'`
		await become(db, 'service')
		await db`select private.purge()`
		expect((await jobs(db)).sort()).toEqual([...ids].sort())
		await become(db, 'service')
		expect(await db`select private.file_is_gone(${ids[0]!}) as gone`).toEqual([{ gone: true }])
	}))

test('a draft hands its stored files to the request, and takes none afterwards', () =>
	inRollback(async (db) => {
		const draft = randomUUID()
		await become(db, 'visitor')
		const [kept, late] = await attach(db, draft, [file(), file()])
		await db`select private.stored_in_draft(${draft}, ${[kept!]}::uuid[])`
		const contact = { reachBy: ['here'] }
		const filing = { story: STORY, needs: [NEED], area: PLACE, sector: 'delivery', urgency: 'normal', contact }
		const sharing = { consentMode: 'ask_first', recipients: [], excluded: [], fields: [], deskMayRead: true }
		const [opened] = await db<
			{ receipt: string }[]
		>`select receipt_session as receipt from private.open_request(${draft},
			'T-22222222', ${randomBytes(32)}, 'zh-CN', ${db.json({ ...filing, ...sharing, workingForm: 'crowd', textVersion: '1' })})`
		for (const step of [
			(tx: Db) => attach(tx, draft, [file()]),
			(tx: Db) => tx`select private.stored_in_draft(${draft}, ${[late!]}::uuid[])`,
		])
			await refused(db, 'visitor', 'GONE0', step)
		await become(db, 'visitor')
		await db`select private.detach_from_draft(${draft}, ${kept!})`
		await become(db, { receipt: opened!.receipt })
		expect(await db`select id, name from app.attachments`).toEqual([{ id: kept, name: '工资单.jpg' }])
		expect(await open(db, kept!)).toEqual([{ name: '工资单.jpg', type: 'image/jpeg' }])
		await become(db, 'owner')
		expect(await db`select 1 from app.views`).toEqual([]) // one's own files are nobody's business
		await db`delete from app.requests where draft_id = ${draft}`
		expect(await jobs(db)).toEqual([kept])
	}))

/** A case in hand, with a file at the request and one in each message. Ends as the owner. */
async function conversation(db: Db) {
	const organisation = await seedOrganisation(db)
	const caseworker = await seedStaff(db, organisation)
	const held = await seedAccepted(db, organisation, caseworker)
	const { caseId, receipt, requestId } = held
	const send = async (
		person: Person,
		door: 'write_to_holder' | 'write_to_worker',
		files: File[],
		id = randomUUID(),
	) => {
		await become(db, person)
		await begin(db, caseId, files)
		const ids = files.map((one) => one.id)
		await db`select ${db.unsafe(`private.${door}`)}(${id}, ${caseId}, '请看附件', ${ids}::uuid[])`
		return id
	}
	const [theirs, ours, asked] = [file('伤口.jpg'), file('表格.jpg'), randomUUID()]
	await send({ receipt }, 'write_to_holder', [theirs])
	await send(caseworker, 'write_to_worker', [ours])
	await become(db, 'owner')
	await db`insert into app.attachments (id, request_id, author, name, type, size, sha256, stored_at)
		values (${asked}, ${requestId}, 'worker', '合同.pdf', 'application/pdf', 9, sha256('x'), now())`
	return { ...held, organisation, caseworker, send, theirs: theirs.id, ours: ours.id, asked }
}

test('both sides open the files of their conversation; what staff open of a worker is logged once an hour, their own is not', () =>
	inRollback(async (db) => {
		const { caseId, receipt, caseworker, theirs, ours, asked, organisation } = await conversation(db)
		for (const id of [theirs, ours, asked]) {
			await become(db, { receipt })
			expect(await open(db, id)).toHaveLength(1)
		}
		await become(db, caseworker)
		await open(db, ours)
		await become(db, 'owner')
		expect(await db`select 1 from app.views`).toEqual([])
		await become(db, caseworker)
		for (const id of [theirs, theirs, asked]) await open(db, id)
		expect(await db`select name from app.attachments order by name`).toHaveLength(3)
		await become(db, { receipt })
		expect(await db`select case_id, organisation_id, field_group from app.views`).toEqual([
			{ caseId, organisationId: organisation, fieldGroup: 'files' },
		])
	}))

test('nobody else opens them, lists them or adds to them, and every refusal reads the same', () =>
	inRollback(async (db) => {
		const { caseId, theirs, asked, organisation } = await conversation(db)
		const other = await seedRequest(db)
		const people: Person[] = [
			await seedStaff(db, organisation, 'manager'),
			await seedStaff(db, organisation, 'analyst'),
			await seedStaff(db, await seedOrganisation(db), 'caseworker', 'manager'),
			await seedStaff(db, await operatorId(db), 'triager', 'administrator'),
			{ receipt: other.receipt },
			'visitor',
		]
		for (const person of people) {
			for (const id of [theirs, asked, randomUUID()]) await refused(db, person, 'NTFND', (tx) => open(tx, id))
			await refused(db, person, 'NTFND', (tx) => begin(tx, caseId, [file()]))
			await become(db, person)
			expect(await db`select 1 from app.attachments`).toEqual([])
		}
		for (const person of ['service', 'routing'] as const)
			await refused(db, person, '42501', (tx) => tx`select id from app.attachments`)
	}))

test('a consent taken back closes the files with the story and the conversation', () =>
	inRollback(async (db) => {
		const { receipt, organisation, caseworker, theirs, asked } = await conversation(db)
		await become(db, { receipt })
		await db`select private.withdraw_consent(${organisation})`
		for (const id of [theirs, asked]) await refused(db, caseworker, 'NTFND', (tx) => open(tx, id))
	}))

test('a message takes only what its own writer brought, once; a second tap stores and writes nothing', () =>
	inRollback(async (db) => {
		const { caseId, receipt, caseworker, send } = await conversation(db)
		const pending = file()
		await become(db, { receipt })
		expect(await begin(db, caseId, [pending])).toEqual([pending.id])
		const steal = (tx: Db) =>
			tx`select private.write_to_worker(${randomUUID()}, ${caseId}, 'x', ${[pending.id]}::uuid[])`
		await refused(db, caseworker, 'WRONG', steal)
		await become(db, caseworker)
		expect(await begin(db, caseId, [pending])).toEqual([]) // not theirs to store under
		const message = await send({ receipt }, 'write_to_holder', [pending])
		await send({ receipt }, 'write_to_holder', [pending], message)
		await become(db, { receipt })
		expect(await begin(db, caseId, [pending])).toEqual([])
		expect(await db`select message_id from app.attachments where id = ${pending.id}`).toEqual([{ messageId: message }])
		const many = Array.from({ length: 9 }, () => file())
		await refused(db, { receipt }, 'WRONG', (tx) => begin(tx, caseId, many))
	}))

test('what was begun and never sent goes after a day, and its bytes with it', () =>
	inRollback(async (db) => {
		const { caseId, receipt, theirs, ours, asked } = await conversation(db)
		const lost = file()
		await become(db, { receipt })
		await begin(db, caseId, [lost])
		expect(await attempt(db, (tx) => open(tx, lost.id))).toBe('NTFND')
		await become(db, 'owner')
		await db`update app.attachments set created_at = now() - interval '25 hours'`
		await become(db, 'service')
		await db`select private.purge()`
		expect(await jobs(db)).toEqual([lost.id])
		expect((await all(db)).map(({ id }) => id as string).sort()).toEqual([theirs, ours, asked].sort())
	}))

test('a row is never half a thing: one home, a size within the limit, a known type', () =>
	inRollback(async (db) => {
		const draft = randomUUID()
		for (const wrong of [{ size: 10_485_761 }, { type: 'text/html' }, { name: '' }, { width: 9000 }, { width: null }])
			await refused(db, 'visitor', '23514', (tx) => attach(tx, draft, [file('a.jpg', wrong)]))
	}))
