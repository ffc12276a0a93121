import { randomBytes, randomUUID } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Db } from '~/db/begin.server'
import { become } from './become'

/**
 * Where tests start from. Seeds run as the owner and go through the functions of the product wherever there is one;
 * inside a transaction they end as the owner again, so call `become` afterwards.
 */
type Owner = Db | Sql
/** Invented, as everybody in these tests is. */
export const STORY = '平台五月的工资一直没有结，站长说下个月再看。'
export const PLACE = '330106' // 杭州市西湖区
export const NEED = 'labour.unpaid_wages'
const SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export async function seedOrganisation(
	db: Owner,
	about: { kind?: 'agency' | 'union'; nameZh?: string; nameEn?: string } = {},
): Promise<string> {
	const { kind = 'agency', nameZh = '灯塔社工', nameEn = 'Lighthouse Social Work' } = about
	const [row] = await db<{ id: string }[]>`insert into app.organisations (kind, name_zh, name_en, area_code)
		values (${kind}, ${nameZh}, ${nameEn}, ${PLACE}) returning id`
	return row!.id
}

type Service = {
	needs?: string[]
	areas?: string[]
	capacity?: number | null
	sectors?: string[]
	platforms?: string[]
}
/** A service that takes the seeded need at the seeded place, in Chinese and English, open on weekdays. */
export async function seedService(db: Owner, organisationId: string, about: Service = {}): Promise<string> {
	const { needs = [NEED], areas = [PLACE], capacity = 10, sectors = [], platforms = [] } = about
	const [row] = await db<{ id: string }[]>`insert into app.services (organisation_id, name_zh, name_en, capacity)
		values (${organisationId}, '工资与权益咨询', 'Advice on pay and rights', ${capacity}) returning id`
	const id = row!.id
	await db`insert into app.service_categories (service_id, category_code) select ${id}, unnest(${needs}::text[])`
	await db`insert into app.service_areas (service_id, area_code) select ${id}, unnest(${areas}::text[])`
	await db`insert into app.service_sectors (service_id, sector_code) select ${id}, unnest(${sectors}::text[])`
	await db`insert into app.service_platforms (service_id, platform_code) select ${id}, unnest(${platforms}::text[])`
	await db`insert into app.service_languages (service_id, language_code) values (${id}, 'zh-CN'), (${id}, 'en')`
	await db`insert into app.schedules (service_id, opens_at, closes_at) values (${id}, '09:00', '17:30')`
	return id
}

export type Role =
	'caseworker' | 'manager' | 'officer' | 'liaison' | 'analyst' | 'triager' | 'directory_editor' | 'administrator'

/** Somebody with an account and nothing else. */
export async function seedUser(db: Owner, email = `${randomUUID()}@people.test`): Promise<{ user: string }> {
	const user = randomUUID()
	await db`insert into auth.users (id, email) values (${user}, ${email})`
	return { user }
}

/** Somebody who works for an organisation, in one or several roles. */
export async function seedStaff(db: Owner, organisationId: string, ...roles: Role[]): Promise<{ user: string }> {
	const person = await seedUser(db)
	await db`insert into app.people (user_id, name) values (${person.user}, '李明')`
	await db`insert into app.staff_roles (user_id, organisation_id, role)
		select ${person.user}, ${organisationId}, unnest(${roles.length ? roles : ['caseworker']}::text[])`
	return person
}

export async function operatorId(db: Owner): Promise<string> {
	const [row] = await db<{ id: string }[]>`select private.operator_id() as id`
	return row!.id
}

type Filing = {
	needs?: string[]
	recipients?: string[]
	excluded?: string[]
	consentMode?: 'any_of_these' | 'only_ticked' | 'ask_first'
	fields?: ('story' | 'contact')[]
	deskMayRead?: boolean
	urgency?: 'normal' | 'soon' | 'today'
	email?: string | null
	language?: 'zh-CN' | 'en'
	receiptHash?: Buffer
}
export type Filed = {
	requestId: string
	reference: string
	receipt: string
	/** The first case; all of them stand in `caseIds`, in the order of their needs. */ caseId: string
	caseIds: string[]
}

/** A filed request. Give `receiptHash(code)` when the test comes back with a code. `receipt` is a living receipt session. */
export async function seedRequest(db: Owner, about: Filing = {}): Promise<Filed> {
	const filing = {
		story: STORY,
		needs: about.needs ?? [NEED],
		area: PLACE,
		sector: 'delivery',
		platform: null,
		workingForm: 'crowd',
		urgency: about.urgency ?? 'normal',
		contact: {
			name: '王小路',
			phone: '13800138000',
			email: about.email ?? null,
			reachBy: about.email ? ['phone', 'email'] : ['phone'],
			reachTimes: ['evening'],
		},
		consentMode: about.consentMode ?? 'only_ticked',
		recipients: about.recipients ?? [],
		excluded: about.excluded ?? [],
		fields: about.fields ?? ['story', 'contact'],
		deskMayRead: about.deskMayRead ?? true,
		textVersion: '2026-11',
	}
	const reference = `T-${Array.from(randomBytes(8), (byte) => SIGNS[byte % 32]).join('')}`
	const [opened] = await db<{ receipt: string }[]>`
		select receipt_session as receipt from private.open_request(${randomUUID()}, ${reference},
			${about.receiptHash ?? randomBytes(32)}, ${about.language ?? 'zh-CN'}, ${db.json(filing)})`
	const cases = await db<{ id: string; requestId: string }[]>`select c.id, c.request_id from app.cases c
		join app.requests r on r.id = c.request_id where r.reference = ${reference} order by c.category_code`
	const first = cases[0]!
	return {
		requestId: first.requestId,
		reference,
		receipt: opened!.receipt,
		caseId: first.id,
		caseIds: cases.map(({ id }) => id),
	}
}

/** The routing job's decision, made by hand: the case is offered to this organisation, or the worker is asked about it. */
export async function seedOffer(
	db: Owner,
	organisationId: string,
	request?: Filed,
	hours = 24,
): Promise<Filed & { referralId: string | null; askId: string | null }> {
	const filed = request ?? (await seedRequest(db, { recipients: [organisationId] }))
	await db`select private.offer_best(${filed.caseId}, '[]', ${organisationId}, null, '{category_exact}',
		now() + make_interval(hours => ${hours}))`
	const [made] = await db<{ referralId: string | null; askId: string | null }[]>`select
		(select id from app.referrals where case_id = ${filed.caseId} and organisation_id = ${organisationId} and state = 'offered') as referral_id,
		(select id from app.consent_asks where case_id = ${filed.caseId} and organisation_id = ${organisationId} and state = 'asked') as ask_id`
	return { ...filed, ...made! }
}

/** A case that a caseworker of the organisation has accepted. Only inside a transaction: it becomes the caseworker for a moment. */
export async function seedAccepted(
	db: Db,
	organisationId: string,
	caseworker: { user: string },
	request?: Filed,
): Promise<Filed & { referralId: string }> {
	const offer = await seedOffer(db, organisationId, request)
	if (!offer.referralId) throw new Error('the worker did not agree to this organisation')
	await become(db, caseworker)
	await db`select private.accept_referral(${offer.referralId})`
	await become(db, 'owner')
	return { ...offer, referralId: offer.referralId }
}

/** The holder proposes an outcome. Only inside a transaction. */
export async function seedOutcome(
	db: Db,
	caseId: string,
	proposer: { user: string },
	proposed: Record<string, string | number> = {
		code: 'got_help',
		note: '五月工资已经补发。',
		moneyRecoveredFen: 420000,
	},
): Promise<string> {
	const id = randomUUID()
	await become(db, proposer)
	await db`select private.propose_outcome(${id}, ${caseId}, ${db.json(proposed)})`
	await become(db, 'owner')
	return id
}
