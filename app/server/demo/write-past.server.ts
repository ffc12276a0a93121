import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type postgres from 'postgres'

export const HOUR = 3_600_000
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
/** From 0 to 1, the same for the same words, so that the demo's past is the same each time. */
export const chance = (...words: (string | number)[]) =>
	createHash('sha256').update(words.join(' ')).digest().readUInt32BE() / 2 ** 32
/** One of several, as often as its weight says. */
export function weighted<Of>(of: readonly (readonly [Of, number])[], luck: number): Of {
	let left = luck * of.reduce((sum, [, weight]) => sum + weight, 0)
	return (of.find(([, weight]) => (left -= weight) < 0) ?? of.at(-1)!)[0]
}
/** Four signs after the first letters: `T-PAST2222`, `T-PAST2223` … */
export const numbered = (start: string, n: number) =>
	start + [32768, 1024, 32, 1].map((place) => SIGNS[Math.floor(n / place) % 32]).join('')

/** A case that is over: what it was about, who had it, and how it ended. */
export type PastCase = {
	reference: string
	need: string
	area: string
	sector: string
	platform: string | null
	urgency: string
	/** None where nobody had taken it before it ended. */
	holder: string | null
	phone: string | null
	filed: Date
	accepted: Date
	replied: Date
	proposed: Date
	closed: Date
	ending: 'confirmed' | 'unanswered' | 'withdrawn'
	/** When a first outcome was not the worker's. */
	disputed: Date | null
	outcome: { code: 'got_help' | 'partly'; moneyFen?: number; nights?: number; rating?: number }
}

/** Each whole: request, case, referral, outcomes, and a history whose seals hold. */
export async function writeCases(db: postgres.TransactionSql, past: readonly PastCase[]) {
	const cases = past.map((one) => ({ ...one, request: randomUUID(), id: randomUUID(), referral: randomUUID() }))
	const taken = cases.flatMap(({ holder, ...one }) => (holder === null ? [] : [{ ...one, holder }]))
	const insert = (table: string, rows: Record<string, unknown>[]) =>
		rows.length === 0 ? [] : db`insert into app.${db(table)} ${db(rows)}`
	const about = ({ area, sector, platform }: PastCase) => ({
		area_code: area,
		sector_code: sector,
		platform_code: platform,
	})
	await insert(
		'requests',
		cases.map((one) => ({
			...{ id: one.request, draft_id: randomUUID(), reference: one.reference, receipt_hash: randomBytes(32) },
			...{ ...about(one), language: 'zh-CN', working_form: 'crowd' },
			...{ consent_mode: 'any_of_these', created_at: one.filed },
		})),
	)
	await insert(
		'request_contacts',
		cases
			.filter(({ phone }) => phone !== null)
			.map(({ request, phone }) => ({ request_id: request, phone, reach_by: ['phone'] })),
	)
	await insert(
		'cases',
		cases.map((one) => ({
			...{ id: one.id, request_id: one.request, category_code: one.need, ...about(one), language: 'zh-CN' },
			...{ urgency: one.urgency, state: 'closed', close_reason: one.ending, closed_at: one.closed },
			...{ created_at: one.filed, holder_organisation_id: one.holder, accepted_at: one.holder && one.accepted },
			first_reply_at: one.holder && one.replied,
		})),
	)
	await insert(
		'referrals',
		taken.map(({ referral, id, holder, filed, closed, ending }) => ({
			...{ id: referral, case_id: id, organisation_id: holder, state: ending, offered_at: filed },
			...{ respond_by: new Date(filed.getTime() + 36 * HOUR), ended_at: closed },
		})),
	)
	await insert(
		'outcomes',
		taken.flatMap((one) => outcomesOf(one).map((outcome) => ({ ...outcome, id: randomUUID() }))),
	)
	await writeHistory(db, cases.flatMap(historyOf))
}
type Written = PastCase & { id: string; referral: string }

/** When a second outcome was proposed: half-way from the dispute to the end. */
const betweenThem = (disputed: Date, closed: Date) => new Date((disputed.getTime() + closed.getTime()) / 2)

function outcomesOf({ id, referral, holder, proposed, disputed, closed, ending, outcome }: Written) {
	const one = { case_id: id, referral_id: referral, organisation_id: holder, note: '已办结。' }
	const said = {
		code: outcome.code,
		money_recovered_fen: null,
		nights_housed: null,
		rating: null,
		proposed_at: proposed,
	}
	const last = {
		...{ ...one, ...said, answer: ending, answered_at: closed, rating: outcome.rating ?? null },
		...{ money_recovered_fen: outcome.moneyFen ?? null, nights_housed: outcome.nights ?? null },
	}
	if (!disputed) return [last]
	return [
		{ ...one, ...said, answer: 'disputed', answered_at: disputed },
		{ ...last, proposed_at: betweenThem(disputed, closed) },
	]
}

function historyOf({ id, holder, filed, accepted, replied, proposed, disputed, closed, ending }: Written) {
	const answer = [ending, ending === 'confirmed' ? 'worker' : 'service', closed] as const
	const steps: (readonly [kind: string, actor: string, at: Date])[] = [
		['filed', 'worker', filed],
		...(holder === null
			? [['withdrawn', 'worker', closed] as const]
			: [
					...[['accepted', 'staff', accepted] as const, ['staff_wrote', 'staff', replied] as const].sort(
						([, , a], [, , b]) => a.getTime() - b.getTime(),
					),
					['outcome_proposed', 'staff', proposed] as const,
					...(disputed
						? ([
								['disputed', 'worker', disputed],
								['outcome_proposed', 'staff', betweenThem(disputed, closed)],
							] as const)
						: []),
					answer,
				]),
	]
	return steps.map(([kind, actor, at], n) => ({
		...{ case_id: id, seq: n + 1, at: at.toISOString(), actor, kind },
		codes: n === 0 || holder === null ? {} : { organisation: holder },
	}))
}

/** Step after step of all cases, for each seal covers the one before. */
async function writeHistory(db: postgres.TransactionSql, entries: ReturnType<typeof historyOf>) {
	for (let seq = 1; seq <= Math.max(...entries.map((entry) => entry.seq)); seq++)
		await db`insert into app.case_events (case_id, seq, at, actor, kind, codes, previous_hash, hash)
			select (e).case_id, (e).seq, (e).at, (e).actor, (e).kind, (e).codes, (e).previous_hash, private.event_hash(e) from (
				select jsonb_populate_record(r, jsonb_build_object('previous_hash', coalesce(b.hash, ''))) as e
				from jsonb_populate_recordset(null::app.case_events, ${db.json(entries.filter((entry) => entry.seq === seq))}) r
				left join app.case_events b on b.case_id = r.case_id and b.seq = r.seq - 1 offset 0) x`
}
