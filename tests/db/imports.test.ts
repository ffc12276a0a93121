import { beforeEach, expect, test, vi } from 'vitest'
import { normalId } from '~/lib/person-number'
import { owner } from '~tests/support/db'
import { seedUnionOffice, type UnionOffice } from '~tests/support/drives'
import { kept } from '~tests/support/kept-files'
import { bring, keyed, lookAt, membersOf, rowsOf, take, work } from '~tests/support/rosters'
import { seedMember } from '~tests/support/seed-unions'

// why: files are kept by another server, reached over the network; the job, its transactions and the database are real
vi.mock('~/storage/attachments.server', async () => (await import('~tests/support/kept-files')).store)

const ID = '11010519491231002X'
let office: UnionOffice
beforeEach(async () => {
	kept.bytes.clear()
	kept.down = false
	office = await owner.begin((db) => seedUnionOffice(db))
})
/** Numbers of one test, so that its members meet no others. */
let last = 13_000_000_000
const number = () => String(++last)
const member = async (phone: string, about: Parameters<typeof seedMember>[2] = {}, union = office.union) => {
	const made = await seedMember(owner, union, { phone, ...about })
	await owner`update app.memberships set phone_hash = ${keyed('phone', phone)} where id = ${made.id}`
	return made
}
/** An ID number with its check sign. */
const whole = (signs: string) => [...'0123456789X'].map((sign) => signs + sign).find((id) => normalId(id))!
const HEAD = '姓名,手机号,身份证号,站点,民族'
const list = (...lines: string[]) => [HEAD, ...lines].join('\n')

test('a list is read, judged row by row, and nothing of it reaches a member before it is taken over', async () => {
	const [same, changed, away, gone, fresh, twice] = Array.from({ length: 6 }, number) as [
		string,
		string,
		string,
		string,
		string,
		string,
	]
	await member(same, { name: '不变', station: null })
	await member(changed, { name: '旧名' })
	await member(away, {}, office.other)
	await member(gone, { state: 'left' })
	const before = await membersOf(office.union)
	const id = await bring(
		office,
		list(
			`新人,${fresh},${ID},新站,汉`,
			`不变,${same}`,
			`新名,${changed},,文三路站`,
			`别处,${away}`,
			`走了,${gone}`,
			`一,${twice}`,
			`二,${twice}`,
			',123,错的',
			'',
		),
	)
	await work()
	expect(await rowsOf(id)).toMatchObject([
		{ rowNo: 2, verdict: 'new', problems: [] },
		{ rowNo: 3, verdict: 'same' },
		{ rowNo: 4, verdict: 'update' },
		{ rowNo: 5, verdict: 'elsewhere' },
		{ rowNo: 6, verdict: 'left' },
		{ rowNo: 7, verdict: 'new' },
		{ rowNo: 8, verdict: 'duplicate', problems: [{ field: 'phone', code: 'same_phone', row: 7 }] },
		{ rowNo: 9, verdict: 'error', problems: [{ code: 'missing' }, { code: 'phone_digits' }, { code: 'id_wrong' }] },
	])
	const facts = await lookAt(office, id)
	expect(facts).toMatchObject({ state: 'ready', totalRows: 8, readRows: 8, hasProblems: true })
	expect(facts.counts).toEqual({ new: 2, same: 1, update: 1, elsewhere: 1, left: 1, duplicate: 1, error: 1 })
	expect(facts.columns).toEqual([
		{ heading: '姓名', field: 'name' },
		{ heading: '手机号', field: 'phone' },
		{ heading: '身份证号', field: 'id' },
		{ heading: '站点', field: 'station' },
		{ heading: '民族', field: null },
	])
	expect(await membersOf(office.union)).toEqual(before)
	// no whole ID number, nothing of a column that is not ours, nothing of a row that is refused
	const [row] = await owner<
		{ all: string }[]
	>`select string_agg(r::text, ' ') as all from app.import_rows r where import_id = ${id}`
	expect(row!.all).not.toContain(ID)
	expect(row!.all).not.toContain('汉')
	expect(
		await owner`select id_last_four, phone from app.import_rows where import_id = ${id} and row_no in (2, 9) order by row_no`,
	).toEqual([
		{ idLastFour: '002X', phone: fresh },
		{ idLastFour: null, phone: null },
	])

	const [{ file } = { file: '' }] = await owner<
		{ file: string }[]
	>`select problems_file_id as file from app.member_imports where id = ${id}`
	const lines = kept.bytes.get(file)!.toString().split('\r\n')
	expect(lines[0]).toBe('﻿姓名,手机号,身份证号,站点,民族,原来第几行,问题和做法')
	expect(lines.slice(1, 5).map((line) => line.split(',').slice(0, 2))).toEqual([
		['别处', away],
		['走了', gone],
		['二', twice],
		['', '123'],
	])
	expect(lines[1]).toContain(',5,手机号：这是余杭区总工会的会员。')
	expect(lines[3]).toContain(',8,手机号：和第 7 行一样。')
})

test('taken over, rows become members with event and hashes; the rows forget, the file goes, and the same file again changes nothing', async () => {
	const [old, fresh, other] = [number(), number(), number()]
	const here = await member(old, { name: '旧名', email: 'keep@people.test' })
	const text = list(`新人,${fresh},${ID},新站`, `改名,${old},,文三路站`, `另一个,${other},,新站`)
	const id = await bring(office, text)
	await work()
	expect(kept.bytes.size).toBe(1)
	await take(office, id)
	await take(office, id) // a double tap
	await work()
	expect(await lookAt(office, id)).toMatchObject({
		state: 'applied',
		madeRows: 2,
		alteredRows: 1,
		skippedRows: 0,
		doneRows: 3,
		stopped: false,
	})
	expect(await membersOf(office.union)).toEqual([
		`改名 ${old} active 330106 delivery 文三路站`,
		`新人 ${fresh} active 330106 delivery 新站`,
		`另一个 ${other} active 330106 delivery 新站`,
	])
	expect(
		await owner`select m.phone_hash, m.id_hash, d.id_last_four from app.memberships m join app.member_details d on d.membership_id = m.id
		where d.phone = ${fresh}`,
	).toEqual([{ phoneHash: keyed('phone', fresh), idHash: keyed('id', ID), idLastFour: '002X' }])
	expect(
		await owner`select kind, actor, actor_id, codes from app.membership_events e join app.member_details d using (membership_id)
		where d.phone = ${fresh}`,
	).toEqual([{ kind: 'imported', actor: 'staff', actorId: office.officer.user, codes: { import: id } }])
	expect(
		await owner`select codes from app.membership_events where membership_id = ${here.id} and kind = 'changed'`,
	).toEqual([{ codes: { fields: ['name', 'station'], import: id } }])
	expect(await owner`select email from app.member_details where membership_id = ${here.id}`).toEqual([
		{ email: 'keep@people.test' },
	])
	expect(
		await owner`select 1 from app.import_rows where import_id = ${id} and (name is not null or phone is not null or phone_hash is not null
		or id_hash is not null or station is not null or id_last_four is not null)`,
	).toEqual([])
	expect(kept.bytes.size).toBe(0)

	const state =
		() => owner`select md5(string_agg(t, ' ' order by t)) as all from (select m::text as t from app.memberships m
		union all select d::text from app.member_details d union all select e::text from app.membership_events e) x`
	const before = await state()
	const again = await bring(office, text)
	await work()
	expect((await lookAt(office, again)).counts).toEqual({ same: 3 })
	await take(office, again)
	await work()
	expect(await lookAt(office, again)).toMatchObject({ state: 'applied', madeRows: 0, alteredRows: 0 })
	expect(await state()).toEqual(before)
})

test('whoever is here already can be left as they are, and stations that are unknown left out', async () => {
	const [old, fresh] = [number(), number()]
	await member(old, { name: '旧名' })
	const id = await bring(office, list(`改名,${old}`, `新人,${fresh},,没听说过站`))
	await work()
	await take(office, id, { existing: 'skip', stations: false })
	await work()
	expect(await membersOf(office.union)).toEqual([
		`旧名 ${old} active 330106 delivery`,
		`新人 ${fresh} active 330106 delivery`,
	])
	expect(await lookAt(office, id)).toMatchObject({ madeRows: 1, alteredRows: 0, skippedRows: 1 })
	expect(await owner`select 1 from app.stations where name = '没听说过站'`).toEqual([])
})

test('an ID number finds a member whose phone is new; one that contradicts the phone is told, and changes nothing', async () => {
	const [a, b, moved] = [number(), number(), number()]
	await member(a)
	const known = await member(b)
	const [id18, another] = [whole('33010619900307881'), whole('33010619900307882')]
	await owner`update app.memberships set id_hash = ${keyed('id', id18)} where id = ${known.id}`
	const first = await bring(office, list(`换号,${moved},${id18}`))
	const second = await bring(office, list(`两个人,${a},${id18}`))
	const third = await bring(office, list(`别人的证,${b},${another}`))
	await work()
	expect(await rowsOf(first)).toMatchObject([{ verdict: 'update' }])
	expect(await rowsOf(second)).toMatchObject([{ verdict: 'error', problems: [{ field: 'id', code: 'two_members' }] }])
	expect(await rowsOf(third)).toMatchObject([{ verdict: 'error', problems: [{ field: 'id', code: 'other_id' }] }])
	await take(office, first)
	await work()
	expect(
		await owner`select d.phone, m.phone_hash from app.memberships m join app.member_details d on d.membership_id = m.id
		where m.id = ${known.id}`,
	).toEqual([{ phone: moved, phoneHash: keyed('phone', moved) }])
})

test('whoever joined elsewhere between looking and taking over is left out, and the rest is taken', async () => {
	const [fast, slow] = [number(), number()]
	const id = await bring(office, list(`快,${fast}`, `慢,${slow}`))
	await work()
	await take(office, id)
	await member(fast, { name: '别处的' }, office.other)
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'applied', madeRows: 1, skippedRows: 1 })
	expect(await membersOf(office.union)).toEqual([`慢 ${slow} active 330106 delivery`])
})

test('columns that nobody recognises are named by an officer, and the file is read once more', async () => {
	const id = await bring(office, `谁,怎么找到,说明\n张三,${number()},x\n`)
	await work()
	expect([(await lookAt(office, id)).state, await rowsOf(id)]).toEqual(['unmapped', []])
	const map = (fields: string[], user = office.officer.user) =>
		owner
			.begin(async (db) => {
				await db`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${JSON.stringify({ sub: user })}, true)`
				await db`select private.map_import(${id}, ${fields}, '330105', 'courier')`
			})
			.then(
				() => 'done',
				(error: { code: string }) => error.code,
			)
	for (const wrong of [
		['name', '', ''],
		['name', 'phone'],
		['name', 'phone', 'name'],
	])
		expect(await map(wrong)).toBe('WRONG')
	expect(await map(['name', 'phone', ''])).toBe('done')
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'ready', counts: { new: 1 }, areaCode: '330105' })
	expect(await owner`select area_code, sector_code from app.import_rows where import_id = ${id}`).toEqual([
		{ areaCode: '330105', sectorCode: 'courier' },
	])
})

test.each([
	['nothing below the headings', '姓名,手机号\n', 'no_rows'],
	['nothing at all but blanks', '\n\n', 'no_rows'],
	['a quotation mark that nobody closed', '姓名,手机号\n"张三,1\n', 'unreadable'],
])('%s: the officer is told, and nothing is left', async (_, text, failure) => {
	const id = await bring(office, text)
	await work()
	expect(await lookAt(office, id)).toMatchObject({ state: 'failed', failure })
	expect([await rowsOf(id), kept.bytes.size]).toEqual([[], 0])
})
