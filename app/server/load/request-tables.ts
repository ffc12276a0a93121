import { DAY, type OneCase } from './case'
import { access, asks, caseRow, events, messages, notes, outcomes, referrals, traces, views } from './case-rows'
import type { Row, Table } from './copy.server'
import type { Filed } from './life'

const ofCase = (rows: (one: OneCase, filed: Filed) => Row[]) => (filed: Filed) =>
	filed.cases.flatMap((one) => rows(one, filed))
/** A draft lives for a week, a receipt session for thirty days. */
const younger = ({ request, until }: Filed, days: number) => request.createdAt > until - days * DAY
const later = (at: number, days: number) => new Date(at + days * DAY)

/** What one request brings, in an order in which each row finds what it refers to. Another noun gets its line here. */
export const REQUEST_TABLES: Table<Filed>[] = [
	{ name: 'auth.users', rows: ({ account }) => (account ? [{ ...account }] : []) },
	{
		name: 'app.drafts', // a sent one is the key that makes a second sending harmless
		rows: (filed) => {
			const { draftId: id, createdAt } = filed.request
			return younger(filed, 7) ? [{ id, sent_at: new Date(createdAt), expires_at: later(createdAt, 7) }] : []
		},
	},
	{
		name: 'app.requests',
		rows: ({ request: r }) => [
			{
				...{ id: r.id, draft_id: r.draftId, reference: r.reference, receipt_hash: r.receiptHash, user_id: r.userId },
				...{ language: r.language, area_code: r.area, sector_code: r.sector, platform_code: r.platform },
				...{ working_form: r.workingForm, consent_mode: r.consentMode, created_at: new Date(r.createdAt) },
			},
		],
	},
	{ name: 'app.request_stories', rows: ({ request: { id, story } }) => [{ request_id: id, body: story }] },
	{
		name: 'app.request_contacts',
		rows: ({ request: { id, contact: k } }) => [
			{ request_id: id, name: k.name, phone: k.phone, email: k.email, reach_by: k.reachBy, reach_times: k.reachTimes },
		],
	},
	{
		name: 'app.exclusions',
		rows: ({ request: { id, excluded } }) => excluded.map((one) => ({ request_id: id, organisation_id: one.id })),
	},
	{
		name: 'app.receipt_sessions',
		rows: (filed) => {
			const { sessionId: id, id: request_id, createdAt } = filed.request
			const row = { id, request_id, created_at: new Date(createdAt), expires_at: later(createdAt, 30) }
			return younger(filed, 30) ? [row] : []
		},
	},
	{
		name: 'app.consents',
		rows: ({ request }) =>
			request.consents.map((one) => ({
				...{ id: one.id, request_id: request.id, recipient_organisation_id: one.recipientId, purpose: one.purpose },
				...{ field_group: one.group, text_version: '2026-11', given_at: new Date(one.givenAt) },
				withdrawn_at: one.withdrawnAt === null ? null : new Date(one.withdrawnAt),
			})),
	},
	{ name: 'app.cases', rows: ofCase((one, { request }) => [caseRow(request, one)]) },
	{ name: 'app.referrals', rows: ofCase(referrals) },
	{ name: 'app.consent_asks', rows: ofCase(asks) },
	{ name: 'app.case_access', rows: ofCase((one, { request, desk }) => access(request, one, desk)) },
	{ name: 'app.case_events', rows: ofCase(events) },
	{ name: 'app.messages', rows: ofCase(messages) },
	{ name: 'app.internal_notes', rows: ofCase(notes) },
	{ name: 'app.outcomes', rows: ofCase(outcomes) },
	{ name: 'app.views', rows: ofCase(views) },
	{ name: 'app.routing_traces', rows: ofCase(traces) },
]
