import { useState, type FormEvent } from 'react'

const PATIENCE = 15_000

/**
 * Sends a form that has passed its check by script, so that a network that breaks does not take the page away: what was
 * typed stays, and it says that it was not saved. `next` is where a saved form leads. Whatever else the server answers is
 * shown as it would be without a script: the form is sent once more, natively, which is safe because it has an id.
 */
export function useSendOrSay(
	check: (event: FormEvent<HTMLFormElement>) => void,
	next: (form: HTMLFormElement) => string,
) {
	const [sending, setSending] = useState(false)
	const [failed, setFailed] = useState(false)

	async function send(form: HTMLFormElement, submitter: HTMLElement | null) {
		const answers = [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)])
		setSending(true)
		setFailed(false)
		try {
			const answer = await fetch(form.action, {
				method: 'POST',
				body: new URLSearchParams(answers),
				redirect: 'manual',
				signal: AbortSignal.timeout(PATIENCE),
			})
			if (answer.type === 'opaqueredirect') return location.replace(next(form))
			form.submit()
		} catch {
			setFailed(true)
			setSending(false)
		}
	}

	function onSubmit(event: FormEvent<HTMLFormElement>) {
		check(event)
		if (event.defaultPrevented) return
		event.preventDefault()
		if (!sending) void send(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
	}

	return { sending, failed, onSubmit }
}
