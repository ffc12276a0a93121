import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { csvLines } from '../../app/lib/csv-lines.server'
import { xlsxStream } from '../../app/lib/xlsx-stream.server'
import { rowsOf } from '../../app/domain/roster/roster-file.server'
import { inEmbedded } from '../support/embedded-data'
import {
	WITH_SCRIPTS,
	WORDS,
	anyName,
	anyPhone,
	counted,
	fill,
	looks,
	ownUnion,
	reloadUntil,
	sent,
	toPlace,
	where,
	worksAt,
} from '../support/union-visits'

const HEADINGS = ['姓名', '手机号', '居住地', '行业', '站点', '备注']
/** The list as somebody keeps it: in CSV on the phone, in Excel on the desktop. */
async function fileOf(kind: 'csv' | 'xlsx', rows: string[][]): Promise<Buffer> {
	const lines = [HEADINGS, ...rows]
	if (kind === 'csv') return Buffer.from(csvLines(lines))
	async function* batches() {
		yield lines
	}
	const parts: Uint8Array[] = []
	for await (const part of xlsxStream('名单', batches())) parts.push(part)
	return Buffer.concat(parts)
}

for (const [locale, javaScriptEnabled] of WITH_SCRIPTS)
	test.describe(`a list of members, ${where(locale, javaScriptEnabled)}`, () => {
		test.use({ locale, javaScriptEnabled })
		test.setTimeout(120_000) // a whole journey, each page looked through
		const w = WORDS[locale].roster
		const kind = locale === 'zh-CN' ? 'csv' : 'xlsx'

		test(`brought in ${kind} with bad rows, looked at, taken over, corrected and brought again, undone; and out again`, async ({
			page,
			baseURL,
		}) => {
			const union = await ownUnion()
			await worksAt(page, baseURL!, union, 'officer')
			const look = () => looks(page, { javaScriptEnabled })
			const good = [1, 2, 3].map(() => [anyName('名'), anyPhone(), '西湖区', '外卖', union.station.name, '老会员'])
			const wrong = [anyName('错'), '12345', '西湖区', '外卖', '', '']
			const nowhere = [anyName('远'), anyPhone(), '亚特兰蒂斯', '跳伞', '', '']
			const bring = async (rows: string[][]) => {
				await page.locator('input[type=file]').setInputFiles({
					name: `花名册.${kind}`,
					mimeType: kind === 'csv' ? 'text/csv' : 'application/octet-stream',
					buffer: await fileOf(kind, rows),
				})
				await page.getByRole('button', { name: w.upload.submit }).click()
				await page.waitForURL(/\/import\/[0-9a-f-]{36}$/) // a reload before were no upload
				await reloadUntil(page, () => page.getByText(w.states.ready, { exact: true }))
			}

			await page.goto('/union')
			await toPlace(page, locale, 'roster')
			await page.getByRole('button', { name: w.upload.submit }).click()
			await expect(page.getByRole('alert')).toContainText(w.refused.missing)
			await look()
			await bring([...good, wrong, nowhere, [...good[0]!]])
			await expect(page.getByText(counted(w.preview, 'rows', 6))).toBeVisible()
			await page.getByRole('link', { name: w.verdicts.error }).click()
			await expect(page.getByText(w.problems.phone_digits)).toBeVisible()
			await expect(page.getByText(w.problems.place_unclear)).toBeVisible()
			await expect(page.getByText(w.problems.sector_unknown)).toBeVisible()
			await look()
			await page.getByRole('link', { name: w.verdicts.duplicate }).click()
			await expect(page.getByText(fill(w.problems.same_phone, { row: 2 }))).toBeVisible()
			const takeOver = (made: number, changed: number) =>
				page.getByRole('button', { name: fill(w.take.submit, { made, changed }) })
			await sent(page, takeOver(3, 0))
			await reloadUntil(page, () => page.getByText(w.states.applied, { exact: true }).first())
			await look()

			await toPlace(page, locale, 'roster')
			await look()
			await bring([...good, [wrong[0]!, anyPhone(), ...wrong.slice(2)], nowhere]) // corrected: what was taken over is known again
			await expect(page.getByText(w.verdicts.same).first()).toBeVisible()
			await sent(page, takeOver(1, 0))
			await reloadUntil(page, () => page.getByText(w.states.applied, { exact: true }).first())
			const members = () =>
				inEmbedded(
					(db) => db<
						{ name: string }[]
					>`select d.name from app.memberships m join app.member_details d on d.membership_id = m.id
						where m.union_organisation_id = ${union.id} order by d.name`,
				)
			const names = [...good.map(([name]) => ({ name: name! })), { name: wrong[0]! }]
			expect((await members()).map(({ name }) => name).sort()).toEqual(names.map(({ name }) => name).sort())

			await page.getByRole('link', { name: w.undo.link }).click()
			await expect(page.getByText(counted(w.undo, 'lead', 1))).toBeVisible()
			await look()
			await page.getByRole('button', { name: counted(w.undo, 'submit', 1) }).click()
			await page.waitForURL(/\/import\/[0-9a-f-]{36}$/)
			await reloadUntil(page, () => page.getByText(w.states.undone, { exact: true }).first())
			await look()
			expect(await members()).toHaveLength(3)

			await toPlace(page, locale, 'roster')
			await page.getByRole('link', { name: w.views.export, exact: true }).click()
			await look()
			await page.getByLabel(w.export.format).selectOption(kind)
			await page.getByRole('button', { name: w.export.next }).click()
			await expect(page.getByText(counted(w.export, 'members', 3))).toBeVisible()
			await expect(page.getByText(w.export.never)).toBeVisible()
			await look()
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				page.getByRole('button', { name: w.export.submit }).click(),
			])
			const exported: string[][] = []
			for await (const { cells } of rowsOf(readFileSync(await download.path()), kind)) exported.push(cells)
			expect(exported[0]).toContain(w.export.headings.phone)
			expect(
				exported
					.slice(1)
					.map(([, name]) => name)
					.sort(),
			).toEqual(good.map(([name]) => name!).sort())
			await page.reload()
			await expect(page.getByText(counted(w.export, 'logLine', 3, { format: w.export.formats[kind] }))).toBeVisible()
		})
	})
