import { redirect } from '@remix-run/node'
import type * as z from 'zod/mini'
import type { Db } from '~/db/db.server'
import type { MorningSchema } from '~/domain/members/sign-up.schema'
import { listSignUpChoices, type SignUpDesk } from '~/domain/members/sign-up.server'
import { listPlatforms, listSectors } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import type { FormReply, FormValues } from '~/lib/form-data'
import { isPlace } from '../place-choice.server'

const NAMES = [
	'on',
	'way',
	'employer',
	'area',
	'sector',
	'platform',
	'workingForm',
	'station',
	'campaign',
	'held',
] as const

/** The facts of a morning as an address carries them, from what was typed or from another address; nothing else comes along. */
export function morningAddress(values: FormValues | URLSearchParams): string {
	const of = (name: string) => (values instanceof URLSearchParams ? values.get(name) : values[name])
	return new URLSearchParams(
		NAMES.flatMap((name) => {
			const value = of(name)
			return typeof value === 'string' && value !== '' ? [[name, value]] : []
		}),
	).toString()
}

/** What the facts of a morning are chosen from, and what they were before. */
export async function readChoices(db: Db, language: Locale, union: string, desk: SignUpDesk, search: URLSearchParams) {
	const area = search.get('area') ?? desk.area ?? undefined
	return {
		...(await listSignUpChoices(db, language, union, area)),
		sectors: await listSectors(db, language),
		platforms: await listPlatforms(db, language),
		given: {
			on: 'group',
			workingForm: 'crowd',
			way: 'residence',
			...Object.fromEntries(new URLSearchParams(morningAddress(search))),
			area,
		},
	}
}

type Facts = z.output<typeof MorningSchema>
/** What only the database can tell of facts that look right: the reason at each, or null. */
export async function wrongFacts(
	db: Db,
	language: Locale,
	union: string,
	facts: Facts,
): Promise<FormReply['errors'] | null> {
	const { stations, employers } = await listSignUpChoices(db, language, union, undefined)
	const known = (list: { code: string }[], code: string | undefined) => !code || list.some((one) => one.code === code)
	const has = (list: { id: string }[], id: string | undefined) => !id || list.some((one) => one.id === id)
	const errors: FormReply['errors'] = {
		...((await isPlace(db, language, facts.area)) ? {} : { area: 'filing:errors.placeMissing' }),
		...(known(await listSectors(db, language), facts.sector) ? {} : { sector: 'join:errors.sectorMissing' }),
		...(known(await listPlatforms(db, language), facts.platform) ? {} : { platform: 'filing:errors.platformUnknown' }),
		...(has(stations, facts.station) ? {} : { station: 'join:errors.stationUnknown' }),
		...(facts.way !== 'employer' || has(employers, facts.employer) ? {} : { employer: 'join:errors.employerMissing' }),
	}
	return Object.keys(errors).length > 0 ? errors : null
}

/** A liaison types in at an own station: without one nothing could be saved. */
export const needsStation = ({ officer }: SignUpDesk, { station }: Facts) => !officer && !station

export const seeOther = (to: string) => redirect(to, 303)
