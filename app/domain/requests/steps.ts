/** The pages of filing, in their order. */
export const STEPS = ['story', 'needs', 'place', 'work', 'contact', 'sharing', 'check'] as const
export type Step = (typeof STEPS)[number]
export type AnswerStep = Exclude<Step, 'check'>

export const stepPath = (step: Step) => `/requests/new/${step}`
/** A link may name one need (`?need=medical.mutual_aid`): it goes along until the page of needs, which ticks it. */
export function withNeed(path: string, address: string): string {
	const need = new URL(address).searchParams.get('need') ?? ''
	return /^[a-z_]{1,40}(\.[a-z_]{1,40})?$/.test(need) ? `${path}${path.includes('?') ? '&' : '?'}need=${need}` : path
}
/** As people see it: the first is 1. */
export const stepNumber = (step: Step) => STEPS.indexOf(step) + 1
/** Null before the first page; after the last question comes the check. */
export const stepBefore = (step: Step): Step | null => STEPS[STEPS.indexOf(step) - 1] ?? null
export const stepAfter = (step: AnswerStep): Step => STEPS[STEPS.indexOf(step) + 1] ?? 'check'
