import type { Organisation, Person, World } from './city'
import type { Row, Table } from './copy.server'

const organisations = ({ cities }: World): Organisation[] => [...cities.values()].flatMap((city) => city.organisations)

/** Everybody who works somewhere: the first of each organisation is its manager as well. */
const staff = (world: World): { person: Person; at: string; roles: string[] }[] => [
	...world.desk.triagers.map((person) => ({ person, at: world.desk.id, roles: ['triager'] })),
	...organisations(world).flatMap((organisation) =>
		organisation.staff.map((person, place) => {
			return { person, at: organisation.id, roles: place === 0 ? ['caseworker', 'manager'] : ['caseworker'] }
		}),
	),
]

const of = (row: (organisation: Organisation) => Row[]) => (world: World) => organisations(world).flatMap(row)

/** Directory and staff, written before the requests. Another noun that organisations have gets its line here. */
export const WORLD_TABLES: Table<World>[] = [
	{
		name: 'app.organisations',
		rows: of(({ id, kind, area, nameZh, nameEn }) => [{ id, kind, area_code: area, name_zh: nameZh, name_en: nameEn }]),
	},
	{
		name: 'app.services',
		rows: of(({ id, serviceId, nameZh, nameEn }) => [
			{ id: serviceId, organisation_id: id, name_zh: nameZh, name_en: nameEn },
		]),
	},
	{
		name: 'app.service_categories',
		rows: of(({ serviceId, groups }) => groups.map((group) => ({ service_id: serviceId, category_code: group }))),
	},
	{ name: 'app.service_areas', rows: of(({ serviceId, area }) => [{ service_id: serviceId, area_code: area }]) },
	{
		name: 'app.service_languages',
		rows: of(({ serviceId }) => ['zh-CN', 'en'].map((code) => ({ service_id: serviceId, language_code: code }))),
	},
	{
		name: 'app.schedules',
		rows: of(({ serviceId }) => [
			{ service_id: serviceId, byday: 'MO,TU,WE,TH,FR', opens_at: '09:00', closes_at: '17:30' },
		]),
	},
	{
		name: 'auth.users',
		rows: (world) => staff(world).map(({ person: { id } }) => ({ id, email: `${id}@staff.tonglu.example` })),
	},
	{
		name: 'app.people',
		rows: (world) => staff(world).map(({ person }) => ({ user_id: person.id, name: person.name })),
	},
	{
		name: 'app.staff_roles',
		rows: (world) =>
			staff(world).flatMap(({ person, at, roles }) =>
				roles.map((role) => ({ user_id: person.id, organisation_id: at, role })),
			),
	},
]
