/** The three ways to look at what an organisation holds. */
export const QUEUE_VIEWS = ['mine', 'all', 'closed'] as const
export type QueueView = (typeof QUEUE_VIEWS)[number]

/** A number above this is shown as "99+": nobody counts a city's cases for a tab. */
export const COUNT_CAP = 99
