import { randomUUID } from 'node:crypto'
import { expect, test, type Page } from '@playwright/test'
import { accessible } from '../support/accessible'
import { become } from '../support/become'
import { hashOf, inEmbedded } from '../support/embedded-data'
import {
	seedAccepted,
	seedOffer,
	seedOrganisation,
	seedOutcome,
	seedRequest,
	seedStaff,
	type Filed,
} from '../support/seeds'
import { onScreen } from '../support/screens'

const CODE = 'ABCD-EFGH-JKLM'
const WORDS = {
	'zh-CN': {
		organisation: '灯塔社工',
		reference: '求助编号',
		code: '回执码',
		open: '打开我的求助',
		wrong: '编号和回执码对不上，请对照回执检查一下',
		details: /^查看详情和消息/,
		look: /^查看并答复/,
		send: '发送',
		empty: '请写下您想说的话',
		wrote: '消息已发出。',
		ratingMissing: '请选择这次帮到您多少',
		rating: '4 分，帮助不小',
		confirm: '是的，可以结束了',
		confirmed: '您已确认结果。',
		notSo: '不是这样',
		reason: '哪里不对？',
		dispute: '不对，请重新处理',
		disputed: '已转达，负责人会重新处理。',
		nobody: '没人回复我',
		stepIn: '是的，请求助台介入',
		escalated: '求助台已经接手，两小时内处理。',
		sharing: '谁能看到什么、谁看过',
		stopWith: '停止与灯塔社工共享',
		stop: '停止共享',
		stopped: '已停止共享，这家机构看不到您的任何信息了。',
		question: '可以联系灯塔社工吗？',
		story: '事情经过',
		agree: '可以，请联系它',
		agreed: '谢谢您，我们这就联系这家机构。',
		withdraw: '撤回整个求助',
		really: '确定撤回',
		withdrawn: '求助已撤回，除了您自己，谁都看不到了。',
		close: '在这台设备上关闭',
		closed: '您的求助已在这台设备上关闭，下一个用这台设备的人看不到。',
	},
	en: {
		organisation: 'Lighthouse Social Work',
		reference: 'Reference',
		code: 'Receipt code',
		open: 'Open my request',
		wrong: 'This reference and this code do not belong together. Please compare both with your receipt',
		details: /^Details and messages/,
		look: /^Look and answer/,
		send: 'Send',
		empty: 'Please write your message',
		wrote: 'Your message was sent.',
		ratingMissing: 'Please choose how much it helped',
		rating: '4 – a lot',
		confirm: 'Yes, it is so: close the case',
		confirmed: 'You confirmed the outcome.',
		notSo: 'No, it is not so',
		reason: 'What is not right?',
		dispute: 'No, this is not right',
		disputed: 'We have passed on what is not right. Somebody in charge now looks at it.',
		nobody: 'Nobody answers me',
		stepIn: 'Yes, let the help desk step in',
		escalated: 'The help desk has taken over and looks at it within two hours.',
		sharing: 'Who may see what, and who has looked',
		stopWith: 'Stop sharing with Lighthouse Social Work',
		stop: 'Stop sharing',
		stopped: 'Done. This organisation can see nothing of you any more.',
		question: 'May we ask Lighthouse Social Work?',
		story: 'What happened',
		agree: 'Yes, ask it',
		agreed: 'Thank you. We are asking the organisation now.',
		withdraw: 'Withdraw the whole request',
		really: 'Withdraw for good',
		withdrawn: 'Your request is withdrawn. Nobody can see it any more but you.',
		close: 'Close it on this device',
		closed: 'Your request is closed on this device. Nobody who uses it next can see it.',
	},
} as const
type Language = keyof typeof WORDS

/** Every page that is come by: no violation, no script of the application, nothing wider than the phone. */
async function fine(page: Page, name: string) {
	expect(await page.locator('script[type=module]').count()).toBe(0)
	const overflow = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	)
	expect(overflow, name).toBeLessThanOrEqual(0)
	await accessible(page, { javaScriptEnabled: false })
}

/** An organisation of its own for each test, the worker's request with it, and a way to act as its caseworker. */
const seeded = (state: 'accepted' | 'outcome' | 'asked') =>
	inEmbedded(async (db) => {
		const organisation = await seedOrganisation(db)
		const caseworker = await seedStaff(db, organisation, 'caseworker', 'manager')
		const receiptHash = hashOf(CODE)
		if (state === 'asked')
			return {
				...(await seedOffer(db, organisation, await seedRequest(db, { consentMode: 'ask_first', receiptHash }))),
			}
		const filed = await seedAccepted(
			db,
			organisation,
			caseworker,
			await seedRequest(db, { recipients: [organisation], receiptHash }),
		)
		await become(db, caseworker)
		await db`select private.open_story(${filed.caseId})`
		await db`select private.write_to_worker(${randomUUID()}, ${filed.caseId}, '您好，我们明天上午给您打电话。')`
		await become(db, 'owner')
		if (state === 'outcome') await seedOutcome(db, filed.caseId, caseworker)
		return { ...filed, caseworker }
	})

/** Opens the request with its code; the first test of a language also looks at the pages on the way, and mistypes. */
async function open(page: Page, language: Language, { reference }: Filed, closely = false) {
	const w = WORDS[language]
	await page.goto(`/track?reference=${reference}`)
	await page.request.post('/language', { form: { locale: language }, headers: { origin: new URL(page.url()).origin } })
	await page.goto(`/track?reference=${reference}`)
	await expect(page.getByLabel(w.reference)).toHaveValue(reference)
	if (closely) {
		await fine(page, 'open')
		await page.getByLabel(w.code).fill('ABCD-EFGH-JKLN')
		await page.getByRole('button', { name: w.open }).click()
		await expect(page.getByRole('alert').getByText(w.wrong)).toBeVisible()
		await expect(page.getByLabel(w.code)).toHaveValue('ABCD-EFGH-JKLN')
		await fine(page, 'refused')
	}
	await page.getByLabel(w.code).fill(CODE.toLowerCase().replaceAll('-', ' '))
	await page.getByRole('button', { name: w.open }).click()
	await expect(page.getByRole('heading', { level: 1, name: reference })).toBeVisible()
	if (closely) await fine(page, 'request')
}

for (const language of ['zh-CN', 'en'] as const) {
	const w = WORDS[language]
	test.describe(`tracking in ${language}, without JavaScript ${onScreen(language, false)}`, () => {
		test.use({ javaScriptEnabled: false })

		test('write, be refused with the form kept, and confirm what came out', async ({ page }) => {
			await open(page, language, await seeded('outcome'))
			await page.getByRole('link', { name: w.look }).click()
			await expect(page.getByText('¥4,200.00')).toBeVisible()
			await expect(page.getByText('您好，我们明天上午给您打电话。')).toBeVisible()
			await fine(page, 'outcome')

			await page.getByRole('button', { name: w.send, exact: true }).click()
			await expect(page.getByRole('alert').getByText(w.empty)).toBeVisible()
			await page.locator('textarea[name=body]').fill('好的，谢谢！')
			await page.getByRole('button', { name: w.send, exact: true }).click()
			await expect(page.getByText(w.wrote)).toBeVisible()
			await expect(page.getByText('好的，谢谢！')).toBeVisible()

			await page.locator('textarea[name=comment]').fill('李老师很耐心')
			await page.getByRole('button', { name: w.confirm }).click()
			await expect(page.getByRole('alert').getByText(w.ratingMissing)).toBeVisible()
			await expect(page.locator('textarea[name=comment]')).toHaveValue('李老师很耐心')
			await fine(page, 'rating missing')
			await page.getByLabel(w.rating).check()
			await page.getByRole('button', { name: w.confirm }).click()
			await expect(page.getByText(w.confirmed).first()).toBeVisible()
			await fine(page, 'confirmed')
		})

		test('say that it is not so, then that nobody answers', async ({ page }) => {
			await open(page, language, await seeded('outcome'))
			await page.getByRole('link', { name: w.look }).click()
			await page.locator('summary', { hasText: w.notSo }).click()
			await page.getByLabel(w.reason).fill('只补了一半')
			await page.getByRole('button', { name: w.dispute }).click()
			await expect(page.getByText(w.disputed)).toBeVisible()
			await page.getByRole('link', { name: w.nobody }).click()
			await fine(page, 'nobody answers')
			await page.getByRole('button', { name: w.stepIn }).click()
			await expect(page.getByText(w.escalated)).toBeVisible()
			await fine(page, 'escalated')
		})

		test('see who has looked, stop sharing, and close the shared phone', async ({ page }) => {
			await open(page, language, await seeded('accepted'), true)
			await page.getByRole('link', { name: w.sharing }).click()
			await expect(page.getByText(`${w.organisation} · ${w.story}`)).toBeVisible()
			await fine(page, 'sharing')
			await page.getByRole('link', { name: w.stopWith }).click()
			await fine(page, 'stop')
			await page.getByRole('button', { name: w.stop }).click()
			await expect(page.getByText(w.stopped)).toBeVisible()
			await page.goto('/track')
			await page.getByRole('button', { name: w.close }).click()
			await expect(page.getByText(w.closed)).toBeVisible()
			await page.goto('/track/sharing')
			await expect(page.getByRole('button', { name: w.open })).toBeVisible()
		})

		test('agree to an organisation that was asked about, then withdraw everything', async ({ page }) => {
			await open(page, language, await seeded('asked'))
			await expect(page.getByRole('heading', { name: w.question })).toBeVisible()
			await fine(page, 'question')
			await page.getByLabel(w.story).check()
			await page.getByRole('button', { name: w.agree }).click()
			await expect(page.getByText(w.agreed)).toBeVisible()
			await page.getByRole('link', { name: w.withdraw }).click()
			await fine(page, 'withdraw')
			await page.getByRole('button', { name: w.really }).click()
			await expect(page.getByText(w.withdrawn)).toBeVisible()
			await fine(page, 'withdrawn')
		})
	})
}
