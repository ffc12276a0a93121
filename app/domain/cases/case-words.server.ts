import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import type { CaseState, Urgency } from './case-state'

/** What may be said of a case to everybody who may know of it at all: nothing personal. */
export type CaseWords = {
	id: string
	category: string
	/** From the province down; null when the worker named no place. */ area: string | null
	sector: string | null
	urgency: Urgency
	state: CaseState
	nextAt: Date | null
	overdue: boolean
}

/** Columns of CaseWords, of the table `c`. Subselects, so that a list is read in the order of its index and stops at its end. */
export const caseWords = (db: Db, language: Locale) => {
	const name = (table: string) => named(db, language, table)
	return db`c.id, c.urgency, c.state, c.next_at, coalesce(c.next_at < now(), false) as overdue,
		(select ${name('k')} from app.categories k where k.code = c.category_code) as category,
		(select concat_ws(' · ', ${name('a3')}, ${name('a2')}, ${name('a1')}, ${name('a0')}) from app.areas a0
			left join app.areas a1 on a1.code = a0.parent_code left join app.areas a2 on a2.code = a1.parent_code
			left join app.areas a3 on a3.code = a2.parent_code where a0.code = c.area_code) as area,
		(select ${name('s')} from app.sectors s where s.code = c.sector_code) as sector`
}
