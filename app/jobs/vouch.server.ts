import { access, constants } from 'node:fs/promises'
import { SettingsError, type WorkerSettings } from '~/env.server'
import { presence } from '~/queue/presence.server'

const EVERY = 30_000

/**
 * Say to the health page that jobs are worked and that letters have a way out, and go on checking both. A key that the
 * provider does not know stops the start; a provider that is away does not, it is asked again.
 */
export async function vouch(env: WorkerSettings): Promise<{ end(): Promise<void> }> {
	const { hold, drop, end } = presence(env.WORKER_DATABASE_URL)
	const look = async () => {
		await hold('queue')
		if (await mailWorks(env)) await hold('mail')
		else await drop('mail')
	}
	await look()
	const timer = setInterval(() => look().catch(() => {}), EVERY) // a failure shows: nobody vouches
	return {
		end: async () => {
			clearInterval(timer)
			await end()
		},
	}
}

async function mailWorks({ RESEND_API_KEY, RESEND_BASE_URL, MAILBOX_DIR }: WorkerSettings): Promise<boolean> {
	if (!RESEND_API_KEY) {
		if (!MAILBOX_DIR)
			throw new SettingsError('Check the settings: RESEND_API_KEY is missing, so no letter could be sent.')
		return access(MAILBOX_DIR, constants.W_OK).then(
			() => true,
			() => false,
		)
	}
	try {
		const answer = await fetch(new URL('/domains', RESEND_BASE_URL ?? 'https://api.resend.com'), {
			headers: { authorization: `Bearer ${RESEND_API_KEY}` },
			signal: AbortSignal.timeout(5_000),
		})
		if (![400, 401, 403].includes(answer.status)) return answer.status < 500
		const { name } = (await answer.json().catch(() => ({}))) as { name?: string }
		if (name === 'restricted_api_key') return true // may send and nothing else: the best kind
	} catch {
		return false
	}
	throw new SettingsError('RESEND_API_KEY is not a key that the mail provider knows.')
}
