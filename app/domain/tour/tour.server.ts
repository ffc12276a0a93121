import { webEnv } from '~/env.server'
import en from '~/i18n/locales/en/tour'
import zhCN from '~/i18n/locales/zh-CN/tour'
import type { Locale } from '~/i18n/resources'
import { AppError } from '~/lib/errors'
import { demoEmail } from './demo-account'
import { TOURS, TOUR_ROLES, type Step, type TourRole } from './steps'

type StepWords = { title: string; look: string }
/** A step without its words does not compile. */
type EveryStep = { roles: { [R in TourRole]: { steps: Record<keyof (typeof TOURS)[R]['steps'], StepWords> } } }
const WORDS = { 'zh-CN': zhCN satisfies EveryStep, en: en satisfies EveryStep } as const

/** Only with the embedded stack and the demo in it: elsewhere there are no people whose passwords everybody knows. */
export function tourIsOpen(): boolean {
	const { MAILBOX_DIR, DEMO_LOADED } = webEnv()
	return MAILBOX_DIR !== undefined && DEMO_LOADED === 'yes'
}

/** What every tour says of itself. Not there where there is no demo. */
export function listTours(language: Locale) {
	if (!tourIsOpen()) throw new AppError('notFound')
	const { labels, roles } = WORDS[language]
	return { labels, tours: TOUR_ROLES.map((role) => ({ role, name: roles[role].name, wants: roles[role].wants })) }
}

/** One tour with its words, its person's e-mail and its steps in their order. Not there where there is no demo. */
export function findTour(language: Locale, wanted: string | undefined) {
	const { labels } = listTours(language)
	const place = TOUR_ROLES.findIndex((role) => role === wanted)
	const role = TOUR_ROLES[place]
	if (!role) throw new AppError('notFound')
	const { name, who, wants, steps } = WORDS[language].roles[role]
	const words: Record<string, StepWords> = steps
	const next = TOUR_ROLES[(place + 1) % TOUR_ROLES.length]!
	return {
		role,
		labels,
		name,
		who,
		wants,
		email: demoEmail(TOURS[role].person),
		next: { role: next, name: WORDS[language].roles[next].name },
		steps: Object.entries<Step>(TOURS[role].steps).map(([key, step]) => ({ key, step, words: words[key]! })),
	}
}
