import { randomUUID } from 'node:crypto'
import type { Db } from '~/db/begin.server'
import { become } from './db'
import { operatorId, seedAccepted, seedOffer, seedOrganisation, seedOutcome, seedRequest, seedStaff } from './seeds'

export type Setting = Awaited<ReturnType<typeof seedSetting>>
/** Two caseworkers, a manager and an analyst of one organisation; two triagers and an administrator of the desk. */
export async function seedSetting(db: Db, email: string | null = 'worker@people.test') {
	const organisation = await seedOrganisation(db)
	const [mine, colleague] = [
		await seedStaff(db, organisation, 'caseworker', 'manager'),
		await seedStaff(db, organisation),
	]
	for (const role of ['manager', 'analyst'] as const) await seedStaff(db, organisation, role)
	const desk = await operatorId(db)
	const triagers = [await seedStaff(db, desk, 'triager'), await seedStaff(db, desk, 'triager')]
	await seedStaff(db, desk, 'administrator')
	const filed = await seedRequest(db, { recipients: [organisation], email })
	return { organisation, mine, colleague, triagers, filed }
}
export const asWorker = (db: Db, { filed }: Setting) => become(db, { receipt: filed.receipt })
export const held = async (db: Db, setting: Setting) =>
	void (await seedAccepted(db, setting.organisation, setting.mine, setting.filed))
const proposed = async (db: Db, setting: Setting) => {
	await held(db, setting)
	await seedOutcome(db, setting.filed.caseId, setting.mine)
}
const nothingBefore = async () => {}

export type Told = 'worker' | 'mine' | 'colleague' | 'triagers'
type Rule = {
	event: string
	before: (db: Db, setting: Setting) => Promise<unknown>
	act: (db: Db, setting: Setting) => Promise<unknown>
	/** Whom this one act tells, each by which letter. */
	tells: [Told, template: string][]
}
/** One act for each rule of the table, and whom it tells. */
export const RULES: Rule[] = [
	{
		event: 'offered',
		before: nothingBefore,
		act: (db, s) => seedOffer(db, s.organisation, s.filed),
		tells: [
			['mine', 'offer'],
			['colleague', 'offer'],
		],
	},
	{
		event: 'accepted',
		before: (db, s) => seedOffer(db, s.organisation, s.filed),
		act: acceptOffer,
		tells: [['worker', 'news']],
	},
	{
		event: 'asked',
		before: forgetConsents,
		act: (db, s) => seedOffer(db, s.organisation, s.filed),
		tells: [['worker', 'answer_needed']],
	},
	{
		event: 'staff_wrote',
		before: held,
		act: async (db, s) => (
			await become(db, s.mine),
			db`select private.write_to_worker(${randomUUID()}, ${s.filed.caseId}, '您好')`
		),
		tells: [['worker', 'news']],
	},
	{
		event: 'waiting',
		before: held,
		act: async (db, s) => (
			await become(db, s.mine),
			db`select private.set_waiting(${s.filed.caseId}, 'worker', now() + interval '2 days')`
		),
		tells: [['worker', 'answer_needed']],
	},
	{
		event: 'outcome_proposed',
		before: held,
		act: (db, s) => seedOutcome(db, s.filed.caseId, s.mine),
		tells: [['worker', 'answer_needed']],
	},
	{
		event: 'worker_wrote',
		before: held,
		act: async (db, s) => (
			await asWorker(db, s),
			db`select private.write_to_holder(${randomUUID()}, ${s.filed.caseId}, '好的')`
		),
		tells: [['mine', 'case_news']],
	},
	{
		event: 'confirmed',
		before: proposed,
		act: async (db, s) => (await asWorker(db, s), db`select private.confirm_outcome(${s.filed.caseId}, 5, null)`),
		tells: [['mine', 'case_news']],
	},
	{
		event: 'disputed', // back at the organisation, in nobody's hands: everybody who could take it
		before: proposed,
		act: async (db, s) => (
			await asWorker(db, s),
			db`select private.dispute_outcome(${randomUUID()}, ${s.filed.caseId}, '没有')`
		),
		tells: [
			['mine', 'case_news'],
			['colleague', 'case_news'],
		],
	},
	{
		event: 'reopened',
		before: async (db, s) => (
			await proposed(db, s),
			await asWorker(db, s),
			db`select private.confirm_outcome(${s.filed.caseId}, 5, null)`
		),
		act: async (db, s) => (await asWorker(db, s), db`select private.reopen_case(${s.filed.caseId})`),
		tells: [['mine', 'case_news']],
	},
	{
		event: 'assigned',
		before: held,
		act: async (db, s) => (
			await become(db, s.mine),
			db`select private.assign_case(${s.filed.caseId}, ${s.colleague.user})`
		),
		tells: [['colleague', 'case_news']],
	},
	{
		event: 'unanswered',
		before: async (db, s) => (await proposed(db, s), db`update app.cases set next_at = now() - interval '1 second'`),
		act: async (db) => (await become(db, 'service'), db`select private.sweep()`),
		tells: [['worker', 'news']],
	},
	{
		event: 'returned',
		before: held,
		act: async (db, s) => (await become(db, s.mine), db`select private.return_case(${s.filed.caseId}, 'no_capacity')`),
		tells: [
			['worker', 'news'],
			['triagers', 'desk_news'],
		],
	},
	{
		event: 'to_triage',
		before: nothingBefore,
		act: (db, s) => db`select private.offer_best(${s.filed.caseId}, '[]', null, null, null, null)`,
		tells: [['triagers', 'desk_news']],
	},
	{
		event: 'closed_by_desk',
		before: (db, s) => db`select private.offer_best(${s.filed.caseId}, '[]', null, null, null, null)`,
		act: async (db, s) => (
			await become(db, s.triagers[0]!),
			db`select private.close_by_desk(${s.filed.caseId}, 'duplicate')`
		),
		tells: [['worker', 'news']],
	},
	{
		event: 'report_made', // the colleague works with cases and may read no report, whatever they subscribed to
		before: async (db, s) => {
			await db`insert into app.staff_roles (user_id, organisation_id, role) values (${s.mine.user}, ${s.organisation}, 'analyst')`
			await db`insert into app.report_subscriptions (user_id, language) values (${s.mine.user}, 'en'), (${s.colleague.user}, 'en')`
		},
		act: async (db) => {
			await become(db, 'service')
			await db`select private.report_made(private.begin_report('2026-01-01', 1, null, 'en'), 9)`
		},
		tells: [['mine', 'report_ready']],
	},
]
async function acceptOffer(db: Db, { mine }: Setting) {
	const [offer] = await db<{ id: string }[]>`select id from app.referrals where state = 'offered'`
	await become(db, mine)
	await db`select private.accept_referral(${offer!.id})`
}
async function forgetConsents(db: Db) {
	await db`update app.consents set withdrawn_at = now() where purpose = 'help_with_case'`
}
