import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../app/server/embedded/postgres.server'
import { makeDatabase, setLogins } from '../../app/server/embedded/shape.server'
import { openSupabase } from '../../app/server/embedded/supabase.server'
import { migrate } from '../../app/server/migrate.server'

declare module 'vitest' {
	export interface ProvidedContext {
		adminUrl: string
	}
}
type Server = { adminUrl: string; stop: () => Promise<void>; users: number }
/** Both levels that need a database share one server and one template; vitest loads this file once for each. */
const shared = globalThis as typeof globalThis & { tongluTestServer?: Promise<Server> }

/** Build the template database once: what Supabase brings, every migration as the owner (not a superuser), the queue. */
export default async function setup(project: TestProject) {
	shared.tongluTestServer ??= prepare()
	const server = await shared.tongluTestServer
	server.users++
	project.provide('adminUrl', server.adminUrl)
	return async () => {
		if (--server.users === 0) await server.stop()
	}
}

async function prepare(): Promise<Server> {
	const server = process.env.TEST_ADMIN_URL ? given(process.env.TEST_ADMIN_URL) : await own()
	try {
		const { adminUrl } = server
		const admin = postgres(`${adminUrl}/postgres`, { max: 1, onnotice: () => {} })
		await admin`drop database if exists tonglu_template with (force)`
		await admin.end()
		await makeDatabase(adminUrl, 'tonglu_template', 'test')
		const folder = mkdtempSync(join(tmpdir(), 'tonglu-test-'))
		const supabase = await openSupabase({
			adminUrl,
			database: 'tonglu_template',
			keys: { publishable: 'test', secret: 'test-secret', tokens: 'only-for-tests-only-for-tests-only' },
			files: join(folder, 'files'),
			mailbox: join(folder, 'mailbox'),
			siteUrl: 'http://app.test',
		})
		await supabase.close()
		rmSync(folder, { recursive: true, force: true })
		await migrate(
			Object.assign(new URL(`${adminUrl}/tonglu_template`), { username: 'tonglu_owner', password: 'test' }).href,
		)
		await setLogins(adminUrl, { app_web: 'test', app_worker: 'test' })
		return server
	} catch (error) {
		await server.stop()
		throw error
	}
}

const given = (adminUrl: string): Server => ({ adminUrl: adminUrl.replace(/\/$/, ''), stop: async () => {}, users: 0 })

/** No server was named: bring up the embedded one in a folder that goes away again. */
async function own(): Promise<Server> {
	const folder = mkdtempSync(join(tmpdir(), 'tonglu-postgres-'))
	const server = await startPostgres({ folder, password: 'test', forgetful: true })
	const stop = async () => {
		await server.stop()
		rmSync(folder, { recursive: true, force: true })
	}
	return { adminUrl: server.adminUrl, stop, users: 0 }
}
