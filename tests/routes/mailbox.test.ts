import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { mailboxMail } from '~/mail/mailbox.server'
import { loader } from '~/routes/mailbox'

const call = (address: string) => loader({ request: new Request(address), params: {}, context: { cspNonce: '' } })
const letter = {
	to: 'worker@people.test',
	subject: '您的回执',
	html: '<p>…</p>',
	text: '请打开 http://app.test/track?reference=T-23456789',
}

async function withLetters() {
	const directory = mkdtempSync(join(tmpdir(), 'mailbox-'))
	process.env.MAILBOX_DIR = directory
	const mail = mailboxMail(directory)
	const id = await mail.send({ ...letter, idempotencyKey: 'notification/1' })
	expect(await mail.send({ ...letter, idempotencyKey: 'notification/1' })).toBe(id)
	return id
}
afterEach(() => delete process.env.MAILBOX_DIR)

test('a letter that was sent twice lies there once, and opens with the link it carries', async () => {
	const id = await withLetters()
	expect((await call('http://app.test/mailbox')).letters).toMatchObject([
		{ id, to: letter.to, subject: letter.subject },
	])
	expect((await call(`http://localhost:3000/mailbox?letter=${id}`)).letter).toMatchObject({
		text: letter.text,
		link: 'http://app.test/track?reference=T-23456789',
	})
})

test('there is no mailbox under a name that is not ours, for a letter that is not there, or with a mail provider', async () => {
	await withLetters()
	const missing = { data: { messageKey: 'common:errors.notFound' }, init: { status: 404 } }
	await expect(call('http://rebound.example/mailbox')).rejects.toMatchObject(missing)
	await expect(call('http://app.test/mailbox?letter=none')).rejects.toMatchObject(missing)
	delete process.env.MAILBOX_DIR
	await expect(call('http://app.test/mailbox')).rejects.toMatchObject(missing)
})
