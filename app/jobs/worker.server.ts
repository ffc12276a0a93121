import { run, type Runner, type Task } from 'graphile-worker'
import { workerEnv, type WorkerSettings } from '~/env.server'
import { mailboxMail } from '~/mail/mailbox.server'
import { resendMail, type Mail } from '~/mail/mail.server'
import type { TaskName } from '~/queue/payloads'
import { RUNNERS } from './runners'
import { publishFiguresTask } from './tasks/publish-figures.server'
import { fairnessTask } from './tasks/fairness.server'
import { makeReportsTask } from './tasks/make-reports.server'
import { closeDrivesTask, purgeTask, sweepTask } from './tasks/clock.server'
import { removeFileTask } from './tasks/remove-file.server'
import { routeCaseTask } from './tasks/route-case.server'
import { sendNotification, type Links } from './tasks/send-notification.server'
import { workImportTask } from './tasks/work-import.server'

export const taskList = (mail: Mail, links: Links): Record<TaskName, Task> => ({
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

/** Start working the queue. LISTEN needs a direct connection, not a pooler's. The caller stops it. */
export async function startWorker(): Promise<{ stop(): Promise<void> }> {
	const env = workerEnv()
	const all = taskList(mailOf(env), { appUrl: env.APP_URL, linkSecret: env.LINK_SECRET })
	const runners: Runner[] = []
	for (const { tasks, concurrency, crontab } of RUNNERS)
		runners.push(
			await run({
				connectionString: env.WORKER_DATABASE_URL,
				taskList: Object.fromEntries(tasks.map((name) => [name, all[name]])),
				crontab: crontab.join('\n'),
				concurrency,
				noHandleSignals: true,
			}),
		)
	return { stop: async () => void (await Promise.all(runners.map((runner) => runner.stop()))) }
}
