import type { DRIVE_ANSWERS, DRIVE_CHANNELS } from '~/domain/members/membership-state'

export type Channel = (typeof DRIVE_CHANNELS)[number]
export type Answer = (typeof DRIVE_ANSWERS)[number]
/** Where a question stands; the database works it out. */
export const STANDINGS = ['still', 'changed', 'left', 'wrong_contact', 'lapsed', 'dropped', 'waiting'] as const
export type Standing = (typeof STANDINGS)[number]

export type ProgressRow = {
	channel: Channel
	standing: Standing
	through: 'link' | 'phone' | 'station' | null
	members: number
}
export type Progress = {
	asked: number
	answered: number
	/** Not answered and not lapsed. */ waiting: number
	/** By standing, then by channel. */ table: Record<Standing, Record<Channel, number>>
	byChannel: Record<Channel, number>
	through: Record<'link' | 'phone' | 'station', number>
}

const channels = () => ({ email: 0, phone: 0, station: 0 })

/** The figures of a drive from its counted rows. */
export function progressOf(rows: ProgressRow[]): Progress {
	const table = Object.fromEntries(STANDINGS.map((standing) => [standing, channels()])) as Progress['table']
	const progress: Progress = {
		asked: 0,
		answered: 0,
		waiting: 0,
		table,
		byChannel: channels(),
		through: { link: 0, phone: 0, station: 0 },
	}
	for (const { channel, standing, through, members } of rows) {
		table[standing][channel] += members
		progress.byChannel[channel] += members
		progress.asked += members
		if (standing === 'waiting') progress.waiting += members
		if (through) {
			progress.through[through] += members
			progress.answered += members
		}
	}
	return progress
}

/** The lists of a drive: who is still waited for, by channel; who could not be reached; what is to be looked at; who lapsed. */
export const ASK_VIEWS = ['email', 'station', 'phone', 'wrong', 'said', 'lapsed'] as const
export type AskView = (typeof ASK_VIEWS)[number]
export const isAskView = (given: string | null): given is AskView => ASK_VIEWS.some((view) => view === given)

export type DriveLine = {
	id: string
	name: string
	state: 'open' | 'closed'
	asked: number
	createdAt: Date
	answerBy: Date
	/** No answer counts any more, and not everybody has lapsed yet. */ ending: boolean
}
export type DriveFacts = DriveLine & {
	organisationId: string
	notConfirmedSince: Date
	closedAt: Date | null
	remindedAt: Date | null
	area: string | null
	sector: string | null
	platform: string | null
	station: string | null
}
export type AskLine = {
	id: string
	membershipId: string
	channel: Channel
	standing: Standing
	number: string
	name: string
	phone: string
	station: string | null
}
/** What a member said and what did not fit by itself. */
type Said = { place: string | null; saidPhone: string | null; saidStation: string | null }
export type SaidLine = AskLine & Said & { saidAt: Date }

export type AskFacts = AskLine &
	Said & {
		saidAt: Date | null
		area: string
		sector: string
		platform: string | null
		answeredAt: Date | null
		through: 'link' | 'phone' | 'station' | null
		/** Who wrote it down; null for the member, and for somebody without a name. */ answeredBy: string | null
		memberState: string
	}

/** Is an answer still of use? Also from whoever has lapsed: they are active again with it. */
export const mayRecord = ({ standing, memberState }: { standing: Standing; memberState: string }) =>
	['waiting', 'wrong_contact', 'lapsed'].includes(standing) && ['due', 'lapsed'].includes(memberState)
