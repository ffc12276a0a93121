import { randomUUID } from 'node:crypto'
import { asUser } from '~/db/db.server'
import type { Locale } from '~/i18n/resources'
import { beginImport, importStored, readImport, takeOverImport } from '~/domain/roster/imports.server'
import { formatOf } from '~/domain/roster/roster-file.server'
import { workerEnv } from '~/env.server'
import { memberHash } from '~/lib/member-hash.server'
import { owner } from './db'
import { store } from './kept-files'
import { runJobs } from './run-jobs'

const signedIn = (person: { user: string }) => ({ role: 'authenticated', sub: person.user }) as const

/** Work the queue until it is empty, as the worker does. */
export async function work(): Promise<void> {
	await owner`update graphile_worker._private_jobs set run_at = now() where locked_at is null`
	await runJobs()
}

type Officer = { union: string; officer: { user: string } }
type Defaults = { area?: string; sector?: string; language?: Locale; id?: string; name?: string }
/** Bring a list, as the page does; `work()` reads it. */
export async function bring({ union, officer }: Officer, file: string | Buffer, about: Defaults = {}): Promise<string> {
	const bytes = Buffer.from(file)
	const { id = randomUUID(), area = '330106', sector = 'delivery', language = 'zh-CN', name = '花名册.csv' } = about
	const kind = formatOf(bytes) === 'xlsx' ? 'xlsx' : 'csv'
	const begun = {
		importId: id,
		organisationId: union,
		fileName: name,
		kind,
		size: bytes.length,
		language,
		area,
		sector,
	} as const
	const key = await asUser(signedIn(officer), (db) => beginImport(db, begun))
	if (key) await store.putFile(key, bytes)
	await asUser(signedIn(officer), (db) => importStored(db, id))
	return id
}
export const lookAt = ({ union, officer }: Officer, id: string) =>
	asUser(signedIn(officer), (db) => readImport(db, union, id))

/** Take over what is shown. */
export async function take(
	office: Officer,
	id: string,
	choice: { existing?: 'update' | 'skip'; stations?: boolean } = {},
) {
	const { counts } = await lookAt(office, id)
	const { existing = 'update', stations = true } = choice
	const shown = { existing, stations, made: counts.new ?? 0, changed: counts.update ?? 0 }
	await asUser(signedIn(office.officer), (db) => takeOverImport(db, id, shown))
}
/** The hash under which a number is known, with the secret of the tests. */
export const keyed = (kind: 'phone' | 'id', number: string) => memberHash(workerEnv().MEMBER_SECRET, kind, number)

export const rowsOf = (id: string) =>
	owner<
		{ rowNo: number; verdict: string; problems: { field: string; code: string }[]; outcome: string | null }[]
	>`select row_no, verdict, problems, outcome from app.import_rows where import_id = ${id} order by row_no`
/** What stands of the members of a union, as a line each. */
export const membersOf = async (union: string) =>
	(
		await owner<{ line: string }[]>`
			select concat_ws(' ', d.name, d.phone, m.state, m.area_code, m.sector_code, s.name) as line from app.memberships m
			join app.member_details d on d.membership_id = m.id left join app.stations s on s.id = m.station_id
			where m.union_organisation_id = ${union} order by d.phone`
	).map(({ line }) => line)
