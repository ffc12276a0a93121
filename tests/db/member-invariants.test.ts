import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Db } from '~/db/begin.server'
import { attempt } from '~tests/support/attempt'
import { become, inRollback } from '~tests/support/db'
import { STEPS, seedCountry, type StepName } from '~tests/support/member-walk'

/** Each rule as the question for what breaks it. `m` is a membership, `t` a transfer, `e` an event. */
const RULES: Record<string, string> = {
	'every membership is in exactly one union, and that is a union': `
		select m.id from app.memberships m left join app.organisations o on o.id = m.union_organisation_id where o.kind is distinct from 'union'`,
	'at most one transfer of a membership is open': `
		select t.membership_id from app.membership_transfers t where t.state = 'asked' group by 1 having count(*) > 1`,
	'an open transfer leads from where the member is, and nobody who left has one': `
		select t.id from app.membership_transfers t join app.memberships m on m.id = t.membership_id
		where t.state = 'asked' and (t.from_union_id <> m.union_organisation_id or m.state = 'left')`,
	'what belongs to a state stands and falls with it': `
		select m.id from app.memberships m where (m.confirm_by is not null) <> (m.state = 'due') or (m.ended_at is not null) <> (m.state in ('lapsed', 'left'))`,
	'a station is always of the same union': `
		select m.id from app.memberships m join app.stations s on s.id = m.station_id where s.union_organisation_id <> m.union_organisation_id`,
	'events are numbered without a gap': `
		select e.membership_id from app.membership_events e group by 1 having max(e.seq) <> count(*) or min(e.seq) <> 1`,
	'the history says how the membership came to where it is: each move begins where the last one ended, and the last ends here': `
		select e.id from (select e.membership_id as id, e.codes ->> 'from' as comes, e.codes ->> 'to' as goes,
				lag(e.codes ->> 'to') over w as before, lead(e.codes ->> 'from') over w is null as last
			from app.membership_events e where e.kind = 'transferred' window w as (partition by e.membership_id order by e.seq)) e
		join app.memberships m on m.id = e.id where e.comes is distinct from coalesce(e.before, e.comes)
			or e.last and e.goes <> m.union_organisation_id::text`,
	'as many moves in the history as transfers were accepted, and so for everything else that can become of one': `
		select m.id from app.memberships m cross join (values ('transferred', 'accepted'), ('transfer_refused', 'refused'), ('transfer_withdrawn', 'withdrawn')) k (kind, state)
		where (select count(*) from app.membership_events e where e.membership_id = m.id and e.kind = k.kind)
			<> (select count(*) from app.membership_transfers t where t.membership_id = m.id and t.state = k.state)
		union all select m.id from app.memberships m where (select count(*) from app.membership_events e where e.membership_id = m.id and e.kind = 'transfer_asked')
			<> (select count(*) from app.membership_transfers t where t.membership_id = m.id)`,
	'whoever left has leaving as the last of leaving and coming back in the history, and nobody else has': `
		select m.id from app.memberships m left join lateral (select e.kind from app.membership_events e where e.membership_id = m.id
			and e.kind in ('left', 'rejoined') order by e.seq desc limit 1) l on true where (m.state = 'left') <> (l.kind is not distinct from 'left')`,
	'nobody is a member twice by phone': `
		select m.id from app.memberships m join app.memberships o on o.phone_hash = m.phone_hash and o.id <> m.id and o.state <> 'left' where m.state <> 'left'`,
	'a member is found in the own union and nowhere else': `
		select m.id from app.memberships m join app.member_search s on s.membership_id = m.id
		where s.union_organisation_id <> m.union_organisation_id or exists (select from unnest(s.words) w where w not like left(m.union_organisation_id::text, 8) || ':%')`,
	'a letter is never written twice for one event': `
		select n.membership_id from app.notifications n where n.membership_id is not null group by n.membership_id, n.event_seq having count(*) > 1`,
}
const ALL_RULES = Object.entries(RULES)
	.map(([rule, question]) => `select '${rule}' as rule, broken::text from (${question}) as broken`)
	.join(' union all ')
const REFUSALS = ['done', 'NTFND', 'TAKEN', 'NOWAY', 'WRONG', '23505']

async function held(db: Db, after: string) {
	await become(db, 'owner')
	const broken = [...(await db.unsafe(ALL_RULES, [], { prepare: true }))]
	expect({ after, broken }).toEqual({ after, broken: [] })
}

const names = Object.keys(STEPS) as StepName[]
const steps = fc.array(
	fc.record({
		name: fc.oneof(
			{ weight: 2, arbitrary: fc.constantFrom<StepName>('askByMember', 'askByOfficer', 'accept') },
			{ weight: 3, arbitrary: fc.constantFrom<StepName>(...names) },
		),
		choice: fc.record({ of: fc.nat({ max: 40 }), union: fc.nat({ max: 2 }), yes: fc.boolean() }),
		twice: fc.boolean(),
	}),
	{ minLength: 8, maxLength: 40, size: 'max' },
)
/** One way through everything, so that no step is left out of every run. */
const tour = (...walked: (readonly [StepName, number, number, boolean?])[]) =>
	walked.map(([name, of, union, yes = true]) => ({ name, choice: { of, union, yes }, twice: true }))
const TOUR = tour(
	...([
		['askByOfficer', 1, 1],
		['refuse', 1, 1],
		['askByMember', 1, 1],
		['accept', 1, 1],
		['change', 1, 1, false],
	] as const),
	...([
		['askByMember', 1, 2],
		['withdraw', 1, 2],
		['askByMember', 1, 2],
		['end', 1, 0],
		['rejoin', 1, 0],
	] as const),
	...([
		['changeOwn', 1, 1],
		['changeOwn', 2, 1],
		['change', 2, 1],
		['leave', 2, 0],
		['rejoin', 2, 0],
	] as const),
)
const reached = new Map<string, number>()

test(
	'whatever members and officers do in whatever order, nobody is ever without a union or between two',
	{ timeout: 60_000 },
	() =>
		fc
			.assert(
				fc.asyncProperty(steps, (sequence) =>
					inRollback(async (db) => {
						const country = await seedCountry(db)
						for (const { name, choice, twice } of sequence) {
							for (let time = 0; time < (twice ? 2 : 1); time++) {
								const answer = await attempt(db, (tx) => STEPS[name](tx, country, choice))
								expect(REFUSALS, `${name} answers ${answer}`).toContain(answer)
								if (answer === 'done') reached.set(name, (reached.get(name) ?? 0) + 1)
							}
							await held(db, name)
						}
					}),
				),
				{ numRuns: 60, examples: [[TOUR]], interruptAfterTimeLimit: 30_000 },
			)
			.then(() => {
				// a walk that never arrives somewhere proves nothing about it
				expect(Object.keys(STEPS).filter((name) => !reached.has(name))).toEqual([])
			}),
)
