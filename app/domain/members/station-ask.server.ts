import type { Db } from '~/db/db.server'
import type { Answer, Standing } from '~/domain/drives/drive-view'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { MembershipState } from './membership-state'

export type StationAsk = {
	organisationId: string
	stationId: string
	name: string
	phoneLastFour: string
	memberState: MembershipState
	area: string
	sector: string
	platform: string | null
	/** `dropped` and `lapsed` are no answers. */ standing: Standing
	through: 'link' | 'phone' | 'station' | null
	answeredAt: Date | null
	/** Who wrote it down; null for the member, and for somebody without a name. */ answeredBy: string | null
	/** By the caller. */ mine: boolean
}

/** One question of a drive at a station of the caller's; `notFound` for everybody else. */
export async function readStationAsk(db: Db, language: Locale, askId: string): Promise<StationAsk> {
	const [row] = await db<StationAsk[]>`
		select f.union_organisation_id as organisation_id, f.station_id, f.name, f.phone_last_four, f.member_state, f.standing, f.through,
			f.answered_at, f.answered_by, f.mine,
			${named(db, language, 'a')} as area, ${named(db, language, 't')} as sector, ${named(db, language, 'p')} as platform
		from private.read_station_ask(${askId}) f join app.areas a on a.code = f.area_code join app.sectors t on t.code = f.sector_code
		left join app.platforms p on p.code = f.platform_code`
	if (!row) throw new AppError('notFound')
	return row
}

/** Has somebody answered, whoever wrote it down? */
export const answerOf = ({ standing }: StationAsk): Answer | null =>
	standing === 'waiting' || standing === 'lapsed' || standing === 'dropped' ? null : standing
