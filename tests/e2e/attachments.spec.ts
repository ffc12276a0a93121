import { expect, test, type Page } from '@playwright/test'
import sharp from 'sharp'
import { accessible } from '../support/accessible'
import { become } from '../support/become'
import { photo, pdf } from '../support/files'
import { hashOf, inEmbedded } from '../support/embedded-data'
import { seedAccepted, seedOrganisation, seedRequest, seedStaff } from '../support/seeds'

const CODE = 'ABCD-EFGH-JKLM'
const STORY = '五月份跑了一个月，站点只结了一半的钱。'
const WORDS = {
	'zh-CN': {
		files: /^照片或材料/,
		story: '请用自己的话说说',
		add: '添加选好的文件',
		remove: '删除 工资单.jpg',
		removeOther: '删除 合同.pdf',
		refused: '照片.jpg：不是照片，也不是 PDF。',
		reference: '求助编号',
		code: '回执码',
		open: '打开我的求助',
		details: /^查看详情和消息/,
		write: /^给.*留言/,
		send: '发送',
		wrote: '消息已发出。',
	},
	en: {
		files: /^Photos or papers/,
		story: 'Tell us in your own words',
		add: 'Add these files',
		remove: 'Remove 工资单.jpg',
		removeOther: 'Remove 合同.pdf',
		refused: '照片.jpg: neither a photo nor a PDF.',
		reference: 'Reference',
		code: 'Receipt code',
		open: 'Open my request',
		details: /^Details and messages/,
		write: /^Write to/,
		send: 'Send',
		wrote: 'Your message was sent.',
	},
} as const
type Language = keyof typeof WORDS

const page = { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('<!doctype html><p>x</p>') }

/** A page in place of a photo is refused by name; photo and paper stay, one goes again; the text outlives it all. */
async function onTheFirstPage(tab: Page, language: Language, mode: { javaScriptEnabled: boolean }) {
	const w = WORDS[language]
	await tab.goto('/requests/new')
	await tab.getByLabel(w.story).fill(STORY)
	await tab.getByLabel(w.files).setInputFiles([await photo(), page])
	await tab.getByRole('button', { name: w.add }).click()
	await expect(tab.getByText(w.refused)).toBeVisible()
	await expect(tab.getByLabel(w.story)).toHaveValue(STORY)
	await accessible(tab, mode)

	await tab.getByLabel(w.files).setInputFiles([await photo(), pdf()])
	await tab.getByRole('button', { name: w.add }).click()
	await expect(tab.getByRole('button', { name: w.remove })).toBeVisible()
	await expect(tab.getByLabel(w.story)).toHaveValue(STORY)
	await accessible(tab, mode)
	await tab.getByRole('button', { name: w.removeOther }).click()
	await expect(tab.getByRole('button', { name: w.removeOther })).toHaveCount(0)
	await expect(tab.getByRole('button', { name: w.remove })).toBeVisible()
	await expect(tab.getByLabel(w.story)).toHaveValue(STORY)
}

/** The worker writes with a photo and opens it again; nothing of the camera is left in it. */
async function inAMessage(tab: Page, language: Language, mode: { javaScriptEnabled: boolean }) {
	const w = WORDS[language]
	const { reference } = await inEmbedded(async (db) => {
		const organisation = await seedOrganisation(db)
		const filed = await seedRequest(db, { recipients: [organisation], receiptHash: hashOf(CODE) })
		await seedAccepted(db, organisation, await seedStaff(db, organisation), filed)
		await become(db, 'owner')
		return filed
	})
	await tab.goto('/track')
	await tab.getByLabel(w.reference).fill(reference)
	await tab.getByLabel(w.code).fill(CODE)
	await tab.getByRole('button', { name: w.open }).click()
	await tab.getByRole('link', { name: w.details }).click()
	await tab.getByLabel(w.write).fill('这是我的工资单')
	await tab.getByLabel(w.files).setInputFiles([await photo()])
	await tab.getByRole('button', { name: w.send, exact: true }).click()
	await expect(tab.getByText(w.wrote)).toBeVisible()
	await accessible(tab, mode)
	const link = tab.getByRole('link', { name: '工资单.jpg' })
	const answer = await tab.request.get((await link.getAttribute('href'))!)
	expect(answer.status()).toBe(200)
	expect(answer.headers()['content-type']).toBe('image/jpeg')
	expect(answer.headers()['content-disposition']).toMatch(/^inline; filename=/)
	expect(answer.headers()['x-content-type-options']).toBe('nosniff')
	const bytes = await answer.body()
	const sent = (await photo()).buffer
	expect((await sharp(sent).metadata()).exif).toBeDefined() // where, when and with what it was taken
	const { exif, format, width } = await sharp(bytes).metadata()
	expect({ exif, format, width }).toEqual({ exif: undefined, format: 'jpeg', width: 300 })
	for (const trace of ['Xiaomi', 'MIUI-XYZ', '2026:11:20', 'Exif']) {
		expect([trace, sent.includes(trace)]).toEqual([trace, true])
		expect([trace, bytes.includes(trace)]).toEqual([trace, false])
	}
}

for (const [language, javaScriptEnabled, screen] of [
	['zh-CN', true, '@phone'],
	['en', false, '@desktop'],
] as const) {
	test.describe(`${language}, ${javaScriptEnabled ? 'with' : 'without'} scripts ${screen}`, () => {
		test.use({ javaScriptEnabled, locale: language })
		test('photos and papers: refused by name, kept, taken out, sent and opened', async ({ page: tab }) => {
			await onTheFirstPage(tab, language, { javaScriptEnabled })
			await inAMessage(tab, language, { javaScriptEnabled })
		})
	})
}
