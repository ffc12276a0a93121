import { randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Db } from '~/db/begin.server'
import { memberHash } from '~/lib/member-hash.server'
import { NEED, seedOrganisation } from './seeds'

type Owner = Db | Sql
export const MEMBER_SECRET = 'members-of-tests-members-of-tests-m' // as tests/support/settings.ts has it
let phones = 0
/** A number that nobody else in the tests has. */
export const newPhone = () => `1390${String(++phones).padStart(7, '0')}`

type Past = {
	phone?: string | null
	filedAt?: string
	need?: string
	area?: string
	urgency?: 'normal' | 'soon' | 'today'
	/** Hours after it was filed; null: never. */ repliedAfter?: number | null
	acceptedAfter?: number | null
	/** How it ended; null: it has not. */ ended?: 'confirmed' | 'unanswered' | 'withdrawn' | 'duplicate' | null
	outcome?: 'got_help' | 'partly' | 'not_eligible'
}
/** A case of some time ago, written down as it stands now: only what a comparison over months looks at. */
export async function seedPastCase(db: Owner, about: Past = {}): Promise<string> {
	const {
		phone = newPhone(),
		filedAt = '2026-08-10T09:00:00+08:00',
		need = NEED,
		area = '330106',
		urgency = 'soon',
	} = about
	const { repliedAfter = 4, acceptedAfter = 6, ended = 'confirmed', outcome = 'got_help' } = about
	const [request, id] = [randomUUID(), randomUUID()]
	const holder = await seedOrganisation(db)
	const reference = `T-${id
		.replace(/[^2-9a-f]/g, 'Z')
		.slice(0, 8)
		.toUpperCase()}`
	await db`insert into app.requests (id, draft_id, reference, receipt_hash, language, consent_mode, created_at)
		values (${request}, ${randomUUID()}, ${reference}, '', 'zh-CN', 'any_of_these', ${filedAt})`
	await db`insert into app.request_contacts (request_id, phone, reach_by) values (${request}, ${phone}, '{here}')`
	await db`insert into app.cases (id, request_id, category_code, area_code, language, urgency, state, close_reason, close_code, closed_at,
			next_at, holder_organisation_id, created_at)
		values (${id}, ${request}, ${need}, ${area}, 'zh-CN', ${urgency}, ${ended ? 'closed' : 'with_organisation'},
			${ended === 'duplicate' ? 'desk' : ended}, ${ended === 'duplicate' ? 'duplicate' : null}, ${ended ? '2026-09-01' : null},
			${ended ? null : '2026-12-01'}, ${holder}, ${filedAt})`
	let seq = 0
	const happened = (kind: string, hours: number | null) =>
		hours === null
			? null
			: db`insert into app.case_events (case_id, seq, at, actor, kind, previous_hash, hash)
				values (${id}, ${++seq}, ${filedAt}::timestamptz + make_interval(secs => ${hours * 3600}), 'staff', ${kind}, '', '')`
	await happened('staff_wrote', repliedAfter)
	await happened('staff_wrote', repliedAfter === null ? null : repliedAfter + 50) // the first one counts
	await happened('accepted', acceptedAfter)
	if (ended === 'confirmed') {
		const [referral] = await db<
			{ id: string }[]
		>`insert into app.referrals (case_id, organisation_id, state, respond_by)
			values (${id}, ${holder}, 'confirmed', now()) returning id`
		await db`insert into app.outcomes (id, case_id, referral_id, organisation_id, code, note, answer, answered_at)
			values (${randomUUID()}, ${id}, ${referral!.id}, ${holder}, ${outcome}, '已办', 'confirmed', now())`
	}
	return id
}

/** A member whom the web knows by a phone number: it is hashed as the web does. */
export async function seedMemberByPhone(
	db: Owner,
	union: string,
	phone: string,
	{ joined = '2026-01-01', ended = null as string | null } = {},
): Promise<void> {
	await db`insert into app.memberships (union_organisation_id, state, area_code, sector_code, joined_at, ended_at, phone_hash)
		values (${union}, ${ended ? 'left' : 'active'}, '330106', 'delivery', ${joined}, ${ended}, ${memberHash(MEMBER_SECRET, 'phone', phone)})`
}
