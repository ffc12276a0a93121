import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Db } from '~/db/begin.server'
import type { ApplicationState, MembershipState } from '~/domain/members/membership-state'
import { PLACE, seedUser } from './seeds'

type Owner = Db | Sql
type Person = { user: string }
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const signs = () => Array.from(randomBytes(8), (byte) => SIGNS[byte % 32]).join('')
/** What the web makes of a number with its secret; here only a hash. */
export const hashOf = (text: string) => createHash('sha256').update(text).digest()
const inventedPhone = () => `1380${String(randomBytes(4).readUInt32BE() % 10_000_000).padStart(7, '0')}`

export async function seedStation(db: Owner, union: string, name = `文三路站 ${signs()}`): Promise<string> {
	const [row] = await db<{ id: string }[]>`insert into app.stations (union_organisation_id, name, area_code)
		values (${union}, ${name}, ${PLACE}) returning id`
	return row!.id
}

export async function seedCampaign(
	db: Owner,
	union: string,
	officer: Person | null = null,
): Promise<{ id: string; code: string }> {
	const code = signs()
	const [row] = await db<
		{ id: string }[]
	>`insert into app.join_campaigns (id, code, union_organisation_id, name, kind, officer_id)
		values (${randomUUID()}, ${code}, ${union}, '早会', 'meeting', ${officer?.user ?? null}) returning id`
	return { id: row!.id, code }
}

type Applying = {
	user?: string | null
	name?: string
	phone?: string
	idHash?: Buffer | null
	email?: string | null
	submittedHoursAgo?: number
	state?: ApplicationState
}
/** Somebody who wants to join, waiting for an officer. The person is invented. */
export async function seedApplication(
	db: Owner,
	union: string,
	about: Applying = {},
): Promise<{ id: string; reference: string; phone: string }> {
	const {
		user = null,
		name = '周小满',
		phone = inventedPhone(),
		idHash = null,
		email = null,
		submittedHoursAgo = 0,
		state = 'submitted',
	} = about
	const [id, reference] = [randomUUID(), `M-${signs()}`]
	await db`insert into app.membership_applications (id, reference, code_hash, union_organisation_id, user_id, way, pool_basis, area_code,
			sector_code, working_form, entered_as, consent_version, first_submitted_at, submitted_at, state, decided_at, reason_code)
		values (${id}, ${reference}, ${randomBytes(32)}, ${union}, ${user}, 'pool', 'residence', ${PLACE}, 'delivery', 'crowd', 'self', '2026-11',
			now() - make_interval(hours => ${submittedHoursAgo}), now() - make_interval(hours => ${submittedHoursAgo}), ${state},
			case when ${state} in ('approved', 'returned', 'rejected') then now() end,
			case ${state} when 'returned' then 'name_unclear' when 'rejected' then 'not_this_trade' end)`
	await db`insert into app.applicants (application_id, name, phone, email, id_hash, phone_hash, language)
		values (${id}, ${name}, ${phone}, ${email}, ${idHash}, ${hashOf(phone)}, 'zh-CN')`
	await db`select private.append_application_event(${id}, 'applicant', 'submitted')`
	return { id, reference, phone }
}

/** What reference and code of an application open. */
export async function seedApplicationSession(db: Owner, application: string): Promise<{ application: string }> {
	const [row] = await db<
		{ id: string }[]
	>`insert into app.application_sessions (application_id) values (${application}) returning id`
	return { application: row!.id }
}

type Belonging = {
	user?: string | null
	name?: string
	phone?: string
	idHash?: Buffer | null
	email?: string | null
	state?: MembershipState
	station?: string | null
	confirmedDaysAgo?: number
}
/** A member of the union. The person is invented. */
export async function seedMember(
	db: Owner,
	union: string,
	about: Belonging = {},
): Promise<{ id: string; number: string; phone: string; cardId: string }> {
	const { user = null, name = '郑大路', phone = inventedPhone(), idHash = null, email = null, state = 'active' } = about
	const { station = null, confirmedDaysAgo = 10 } = about
	const [row] = await db<{ id: string; number: string; cardId: string }[]>`
		insert into app.memberships (union_organisation_id, user_id, state, area_code, sector_code, working_form, station_id, confirmed_at, confirm_by,
			ended_at, id_hash, phone_hash)
		values (${union}, ${user}, ${state}, ${PLACE}, 'delivery', 'crowd', ${station}, now() - make_interval(days => ${confirmedDaysAgo}),
			case when ${state} = 'due' then now() + interval '14 days' end, case when ${state} in ('lapsed', 'left') then now() end,
			${idHash}, ${hashOf(phone)})
		returning id, number, card_id`
	await db`insert into app.member_details (membership_id, name, phone, email) values (${row!.id}, ${name}, ${phone}, ${email})`
	await db`select private.append_membership_event(${row!.id}, 'staff', 'joined')`
	return { ...row!, phone }
}

type Unions = { union: string; farUnion: string; officer: Person; liaison: Person; account: Person }
/**
 * Two unions, each with people, a station, a campaign, a drive; a transfer out of the first and one that is none of its business.
 * Answers an application to the first and who has opened it.
 */
export async function seedUnions(db: Owner, { union, farUnion, officer, liaison, account }: Unions) {
	await db`insert into app.union_pools (area_code, union_organisation_id) values (${PLACE}, ${union}) on conflict do nothing`
	await db`insert into app.employers (name_zh, name_en, area_code, union_organisation_id)
		values ('快达配送', 'Kuaida Delivery', ${PLACE}, ${farUnion})`
	await db`insert into app.fairness_cells (month, measure, group_code, strata, members, others, pairs, members_value, others_value)
		values ('2026-08-01', 'first_reply', 'all', 1, 6, 9, 6, 3.5, 3.4)`
	const third = await db<
		{ id: string }[]
	>`insert into app.organisations (kind, name_zh, name_en) values ('union', '临平区总工会', 'Linping District Union') returning id`
	for (const [here, person] of [
		[union, liaison],
		[farUnion, await seedUser(db)],
	] as const) {
		const station = await seedStation(db, here)
		await db`insert into app.station_liaisons (station_id, user_id) values (${station}, ${person.user})`
		await seedCampaign(db, here, here === union ? officer : null)
		await seedApplication(db, here)
		const member = await seedMember(db, here, { station })
		const drive = randomUUID()
		await db`insert into app.confirmation_drives (id, union_organisation_id, name, not_confirmed_since, answer_by)
			values (${drive}, ${here}, '秋季确认', now(), now() + interval '14 days')`
		const [ask] = await db<
			{ id: string }[]
		>`insert into app.drive_asks (drive_id, membership_id, channel) values (${drive}, ${member.id}, 'phone') returning id`
		await db`insert into app.drive_changes (drive_ask_id, drive_id, station) values (${ask!.id}, ${drive}, '古翠路站')`
		const roster = randomUUID()
		await db`insert into app.member_imports (id, union_organisation_id, file_name, kind, size, language) values (${roster}, ${here}, '花名册.csv', 'csv', 9, 'zh-CN')`
		await db`insert into app.import_rows (import_id, row_no, verdict) values (${roster}, 2, 'error')`
		await db`insert into app.member_exports (id, union_organisation_id, format, members) values (${randomUUID()}, ${here}, 'csv', 2)`
	}
	await seedApplication(db, union, { user: account.user })
	const opened = await seedApplication(db, union)
	const applicant = await seedApplicationSession(db, opened.id)
	const mine = await seedMember(db, union, { user: account.user })
	const stranger = await seedMember(db, farUnion, { user: (await seedUser(db)).user })
	for (const [member, organisation] of [[mine.id, union] as const, [stranger.id, farUnion] as const])
		await db`insert into app.member_views (membership_id, user_id, organisation_id) values (${member}, ${officer.user}, ${organisation})`
	const transfer = (member: string, from: string, to: string) => db`insert into app.membership_transfers
		(id, membership_id, from_union_id, to_union_id, asked_by, reason) values (${randomUUID()}, ${member}, ${from}, ${to}, 'member', 'moved')`
	await transfer(mine.id, union, farUnion)
	await transfer((await seedMember(db, union)).id, union, farUnion)
	await transfer(stranger.id, farUnion, third[0]!.id)
	return { application: opened.id, applicant }
}
