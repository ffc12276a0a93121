import type { OneCase } from './case'
import { seal } from './chain'
import type { Row } from './copy.server'
import type { FiledRequest } from './request'

const moment = (at: number | null) => (at === null ? null : new Date(at))

export const caseRow = (request: FiledRequest, one: OneCase): Row => ({
	...{ id: one.id, request_id: request.id, category_code: one.category, area_code: request.area },
	...{ sector_code: request.sector, platform_code: request.platform, language: request.language },
	...{ urgency: request.urgency, state: one.state, triage_reason: one.triageReason, close_reason: one.closeReason },
	...{
		close_code: one.closeCode,
		holder_organisation_id: one.holder?.id ?? null,
		assignee_id: one.assignee?.id ?? null,
	},
	...{ needs_manager: one.needsManager, disputes: one.disputes, next_at: moment(one.nextAt) },
	...{ created_at: moment(request.createdAt), closed_at: moment(one.closedAt) },
})

export const referrals = ({ id, referrals }: OneCase): Row[] =>
	referrals.map((one) => ({
		...{ id: one.id, case_id: id, organisation_id: one.organisation.id, service_id: one.organisation.serviceId },
		...{ state: one.state, decline_code: one.declineCode, reasons: one.reasons, by_hand: one.byHand },
		...{ offered_at: moment(one.offeredAt), respond_by: moment(one.respondBy), ended_at: moment(one.endedAt) },
	}))

export const asks = ({ id, asks }: OneCase): Row[] =>
	asks.map((one) => ({
		...{ id: one.id, case_id: id, organisation_id: one.organisation.id, service_id: one.organisation.serviceId },
		...{ reasons: ['category_group', 'area_city'], by_hand: one.byHand, respond_hours: one.respondHours },
		...{ state: one.state, asked_at: moment(one.askedAt), answer_by: moment(one.answerBy) },
	}))

/** Who may read what, worked out from where the case stands: what accepting, offering and consenting would have written. */
export function access(request: FiledRequest, one: OneCase, desk: string): Row[] {
	if (one.accessEnded) return []
	const consented = (recipient: string, purpose: string) =>
		request.consents
			.filter((given) => given.recipientId === recipient && given.purpose === purpose && given.withdrawnAt === null)
			.map(({ group }) => [recipient, group] as const)
	const both = (reader: string) => ['summary', 'messages'].map((group) => [reader, group] as const)
	const may = [
		...(one.holder ? [...both(one.holder.id), ...consented(one.holder.id, 'help_with_case')] : []),
		...(one.state === 'triage' || one.state === 'offering' ? [...both(desk), ...consented(desk, 'find_help')] : []),
		...one.referrals
			.filter(({ state }) => state === 'offered')
			.map((offer) => [offer.organisation.id, 'summary'] as const),
	]
	const granted_at = moment(one.events.at(-1)!.at)
	return [...new Map(may.map((pair) => [pair.join(' '), pair])).values()].map(([organisation_id, field_group]) => {
		return { case_id: one.id, organisation_id, field_group, granted_at }
	})
}

export const events = (one: OneCase): Row[] =>
	seal(one).map((event) => ({
		...{ case_id: one.id, seq: event.seq, at: moment(event.at), actor: event.actor, actor_id: event.actorId },
		...{ kind: event.kind, codes: JSON.stringify(event.codes), body_sha256: event.digest },
		...{ previous_hash: event.previousHash, hash: event.hash },
	}))

export const messages = ({ id, messages }: OneCase): Row[] =>
	messages.map((one) => ({
		...{ id: one.id, case_id: id, organisation_id: one.organisationId, author: one.fromWorker ? 'worker' : 'staff' },
		...{ author_id: one.authorId, body: one.body, at: moment(one.at) },
	}))

export const notes = ({ id, notes }: OneCase): Row[] =>
	notes.map((one) => ({
		...{ id: one.id, case_id: id, organisation_id: one.organisationId },
		...{ author_id: one.authorId, body: one.body, at: moment(one.at) },
	}))

export const outcomes = ({ id, outcomes }: OneCase): Row[] =>
	outcomes.map((one) => ({
		...{ id: one.id, case_id: id, referral_id: one.referral.id, organisation_id: one.referral.organisation.id },
		...{ code: one.code, note: one.note, attempts: one.code === 'could_not_reach' ? 3 : null },
		...{ money_recovered_fen: one.moneyRecoveredFen, proposed_by: one.proposedBy, proposed_at: moment(one.proposedAt) },
		...{ answer: one.answer, answered_at: moment(one.answeredAt), rating: one.rating, comment: one.comment },
	}))

/** The same person looking twice within an hour stands once. */
export const views = ({ id, views }: OneCase): Row[] =>
	[...new Map(views.map((view) => [`${view.userId} ${view.group} ${view.hour}`, view])).values()].map((view) => {
		return {
			...{ case_id: id, user_id: view.userId, organisation_id: view.organisationId },
			...{ field_group: view.group, hour: moment(view.hour) },
		}
	})

export const traces = ({ id, traces }: OneCase): Row[] =>
	traces.map(({ at, trace }) => ({ case_id: id, at: moment(at), trace: JSON.stringify(trace) }))
