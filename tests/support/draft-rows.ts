import { basisOf, type Draft } from '../../app/domain/requests/filing'
import type { Locale } from '../../app/i18n/resources'
import { inEmbedded } from './embedded-data'

/** The draft in which this story stands, for what would take six more pages to bring about. The story must be the test's own. */
const named = (story: string) => `%${story}%`

/** Everything but the sending is answered: a need that no organisation covers, so that nobody is asked. */
export const answerAll = (story: string, language: Locale) =>
	inEmbedded(async (db) => {
		const draft: Draft = {
			story: { danger: 'no', story },
			needs: { needs: ['unsure'], urgency: 'soon' },
			place: { area: '330105' },
			work: { sector: 'delivery', workingForm: 'crowd' },
			contact: { reachBy: ['here'], reachTimes: [] },
		}
		const sharing = { shown: [], ticked: [], excluded: [], mode: 'ask_first', deskMayRead: 'no' }
		const answers = { ...draft, sharing: { ...sharing, basis: basisOf(draft, language) } }
		const rows = await db`update app.drafts set answers = ${db.json(answers)}
			where answers::text like ${named(story)} returning id`
		if (rows.length !== 1) throw new Error(`${rows.length} drafts with this story`)
	})

/** Seven days go by. */
export const expire = (story: string) =>
	inEmbedded((db) => db`update app.drafts set expires_at = now() where answers::text like ${named(story)}`)

export const draftsWith = (story: string) =>
	inEmbedded(async (db) => (await db`select id from app.drafts where answers::text like ${named(story)}`).length)

export const requestsWith = (story: string) =>
	inEmbedded(async (db) => (await db`select request_id from app.request_stories where body = ${story}`).length)
