import type { Db } from '~/db/db.server'
import { memberHash } from '~/lib/member-hash.server'
import { normalPhone } from '~/lib/person-number'
import { fairnessCells, type FairnessRow, type LinkedCase } from './matching'

type Filed = Omit<LinkedCase, 'group' | 'city' | 'member'> & {
	groupCode: string
	cityCode: string | null
	phone: string
}
type Belonging = { phoneHash: string; joinedAt: Date; endedAt: Date | null }

/** Months that wait to be worked out, as `2026-09-01`. For the worker process. */
export async function monthsToMeasure(db: Db): Promise<string[]> {
	const rows = await db<{ month: string }[]>`select month::text from private.fairness_months() order by month`
	return rows.map(({ month }) => month)
}

/**
 * Work a month out and keep what may be kept of it: once, however often it is called. Whose case is a member's is known in
 * this function alone, and forgotten with it.
 */
export async function measureMonth(db: Db, month: string, memberSecret: string, now = new Date()): Promise<void> {
	const filed = await db<Filed[]>`
		select group_code, city_code, urgency, filed_at, replied_at, accepted_at, closed, counted, confirmed_help, phone
		from private.fairness_cases(${month}::date)`
	const hashed = filed.map((one) => {
		const normal = normalPhone(one.phone)
		return { ...one, hash: normal === null ? null : memberHash(memberSecret, 'phone', normal).toString('hex') }
	})
	const hashes = [...new Set(hashed.flatMap(({ hash }) => hash ?? []))]
	const belongings = new Map<string, Belonging[]>()
	for (const one of await db<
		Belonging[]
	>`select phone_hash, joined_at, ended_at from private.fairness_members(${hashes}::text[])`)
		belongings.set(one.phoneHash, [...(belongings.get(one.phoneHash) ?? []), one])
	const wasMember = (hash: string, at: Date) =>
		(belongings.get(hash) ?? []).some(({ joinedAt, endedAt }) => joinedAt <= at && (endedAt === null || endedAt > at))
	const linked = hashed.flatMap(({ hash, phone: _, groupCode, cityCode, ...one }): LinkedCase[] =>
		hash === null ? [] : [{ ...one, group: groupCode, city: cityCode, member: wasMember(hash, one.filedAt) }],
	)
	const cells = fairnessCells(linked, now)
	if (cells.length > 0) await db`select private.store_fairness(${month}::date, ${db.json(cells)})`
}

/** How many months a page shows. */
export const MONTHS_SHOWN = 12

/** One group of needs, the newest month first; nothing for whoever may not read it. */
export const readFairness = async (db: Db, groupCode: string): Promise<FairnessRow[]> => {
	const rows = await db<FairnessRow[]>`
		select f.month::text, f.measure, f.group_code, f.strata, f.members, f.others, f.pairs, f.members_value, f.others_value
		from app.fairness_cells f where f.group_code = ${groupCode}
			and f.month > (now() at time zone 'Asia/Shanghai' - make_interval(months => ${MONTHS_SHOWN + 2}))::date
		order by f.month desc, f.measure desc`
	return [...rows]
}

/** The groups of needs of which anything can be shown. */
export const listFairnessGroups = async (db: Db): Promise<string[]> =>
	(await db<{ code: string }[]>`select distinct group_code as code from app.fairness_cells order by 1`).map(
		({ code }) => code,
	)
