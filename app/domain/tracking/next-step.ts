import { nextActor, type Actor, type CaseState } from '~/domain/cases/case-state'

/** What happens next, in the words of the worker: the keys of `track:next`. */
export type Step = 'question' | 'outcome' | 'reply' | 'offer' | 'work' | 'authority' | 'looking' | 'desk' | 'over'

export type Situation = { state: CaseState; question: object | null; offeredTo: string | null }

const OFFERING: Record<Actor, Step> = { worker: 'question', organisation: 'offer', desk: 'looking', nobody: 'over' }
const STEPS: Record<Exclude<CaseState, 'offering'>, Step> = {
	triage: 'desk',
	with_organisation: 'work',
	waiting_for_worker: 'reply',
	waiting_for_authority: 'authority',
	outcome_proposed: 'outcome',
	closed: 'over',
}

/** Who acts next, and what that is. An offer and a question are open only while the desk still looks. */
export function nextStep({ state, question, offeredTo }: Situation): { actor: Actor; step: Step } {
	const actor = nextActor(state, { worker: question !== null, organisation: offeredTo !== null })
	return { actor, step: state === 'offering' ? OFFERING[actor] : STEPS[state] }
}

/** Where the worker is waited for first, the rest as filed, what is over last. */
const ORDER: Step[] = ['outcome', 'question', 'reply']
const place = (situation: Situation) => {
	const { step } = nextStep(situation)
	if (step === 'over') return ORDER.length + 1
	const found = ORDER.indexOf(step)
	return found === -1 ? ORDER.length : found
}
/** The cases of one request in the order in which the worker should look at them. */
export const byWhatWaits = <C extends Situation>(cases: C[]): C[] =>
	cases
		.map((one, index) => ({ one, index }))
		.sort((a, b) => place(a.one) - place(b.one) || a.index - b.index)
		.map(({ one }) => one)

/** The other side has let its date pass. */
export const isLate = (situation: Situation & { nextAt: string | null }, now: Date) =>
	situation.nextAt !== null && nextStep(situation).actor !== 'worker' && new Date(situation.nextAt) < now
