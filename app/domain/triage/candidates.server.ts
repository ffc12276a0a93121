import type { Db } from '~/db/db.server'
import type { Urgency } from '~/domain/cases/case-state'
import { listOthersNear } from '~/domain/directory/candidates.server'
import { rank, type Candidate, type Reason } from '~/domain/routing/rank'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'

/** `agreed`: the worker said that it may be asked. Offering to any other asks the worker first. */
export type ToOffer = { id: string; name: string; agreed: boolean; reasons: Reason[] }
type Case = { id: string; urgency: Urgency; areaCode: string | null }

/** Whom the router would find for a case in triage, the worker's consent aside, the best first. Empty for who is no triager. */
export async function listToOffer(db: Db, language: Locale, about: Case, now: Date): Promise<ToOffer[]> {
	const rows = await db<(Candidate & { name: string; agreed: boolean })[]>`
		select k.organisation_id, k.service_id, k.category_exact, k.area_distance, k.sector_specific, k.platform_specific,
			k.capacity, k.in_hand, k.schedules, ${named(db, language, 'k')} as name,
			coalesce((select a.level from app.areas a where a.code = ${about.areaCode}), 'province') as area_level,
			k.organisation_id in (select private.triage_agreed_to(${about.id})) as agreed
		from private.triage_candidates(${about.id}) k`
	const found = new Map(rows.map((row) => [row.organisationId, row]))
	return rank(rows, about.urgency, now).map(({ organisationId, reasons }) => {
		const { name, agreed } = found.get(organisationId)!
		return { id: organisationId, name, agreed, reasons }
	})
}

/** Anybody else who takes cases: by a part of the name, else those at work near the place. */
export async function listOthers(
	db: Db,
	language: Locale,
	about: Case,
	search: string,
	except: string[],
): Promise<Omit<ToOffer, 'reasons'>[]> {
	const agreed = new Set(
		(await db<{ id: string }[]>`select private.triage_agreed_to(${about.id}) as id`).map(({ id }) => id),
	)
	const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
	const others =
		search === '' && about.areaCode
			? await listOthersNear(db, language, about.areaCode, except)
			: await db<{ id: string; name: string }[]>`
				select o.id, ${named(db, language, 'o')} as name from app.organisations o
				where o.active and o.kind in ('agency', 'union') and o.id <> all (${except}::uuid[])
					and (o.name_zh ilike ${like} or o.name_en ilike ${like})
				order by ${named(db, language, 'o')}, o.id limit 60`
	return others.map(({ id, name }) => ({ id, name, agreed: agreed.has(id) }))
}
