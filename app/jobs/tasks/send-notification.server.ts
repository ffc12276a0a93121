import { asService } from '~/db/service.server'
import { confirmLink } from '~/lib/confirm-link.server'
import { invitationLink } from '~/lib/invitation-link.server'
import { notificationToSend, recordSent, type ToSend } from '~/domain/notifications/notifications.server'
import type { Mail } from '~/mail/mail.server'
import { letterFor } from '~emails/letters'
import { defineTask } from '../define-task.server'

export type Links = { appUrl: string; linkSecret: string }

/** Where the button of a letter leads. Never more in the address than somebody reading over a shoulder may know. */
function linkOf(found: ToSend, { appUrl, linkSecret }: Links): string {
	if (found.invitationId) return invitationLink(appUrl, linkSecret, found.invitationId)
	if (found.template === 'report_ready') return `${appUrl}/union/reports`
	if (found.template === 'member_news') return `${appUrl}/union/membership`
	if (found.driveAskId) return confirmLink(appUrl, linkSecret, found.driveAskId)
	if (found.reference) return `${appUrl}/track?${new URLSearchParams({ reference: found.reference })}`
	if (found.applicationReference)
		return `${appUrl}/union/join/status?${new URLSearchParams({ reference: found.applicationReference })}`
	return found.template === 'desk_news'
		? `${appUrl}/operator/cases/${found.caseId}`
		: `${appUrl}/desk/cases/${found.caseId}`
}

/** Load, send, record: no transaction is open while the network is. A second run finds the record, or the same key. */
export const sendNotification = (mail: Mail, links: Links) =>
	defineTask('send_notification', async ({ notificationId }) => {
		const found = await asService('send_notification: load', (db) => notificationToSend(db, notificationId))
		if (!found) return
		const letter = await letterFor(found.template, {
			language: found.language,
			reference: found.reference ?? found.applicationReference ?? undefined,
			link: linkOf(found, links),
			stopLink: found.subscriptionId ? `${links.appUrl}/union/reports/letters/${found.subscriptionId}` : undefined,
		})
		const providerId = await mail.send({ ...letter, to: found.email, idempotencyKey: `notification/${notificationId}` })
		await asService('send_notification: record', (db) => recordSent(db, notificationId, providerId))
	})
