import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { paperWords } from '~/domain/reports/numbers'
import { owner } from '~tests/support/db'
import { keptReports } from '~tests/support/kept-reports'
import { seedPublished, type Written } from '~tests/support/seed-published'
import { seedOrganisation, seedStaff } from '~tests/support/seeds'
import { runJobs } from '~tests/support/run-jobs'

// why: the store behind the network is replaced, and nothing else
vi.mock('~/storage/reports.server', async () => (await import('~tests/support/kept-reports')).reportStore)

const work = () => runJobs({ only: 'make_reports' })
const want = () => owner`select private.want_reports()`
const rows = async () => [
	...(await owner<
		{
			id: string
			revision: number
			organisationId: string | null
			language: string
			bytes: number | null
			replaced: boolean
		}[]
	>`
		select id, revision, organisation_id, language, bytes, replaced_at is not null as replaced from app.reports order by revision, organisation_id nulls first, language`),
]
const packed = (text: string) => text.replaceAll(/\s/g, '')
const textOf = async (id: string) => {
	const { text } = await extractText(await getDocumentProxy(new Uint8Array(keptReports.bytes.get(id)!)))
	return packed(text.join(''))
}
const CELLS = (place: string): Written[] => [
	['enrolment_area_sector', 'approvals', place, 'all', 123],
	['help_area_category', 'filed', place, 'all', 87],
	['help_area_category', 'filed', place, 'legal', null],
	['help_area_ending', 'endings', place, 'confirmed', 31],
]

let union: string
beforeAll(async () => {
	union = await seedOrganisation(owner, { kind: 'union', nameZh: '西湖区总工会', nameEn: 'Xihu District Union' })
	await owner`update app.organisations set active = false where kind = 'union' and id <> ${union}`
	const places = ['330000', '330100', '330106', '330105'].flatMap(CELLS) // one province, one city of it, two districts
	await seedPublished(owner, '2026-09-01', [...CELLS('all'), ...places])
})
beforeEach(() => void (keptReports.down = false))

test('the store is down: nothing can be read, and the next run makes what is missing, once', async () => {
	const subscriber = await seedStaff(owner, union, 'analyst')
	await owner`insert into app.report_subscriptions (user_id, organisation_id, language) values (${subscriber.user}, ${union}, 'en')`
	keptReports.down = true
	await want()
	await work()
	expect((await rows()).map(({ bytes }) => bytes)).toEqual([null]) // begun, and nobody's yet
	keptReports.down = false
	await owner`update graphile_worker._private_jobs set run_at = now(), locked_at = null, locked_by = null`
	await work()
	const made = await rows()
	expect(made.map(({ organisationId, language }) => [organisationId, language])).toEqual([
		[null, 'en'],
		[null, 'zh-CN'],
		[union, 'en'],
		[union, 'zh-CN'],
	])
	for (const { id, bytes } of made) {
		expect(bytes).toBe(keptReports.bytes.get(id)!.length)
		expect(bytes).toBeLessThan(500_000)
	}
	await want()
	await work()
	await work()
	expect(await rows()).toEqual(made)
	expect(keptReports.bytes.size).toBe(4)
	expect(await owner`select user_id, template from app.notifications where report_id is not null`).toEqual([
		{ userId: subscriber.user, template: 'report_ready' },
	])
})

test('in each language it is about its own place, tells its numbers, and says of a hidden one that it is hidden', async () => {
	const made = await rows()
	const [legal] = await owner<
		[Record<'en' | 'zh-CN', string>]
	>`select name_en as en, name_zh as "zh-CN" from app.categories where code = 'legal'`
	for (const language of ['en', 'zh-CN'] as const) {
		const words = paperWords(language)
		const [all, own] = await Promise.all(
			[null, union].map((place) =>
				textOf(made.find((one) => one.organisationId === place && one.language === language)!.id),
			),
		)
		expect(all).toContain(packed(words.about))
		for (const district of language === 'en' ? ['Gongshu', 'Xihu'] : ['拱墅区', '西湖区'])
			expect(all).toContain(district)
		expect(own).toContain(
			packed(language === 'en' ? 'Xihu District · for Xihu District Union' : '西湖区 · 西湖区总工会'),
		)
		for (const said of [all, own]) {
			expect(said).toContain('123')
			expect(said).toContain(packed(`${words.measures.filed}87`))
			expect(said).toContain(packed(`${legal[language]}${words.hidden}`))
			expect(said).toContain(packed(words.hidden))
			expect(said).toContain(packed(words.hiddenCount.replace('{{count}}', '1')))
		}
	}
})

test('a month that was told again gets new reports with the note; the old ones stay and are marked', async () => {
	const before = await rows()
	await seedPublished(owner, '2026-09-01', CELLS('all'), {
		revision: 2,
		zh: '补录了晚到的个案',
		en: 'Late cases were entered',
	})
	await want()
	await work()
	const after = await rows()
	expect(after.map(({ revision, replaced }) => [revision, replaced])).toEqual([
		...before.map(() => [1, true]),
		...before.map(() => [2, false]),
	])
	for (const { id } of before) expect(keptReports.bytes.has(id)).toBe(true)
	const [en, zh] = after.filter(({ revision, organisationId }) => revision === 2 && organisationId === null)
	expect(await textOf(en!.id)).toContain(packed('Late cases were entered'))
	expect(await textOf(zh!.id)).toContain('补录了晚到的个案')
})
