import { randomUUID } from 'node:crypto'
import type { Db } from '~/db/begin.server'
import { LEAVE_REASONS, TRANSFER_REASONS, TRANSFER_REFUSALS } from '~/domain/members/membership-state'
import { become } from './db'
import { hashOf, seedMember, seedStation } from './seed-unions'
import { seedOrganisation, seedStaff, seedUser } from './seeds'

type Person = { user: string }
/** Three unions, each with an officer and a station, and three members with accounts, all of them in the first. */
export type Country = {
	unions: { id: string; officer: Person; station: string }[]
	members: { id: string; person: Person }[]
	/** Every transfer that somebody tried to ask for. */ asked: string[]
}
/** Free numbers with which a step chooses among what is there. */
export type Choice = { of: number; union: number; yes: boolean }
type Step = (db: Db, country: Country, choice: Choice) => Promise<unknown>

export async function seedCountry(db: Db): Promise<Country> {
	const unions = []
	for (const name of ['甲区工会', '乙区工会', '丙区工会']) {
		const id = await seedOrganisation(db, { kind: 'union', nameZh: name, nameEn: name })
		unions.push({ id, officer: await seedStaff(db, id, 'officer'), station: await seedStation(db, id) })
	}
	const members = []
	for (const state of ['active', 'due', 'lapsed'] as const) {
		const person = await seedUser(db)
		members.push({
			id: (await seedMember(db, unions[0]!.id, { user: person.user, state, email: 'm@people.test' })).id,
			person,
		})
	}
	return { unions, members, asked: [] }
}

const at = <T>(list: readonly T[], n: number): T => list[n % list.length]!
const aMember = ({ members }: Country, { of }: Choice) => at(members, of)
/** Mostly the officer of the union where the member is; one time in four any officer. */
async function asOfficer(db: Db, { unions }: Country, membershipId: string, { of, union }: Choice) {
	await become(db, 'owner')
	const [found] = await db<
		{ id: string }[]
	>`select union_organisation_id as id from app.memberships where id = ${membershipId}`
	await become(db, (of % 4 ? unions.find(({ id }) => id === found!.id)! : at(unions, union)).officer)
}
/** An open transfer where there is one, else any that was ever tried; and whose turn it would be to answer. */
async function aTransfer(db: Db, { asked, unions }: Country, { of, union }: Choice) {
	await become(db, 'owner')
	const rows = await db<{ id: string; to: string; membershipId: string }[]>`
		select id, to_union_id as to, membership_id from app.membership_transfers order by state = 'asked' desc, asked_at, id`
	const found = rows.length > 0 ? at(rows, of % 3 ? 0 : of) : undefined
	const answering = of % 5 && found ? unions.find(({ id }) => id === found.to)! : at(unions, union)
	return {
		id: found?.id ?? asked.at(-1) ?? randomUUID(),
		membershipId: found?.membershipId,
		officer: answering.officer,
	}
}

/** Everything that people can do to a membership; a refusal is a fine answer. */
export const STEPS = {
	askByOfficer: async (db, country, choice) => {
		const { id } = aMember(country, choice)
		await asOfficer(db, country, id, choice)
		const transfer = choice.yes ? randomUUID() : (country.asked.at(-1) ?? randomUUID())
		country.asked.push(transfer)
		await db`select private.ask_transfer(${transfer}, ${id}, ${at(country.unions, choice.union).id}, ${at(TRANSFER_REASONS, choice.of)})`
	},
	askByMember: async (db, country, choice) => {
		const { id, person } = aMember(country, choice)
		await become(db, choice.of % 7 ? person : at(country.members, choice.union).person)
		const transfer = randomUUID()
		country.asked.push(transfer)
		await db`select private.ask_own_transfer(${transfer}, ${id}, ${at(country.unions, choice.union).id}, 'moved')`
	},
	accept: async (db, country, choice) => {
		const { id, officer } = await aTransfer(db, country, choice)
		await become(db, officer)
		await db`select private.accept_transfer(${id})`
	},
	refuse: async (db, country, choice) => {
		const { id, officer } = await aTransfer(db, country, choice)
		await become(db, officer)
		await db`select private.refuse_transfer(${id}, ${at(TRANSFER_REFUSALS, choice.of)})`
	},
	withdraw: async (db, country, choice) => {
		const { id, membershipId } = await aTransfer(db, country, choice)
		if (choice.yes) await asOfficer(db, country, membershipId ?? country.members[0]!.id, choice)
		else await become(db, at(country.members, choice.of).person)
		await (choice.yes ? db`select private.withdraw_transfer(${id})` : db`select private.withdraw_own_transfer(${id})`)
	},
	end: async (db, country, choice) => {
		const { id } = aMember(country, choice)
		await asOfficer(db, country, id, choice)
		await db`select private.end_membership(${id}, ${at(LEAVE_REASONS, choice.union)})`
	},
	leave: async (db, country, choice) => {
		const { id, person } = aMember(country, choice)
		await become(db, person)
		await db`select private.leave_union(${id})`
	},
	rejoin: async (db, country, choice) => {
		const { id } = aMember(country, choice)
		await asOfficer(db, country, id, choice)
		await db`select private.rejoin_member(${id})`
	},
	change: async (db, country, choice) => {
		const { id } = aMember(country, choice)
		await asOfficer(db, country, id, choice)
		const phone = `1390000000${choice.union}` // now and then another member's
		const changes = choice.yes ? { phone, area: '330110' } : { station: at(country.unions, choice.union).station }
		await db`select private.change_member(${id}, ${db.json(changes)}, ${hashOf(phone)})`
	},
	changeOwn: async (db, country, choice) => {
		const { id, person } = aMember(country, choice)
		await become(db, person)
		const phone = `1390000000${choice.union}`
		await db`select private.change_own_membership(${id}, ${db.json({ phone, sector: 'courier' })}, ${hashOf(phone)})`
	},
} as const satisfies Record<string, Step>
export type StepName = keyof typeof STEPS
