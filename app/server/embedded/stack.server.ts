import { join } from 'node:path'
import type { StartSettings } from '~/env.server'
import { migrate } from '../migrate.server'
import { emptyDataFolder, openDataFolder } from './data-folder.server'
import { freePort, startPostgres } from './postgres.server'
import { forWantOfRoom, watchRoom } from './room.server'
import { fillCopy, makeDatabase, setLogins } from './shape.server'
import { openSupabase, serveSupabase } from './supabase.server'

const DATABASE = 'tonglu'
const ENDED = 'The embedded database ended by itself; the reason is in its log in the data folder.'

/** The settings that an own database would have brought, and the ends of what was started. */
export type Stack = {
	ownerUrl: string
	web: Record<string, string>
	worker: Record<string, string>
	logs?: string
	/** Settles, with what to say, when the database ended by itself. */
	gone: Promise<string>
	/** Let `work` write into the database, all of it or nothing: it is given the owner's address. Before anybody is served. */
	fill(work: (ownerUrl: string) => Promise<void>): Promise<void>
	/** A failure of any part, as whoever runs this can do something about it. */
	explain(error: unknown): unknown
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
	const disks = [folder.path]
	const explain = (error: unknown) => forWantOfRoom(disks, error) ?? error
	const ends: (() => unknown)[] = [folder.release]
	const close = async () => {
		for (const end of ends.reverse().splice(0))
			await Promise.resolve()
				.then(end)
				.catch(() => {}) // one that is gone already keeps nobody from ending the others
	}
	try {
		const postgres = await startPostgres({ folder: folder.path, password: kept.admin, port: kept.ports.postgres, tell })
		ends.push(() => postgres.stop())
		disks.push(postgres.data)
		ends.push(watchRoom(disks, (line) => console.error(line)))
		await makeDatabase(postgres.adminUrl, DATABASE, kept.owner)
		const mailbox = join(folder.path, 'mailbox')
		const keys = {
			publishable: `sb_publishable_${kept.publishable}`,
			secret: `sb_secret_${kept.secret}`,
			tokens: kept.tokens,
		}
		const supabaseOn = (database: string) =>
			openSupabase({
				adminUrl: postgres.adminUrl,
				database,
				keys,
				files: join(folder.path, 'files'),
				mailbox,
				siteUrl: appUrl,
			})
		let supabase = await supabaseOn(DATABASE)
		ends.push(() => supabase.close())
		const port = await freePort(kept.ports.supabase)
		const server = await serveSupabase((request, context) => supabase.app.fetch(request, context), port)
		ends.push(() => {
			server.close()
			server.closeAllConnections()
		})
		folder.keepPorts({ postgres: postgres.port, supabase: port })

		const login = (name: string, password: string, database = DATABASE) =>
			`postgres://${name}:${password}@127.0.0.1:${postgres.port}/${database}`
		const owner = (database?: string) => login('tonglu_owner', kept.owner, database)
		await migrate(owner())
		await setLogins(postgres.adminUrl, { app_web: kept.web, app_worker: kept.worker })
		const fill = async (work: (ownerUrl: string) => Promise<void>) => {
			await supabase.close()
			await fillCopy(postgres.adminUrl, DATABASE, async (copy) => {
				supabase = await supabaseOn(copy)
				await work(owner(copy))
				await supabase.close()
			})
			supabase = await supabaseOn(DATABASE)
		}
		const links = settings.LINK_SECRET ?? kept.links
		const members = settings.MEMBER_SECRET ?? kept.members
		return {
			ownerUrl: owner(),
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
			gone: postgres.gone.then(() => forWantOfRoom(disks)?.message ?? ENDED),
			fill,
			explain,
			close,
		}
	} catch (error) {
		const why = explain(error)
		await close()
		throw why
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
