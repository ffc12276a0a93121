import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'

/** The folders of app/domain whose queries may name a table of members; every other one, and one that comes later, may not. */
const OF_UNIONS = ['members', 'campaigns', 'cards', 'drives', 'roster']
/** Where help is decided about, shown and routed: no screen, no part of one and no job of it may ask for membership. */
const OF_HELP = [
	/^app\/routes\/(desk|operator)\//,
	/^app\/components\/(cases|desk|operator|tracking|filing)\//,
	/^app\/jobs\/tasks\/route-case/,
	/^app\/domain\/(cases|consent|directory|messages|outcomes|referrals|requests|routing|tracking|triage)\//,
]

const read = (folder: string, ending: RegExp) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
		.filter((file) => ending.test(file))
		.map((file) => [file, readFileSync(file, 'utf8')] as const)

/** Tables with a member or an applicant in them, and whatever refers to those, read from the migrations. */
function memberTables(): string[] {
	const made = read('supabase/migrations', /\.sql$/).flatMap(([, text]) =>
		[...text.matchAll(/create table app\.(\w+) \(([\s\S]*?)\n\);/g)].map(([, name, body]) => ({
			name: name!,
			body: body!,
		})),
	)
	const found = new Set(['memberships', 'membership_applications'])
	for (let before = 0; before !== found.size;) {
		before = found.size
		for (const { name, body } of made)
			if ([...body.matchAll(/references app\.(\w+)/g)].some(([, target]) => found.has(target!))) found.add(name)
	}
	found.delete('notifications') // letters of every kind; nobody selects them
	return [...found, 'join_campaigns', 'station_liaisons', 'confirmation_drives']
}
const tables = memberTables()
const naming = new RegExp(`\\bapp\\.(${tables.join('|')})\\b`)

test('the tables of members are found in the migrations', () => {
	expect(tables).toEqual(
		expect.arrayContaining([
			'member_details',
			'membership_events',
			'applicants',
			'application_events',
			'membership_transfers',
			'drive_asks',
		]),
	)
})

test('no query of the domain names a table of members, outside the folders that are about them', () => {
	const elsewhere = read('app/domain', /\.ts$/).filter(([file]) => !OF_UNIONS.includes(file.split('/')[2]!))
	expect(elsewhere.length).toBeGreaterThan(50)
	expect(elsewhere.filter(([, text]) => naming.test(text)).map(([file]) => file)).toEqual([])
	const own = read('app/domain', /\.ts$/).filter(
		([file, text]) => file.startsWith('app/domain/members/') && naming.test(text),
	)
	expect(own.length).toBeGreaterThan(0) // it would be seen
})

test('pages and jobs of cases import nothing of membership, and say nothing of it', () => {
	const help = read('app', /\.tsx?$/).filter(([file]) => OF_HELP.some((place) => place.test(file)))
	expect(help.length).toBeGreaterThan(60)
	const asking = new RegExp(`~/domain/(${OF_UNIONS.join('|')}|fairness)/|\\bapp\\.(${tables.join('|')})\\b`)
	const found = help.filter(([, text]) => asking.test(text)).map(([file]) => file)
	expect(found).toEqual([])
})
