import type { Db } from '~/db/db.server'
import { named } from '~/domain/vocabulary/in-language.server'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import type { Consequence, Sharing } from './tracked'

/** Who may see what of the caller's request, who must not, and who has looked, in one statement. */
export async function readSharing(db: Db, language: Locale): Promise<Sharing> {
	const [row] = await db<Sharing[]>`
		select r.reference,
			exists (select from app.cases c where c.request_id = r.id and c.state <> 'closed') as open,
			coalesce((select json_agg(json_build_object('id', o.id, 'name', ${named(db, language, 'o')}, 'desk', o.kind = 'operator',
					'fields', g.fields, 'since', g.since, 'sees', coalesce((
						select json_agg(distinct a.field_group) from app.case_access a where a.organisation_id = o.id), '[]'))
					order by o.kind = 'operator', g.since, o.id)
				from (select x.recipient_organisation_id, min(x.given_at) as since, json_agg(distinct x.field_group) as fields
					from app.consents x where x.request_id = r.id and x.withdrawn_at is null group by 1) g
				join app.organisations o on o.id = g.recipient_organisation_id), '[]') as recipients,
			coalesce((select json_agg(${named(db, language, 'o')} order by o.id)
				from app.exclusions x join app.organisations o on o.id = x.organisation_id where x.request_id = r.id), '[]') as excluded,
			coalesce((select json_agg(json_build_object('organisation', v.organisation, 'field', v.field_group, 'hour', v.hour)
					order by v.hour desc, v.organisation, v.field_group)
				from (select distinct ${named(db, language, 'o')} as organisation, x.field_group, x.hour
					from app.views x join app.organisations o on o.id = x.organisation_id order by x.hour desc limit 100) v), '[]') as views
		from app.requests r`
	if (!row) throw new AppError('sessionExpired')
	return row
}

/** What would follow from taking the consent of this organisation back, told before it is done. */
export async function readConsequence(db: Db, language: Locale, organisationId: string) {
	const [row] = await db<{ name: string; desk: boolean; consequence: Consequence }[]>`
		select ${named(db, language, 'o')} as name, o.kind = 'operator' as desk, case
			when not exists (select from app.consents g where g.recipient_organisation_id = o.id and g.withdrawn_at is null) then 'gone'
			when o.kind = 'operator' then 'desk'
			when exists (select from app.cases c where c.holder_organisation_id = o.id and c.state <> 'closed') then 'holder'
			when exists (select from app.referrals f where f.organisation_id = o.id and f.state = 'offered') then 'offered'
			else 'asked_later' end as consequence
		from app.organisations o
		where o.id = ${organisationId} and exists (select from app.consents g where g.recipient_organisation_id = o.id)`
	if (!row) throw new AppError('notFound')
	return row
}
