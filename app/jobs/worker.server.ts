import { run, type TaskList } from 'graphile-worker'
import { workerEnv, type WorkerSettings } from '~/env.server'
import { mailboxMail } from '~/mail/mailbox.server'
import { resendMail, type Mail } from '~/mail/mail.server'
import { publishFiguresTask } from './tasks/publish-figures.server'
import { fairnessTask } from './tasks/fairness.server'
import { makeReportsTask } from './tasks/make-reports.server'
import { closeDrivesTask, purgeTask, sweepTask } from './tasks/clock.server'
import { removeFileTask } from './tasks/remove-file.server'
import { routeCaseTask } from './tasks/route-case.server'
import { sendNotification, type Links } from './tasks/send-notification.server'
import { workImportTask } from './tasks/work-import.server'

export const taskList = (mail: Mail, links: Links): TaskList => ({
	route_case: routeCaseTask,
	send_notification: sendNotification(mail, links),
	remove_file: removeFileTask,
	sweep: sweepTask,
	close_drives: closeDrivesTask,
	work_import: workImportTask,
	purge: purgeTask,
	publish_figures: publishFiguresTask,
	make_reports: makeReportsTask,
	fairness: fairnessTask,
})

/** Through the provider when there is a key, else into the mailbox of the embedded stack. */
export function mailOf(env: WorkerSettings): Mail {
	if (env.RESEND_API_KEY) {
		return resendMail({ apiKey: env.RESEND_API_KEY, from: env.MAIL_FROM, baseUrl: env.RESEND_BASE_URL })
	}
	return mailboxMail(env.MAILBOX_DIR ?? '')
}

/** With several workers each line still runs once: the queue keeps count. */
const CRONTAB = [
	'* * * * * sweep ?fill=5m&max=1',
	'17 * * * * purge ?max=3',
	'23 * * * * publish_figures ?fill=2d&max=3',
	'53 * * * * make_reports ?max=3',
	'40 3 2 * * fairness ?fill=2w&max=3',
].join('\n')

/** Start working the queue. LISTEN needs a direct connection, not a pooler's. The caller stops it. */
export function startWorker() {
	const env = workerEnv()
	return run({
		connectionString: env.WORKER_DATABASE_URL,
		taskList: taskList(mailOf(env), { appUrl: env.APP_URL, linkSecret: env.LINK_SECRET }),
		crontab: CRONTAB,
		concurrency: 4,
		noHandleSignals: true,
	})
}
