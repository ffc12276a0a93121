import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { attempt } from '~tests/support/attempt'
import { brokenEvents } from '~tests/support/chain'
import { become, inRollback } from '~tests/support/db'
import { brokenRules } from '~tests/support/rules'
import { STEPS, onward, passTime, seedTown, type StepName, type Town } from '~tests/support/walk'

const REFUSALS = ['done', 'NTFND', 'TAKEN', 'NOWAY', 'WRONG', 'MNGER']

async function held(db: Db, after: string) {
	await become(db, 'owner')
	expect({ after, broken: await brokenRules(db), events: await brokenEvents(db) }).toEqual({
		after,
		broken: [],
		events: [],
	})
}

const steps = fc.array(
	fc.record({
		name: fc.oneof(
			{ weight: 3, arbitrary: fc.constant('onward' as const) },
			{ weight: 2, arbitrary: fc.constantFrom<StepName>(...(Object.keys(STEPS) as StepName[])) },
		),
		choice: fc.record({ of: fc.nat({ max: 60 }), organisation: fc.nat({ max: 2 }), yes: fc.boolean() }),
		twice: fc.boolean(),
	}),
	{ minLength: 10, maxLength: 40, size: 'max' },
)
/** One way through everything, so that no step is left out of every run. Cases 0 and 1 are of the first request, 2 and 3 of the next. */
const tour = (of: number, ...names: StepName[]) =>
	names.map((name) => ({ name, choice: { of, organisation: 0, yes: name === 'answer' }, twice: true }))
const TOUR = [
	...tour(
		1,
		'accept',
		'look',
		'write',
		'wait',
		'resume',
		'assign',
		'reply',
		'propose',
		'dispute',
		'escalate',
		'deskWrites',
	),
	...tour(
		1,
		'categorise',
		'offerByHand',
		'accept',
		'propose',
		'confirm',
		'reopen',
		'giveBack',
		'routeAgain',
		'route',
		'decline',
	),
	...tour(1, 'withdrawConsent', 'hours', 'days', 'weeks'),
	...tour(10, 'file'),
	...tour(2, 'route', 'answer', 'escalate', 'close', 'withdraw'),
]
const reached = new Map<string, number>()

test(
	'whatever people do in whatever order, no case falls through and nobody sees more than they may',
	{ timeout: 60_000 },
	() =>
		fc
			.assert(
				fc.asyncProperty(steps, (sequence) =>
					inRollback(async (db) => {
						const town: Town = await seedTown(db)
						await STEPS.file(db, town, { of: 1, organisation: 0, yes: true })
						await STEPS.route(db)
						for (const tried of sequence) {
							const { name, choice } =
								tried.name === 'onward' ? await onward(db, town, tried.choice) : { ...tried, name: tried.name }
							const { twice } = tried
							for (let time = 0; time < (twice ? 2 : 1); time++) {
								const answer = await attempt(db, (tx) => STEPS[name](tx, town, choice))
								expect(REFUSALS, `${name} answers ${answer}`).toContain(answer)
								if (answer === 'done') reached.set(name, (reached.get(name) ?? 0) + 1)
							}
							await held(db, name)
							await passTime(db, '1 second')
						}
					}),
				),
				{ numRuns: 50, examples: [[TOUR]], interruptAfterTimeLimit: 25_000 },
			)
			.then(() => {
				// a walk that never arrives somewhere proves nothing about it
				expect(Object.keys(STEPS).filter((name) => !reached.has(name))).toEqual([])
			}),
)
