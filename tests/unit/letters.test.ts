import { expect, test } from 'vitest'
import { TEMPLATES } from '~/domain/notifications/template'
import en from '~/i18n/locales/en/cases'
import zhCN from '~/i18n/locales/zh-CN/cases'
import { letterFor } from '~emails/letters'

const LINK = 'https://example.test/track?reference=T-23456789'
const each = TEMPLATES.flatMap((template) =>
	(['en', 'zh-CN'] as const).map((language) => [template, language] as const),
)

test.each(each)(
	'the letter %s in %s carries its link in HTML and in text, and its language',
	async (template, language) => {
		const letter = await letterFor(template, { language, reference: 'T-23456789', link: LINK })
		expect(letter.html).toContain(`lang="${language}"`)
		expect(letter.html).toContain(LINK.replace('&', '&amp;'))
		expect(letter.text).toContain(LINK)
		expect(letter.text).toContain('T-23456789')
		expect(letter.html + letter.text).not.toContain('\0') // React leaves some between its blocks
		expect(letter.subject.length).toBeGreaterThan(2)
		expect(letter.subject).not.toContain('T-23456789')
	},
)

test.each(each)(
	'the letter %s in %s says nothing of what a case is about or how it stands',
	async (template, language) => {
		const letter = await letterFor(template, { language, link: 'https://example.test/' })
		const words = language === 'en' ? en : zhCN
		const telling = [words.states, words.yourStates, words.outcomeCodes, words.declineCodes, words.closeCodes].flatMap(
			(group) => Object.values(group),
		)
		const said = `${letter.subject}\n${letter.text}`
		expect(telling.filter((word) => said.includes(word))).toEqual([])
		expect(said).not.toMatch(/医疗|住房|法律|工资|欠薪|受伤|工会|medical|housing|legal|wage|injur|union/i)
	},
)

test.each(['en', 'zh-CN'] as const)(
	'a letter that somebody subscribed to, in %s, says where it ends',
	async (language) => {
		const stopLink = 'https://example.test/reports/letters/1'
		const letter = await letterFor('report_ready', { language, link: LINK, stopLink })
		for (const said of [letter.html, letter.text]) expect(said).toContain(stopLink)
		expect((await letterFor('news', { language, link: LINK })).text).not.toContain('letters/1')
	},
)
