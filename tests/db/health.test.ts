import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { webEnv, workerEnv } from '~/env.server'
import { vouch } from '~/jobs/vouch.server'
import { healthOf } from '~/server/health.server'
import '~tests/support/db'

const folder = mkdtempSync(join(tmpdir(), 'tonglu-health-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const mailbox = { ...workerEnv(), RESEND_API_KEY: undefined, MAILBOX_DIR: folder }

test('a queue is well while a worker vouches for it, and mail while there is a way out', async () => {
	const { look, stop } = healthOf({ ...webEnv(), MAILBOX_DIR: folder })
	expect(await look()).toMatchObject({ database: 'ok', queue: 'failing', mail: 'failing', storage: 'failing' })
	const worker = await vouch(mailbox)
	expect(await look()).toMatchObject({ database: 'ok', queue: 'ok', mail: 'ok' })
	const second = await vouch(mailbox)
	await worker.end()
	expect(await look()).toMatchObject({ queue: 'ok', mail: 'ok' }) // the other one is still there
	await second.end()
	expect(await look()).toMatchObject({ queue: 'failing', mail: 'failing' })
	await stop()
})

test('without a database everything that stands on it fails, in time', async () => {
	const { look, stop } = healthOf({ ...webEnv(), DATABASE_URL: 'postgres://app_web@127.0.0.1:1/none' })
	const began = performance.now()
	expect(await look()).toMatchObject({ database: 'failing', queue: 'failing', mail: 'failing' })
	expect(performance.now() - began).toBeLessThan(4_000)
	await stop()
})

test('no way out for letters, or a folder that cannot be written, is told', async () => {
	await expect(vouch({ ...mailbox, MAILBOX_DIR: undefined })).rejects.toThrow('RESEND_API_KEY is missing')
	const worker = await vouch({ ...mailbox, MAILBOX_DIR: join(folder, 'gone') })
	const { look, stop } = healthOf(webEnv())
	expect(await look()).toMatchObject({ queue: 'ok', mail: 'failing' })
	await stop()
	await worker.end()
})
