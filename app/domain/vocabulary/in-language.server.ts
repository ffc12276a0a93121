import type { Db } from '~/db/db.server'
import type { Locale } from '~/i18n/resources'

/** A column that is kept in both languages, in the reader's: `k.hint` becomes `k.hint_zh` or `k.hint_en`. */
export const inLanguage = (db: Db, language: Locale, column: string) =>
	db(`${column}_${language === 'en' ? 'en' : 'zh'}`)

/** The name of a row of `table` in the reader's language. */
export const named = (db: Db, language: Locale, table: string) => inLanguage(db, language, `${table}.name`)
