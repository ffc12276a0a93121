import type { Db } from '~/db/db.server'
import { newReference } from '~/domain/requests/reference.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { normalId, normalPhone } from '~/lib/person-number'
import { AppError } from '~/lib/errors'
import { JOIN_CONSENT_VERSION } from './joining'
import { keptOfId, phoneHash } from './person-hashes.server'
import type { Morning, SignUp } from './sign-up.schema'

/** Where numbers are known; nothing was saved. A liaison only hears of what the liaison typed. */
export type Known = 'member_here' | 'member_elsewhere' | 'waiting_here' | 'waiting_elsewhere'

/** One person's application, once for each id. The year of birth is read from an ID number where one was given. */
export async function signUp(
	db: Db,
	{ union, morning, person, codeHash }: { union: string; morning: Morning; person: SignUp; codeHash: Buffer },
): Promise<'saved' | Known> {
	const { way, employer, on, area, sector, platform, workingForm, station, campaign } = morning
	const id = person.idNumber ? normalId(person.idNumber) : null
	const joining = {
		...(way === 'employer' ? { way, employer: employer ?? null } : { way: 'pool', basis: way }),
		...{ area, sector, platform: platform ?? null, workingForm, station: station ?? null, campaign: campaign ?? null },
		...{ consentVersion: JOIN_CONSENT_VERSION, name: person.name, email: person.email ?? null, language: 'zh-CN' },
		...{ phone: normalPhone(person.phone) ?? person.phone, phoneHash: phoneHash(person.phone) },
		...(id ? { ...keptOfId(id), birthYear: Number(id.slice(6, 10)) } : {}),
	}
	const [row] = await db<[{ outcome: 'saved' | Known }]>`
		select outcome from private.sign_up(${person.applicationId}, ${union}, ${newReference('M')}, ${codeHash}, ${on},
			${db.json(joining)}, ${person.knowing})`
	return row.outcome
}

export type SignedUp = {
	applicationId: string
	reference: string
	name: string
	phone: string
	at: Date
	ofAll: number
}
/** What the caller typed in today, the newest first; each says how many there are in all. */
export const mySignUps = async (db: Db, union: string, most: number): Promise<SignedUp[]> => [
	...(await db<SignedUp[]>`select * from private.my_sign_ups(${union}, ${most})`),
]

/** A mistake, on the day it was made and before anybody decided. */
export async function undoSignUp(db: Db, applicationId: string) {
	await db`select private.undo_sign_up(${applicationId})`
}

export type SignUpDesk = { organisationName: string; officer: boolean; area: string | null }
/** The union for whoever types in: its officers, and liaisons with a station of it. Not there for anybody else. */
export async function readSignUpDesk(db: Db, language: Locale, union: string): Promise<SignUpDesk> {
	const [row] = await db<SignUpDesk[]>`
		select ${named(db, language, 'o')} as organisation_name, o.id in (select private.my_organisation_ids('officer')) as officer,
			o.area_code as area
		from app.organisations o where o.id = ${union} and o.kind = 'union' and (o.id in (select private.my_organisation_ids('officer'))
			or o.id in (select private.my_organisation_ids('liaison')) and exists (select from private.sign_up_stations(${union})))`
	if (!row) throw new AppError('notFound')
	return row
}

/** What the facts of a morning are chosen from. `area`: one more place, where another was looked for. */
export async function listSignUpChoices(db: Db, language: Locale, union: string, area: string | undefined) {
	const stations = await db<{ id: string; name: string }[]>`
		select station_id as id, name from private.sign_up_stations(${union})`
	const campaigns = await db<{ id: string; name: string }[]>`select id, name from app.join_campaigns
		where union_organisation_id = ${union} and stopped_at is null order by created_at desc, id limit 50`
	const employers = await db<{ id: string; name: string }[]>`select e.id, ${named(db, language, 'e')} as name
		from app.employers e where e.union_organisation_id = ${union} order by e.name_zh, e.id limit 100`
	const areas = await db<{ code: string; name: string }[]>`
		with own as (
			select o.area_code as code from app.organisations o where o.id = ${union} and o.area_code is not null
			union select p.area_code from app.union_pools p where p.union_organisation_id = ${union}
			union select s.area_code from app.stations s where s.union_organisation_id = ${union} and s.area_code is not null
			union select a.code from app.areas a where a.code = ${area ?? ''}
		)
		select a.code, concat_ws(' · ', (select ${named(db, language, 'x')} from app.areas x where x.code = a.parent_code),
			${named(db, language, 'a')}) as name
		from app.areas a where (a.code in (select code from own) or a.parent_code in (select code from own))
			and (a.level <> 'province' or not exists (select from app.areas b where b.parent_code = a.code and b.level = 'city'))
		order by a.code limit 200`
	return { stations: [...stations], campaigns: [...campaigns], employers: [...employers], areas: [...areas] }
}
