import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { Exported } from './export.schema'
import type { ExportLine } from './export-view'

const PAGE = 25
const BATCH = 1_000

/** Who took what out, the newest first. */
export async function listExports(db: Db, organisationId: string, after: string[]) {
	const [at, id] = after
	const rows = await db<ExportLine[]>`
		select x.id, x.at, x.members, x.format, p.name as who from app.member_exports x left join app.people p on p.user_id = x.user_id
		where x.union_organisation_id = ${organisationId} ${id ? db`and (x.at, x.id) < (${at ?? ''}, ${id}::uuid)` : db``}
		order by x.at desc, x.id desc limit ${PAGE + 1}`
	const exports = rows.slice(0, PAGE)
	const last = rows.length > PAGE ? exports.at(-1) : undefined
	return { exports, next: last ? [last.at.toISOString(), last.id] : null }
}

/** The states of an export: one, or all of members who have not left. */
const statesOf = (state: Exported['state']) => (state ? [state] : ['active', 'due', 'lapsed'])

/** How many it would be. */
export async function countExport(
	db: Db,
	organisationId: string,
	{ state, station }: Pick<Exported, 'state' | 'station'>,
) {
	const [row] = await db<{ members: number }[]>`select count(*)::int as members from app.memberships
		where union_organisation_id = ${organisationId} and state = any (${statesOf(state)}::text[])
			${station ? db`and station_id = ${station}` : db``}`
	return row!.members
}

/** Written down before anything leaves. `conflict` for an export of this id that was another one. */
export const beginExport = (db: Db, organisationId: string, { exportId, format, state, station }: Exported) =>
	db`select private.begin_export(${exportId}, ${organisationId}, ${format}, ${state ?? null}, ${station ?? null}::uuid)`

export type ExportedMember = {
	id: string
	joinedAt: Date
	number: string
	name: string
	phone: string
	email: string | null
	gender: 'female' | 'male' | null
	birthYear: number | null
	idLastFour: string | null
	area: string
	sector: string
	platform: string | null
	station: string | null
	workingForm: 'contract' | 'outsourced' | 'crowd' | 'own_account' | 'unsure' | null
	state: 'active' | 'due' | 'lapsed' | 'left'
	confirmedAt: Date
}

/** One batch in the order of joining, after the member given; under the caller's own rights, as every list is. */
export async function exportBatch(
	db: Db,
	language: Locale,
	organisationId: string,
	{ state, station }: { state: ExportedMember['state']; station: string | undefined },
	after: ExportedMember | null,
): Promise<ExportedMember[]> {
	return [
		...(await db<ExportedMember[]>`
			select m.id, m.joined_at, m.number, d.name, d.phone, d.email, d.gender, d.birth_year, d.id_last_four, ${named(db, language, 'a')} as area,
				${named(db, language, 's')} as sector, ${named(db, language, 'p')} as platform, t.name as station, m.working_form, m.state, m.confirmed_at
			from app.memberships m join app.member_details d on d.membership_id = m.id join app.areas a on a.code = m.area_code
			join app.sectors s on s.code = m.sector_code left join app.platforms p on p.code = m.platform_code
			left join app.stations t on t.id = m.station_id
			where m.union_organisation_id = ${organisationId} and m.state = ${state} ${station ? db`and m.station_id = ${station}` : db``}
				${after ? db`and (m.joined_at, m.id) > (${after.joinedAt}, ${after.id}::uuid)` : db``}
			order by m.joined_at, m.id limit ${BATCH}`),
	]
}

/** All of them, a batch in memory at a time; `read` opens a short transaction for each. */
export async function* exportBatches(
	read: (work: (db: Db) => Promise<ExportedMember[]>) => Promise<ExportedMember[]>,
	language: Locale,
	organisationId: string,
	{ state, station }: Pick<Exported, 'state' | 'station'>,
): AsyncGenerator<ExportedMember[]> {
	for (const one of statesOf(state)) {
		let last: ExportedMember | null = null
		for (;;) {
			const batch: ExportedMember[] = await read((db) =>
				exportBatch(db, language, organisationId, { state: one as ExportedMember['state'], station }, last),
			)
			if (batch.length > 0) yield batch
			if (batch.length < BATCH) break
			last = batch.at(-1)!
		}
	}
}
