import type { Db } from '~/db/begin.server'
import type { Locale } from '~/i18n/resources'
import type { Template } from './template'

export type ToSend = {
	email: string
	language: Locale
	template: Template
	/** Only in letters to the worker. */
	reference: string | null
	caseId: string | null
	invitationId: string | null
	/** Only in letters to an applicant. */
	applicationReference: string | null
	driveAskId: string | null
	/** Only in letters about reports: what ends them. */
	subscriptionId: string | null
}

/** Null when it has been sent, or there is nobody to send it to any more. */
export async function notificationToSend(db: Db, id: string): Promise<ToSend | null> {
	const [row] = await db<ToSend[]>`select * from private.notification_to_send(${id})`
	return row ?? null
}

/** From here on a repeated job finds nothing to send. */
export const recordSent = (db: Db, id: string, providerId: string) =>
	db`select private.notification_sent(${id}, ${providerId})`
