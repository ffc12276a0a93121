import type { Db } from '~/db/db.server'
import { webEnv } from '~/env.server'
import { AppError } from '~/lib/errors'
import { memberHash } from '~/lib/member-hash.server'
import type { Answer, Standing } from './drive-view'
import type { Changes } from './drive.schema'

/** The question behind a link. Name and number only while an answer is waited for, and no more of them than it takes to know oneself. */
export type Question = {
	nameZh: string
	nameEn: string
	areaCode: string | null
	unionOrganisationId: string
	standing: Standing
	over: boolean
	answerBy: Date
	nameSign: string | null
	phoneTail: string | null
}
export async function readQuestion(db: Db, askId: string): Promise<Question | null> {
	const [row] = await db<Question[]>`select * from private.read_drive_ask(${askId})`
	return row ?? null
}

/** As the database takes it: the number with its keyed hash, the station by its id where the union knows one of that name. */
async function asTaken(db: Db, organisationId: string, said: Changes) {
	const { phone, station, ...others } = said
	const [known] = station
		? await db<
				{ id: string }[]
			>`select id from app.stations where union_organisation_id = ${organisationId} and name = ${station} and closed_at is null`
		: []
	return {
		...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
		...(phone ? { phone, phoneHash: memberHash(webEnv().MEMBER_SECRET, 'phone', phone).toString('hex') } : {}),
		...(known ? { station: known.id } : station ? { stationName: station } : {}),
	}
}

/** Through the link; the token has been checked. The same answer again changes nothing; another one is a `conflict`. */
export async function answerByLink(db: Db, askId: string, organisationId: string, answer: Answer, said: Changes) {
	await db`select private.answer_drive_ask(${askId}, ${answer}, ${db.json(await asTaken(db, organisationId, said))})`
}

/** Written down by an officer of the union, or by the liaison of the member's station. */
export async function recordAnswer(
	db: Db,
	{ askId, organisationId }: { askId: string; organisationId: string },
	answer: Answer,
	through: 'phone' | 'station',
	said: Changes,
) {
	const changes = db.json(await asTaken(db, organisationId, said))
	await db`select private.record_drive_answer(${askId}, ${answer}, ${through}, ${changes})`
}

/** What did not fit by itself is corrected like this, or set aside. `conflict` when the number belongs to somebody else, `invalid` for a station that is none. */
export async function settleChange(db: Db, askId: string, organisationId: string, said: Changes) {
	const taken = await asTaken(db, organisationId, said)
	if ('stationName' in taken) throw new AppError('invalid')
	await db`select private.settle_drive_change(${askId}, ${db.json(taken)})`
}
