/** What the desk holds: what it has to act on itself, and what waits for an organisation's or the worker's answer. */
export const TRIAGE_VIEWS = ['triage', 'waiting'] as const
export type TriageView = (typeof TRIAGE_VIEWS)[number]
