import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileStore } from './file-store.server'
import { shapeAuth } from './shape.server'

type Wishes = {
	adminUrl: string
	database: string
	keys: { publishable: string; secret: string; tokens: string }
	files: string
	mailbox: string
	siteUrl: string
}

/** Auth and Storage of Supabase, by Supabase, on our own Postgres. Makes what is missing in the database; does not listen yet. */
export async function openSupabase({ adminUrl, database, keys, files, mailbox, siteUrl }: Wishes) {
	process.env.EXPERIMENTAL_STORAGE = '1' // read while the package is imported
	const said = console.warn
	console.warn = () => {} // one banner about the line above
	const [{ App }, { createPostgresConnection }] = await Promise.all([
		import('@supabase/lite'),
		import('@supabase/lite/postgres'),
	])
	const connection = createPostgresConnection({
		url: `${adminUrl}/${database}`,
		postgresOptions: { max: 5, onnotice: () => {} },
	})
	mkdirSync(mailbox, { recursive: true, mode: 0o700 })
	const app = new App({
		connection,
		auth: {
			enabled: true,
			jwt_secret: keys.tokens,
			publishable_key: keys.publishable,
			secret_key: keys.secret,
			site_url: siteUrl,
			minimum_password_length: 10,
		},
		storage: { enabled: true, file_size_limit: '20MiB', buckets: { attachments: { public: false } } },
		api: { enabled: false },
		studio: { enabled: false },
		options: {
			server: { admin: false, disableStudio: true, disableFallback: true },
			drivers: { email: { send: (letter) => dropLetter(mailbox, letter) } },
		},
	})
	app._storageAdapter = fileStore(files)
	await app.ensureSystemSchema()
	console.warn = said
	await shapeAuth(adminUrl, database)
	return { app, close: () => connection.close() }
}

/** A letter as /mailbox reads it. It takes its name when it is whole. */
async function dropLetter(mailbox: string, letter: { to: string; subject: string; html?: string; text?: string }) {
	const id = randomUUID()
	const { to, subject, html = '', text = '' } = letter
	await writeFile(
		join(mailbox, `.${id}`),
		JSON.stringify({ id, to, subject, html, text, at: new Date().toISOString() }),
		{ mode: 0o600 },
	)
	await rename(join(mailbox, `.${id}`), join(mailbox, `${id}.json`))
}

/** Serve it on the loopback address, so that SUPABASE_URL is an ordinary address in both ways of running. */
export async function serveSupabase(
	fetch: (request: Request, context: { peerAddress: string | null }) => Promise<Response>,
	port: number,
) {
	const server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = []
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
		incoming.on('end', async () => {
			try {
				const headers = new Headers()
				for (const [name, value] of Object.entries(incoming.headers))
					if (value !== undefined) headers.set(name, String(value))
				const method = incoming.method ?? 'GET'
				const body = method === 'GET' || method === 'HEAD' ? undefined : Buffer.concat(chunks)
				const request = new Request(`http://127.0.0.1:${port}${incoming.url ?? '/'}`, { method, headers, body })
				const response = await fetch(request, { peerAddress: incoming.socket.remoteAddress ?? null })
				outgoing.writeHead(response.status, [...response.headers].flat())
				if (response.body) Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]).pipe(outgoing)
				else outgoing.end()
			} catch {
				outgoing.writeHead(500).end()
			}
		})
	})
	server.keepAliveTimeout = 60_000 // the web process keeps its connections
	await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
	return server satisfies Server
}
