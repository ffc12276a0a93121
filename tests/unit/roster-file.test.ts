import { zipSync, strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { csvLines } from '~/lib/csv-lines.server'
import { MOST_ROWS } from '~/domain/roster/import-state'
import { checkSheet, delimiterOf, formatOf, RosterFileError, rowsOf, textOf } from '~/domain/roster/roster-file.server'
import { memberFile, templateFile } from '~/domain/roster/export-lines.server'
import { columnsOf } from '~/domain/roster/headings.server'
import { ROSTER_FIELDS } from '~/domain/roster/roster-column'
import type { ExportedMember } from '~/domain/roster/exports.server'
import { xlsxStream } from '~/lib/xlsx-stream.server'

const TEXT = '姓名,手机号\n张三,13800138000\n'
/** 姓名,手机号 and one row, as Chinese table programs save it. */
const GBK = Buffer.from('d0d5c3fb2ccad6bbfabac50ad5c5c8fd2c31333830303133383030300a', 'hex')

const whole = async (pieces: AsyncIterable<Uint8Array>) => {
	const kept: Uint8Array[] = []
	for await (const piece of pieces) kept.push(piece)
	return Buffer.concat(kept)
}
async function* batches<T>(...rows: T[][]) {
	for (const batch of rows) yield batch
}
const rows = async (bytes: Buffer, kind: 'csv' | 'xlsx' = 'csv') => {
	const found = []
	for await (const row of rowsOf(bytes, kind)) found.push(row)
	return found
}
const failure = (bytes: Buffer, kind: 'csv' | 'xlsx' = 'csv') =>
	rows(bytes, kind).then(
		() => null,
		(error: unknown) => (error instanceof RosterFileError ? error.failure : error),
	)

test.each([
	['UTF-8', Buffer.from(TEXT)],
	['UTF-8 with a mark', Buffer.from(`﻿${TEXT}`)],
	['GBK', GBK],
	['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
])('text in %s is read', (_, bytes) => {
	expect(formatOf(bytes)).toBe('csv')
	expect(textOf(bytes)).toBe(TEXT)
})

test('what a file is does not follow its name', () => {
	expect(formatOf(Buffer.from('PK\x03\x04....'))).toBe('xlsx')
	expect(formatOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]))).toBe('xls')
	expect(formatOf(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\r', 'latin1'))).toBeNull()
	expect(formatOf(Buffer.alloc(0))).toBeNull()
})

test.each([
	[',', 'a,b\n"x;y;z;w",2'],
	[';', '姓名;手机号\n张三;13800138000'],
	['\t', 'a\tb\nc, d\te'],
])('the columns are parted by %j', (sign, text) => expect(delimiterOf(text)).toBe(sign))

test('rows are counted as a table program counts them; blank ones and line breaks within a cell included', async () => {
	expect(await rows(Buffer.from('姓名;备注\n张三;"两\n行"\n\n李四;"他说""好"""\n'))).toEqual([
		{ rowNo: 1, cells: ['姓名', '备注'] },
		{ rowNo: 2, cells: ['张三', '两\n行'] },
		{ rowNo: 3, cells: [''] },
		{ rowNo: 4, cells: ['李四', '他说"好"'] },
	])
	expect(await failure(Buffer.from('姓名,备注\n"张三,1\n李四,2\n'))).toBe('unreadable')
	expect(await failure(Buffer.from(`a\n${'x\n'.repeat(MOST_ROWS + 2000)}`))).toBe('too_many_rows')
})

test('a sheet comes back as it was written: long numbers whole, signs of XML and formulas as text, dates as days', async () => {
	const bytes = await whole(
		xlsxStream(
			'会员 <1>',
			batches(
				[['姓名', '身份证号', '备注']],
				[
					['张三', '110105194912310021', '=1+1'],
					['<&">', 42, null],
				],
			),
		),
	)
	expect(await rows(bytes, 'xlsx')).toEqual([
		{ rowNo: 1, cells: ['姓名', '身份证号', '备注'] },
		{ rowNo: 2, cells: ['张三', '110105194912310021', '=1+1'] },
		{ rowNo: 3, cells: ['<&">', '42', ''] },
	])
	const wide = await whole(xlsxStream('x', batches([Array.from({ length: 60 }, (_, n) => String(n))])))
	expect((await rows(wide, 'xlsx'))[0]!.cells[59]).toBe('59')
})

const sheet = (data: string) =>
	Buffer.from(
		zipSync({
			'[Content_Types].xml': strToU8('<Types/>'),
			'xl/workbook.xml': strToU8(
				'<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
			),
			'xl/_rels/workbook.xml.rels': strToU8(
				'<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
			),
			'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${data}</sheetData></worksheet>`),
		}),
	)

test('a number that Excel holds as a number is its digits; one that has lost some stays as it is, to be told', async () => {
	const cells =
		'<c r="A1"><v>13800138000</v></c><c r="B1"><v>1.3800138E10</v></c><c r="C1"><v>3.3010619900101E17</v></c>'
	expect((await rows(sheet(`<row r="1">${cells}</row>`), 'xlsx'))[0]!.cells).toEqual([
		'13800138000',
		'13800138000',
		'3.3010619900101E17',
	])
})

test('a table that would unfold to far more than it is, or has too many rows, is refused before anything holds it', async () => {
	const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1_048_576) }, { level: 1 }))
	expect(bomb.length).toBeLessThan(1_048_576)
	expect(() => checkSheet(bomb, 10 * 1_048_576)).toThrow('too_large')
	checkSheet(bomb)
	expect(() => checkSheet(sheet('<row r="1"/>'.repeat(MOST_ROWS + 1_001)))).toThrow('too_many_rows')
	expect(await failure(Buffer.from('PK\x03\x04 and no more'), 'xlsx')).toBe('unreadable')
	expect(await failure(sheet('<row>'), 'xlsx')).toBe('unreadable')
})

test.each(['=1+1', '+8613800138000', '-1', '@SUM(A1)', '\t=1', '＝1'])(
	'the cell %j is no formula in a CSV file',
	(cell) => {
		expect(csvLines([[cell]])).toMatch(/^"?'/)
	},
)

test.each(['zh-CN', 'en'] as const)(
	'the empty list in %s, as CSV and as a sheet, holds every heading that is known',
	async (language) => {
		for (const format of ['csv', 'xlsx'] as const) {
			const [row] = await rows(await whole(templateFile(format, language)), format)
			expect(columnsOf(row!.cells).map(({ field }) => field)).toEqual(ROSTER_FIELDS)
		}
	},
)

test('an exported list names every column, in the order of its cells, and starts with the mark that Excel needs', async () => {
	const member: ExportedMember = {
		...{
			id: 'x',
			number: 'TL00000001',
			name: '张三',
			phone: '+85291234567',
			email: null,
			gender: 'female',
			birthYear: 1990,
		},
		...{
			idLastFour: '002X',
			area: '西湖区',
			sector: '快递',
			platform: null,
			station: '文三路站',
			workingForm: 'crowd',
		},
		...{ state: 'due', joinedAt: new Date('2024-05-31T16:30:00Z'), confirmedAt: new Date('2026-01-02T03:00:00Z') },
	}
	const bytes = await whole(memberFile('csv', 'zh-CN', batches([member])))
	expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf')
	const [headings, cells] = await rows(bytes)
	expect(Object.fromEntries(headings!.cells.map((heading, place) => [heading, cells!.cells[place]]))).toEqual({
		...{ 会员号: 'TL00000001', 姓名: '张三', 手机号: "'+85291234567", 邮箱: '', 性别: '女', 出生年份: '1990' },
		...{ 身份证后四位: '002X', 居住地: '西湖区', 行业: '快递', 平台: '', 站点: '文三路站', 用工形式: '众包' },
		...{ 状态: '待确认', 入会日期: '2024-06-01', 确认日期: '2026-01-02' },
	})
})
