import { randomBytes, randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Locale } from '../../app/i18n/resources'
import { answerAll } from './draft-rows'
import { become } from './become'
import { hashOf, inEmbedded } from './embedded-data'
import { freshStaff } from './fresh-staff'
import { operatorId, seedAccepted, seedOffer, seedOrganisation, seedOutcome, seedRequest, type Filed } from './seeds'
import { openReceipt } from './worker-case'

/** Sixty signs in which no line may be broken, as a name; and a word that is longer than any screen, as a text. */
export const LONG_NAME = 'W'.repeat(60)
const LONG_WORD = `https://example.org/${'orders'.repeat(40)}`
const LONG_PERSON = 'M'.repeat(60)

/** Every page that somebody without an account may come by before anything has happened. */
export const PUBLIC = [
	'/',
	'/emergency',
	'/signin?redirectTo=/desk',
	'/signin/again',
	'/signup',
	'/track',
	'/track/again',
	'/mailbox',
	'/nothing-here',
	`/invitations/${'x'.repeat(43)}`,
	'/requests/new/story?lost=1',
]

/** Somebody with every role in an organisation with a long name, who has a request under way as well: all their pages. */
export async function world(page: Page, origin: string, language: Locale) {
	const seeded = await inEmbedded(async (db) => ({
		union: await seedOrganisation(db, { kind: 'union', nameZh: LONG_NAME, nameEn: LONG_NAME }),
		other: await seedOrganisation(db, { nameZh: LONG_NAME, nameEn: LONG_NAME }),
		desk: await operatorId(db),
	}))
	const { union, other } = seeded
	const person = await freshStaff(page, origin, union, 'caseworker', 'manager', 'officer', 'analyst')
	const cases = await inEmbedded(async (db) => {
		await db`update app.people set name = ${LONG_PERSON} where user_id = ${person.user}`
		await db`insert into app.staff_roles (user_id, organisation_id, role) values (${person.user}, ${seeded.desk}, 'triager')`
		const ask = (about: Parameters<typeof seedRequest>[1]) =>
			seedRequest(db, { receiptHash: hashOf('ABCD-EFGH-JKLM'), ...about })
		const offered = await seedOffer(db, union, await ask({ recipients: [union], urgency: 'today' }))
		const held = await seedAccepted(db, union, person, await ask({ recipients: [union, other] }))
		const proposed = await seedAccepted(db, union, person, await ask({ recipients: [union] }))
		await seedOutcome(db, proposed.caseId, person, { code: 'partly', note: LONG_WORD, moneyRecoveredFen: 999_999_999 })
		const triage = await ask({ needs: ['unsure'], recipients: [union], urgency: 'today' })
		const asked = await seedOffer(db, union, await ask({ consentMode: 'ask_first' }))
		await become(db, person)
		await db`select private.open_story(${held.caseId})`
		await db`select private.write_to_worker(${randomUUID()}, ${held.caseId}, ${LONG_WORD})`
		await db`select private.invite_staff(${randomUUID()}, ${union}, ${`${'e'.repeat(60)}@people.test`}, '{caseworker}', 'en', ${randomBytes(32)})`
		await db`select private.write_note(${randomUUID()}, ${held.caseId}, ${LONG_WORD})`
		await become(db, { receipt: held.receipt })
		const file = {
			id: randomUUID(),
			name: `${LONG_NAME}.pdf`,
			type: 'application/pdf',
			size: 9,
			sha256: '0'.repeat(64),
		}
		await db`select private.begin_upload(${held.caseId}, ${db.json([{ ...file, width: null, height: null }])})`
		await db`select private.write_to_holder(${randomUUID()}, ${held.caseId}, ${LONG_WORD}, ${[file.id]}::uuid[])`
		await become(db, 'owner')
		return { offered, held, proposed, triage, asked }
	})
	return { person, union, other, ...cases, staffPages: staffPages(union, cases), language }
}

type Cases = { offered: Filed; held: Filed; proposed: Filed; triage: Filed }
const staffPages = (union: string, { offered, held, proposed, triage }: Cases) => [
	'/roles',
	'/desk',
	`/desk/${union}`,
	`/desk/${union}?view=all`,
	`/desk/cases/${offered.caseId}`,
	`/desk/cases/${offered.caseId}/decline`,
	`/desk/cases/${held.caseId}`,
	`/desk/cases/${proposed.caseId}`,
	...['return', 'assign', 'waiting', 'outcome'].map((step) => `/desk/cases/${held.caseId}/${step}`),
	'/operator',
	`/operator/cases/${triage.caseId}`,
	...['offer', 'category', 'close'].map((step) => `/operator/cases/${triage.caseId}/${step}`),
	`/staff/${union}`,
	`/staff/${union}/invite`,
	'/union',
	'/union/enrolment',
	'/union/outcomes?area=330100&compare=330000',
	'/union/figures/definitions',
	'/my',
	'/desk/cases/00000000-0000-4000-8000-000000000000',
]

/** The pages of a request that an organisation holds; its receipt is opened on the way. */
export async function trackPages(page: Page, origin: string, { held, other }: { held: Filed; other: string }) {
	await openReceipt(page, origin, held.reference)
	const steps = [
		'',
		'/sharing',
		`/sharing/${other}`,
		'/withdraw',
		`/cases/${held.caseId}`,
		`/cases/${held.caseId}/nobody-answers`,
	]
	return steps.map((step) => `/track${step}`)
}

/** The pages of filing, all answered; the draft is this browser's. */
export async function filingPages(page: Page, origin: string, language: Locale) {
	const story = `${LONG_WORD} ${randomUUID()}`
	await page.request.get(`${origin}/requests/new`)
	await page.request.post(`${origin}/requests/new/story`, { multipart: { danger: 'no', story }, headers: { origin } })
	await answerAll(story, language)
	const steps = ['', '/story', '/needs', '/place', '/place?q=zzz', '/work', '/contact', '/sharing', '/check']
	return ['/', ...steps.map((step) => `/requests/new${step}`)]
}
