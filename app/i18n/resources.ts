import type { ParseKeys } from 'i18next'
import type en from './locales/en/screens'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

export const NAMESPACES = [
	'common',
	'cases',
	'home',
	'filing',
	'files',
	'track',
	'desk',
	'operator',
	'account',
	'union',
	'join',
	'members',
	'membership',
	'transfers',
	'stations',
	'drives',
	'roster',
	'campaigns',
	'benefits',
	'card',
	'fairness',
	'figures',
	'live',
	'republish',
	'reports',
	'mailbox',
] as const

export const I18N_OPTIONS = {
	ns: NAMESPACES,
	defaultNS: 'common',
	supportedLngs: LOCALES,
	fallbackLng: 'zh-CN',
	interpolation: { escapeValue: false }, // React escapes
}

/**
 * Every key of the English file, any text: a missing translation does not compile.
 * English counts in `_one` and `_other`, Chinese only in `_other`.
 */
export type Translation<T> = {
	[K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : Translation<T[K]>
}

/** What a schema or an error may say: a key such as `filing:errors.storyMissing`, never a sentence. */
export type MessageKey = Extract<ParseKeys<typeof NAMESPACES>, `${string}:${string}`>

declare module 'i18next' {
	interface CustomTypeOptions {
		defaultNS: 'common'
		resources: typeof en
	}
}
