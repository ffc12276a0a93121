import { Resend } from 'resend'

export type Letter = { to: string; subject: string; html: string; text: string; idempotencyKey: string }
/** Answers the provider's id of the message; throws to be tried again. */
export type Mail = { send(letter: Letter): Promise<string> }

/** `baseUrl` puts a test server in the place of the provider. */
export function resendMail(settings: { apiKey: string; from: string; baseUrl?: string }): Mail {
	const resend = new Resend(settings.apiKey, settings.baseUrl ? { baseUrl: settings.baseUrl } : undefined)
	return {
		async send({ idempotencyKey, ...letter }) {
			const { data, error } = await resend.emails.send({ from: settings.from, ...letter }, { idempotencyKey })
			if (error) throw new Error(`mail refused: ${error.name}`) // the message may quote the address
			return data.id
		},
	}
}
