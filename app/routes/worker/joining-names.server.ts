import type { Db } from '~/db/db.server'
import type { JoinDraft } from '~/domain/members/joining'
import { findEmployer, listStations, nameOfUnion } from '~/domain/members/joining.server'
import { areaPath, listPlatforms, listSectors } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'

/** What a draft says in codes and ids, as names in the person's language. */
export async function joiningNames(db: Db, language: Locale, { employer, place, union, work }: JoinDraft) {
	const nameIn = (list: { code: string; name: string }[], code?: string) => list.find((one) => one.code === code)?.name
	const stations = work?.station && union?.union ? await listStations(db, union.union) : []
	return {
		employer: employer?.employer ? (await findEmployer(db, language, employer.employer))?.name : undefined,
		place: (await areaPath(db, language, place?.area ?? '')).map(({ name }) => name).join(' · '),
		union: (union?.union ? (await nameOfUnion(db, language, union.union))?.name : undefined) ?? '',
		sector: nameIn(await listSectors(db, language), work?.sector),
		platform: nameIn(await listPlatforms(db, language), work?.platform),
		station: stations.find(({ id }) => id === work?.station)?.name,
	}
}
export type JoiningNames = Awaited<ReturnType<typeof joiningNames>>
