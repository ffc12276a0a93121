import { join } from 'node:path'
import type { StartSettings } from '~/env.server'
import { migrate } from '../migrate.server'
import { emptyDataFolder, openDataFolder } from './data-folder.server'
import { freePort, startPostgres } from './postgres.server'
import { makeDatabase, setLogins } from './shape.server'
import { openSupabase, serveSupabase } from './supabase.server'

const DATABASE = 'tonglu'

/** The settings that an own database would have brought, and the ends of what was started. */
export type Stack = {
	ownerUrl: string
	web: Record<string, string>
	worker: Record<string, string>
	logs?: string
	/** Settles when the database ended by itself. */
	gone: Promise<void>
	close(): Promise<void>
}

/** Everything that a deployment would have set up by hand, on this machine, for this process. */
export async function startStack(
	settings: StartSettings,
	appUrl: string,
	tell: (line: string) => void,
): Promise<Stack> {
	const folder = await openDataFolder(settings.TONGLU_DATA)
	const { kept } = folder
	const ends: (() => unknown)[] = [folder.release]
	const close = async () => {
		for (const end of ends.reverse().splice(0)) await end()
	}
	try {
		const postgres = await startPostgres({ folder: folder.path, password: kept.admin, port: kept.ports.postgres, tell })
		ends.push(() => postgres.stop())
		await makeDatabase(postgres.adminUrl, DATABASE, kept.owner)
		const mailbox = join(folder.path, 'mailbox')
		const keys = {
			publishable: `sb_publishable_${kept.publishable}`,
			secret: `sb_secret_${kept.secret}`,
			tokens: kept.tokens,
		}
		const supabase = await openSupabase({
			adminUrl: postgres.adminUrl,
			database: DATABASE,
			keys,
			files: join(folder.path, 'files'),
			mailbox,
			siteUrl: appUrl,
		})
		ends.push(() => supabase.close())
		const port = await freePort(kept.ports.supabase)
		const server = await serveSupabase((request, context) => supabase.app.fetch(request, context), port)
		ends.push(() => {
			server.close()
			server.closeAllConnections()
		})
		folder.keepPorts({ postgres: postgres.port, supabase: port })

		const login = (name: string, password: string) =>
			`postgres://${name}:${password}@127.0.0.1:${postgres.port}/${DATABASE}`
		const ownerUrl = login('tonglu_owner', kept.owner)
		await migrate(ownerUrl)
		await setLogins(postgres.adminUrl, { app_web: kept.web, app_worker: kept.worker })
		const links = settings.LINK_SECRET ?? kept.links
		const members = settings.MEMBER_SECRET ?? kept.members
		return {
			ownerUrl,
			web: {
				DATABASE_URL: login('app_web', kept.web),
				SUPABASE_URL: `http://127.0.0.1:${port}`,
				SUPABASE_PUBLISHABLE_KEY: keys.publishable,
				SUPABASE_SECRET_KEY: keys.secret,
				COOKIE_SECRET: settings.COOKIE_SECRET ?? kept.cookies,
				RECEIPT_SECRET: settings.RECEIPT_SECRET ?? kept.receipts,
				LINK_SECRET: links,
				MEMBER_SECRET: members,
				MAILBOX_DIR: mailbox,
			},
			worker: {
				WORKER_DATABASE_URL: login('app_worker', kept.worker),
				SUPABASE_URL: `http://127.0.0.1:${port}`,
				SUPABASE_SECRET_KEY: keys.secret,
				LINK_SECRET: links,
				MEMBER_SECRET: members,
				MAILBOX_DIR: mailbox,
			},
			logs: folder.path,
			gone: postgres.gone,
			close,
		}
	} catch (error) {
		await close()
		throw error
	}
}

/** Forget everything that was filed, and stop a database that was left running. */
export async function resetStack(settings: StartSettings): Promise<void> {
	const folder = await openDataFolder(settings.TONGLU_DATA)
	try {
		const postgres = await startPostgres({ folder: folder.path, password: folder.kept.admin, tell: () => {} })
		await postgres.stop()
		emptyDataFolder(folder, postgres.data)
	} finally {
		folder.release()
	}
}
