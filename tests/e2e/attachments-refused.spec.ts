import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import en from '../../app/i18n/locales/en/screens'
import zhCN from '../../app/i18n/locales/zh-CN/screens'
import { accessible } from '../support/accessible'
import { openNetwork } from '../support/cut-network'
import { inEmbedded, storeUrl } from '../support/embedded-data'
import { largePhoto, pdf, photo, refusedFiles, type Chosen } from '../support/files'
import { freshStaff } from '../support/fresh-staff'
import { seedOrganisation } from '../support/seeds'
import { messagesOf, openReceipt, seedHeld } from '../support/worker-case'

const TEXTS = { 'zh-CN': zhCN, en } as const
type Language = keyof typeof TEXTS
const WORDS = '这是五月的工资单和合同。'

const filesOf = (caseId: string) =>
	inEmbedded((db) => db<{ id: string; name: string }[]>`select id, name from app.attachments where case_id = ${caseId}`)
/** Nothing on its way and nothing arrived from whoever writes here. */
const kept = (caseId: string) =>
	inEmbedded(async (db) => {
		const [row] = await db<{ count: number }[]>`select count(*)::int from app.attachments a where a.case_id = ${caseId}
			or a.receipt_session_id in (select s.id from app.receipt_sessions s join app.cases c using (request_id) where c.id = ${caseId})`
		return row!.count
	})
const inDrafts = (story: string) =>
	inEmbedded(async (db) => {
		const [row] = await db<
			{ count: number }[]
		>`select count(*)::int from app.attachments a join app.drafts d on d.id = a.draft_id
			where d.answers::text like ${`%${story}%`}`
		return row!.count
	})

type Form = {
	page: Page
	language: Language
	write: string
	send: string
	sent: () => Promise<unknown>
	/** A script of the application looks at the files as they are chosen. */ looks?: boolean
}

/** One form with files: everything that is not taken is named with its reason, the text stays, and what is fine goes. */
async function tryAll({ page, language, write, send, sent, looks }: Form, mode: { javaScriptEnabled: boolean }) {
	const { files } = TEXTS[language]
	const chooser = page.getByLabel(new RegExp(`^${files.label}`))
	const text = page.getByLabel(write, { exact: true })
	const choose = async (...chosen: Chosen[]) => {
		await text.fill(WORDS)
		await chooser.setInputFiles(chosen)
		await page.getByRole('button', { name: send, exact: true }).click()
	}
	const reason = (name: string, why: keyof typeof files.refused) =>
		page.getByText(files.refused[why].replace('{{name}}', name).replace('{{most}}', '8').replace('{{size}}', '10'))

	expect(await chooser.getAttribute('accept')).toBe('image/jpeg,image/png,image/webp,application/pdf') // phones convert HEIC
	const wrong = await refusedFiles()
	await choose(...wrong.map(([chosen]) => chosen))
	for (const [{ name }, why] of wrong) await expect(reason(name, why)).toBeVisible()
	await expect(text).toHaveValue(WORDS)
	await accessible(page, mode)

	const large = pdf('大文件.pdf', 'x'.repeat(10_485_760))
	await choose(large, await photo())
	await expect(reason(large.name, 'too_large')).toBeVisible()
	await expect(text).toHaveValue(WORDS)
	if (looks) {
		await chooser.setInputFiles([await photo()])
		await expect(reason(large.name, 'too_large')).toHaveCount(0)
		await chooser.setInputFiles([large]) // said before anything is sent
		await expect(reason(large.name, 'too_large')).toBeVisible()
	}
	await choose(...Array.from({ length: 9 }, (_, at) => pdf(`${at}.pdf`, String(at))))
	await expect(reason('8.pdf', 'too_many')).toBeVisible()
	await choose(await photo(), pdf())
	await sent()
}

test.describe('files that are not taken, without JavaScript @phone', () => {
	test.use({ javaScriptEnabled: false })
	const language = 'zh-CN'
	const { filing, files, common } = zhCN
	const mode = { javaScriptEnabled: false }

	test('on the first page of a request', async ({ page }) => {
		await page.goto('/requests/new')
		await page.getByLabel(filing.story.dangerOptions.no).check()
		await tryAll(
			{
				page,
				language,
				write: filing.story.story,
				send: common.actions.continue,
				sent: () => expect(page).toHaveURL(/needs$/),
			},
			mode,
		)
		await page.goto('/requests/new/story')
		await expect(page.getByRole('button', { name: files.remove.replace('{{name}}', '合同.pdf') })).toBeVisible()
		await expect(page.getByRole('button', { name: new RegExp(files.removeShort) })).toHaveCount(2)
	})
})

test.describe('files that are not taken, with JavaScript @desktop', () => {
	test.use({ locale: 'en' })
	const language = 'en'
	const { common, track, desk } = en
	const mode = { javaScriptEnabled: true }

	test('from the worker, and from the desk, which opens them and is written down', async ({
		page,
		baseURL,
		context,
	}) => {
		test.slow() // files of eleven megabytes, and looks by axe
		const organisation = await inEmbedded((db) => seedOrganisation(db))
		const person = await freshStaff(page, baseURL!, organisation, 'caseworker')
		const held = await seedHeld({ organisation, caseworker: person })
		await openReceipt(page, baseURL!, held.reference)
		await page.goto(`/track/cases/${held.caseId}`)
		const write = track.case.write.replace('{{organisation}}', 'Lighthouse Social Work')
		const said = (text: string) => () => expect(page.getByText(text)).toBeVisible()
		await tryAll({ page, language, write, send: common.actions.send, sent: said(track.done.wrote) }, mode)
		expect(await messagesOf(held.caseId)).toEqual([WORDS])
		const arrived = await filesOf(held.caseId)
		expect(arrived.map(({ name }) => name).sort()).toEqual(['合同.pdf', '工资单.jpg'].sort())

		await context.clearCookies({ name: 'receipt' })
		await page.goto(`/desk/cases/${held.caseId}`)
		for (const { id, name } of arrived) {
			const answer = await page.request.get(`/files/${id}`)
			expect(answer.status()).toBe(200)
			expect(answer.headers()['content-disposition']).toMatch(name.endsWith('pdf') ? /^attachment/ : /^inline/)
			expect(answer.headers()['x-content-type-options']).toBe('nosniff')
			// the bucket is private: without the server's key there is no way to the bytes
			for (const way of ['public/attachments', 'attachments', 'authenticated/attachments'])
				expect((await fetch(`${storeUrl()}/storage/v1/object/${way}/${id}`)).ok).toBe(false)
		}
		expect(
			await inEmbedded((db) => db`select user_id, field_group from app.views where case_id = ${held.caseId}`),
		).toEqual([{ userId: person.user, fieldGroup: 'files' }])
		const { write: label, send } = desk.conversation
		await tryAll({ page, language, write: label, send, sent: said(desk.done.sent), looks: true }, mode)
		expect(await filesOf(held.caseId)).toHaveLength(4)
		expect(
			(await (await context.browser()!.newContext({ baseURL })).request.get(`/files/${arrived[0]!.id}`)).status(),
		).toBe(404)
	})
})

test.describe('a broken connection @phone', () => {
	const { filing, files, common, track } = zhCN

	test('the connection breaks in the middle of a photo: nothing is half kept, and it goes again', async ({ page }) => {
		const network = await openNetwork()
		const large = await largePhoto()
		expect(large.buffer.length).toBeGreaterThan(600_000)
		const chooser = page.getByLabel(new RegExp(`^${files.label}`))
		const again = async (button: string, text: string | RegExp, words: string) => {
			await chooser.setInputFiles([large])
			network.cutAfter(300_000)
			await page.getByRole('button', { name: button, exact: true }).click()
			await expect.poll(() => page.url()).toMatch(/^chrome-error/)
			network.mend()
			await page.goBack()
			await expect(page.getByLabel(text)).toHaveValue(words)
		}
		const story = `${WORDS} ${randomUUID()}`
		await page.goto(`${network.url}/requests/new`)
		await page.getByLabel(filing.story.dangerOptions.no).check()
		await page.getByLabel(filing.story.story).fill(story)
		await again(common.actions.continue, filing.story.story, story)
		expect(await inDrafts(story)).toBe(0)
		await chooser.setInputFiles([large])
		await page.getByRole('button', { name: common.actions.continue, exact: true }).click()
		await expect(page).toHaveURL(/needs$/)
		expect(await inDrafts(story)).toBe(1)

		const { caseId, reference } = await seedHeld()
		await openReceipt(page, network.url, reference)
		await page.goto(`${network.url}/track/cases/${caseId}`)
		const write = new RegExp(`^${track.case.write.split('{{')[0]}`)
		await page.getByLabel(write).fill(WORDS)
		await again(common.actions.send, write, WORDS)
		expect([await messagesOf(caseId), await kept(caseId)]).toEqual([[], 0])
		await chooser.setInputFiles([large])
		await page.getByRole('button', { name: common.actions.send, exact: true }).click()
		await expect(page.getByText(track.done.wrote)).toBeVisible()
		expect([await messagesOf(caseId), await kept(caseId)]).toEqual([[WORDS], 1])
		await network.close()
	})
})
