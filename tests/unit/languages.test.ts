import { describe, expect, test } from 'vitest'
import enMail from '~/i18n/locales/en/mail'
import enPaper from '~/i18n/locales/en/paper'
import enScreens from '~/i18n/locales/en/screens'
import enTour from '~/i18n/locales/en/tour'
import zhMail from '~/i18n/locales/zh-CN/mail'
import zhPaper from '~/i18n/locales/zh-CN/paper'
import zhScreens from '~/i18n/locales/zh-CN/screens'
import zhTour from '~/i18n/locales/zh-CN/tour'

type Texts = { [key: string]: string | Texts }

/** `common.form.busy` → the text. */
function flat(texts: Texts, path = ''): [string, string][] {
	return Object.entries(texts).flatMap(([key, text]) =>
		typeof text === 'string' ? [[path + key, text] as [string, string]] : flat(text, `${path}${key}.`),
	)
}
const en = new Map(flat({ ...enScreens, mail: enMail, paper: enPaper, tour: enTour } as Texts))
const zh = new Map(flat({ ...zhScreens, mail: zhMail, paper: zhPaper, tour: zhTour } as Texts))
const variables = (text: string) => [...text.matchAll(/{{\s*([\w.]+)[^}]*}}/g)].map(([, name]) => name).sort()

/** Words that stay as they are in Chinese, and Chinese that stays in English. */
const LATIN_IN_CHINESE =
	/{{[^}]*}}|https?:\/\/\S+|[\w.]+@[\w.]+|\b[TM]-[A-Z0-9]+|\b[A-Z0-9]{4}(-[A-Z0-9]{4})+|\b(App|Cookie|CSV|English|Excel|GPS|HEIC|JPEG|JPG|MCN|PDF|PNG|QR|Tonglu|WebP|Wi-Fi|XLSX|ID|MB|KB)\b/g
const CHINESE_IN_ENGLISH = /同路|中文/g

describe('the two languages', () => {
	test('every text has the same names to fill in', () => {
		const english = (key: string) => en.get(key) ?? en.get(key.replace(/_other$/, '_one')) ?? ''
		const differ = [...zh].filter(([key, text]) => variables(text).join() !== variables(english(key)).join())
		expect(differ).toEqual([])
	})

	test('counts say their number in English too when there is one', () => {
		const singular = [...en].filter(([key]) => key.endsWith('_one'))
		expect(singular.filter(([key]) => !en.has(key.replace(/_one$/, '_other')))).toEqual([])
	})

	test('no Chinese text was left in English', () => {
		const left = [...zh].filter(([, text]) => /[A-Za-z]{2,}/.test(text.replaceAll(LATIN_IN_CHINESE, '')))
		expect(left).toEqual([])
	})

	test('no English text was left in Chinese', () => {
		const left = [...en].filter(([, text]) => /\p{Script=Han}/u.test(text.replaceAll(CHINESE_IN_ENGLISH, '')))
		expect(left).toEqual([])
	})

	test('no text is empty, and Chinese uses its own punctuation', () => {
		expect([...en, ...zh].filter(([, text]) => text.trim() === '')).toEqual([])
		expect([...zh].filter(([, text]) => /\p{Script=Han}[,;:?!]/u.test(text))).toEqual([])
	})

	test('Chinese says 您', () => {
		expect([...zh].filter(([, text]) => text.includes('你'))).toEqual([])
	})
})
