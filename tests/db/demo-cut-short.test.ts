import { expect, test } from 'vitest'
import { readOrganisations, readRequests } from '~/server/demo/demo-data.server'
import { STAFF } from '~/server/demo/people'
import { brokenEvents } from '~tests/support/chain'
import { owner } from '~tests/support/db'
import { demoCity } from '~tests/support/demo-city'

const { project, load } = demoCity()
const requests = readRequests()
const steps = requests.flatMap((request) => request.steps)
const filed = [...requests.map(({ files }) => files), ...steps.map((step) => ('files' in step ? step.files : {}))]

/** How much there is of what a second load could make twice. */
async function counted() {
	const tables = [
		'organisations',
		'services',
		'schedules',
		'staff_roles',
		'people',
		'requests',
		'consents',
		'cases',
		'messages',
	]
	const counts: Record<string, number> = {}
	for (const table of [...tables, 'internal_notes', 'outcomes', 'attachments', 'case_events'])
		counts[table] = (await owner<[{ count: number }]>`select count(*)::int from app.${owner(table)}`)[0].count
	return counts
}
const many = (...kinds: string[]) => steps.filter((step) => kinds.includes(step.do)).length

/** From now on the transaction with this insert never comes to its end. What it wrote is undone, as after the kill of its process. */
async function cutAt(table: string, condition: string) {
	await owner.unsafe(`
		create function private.cut() returns trigger language plpgsql security definer as $$
		begin if ${condition} then raise exception 'cut short'; end if; return new; end $$;
		create trigger cut after insert on app.${table} for each row execute function private.cut();`)
	await expect(load()).rejects.toThrow('cut short')
	await owner.unsafe(`drop trigger cut on app.${table}; drop function private.cut();`)
	return counted()
}

test(
	'a load that is cut short anywhere is gone on with by the next one, and nothing is there twice',
	{ timeout: 90_000 },
	async () => {
		expect(await cutAt('services', `new.name_en like 'Legal aid%'`)).toMatchObject({ organisations: 1, services: 0 })
		expect(await cutAt('people', `(select count(*) from app.people) = 5`)).toMatchObject({ requests: 0 })
		expect(await cutAt('requests', `(select count(*) from app.requests) = 9`)).toMatchObject({ requests: 8 })
		const half = (await cutAt('outcomes', `(select count(*) from app.outcomes) = 12`)).requests!
		expect(half).toBeGreaterThan(8)
		expect(half).toBeLessThan(requests.length)

		project.uploads = 3
		await expect(load()).rejects.toThrow('a file could not be kept')
		project.uploads = Infinity
		expect(await counted()).toMatchObject({ requests: requests.length })
		expect(project.kept.size).toBeLessThan((await counted()).attachments!)

		await load()
		const whole = await counted()
		// what the past months add: one case for each request, and where somebody disputed an outcome a second one
		const [{ past, ended }] = await owner<[{ past: number; ended: number }]>`
		with past as (select c.id from app.requests q join app.cases c on c.request_id = q.id
			where q.reference like 'T-PAST%' or q.reference like 'T-YEAR%')
		select count(*)::int as past, (select count(*)::int from app.outcomes o where o.case_id in (select id from past)) as ended from past`
		expect(whole).toMatchObject({
			organisations: readOrganisations().length + 1, // and the desk
			services: readOrganisations().flatMap(({ services }) => services).length,
			schedules: readOrganisations().flatMap(({ services }) => services.flatMap(({ hours }) => hours)).length,
			staff_roles: STAFF.flatMap(({ works }) => works.flatMap(({ as }) => as)).length,
			people: STAFF.filter(({ works }) => works.length > 0).length,
			requests: requests.length + past,
			cases: requests.flatMap(({ needs }) => needs).length + past,
			messages: many('write', 'reply', 'dispute'),
			internal_notes: many('note'),
			outcomes: many('propose') + ended,
			attachments: filed.flatMap((files) => Object.keys(files)).length,
		})
		expect(project.kept.size).toBe(whole.attachments)
		expect(await brokenEvents(owner as never)).toEqual([])

		await load() // before the mark that it is done was written
		expect(await counted()).toEqual(whole)
	},
)
