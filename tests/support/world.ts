import { randomBytes, randomUUID } from 'node:crypto'
import type { Db } from '~/db/begin.server'
import { become, type Person } from './db'
import type { PersonKind } from './matrix-cells'
import {
	operatorId,
	seedAccepted,
	seedOffer,
	seedOrganisation,
	seedOutcome,
	seedRequest,
	seedService,
	seedStaff,
	seedUser,
} from './seeds'
import { seedUnions } from './seed-unions'

export type World = { people: Record<PersonKind, Person>; ids: Record<string, string> }

/** Something beside what the world is about, so that "everything" and "their own" are never the same rows. */
async function directory(db: Db, organisation: string, service: string) {
	const [place] = await db<{ id: string }[]>`insert into app.locations (organisation_id, name_zh, name_en)
		values (${organisation}, '文三路服务点', 'Wensan Road') returning id`
	await db`insert into app.service_at_locations (service_id, location_id) values (${service}, ${place!.id})`
	await db`insert into app.phones (organisation_id, number) values (${organisation}, '0571-0000000')`
	await db`insert into app.required_documents (service_id, paper_code) select ${service}, code from app.papers order by code limit 1`
	await db`insert into app.service_sectors (service_id, sector_code) values (${service}, 'delivery') on conflict do nothing`
	await db`insert into app.service_platforms (service_id, platform_code)
		select ${service}, code from app.platforms order by code limit 1 on conflict do nothing`
	const [taxonomy] = await db<{ id: string }[]>`insert into app.taxonomies (name) values (${randomUUID()}) returning id`
	await db`with term as (insert into app.taxonomy_terms (taxonomy_id, code, name_zh, name_en)
			values (${taxonomy!.id}, 'x', '甲', 'A') returning id)
		insert into app.service_taxonomy_terms (service_id, taxonomy_term_id) select ${service}, id from term`
}

/** A case in somebody's hands with everything that can hang on it. Ends as the owner. */
async function fill(db: Db, caseId: string, holder: Person & { user: string }, receipt: string) {
	await become(db, holder)
	await db`select private.open_story(${caseId}), private.reveal_contact(${caseId})`
	await db`select private.write_to_worker(${randomUUID()}, ${caseId}, '您好，我们看到了，明天给您打电话。')`
	await db`select private.write_note(${randomUUID()}, ${caseId}, '站点在西湖区，先问站长。')`
	await become(db, { receipt })
	await db`select private.write_to_holder(${randomUUID()}, ${caseId}, '好的，谢谢。')`
	await seedOutcome(db, caseId, holder)
}

/** One with the request, one with each message of the case, and one on its way. Ends as the owner. */
async function attach(db: Db, request: string, receipt: string) {
	await become(db, 'owner')
	const file = { author: 'worker', name: '工资单.jpg', type: 'image/jpeg', size: 9, width: 3, height: 3 }
	const made = (home: object) =>
		db`insert into app.attachments ${db({ ...file, sha256: randomBytes(32), stored_at: new Date(), ...home })}`
	await made({ request_id: request })
	await made({ receipt_session_id: receipt, stored_at: null })
	await db`insert into app.attachments (case_id, message_id, organisation_id, author, name, type, size, sha256, stored_at)
		select m.case_id, m.id, m.organisation_id, m.author, '诊断书.pdf', 'application/pdf', 9, sha256('x'), now()
		from app.messages m join app.cases c on c.id = m.case_id where c.request_id = ${request}`
}

const invite = (db: Db, organisation: string, role = 'caseworker') => db`
	insert into app.staff_invitations (id, organisation_id, email, roles, language, token_hash)
	values (${randomUUID()}, ${organisation}, ${`${randomUUID()}@people.test`}, ${[role]}, 'zh-CN', 'x')`

/**
 * One request with three cases (held, offered, with the desk), another request held by an organisation that the first
 * worker excluded, a union, and somebody of every kind. Ends as the owner. `ids` are the names that the matrix uses.
 */
export async function seedWorld(db: Db): Promise<World> {
	const [holder, offered, stranger, operator] = [
		await seedOrganisation(db),
		await seedOrganisation(db, { nameZh: '晨光法律援助', nameEn: 'Dawn Legal Aid' }),
		await seedOrganisation(db, { nameZh: '同城互助', nameEn: 'City Mutual Aid' }),
		await operatorId(db),
	]
	const union = await seedOrganisation(db, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' })
	const staff = {
		holder: await seedStaff(db, holder, 'caseworker'),
		manager: await seedStaff(db, holder, 'manager'),
		analyst: await seedStaff(db, holder, 'analyst'),
		offered: await seedStaff(db, offered, 'caseworker'),
		stranger: await seedStaff(db, stranger, 'caseworker'),
		officer: await seedStaff(db, union, 'officer'),
		liaison: await seedStaff(db, union, 'liaison'),
		triager: await seedStaff(db, operator, 'triager'),
		administrator: await seedStaff(db, operator, 'administrator'),
	}
	const account = await seedUser(db)
	await directory(db, holder, await seedService(db, holder))
	await directory(db, stranger, await seedService(db, stranger))

	const needs = ['labour.unpaid_wages', 'legal.labour_relation', 'unsure']
	const filed = await seedRequest(db, {
		needs,
		recipients: [holder, offered],
		excluded: [stranger],
		email: 'w@people.test',
	})
	const caseOf = async (request: string, need: string) => {
		const [row] = await db<{ id: string }[]>`
			select id from app.cases where request_id = ${request} and category_code = ${need}`
		return row!.id
	}
	const [heldCase, offeredCase, triageCase] = await Promise.all(needs.map((need) => caseOf(filed.requestId, need)))
	await db`update app.requests set user_id = ${account.user} where id = ${filed.requestId}`
	await seedAccepted(db, holder, staff.holder, { ...filed, caseId: heldCase! })
	await seedOffer(db, offered, { ...filed, caseId: offeredCase! })
	await fill(db, heldCase!, staff.holder, filed.receipt)
	await become(db, staff.triager)
	for (const id of [offeredCase!, triageCase!]) {
		await db`select private.write_to_worker(${randomUUID()}, ${id}, '我们正在帮您找合适的机构。')`
		await db`select private.write_note(${randomUUID()}, ${id}, '工会那边明天上午有人。')`
	}
	await become(db, 'owner')
	// this case was with the desk before: its holder must not learn why, nor what was said there
	await db`insert into app.messages (id, case_id, organisation_id, author, body)
		values (${randomUUID()}, ${heldCase!}, ${operator}, 'staff', '上一家机构退回了，我们再找。')`
	await db`insert into app.internal_notes (id, case_id, organisation_id, body)
		values (${randomUUID()}, ${heldCase!}, ${operator}, '上一家说名额已满。')`
	await db`select private.append_event(${heldCase!}, 'service', 'to_triage', '{"reason": "returned"}')`
	await db`insert into app.consent_asks (case_id, organisation_id, respond_hours, state)
		values (${triageCase!}, ${union}, 24, 'refused'), (${heldCase!}, ${union}, 24, 'refused')`
	await db`insert into app.routing_traces (case_id, trace) values (${triageCase!}, '[]')`

	const other = await seedRequest(db, { recipients: [stranger], excluded: [holder], email: 'o@people.test' })
	await seedAccepted(db, stranger, staff.stranger, other)
	await fill(db, other.caseId, staff.stranger, other.receipt)
	await db`insert into app.consent_asks (case_id, organisation_id, respond_hours, state)
		values (${other.caseId}, ${union}, 24, 'refused')`
	await db`update app.requests set user_id = ${(await seedUser(db)).user} where id = ${other.requestId}`

	await attach(db, filed.requestId, filed.receipt)
	await attach(db, other.requestId, other.receipt)
	await db`insert into app.drafts (id) values (gen_random_uuid())`
	for (const organisation of [holder, stranger, union]) await invite(db, organisation)
	await invite(db, union, 'liaison')
	const farUnion = await seedOrganisation(db, {
		kind: 'union',
		nameZh: '余杭区总工会',
		nameEn: 'Yuhang District Union',
	})
	const joining = await seedUnions(db, { union, farUnion, officer: staff.officer, liaison: staff.liaison, account })
	await db`insert into app.attempts (purpose, key_hash) values ('receipt', 'x')`
	await db`insert into app.publications (table_code, month, revision) values ('help_area_category', '2026-01-01', 1)`
	await db`insert into app.published_cells (table_code, month, revision, measure, row_code, column_code, value)
		values ('help_area_category', '2026-01-01', 1, 'filed', 'all', 'all', 12)`
	await db`insert into app.figure_snapshots (month, revision, counts, hidden) values ('2026-01-01', 1, '[]', '{}')`
	await db`insert into app.republications (id, month, note_zh, note_en) values (gen_random_uuid(), '2026-01-01', '补录', 'Late entries')`
	await db`insert into app.reports (month, revision, organisation_id, language, bytes, made_at)
		values ('2026-01-01', 1, null, 'en', 9, now()), ('2026-01-01', 1, ${union}, 'en', 9, now()), ('2026-01-01', 1, ${union}, 'zh-CN', null, null)`
	await db`insert into app.report_subscriptions (user_id, organisation_id, language)
		select u, ${union}, 'zh-CN' from unnest(${[staff.analyst.user, staff.officer.user, staff.stranger.user]}::uuid[]) as u`

	return {
		people: {
			visitor: 'visitor',
			receipt: { receipt: filed.receipt },
			otherReceipt: { receipt: other.receipt },
			applicant: joining.applicant,
			account,
			...staff,
			anon: 'anon',
			service: 'service',
			routing: 'routing',
		},
		ids: {
			...{ holder, offered, stranger, union, operator },
			...{ request: filed.requestId, otherRequest: other.requestId, otherCase: other.caseId },
			...{ heldCase: heldCase!, offeredCase: offeredCase!, triageCase: triageCase!, accountUser: account.user },
			...{ application: joining.application },
			...Object.fromEntries(Object.entries(staff).map(([kind, { user }]) => [`${kind}User`, user])),
		},
	}
}
