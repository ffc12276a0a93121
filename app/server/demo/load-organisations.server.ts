import type postgres from 'postgres'
import { demoId } from './demo-id'
import { readOrganisations, type DemoOrganisation } from './demo-data.server'

/** Write the directory of the demo city, all of it or nothing. Answers the id behind each key, the operator's among them. */
export async function loadOrganisations(sql: postgres.Sql): Promise<Map<string, string>> {
	const all = readOrganisations()
	const ids = new Map(all.map(({ key }) => [key, demoId(`organisation ${key}`)]))
	await sql.begin(async (db) => {
		const [operator] = await db<{ id: string }[]>`select private.operator_id() as id`
		ids.set('operator', operator!.id)
		for (const organisation of all) {
			const id = ids.get(organisation.key)!
			await db`
				insert into app.organisations (id, kind, parent_id, area_code, name_zh, name_en, description_zh, description_en)
				values (${id}, ${organisation.kind}, ${organisation.parent ? ids.get(organisation.parent)! : null}, ${organisation.area},
					${organisation.zh}, ${organisation.en}, ${organisation.aboutZh}, ${organisation.aboutEn}) on conflict do nothing`
			for (const service of organisation.services) await loadService(db, id, service)
		}
	})
	return ids
}

/** One that is there already, from a load that was cut short, is there with everything that belongs to it. */
async function loadService(
	db: postgres.TransactionSql,
	organisationId: string,
	service: DemoOrganisation['services'][number],
) {
	const [row] = await db<{ id: string }[]>`
		insert into app.services (id, organisation_id, name_zh, name_en, capacity, assured_at)
		values (${demoId(`service ${organisationId} ${service.zh}`)}, ${organisationId}, ${service.zh}, ${service.en}, ${service.capacity},
			now()) on conflict do nothing returning id`
	if (!row) return
	const { id } = row
	await db`insert into app.service_categories (service_id, category_code) select ${id}, unnest(${service.categories}::text[])`
	await db`insert into app.service_areas (service_id, area_code) select ${id}, unnest(${service.areas}::text[])`
	await db`insert into app.service_sectors (service_id, sector_code) select ${id}, unnest(${service.sectors}::text[])`
	await db`insert into app.service_platforms (service_id, platform_code) select ${id}, unnest(${service.platforms}::text[])`
	await db`insert into app.service_languages (service_id, language_code) select ${id}, unnest(${service.languages}::text[])`
	await db`insert into app.required_documents (service_id, paper_code) select ${id}, unnest(${service.papers}::text[])`
	for (const [byday, opens, closes] of service.hours)
		await db`insert into app.schedules (service_id, byday, opens_at, closes_at) values (${id}, ${byday}, ${opens}, ${closes})`
}
