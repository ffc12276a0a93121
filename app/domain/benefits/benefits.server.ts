import type { Db } from '~/db/db.server'
import { inLanguage } from '~/domain/vocabulary/in-language.server'
import type { Paper } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'

export type Benefit = {
	code: string
	name: string
	text: string
	eligibility: string
	/** Of membership, before it can be claimed; null: each union says for itself. */ minMonths: number | null
	/** Who helps whoever is no member. */ without: string
	confirmWith: string
	/** Seen on an official source. Else the reader is asked to confirm it. */ sure: boolean
	/** The need of the request that a claim becomes. */ need: string
	source: string
	checkedOn: string
}

const columns = (db: Db, language: Locale) => db`
	code, ${inLanguage(db, language, 'name')} as name, ${inLanguage(db, language, 'text')} as text,
	${inLanguage(db, language, 'eligibility')} as eligibility, min_months, ${inLanguage(db, language, 'without')} as without,
	${inLanguage(db, language, 'confirm_with')} as confirm_with, confidence = 'H' as sure, category_code as need, ${inLanguage(db, language, 'source')} as source,
	checked_on::text`

export const listBenefits = async (db: Db, language: Locale): Promise<Benefit[]> => [
	...(await db<Benefit[]>`select ${columns(db, language)} from app.benefits order by sort, code`),
]

/** One benefit, with the papers that a claim usually needs. */
export async function findBenefit(db: Db, language: Locale, code: string): Promise<Benefit & { papers: Paper[] }> {
	const [benefit] = await db<Benefit[]>`select ${columns(db, language)} from app.benefits where code = ${code}`
	if (!benefit) throw new AppError('notFound')
	const papers = await db<Paper[]>`
		select p.code, ${inLanguage(db, language, 'p.name')} as name, ${inLanguage(db, language, 'p.hint')} as hint
		from app.benefit_papers b join app.papers p on p.code = b.paper_code where b.benefit_code = ${code} order by b.sort`
	return { ...benefit, papers: [...papers] }
}
