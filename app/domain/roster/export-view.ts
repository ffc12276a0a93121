import type { RosterFormat } from './import-state'

/** One line of the log of exports. */
export type ExportLine = { id: string; at: Date; members: number; format: RosterFormat; who: string | null }
