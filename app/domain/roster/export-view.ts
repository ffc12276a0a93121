import type { TableFormat } from '~/lib/table-file'

/** One line of the log of exports. */
export type ExportLine = { id: string; at: Date; members: number; format: TableFormat; who: string | null }
