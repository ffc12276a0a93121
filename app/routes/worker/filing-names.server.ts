import type { Db } from '~/db/db.server'
import { listNames } from '~/domain/directory/candidates.server'
import { recipientsOf, type Draft } from '~/domain/requests/filing'
import {
	areaPath,
	listCategories,
	listPlatforms,
	listSectors,
	type CategoryGroup,
} from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'

/** A need's name by its code; the code itself when nobody knows it any more. */
export function needNames(groups: CategoryGroup[]): (code: string) => string {
	const names = new Map(groups.flatMap((group) => [group, ...group.children]).map(({ code, name }) => [code, name]))
	return (code) => names.get(code) ?? code
}

/** What a draft says in codes and ids, as names in the person's language. */
export async function draftNames(db: Db, language: Locale, { needs, place, work, sharing }: Draft) {
	const nameIn = (list: { code: string; name: string }[], code?: string) => list.find((one) => one.code === code)?.name
	const { shown = [], ticked = [], excluded = [], mode } = sharing ?? {}
	const organisations = await listNames(db, language, [...shown, ...excluded])
	const named = (ids: string[]) => organisations.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
	const recipients = mode ? recipientsOf({ shown, ticked, excluded, mode, fields: undefined, deskMayRead: 'no' }) : []
	return {
		needs: (needs?.needs ?? []).map(needNames(await listCategories(db, language))),
		place: (await areaPath(db, language, place?.area ?? '')).map(({ name }) => name).join(' · '),
		sector: nameIn(await listSectors(db, language), work?.sector),
		platform: nameIn(await listPlatforms(db, language), work?.platform),
		recipients: named(recipients),
		excluded: named(excluded),
	}
}
