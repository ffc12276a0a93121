import { createClient } from '@supabase/supabase-js'
import ws from 'ws'
import { filesEnv } from '~/env.server'

/** Thrown when files cannot be kept or fetched at the moment; the message never holds a name or content. */
export class StorageError extends Error {
	override name = 'StorageError'
}

type Store = ReturnType<typeof openStore>

/** The project's secret key opens every file: the client stays in here, and only what may be done with it is handed out. `name`: of the bucket. */
export function openStore(url: string, secretKey: string | undefined, name: string) {
	const files = secretKey
		? createClient(url, secretKey, {
				auth: { persistSession: false, autoRefreshToken: false },
				realtime: { transport: ws as unknown as typeof WebSocket }, // Node 20 has none, and the client does not start without
			}).storage
		: null
	const bucket = () => {
		if (!files) throw new StorageError('no key for the file store')
		return files.from(name)
	}
	async function reachable(): Promise<boolean> {
		if (!files) return false
		const { data } = await files.getBucket(name)
		if (data) return !data.public
		const { error } = await files.createBucket(name, { public: false })
		return !error
	}
	async function put(key: string, bytes: Buffer, type: string): Promise<void> {
		const upload = () => bucket().upload(key, bytes, { contentType: type, upsert: true })
		let { error } = await upload()
		if (error && (await reachable())) ({ error } = await upload()) // the first file of a new project: now there is a bucket
		if (error) throw new StorageError('a file could not be kept', { cause: error.name })
	}
	async function get(key: string): Promise<Blob | null> {
		const { data, error } = await bucket().download(key)
		if (data) return data
		if ('status' in error && (error.status === 400 || error.status === 404)) return null // hosted projects say 400
		throw new StorageError('a file could not be fetched', { cause: error.name })
	}
	async function remove(keys: string[]): Promise<void> {
		const { error } = await bucket().remove(keys)
		if (error) throw new StorageError('files could not be removed', { cause: error.name })
	}
	return { put, get, remove, reachable }
}

/** A bucket of this process's own settings. They are read when it is first asked for: the start imports this without them. */
export function ownStore(name: string): () => Store {
	let opened: Store | undefined
	return () => {
		if (!opened) {
			const { SUPABASE_URL, SUPABASE_SECRET_KEY } = filesEnv()
			opened = openStore(SUPABASE_URL, SUPABASE_SECRET_KEY, name)
		}
		return opened
	}
}
