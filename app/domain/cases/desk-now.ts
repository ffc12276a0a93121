/** What is counted of the moment, each with whoever has waited longest; the first four can be looked up in the queue. */
export const QUEUE_FILTERS = ['overdue', 'unassigned', 'messages', 'outcomes'] as const
export type QueueFilter = (typeof QUEUE_FILTERS)[number]
export const NOW_FIGURES = ['offers', ...QUEUE_FILTERS] as const
export type NowFigure = (typeof NOW_FIGURES)[number]

/** Came as JSON: moments are text. `reference` is null where the case is only offered. */
export type WaitingCase = { id: string; reference: string | null; since: string }
export type Load = { userId: string; name: string | null; open: number; overdue: number; messages: number }
export type DeskNow = {
	at: string
	open: number
	/** There are more open cases than are counted. */ more: boolean
	figures: Partial<Record<NowFigure, { cases: number; oldest: WaitingCase[] }>>
	/** Every caseworker, also with nothing in hand; whoever has most first. */ people: Load[]
}
