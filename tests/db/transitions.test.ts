import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TABLE_FORMATS } from '~/lib/table-file'
import { FILE_AUTHORS, FILE_TYPES, VIEWED_FIELDS } from '~/domain/attachments/attachment'
import {
	CASE_NEXT,
	CLOSE_CODES,
	CLOSE_REASONS,
	EVENT_KINDS,
	TRIAGE_REASONS,
	URGENCIES,
} from '~/domain/cases/case-state'
import { CONSENT_ASK_NEXT, CONSENT_MODES } from '~/domain/consent/consent-ask-state'
import {
	APPLICATION_NEXT,
	CAMPAIGN_KINDS,
	DRIVE_ANSWERS,
	DRIVE_CHANNELS,
	DRIVE_NEXT,
	ENTERED_AS,
	GENDERS,
	JOIN_WAYS,
	MEMBERSHIP_NEXT,
	POOL_BASES,
	TRANSFER_NEXT,
	TRANSFER_REASONS,
	TRANSFER_REFUSALS,
} from '~/domain/members/membership-state'
import { TEMPLATES } from '~/domain/notifications/template'
import { OUTCOME_CODES } from '~/domain/outcomes/outcome-code'
import { DECLINE_CODES, REFERRAL_NEXT } from '~/domain/referrals/referral-state'
import { IMPORT_FAILURES, IMPORT_NEXT, ROW_VERDICTS } from '~/domain/roster/import-state'
import { attempt } from '~tests/support/attempt'
import { inRollback, refusal } from '~tests/support/db'
import { seedOffer, seedOrganisation, seedRequest } from '~tests/support/seeds'

type Next = Record<string, readonly string[]>
const LIVES: [noun: string, next: Next, check: string][] = [
	['case', CASE_NEXT, 'cases_state_check'],
	['referral', REFERRAL_NEXT, 'referrals_state_check'],
	['consent_ask', CONSENT_ASK_NEXT, 'consent_asks_state_check'],
	['application', APPLICATION_NEXT, 'applications_state_check'],
	['membership', MEMBERSHIP_NEXT, 'memberships_state_check'],
	['transfer', TRANSFER_NEXT, 'transfers_state_check'],
	['drive', DRIVE_NEXT, 'drives_state_check'],
	['import', IMPORT_NEXT, 'imports_state_check'],
]
const codesIn = (definition: string) => [...definition.matchAll(/'([\w/-]+)'/g)].map(([, code]) => code).sort()

test.each(LIVES)('%s: states and steps are the same in the code and in the database', (noun, next, check) =>
	inRollback(async (db) => {
		const rows = await db<{ step: string }[]>`
			select from_state || ' ' || to_state as step from app.transitions where noun = ${noun}`
		const steps = Object.entries(next).flatMap(([from, to]) => to.map((state) => `${from} ${state}`))
		expect(rows.map(({ step }) => step).sort()).toEqual(steps.sort())
		const [found] = await db<{ text: string }[]>`
			select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${check}`
		expect(codesIn(found!.text)).toEqual(Object.keys(next).sort())
	}),
)

test('the database knows no life that the code does not know', () =>
	inRollback(async (db) => {
		const rows = await db<{ noun: string }[]>`select distinct noun from app.transitions order by noun`
		expect(rows.map(({ noun }) => noun)).toEqual(LIVES.map(([noun]) => noun).sort())
	}))

const LISTS: [column: string, codes: readonly string[]][] = [
	['cases.urgency', URGENCIES],
	['cases.triage_reason', TRIAGE_REASONS],
	['cases.close_reason', CLOSE_REASONS],
	['cases.close_code', CLOSE_CODES],
	['case_events.kind', EVENT_KINDS],
	['referrals.decline_code', DECLINE_CODES],
	['outcomes.code', OUTCOME_CODES],
	['requests.consent_mode', CONSENT_MODES],
	['views.field_group', VIEWED_FIELDS],
	['attachments.type', FILE_TYPES],
	['attachments.author', FILE_AUTHORS],
	['membership_applications.way', JOIN_WAYS],
	['membership_applications.pool_basis', POOL_BASES],
	['membership_applications.entered_as', ENTERED_AS],
	['join_campaigns.kind', CAMPAIGN_KINDS],
	['membership_transfers.reason', TRANSFER_REASONS],
	['membership_transfers.refusal', TRANSFER_REFUSALS],
	['drive_asks.channel', DRIVE_CHANNELS],
	['drive_asks.answer', DRIVE_ANSWERS],
	['member_imports.kind', TABLE_FORMATS],
	['member_imports.failure', IMPORT_FAILURES],
	['import_rows.verdict', ROW_VERDICTS],
	['member_exports.format', TABLE_FORMATS],
	['applicants.gender', GENDERS],
	['member_details.gender', GENDERS],
	['notice_rules.template', TEMPLATES],
	['notifications.template', TEMPLATES],
]

test.each(LISTS)('%s takes exactly the codes of the code', (column, codes) =>
	inRollback(async (db) => {
		const [table, name] = column.split('.')
		const rows = await db<{ text: string }[]>`
			select pg_get_constraintdef(c.oid) as text from pg_constraint c
			join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
			where c.contype = 'c' and c.conrelid = ${`app.${table}`}::regclass and a.attname = ${name!}`
		expect(rows.flatMap(({ text }) => codesIn(text))).toEqual([...codes].sort())
	}),
)

test('the codes with which a case is given back are those with which an offer is declined', () =>
	inRollback(async (db) => {
		const [row] = await db<{ source: string }[]>`
			select prosrc as source from pg_proc where oid = 'private.return_case(uuid, text)'::regprocedure`
		expect(codesIn(/code not in \(([^)]*)\)/.exec(row!.source)![1]!)).toEqual([...DECLINE_CODES].sort())
	}))

test('every kind of event of which somebody is told is a kind of event', () =>
	inRollback(async (db) => {
		const rows = await db<{ kind: string }[]>`select distinct event_kind as kind from app.notice_rules`
		const known: readonly string[] = [...EVENT_KINDS, 'request_received', 'report_made']
		expect(rows.filter(({ kind }) => !known.includes(kind))).toEqual([])
	}))

test('a step that is not listed is refused with its name, for the owner too', () =>
	inRollback(async (db) => {
		const organisation = await seedOrganisation(db)
		const { caseId, referralId } = await seedOffer(db, organisation)
		expect(await refusal(db, (tx) => tx`update app.cases set state = 'outcome_proposed' where id = ${caseId}`)).toBe(
			'NOWAY',
		)
		expect(await refusal(db, (tx) => tx`update app.referrals set state = 'confirmed' where id = ${referralId}`)).toBe(
			'NOWAY',
		)
		// a state and what belongs to it stand or fall together
		expect(await refusal(db, (tx) => tx`update app.cases set next_at = null where id = ${caseId}`)).toBe('23514')
		expect(
			await refusal(db, (tx) => tx`update app.cases set holder_organisation_id = ${organisation} where id = ${caseId}`),
		).toBe('23514')
		expect(await db`select state from app.cases where id = ${caseId}`).toEqual([{ state: 'offering' }])
	}))

/** Whatever order of states somebody tries, exactly the listed steps are taken, from whatever state the row is in by then. */
const walk = async (next: Next, step: (to: string) => Promise<string>, start: string, tried: string[]) => {
	let state = start
	for (const to of tried) {
		const allowed = to === state || next[state]!.includes(to)
		expect(`${state} -> ${to}: ${await step(to)}`).toBe(`${state} -> ${to}: ${allowed ? 'done' : 'NOWAY'}`)
		if (allowed) state = to
	}
}
const orders = (next: Next) => fc.array(fc.constantFrom(...Object.keys(next)), { minLength: 3, maxLength: 12 })

test('random orders of states: a case takes the listed steps and no other', () =>
	fc.assert(
		fc.asyncProperty(orders(CASE_NEXT), (tried) =>
			inRollback(async (db) => {
				const organisation = await seedOrganisation(db)
				const { caseId } = await seedRequest(db)
				const step = (to: string) =>
					attempt(
						db,
						(
							tx,
						) => tx`update app.cases set state = ${to}, next_at = case when ${to} = 'closed' then null else now() end,
						closed_at = case when ${to} = 'closed' then now() end, close_reason = case when ${to} = 'closed' then 'withdrawn' end,
						triage_reason = case when ${to} = 'triage' then 'overdue' end,
						holder_organisation_id = case when ${to} in ('triage', 'offering') then null else ${organisation}::uuid end
						where id = ${caseId}`,
					)
				await walk(CASE_NEXT, step, 'offering', tried)
			}),
		),
		{ numRuns: 25 },
	))

test('random orders of states: a referral takes the listed steps and no other', () =>
	fc.assert(
		fc.asyncProperty(orders(REFERRAL_NEXT), (tried) =>
			inRollback(async (db) => {
				const { referralId } = await seedOffer(db, await seedOrganisation(db))
				const step = (to: string) =>
					attempt(
						db,
						(tx) => tx`update app.referrals set state = ${to}, decline_code = 'other' where id = ${referralId}`,
					)
				await walk(REFERRAL_NEXT, step, 'offered', tried)
			}),
		),
		{ numRuns: 25 },
	))
