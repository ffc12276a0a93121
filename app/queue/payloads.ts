import { z } from 'zod'

/** Every job there is. Payloads carry ids, never copies of data: the job reads the current row. */
export const PAYLOADS = {
	route_case: z.object({ caseId: z.uuid() }),
	send_notification: z.object({ notificationId: z.uuid() }),
	remove_file: z.object({ fileId: z.uuid() }),
	sweep: z.object({}),
	close_drives: z.object({}),
	work_import: z.object({ importId: z.uuid() }),
	purge: z.object({}),
	publish_figures: z.object({ republicationId: z.optional(z.uuid()) }), // left out, everything that waits
	make_reports: z.object({}),
	fairness: z.object({ month: z.iso.date().optional() }), // its first day; left out, all that wait
} as const

export type TaskName = keyof typeof PAYLOADS
export type Payload<N extends TaskName> = z.output<(typeof PAYLOADS)[N]>
