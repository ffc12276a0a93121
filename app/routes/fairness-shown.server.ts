import type { FairnessShown } from '~/components/fairness/fairness-report'
import type { Db } from '~/db/db.server'
import { listFairnessGroups, readFairness } from '~/domain/fairness/fairness.server'
import { ALL_GROUPS } from '~/domain/fairness/matching'
import { listCategories } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'

/** What the report shows to a caller who may read it: one group of needs, named in the address, or all together. */
export async function fairnessShown(db: Db, request: Request): Promise<FairnessShown> {
	const known = await listFairnessGroups(db)
	const categories = await listCategories(db, await localeOf(request))
	const named = categories.filter(({ code }) => known.includes(code)).map(({ code, name }) => ({ code, name }))
	const groups = known.includes(ALL_GROUPS) ? [{ code: ALL_GROUPS, name: null }, ...named] : named
	const asked = new URL(request.url).searchParams.get('group')
	const group = groups.find(({ code }) => code === asked)?.code ?? ALL_GROUPS
	return { groups, group, rows: await readFairness(db, group) }
}
