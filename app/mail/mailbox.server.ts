import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Mail } from './mail.server'

const Stored = z.object({
	id: z.string(),
	to: z.string(),
	subject: z.string(),
	html: z.string(),
	text: z.string(),
	at: z.string(),
})
type StoredLetter = z.output<typeof Stored>

/** In the place of a provider, with the embedded stack only: every letter is a file, and /mailbox shows them. */
export const mailboxMail = (directory: string): Mail => ({
	async send({ idempotencyKey, to, subject, html, text }) {
		const id = createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 24) // the same key is the same file
		await mkdir(directory, { recursive: true })
		const letter: StoredLetter = { id, to, subject, html, text, at: new Date().toISOString() }
		await writeFile(join(directory, `.${id}`), JSON.stringify(letter))
		await rename(join(directory, `.${id}`), join(directory, `${id}.json`)) // whole or not at all
		return id
	},
})

/** Newest first. A file that is no letter is passed over. */
export async function readMailbox(directory: string): Promise<StoredLetter[]> {
	const names = await readdir(directory).catch(() => [])
	const letters = await Promise.all(
		names
			.filter((name) => name.endsWith('.json'))
			.map(async (name) => {
				const found = Stored.safeParse(JSON.parse(await readFile(join(directory, name), 'utf8').catch(() => 'null')))
				return found.success ? [found.data] : []
			}),
	)
	return letters.flat().sort((a, b) => b.at.localeCompare(a.at))
}
