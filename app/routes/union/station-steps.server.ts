import type { Db } from '~/db/db.server'
import { LiaisonForm, StationForm } from '~/domain/members/station.schema'
import { changeStation, closeStation, endLiaison, nameLiaison } from '~/domain/members/stations.server'
import { AppError } from '~/lib/errors'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

/** What was asked of a station's page, checked; `done` says what to tell afterwards. */
type Asked = { done: string; work: (db: Db) => Promise<FormReply | void> } | { reply: FormReply }

/** Each form of the page by its `intent`. */
export function stationStep(form: FormData, stationId: string): Asked {
	switch (form.get('intent')) {
		case 'save':
			return save(form, stationId)
		case 'close':
			return { done: 'stationClosed', work: (db) => closeStation(db, stationId, true) }
		case 'reopen':
			return { done: 'stationOpened', work: (db) => closeStation(db, stationId, false) }
		case 'name':
		case 'end':
			return liaison(form, stationId, form.get('intent') === 'name')
		default:
			throw new AppError('invalid')
	}
}

function save(form: FormData, stationId: string): Asked {
	const parsed = parseForm(form, StationForm)
	if (!parsed.ok) return { reply: parsed.reply }
	const { name, area = null, platform = null } = parsed.data
	return {
		done: 'changed',
		work: async (db) => {
			if ((await changeStation(db, stationId, { name, area, platform })) === 'name_taken')
				return { values: formValues(form, StationForm), errors: { name: 'stations:errors.nameTaken' } }
		},
	}
}

function liaison(form: FormData, stationId: string, named: boolean): Asked {
	const parsed = parseForm(form, LiaisonForm)
	if (!parsed.ok) return { reply: parsed.reply }
	const { liaison: userId } = parsed.data
	return named
		? { done: 'liaisonNamed', work: (db) => nameLiaison(db, stationId, userId) }
		: { done: 'liaisonEnded', work: (db) => endLiaison(db, stationId, userId) }
}
