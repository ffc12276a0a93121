import { createClient } from '@supabase/supabase-js'
import ws from 'ws'
import { filesEnv } from '~/env.server'

/** One private bucket for everything people attach. Nobody is given an address of it: the server streams after the database agreed. */
export const BUCKET = 'attachments'

const { SUPABASE_URL, SUPABASE_SECRET_KEY } = filesEnv()

/** The project's secret key: it opens every file, so this module alone holds the client and hands out what may be done with it. */
const files = SUPABASE_SECRET_KEY
	? createClient(SUPABASE_URL, SUPABASE_SECRET_KEY, {
			auth: { persistSession: false, autoRefreshToken: false },
			realtime: { transport: ws as unknown as typeof WebSocket }, // Node 20 has none, and the client does not start without
		}).storage
	: null

/** Thrown when files cannot be kept or fetched at the moment; the message never holds a name or content. */
export class StorageError extends Error {
	override name = 'StorageError'
}

/** Put bytes under a key that stands for them alone; once more changes nothing. The caller has had the right to attach checked, and the row is written. */
export async function putFile(key: string, bytes: Buffer, type: string): Promise<void> {
	if (!files) throw new StorageError('no key for the file store')
	const bucket = files.from(BUCKET)
	const put = () => bucket.upload(key, bytes, { contentType: type, upsert: true })
	let { error } = await put()
	if (error && (await filesReachable())) ({ error } = await put()) // the first file of a new project: now there is a bucket
	if (error) throw new StorageError('a file could not be kept', { cause: error.name })
}

/** The bytes behind a key, null when there are none. The caller has had the right to see them checked and logged. */
export async function getFile(key: string): Promise<Blob | null> {
	if (!files) throw new StorageError('no key for the file store')
	const { data, error } = await files.from(BUCKET).download(key)
	if (data) return data
	if ('status' in error && (error.status === 400 || error.status === 404)) return null // hosted projects say 400
	throw new StorageError('a file could not be fetched', { cause: error.name })
}

/** Whatever is not there any more counts as removed. */
export async function removeFiles(keys: string[]): Promise<void> {
	if (!files) throw new StorageError('no key for the file store')
	const { error } = await files.from(BUCKET).remove(keys)
	if (error) throw new StorageError('files could not be removed', { cause: error.name })
}

/** Does the store answer, and is the bucket there? It is made if not, so that a new project needs no step by hand. */
export async function filesReachable(): Promise<boolean> {
	if (!files) return false
	const { data } = await files.getBucket(BUCKET)
	if (data) return !data.public
	const { error } = await files.createBucket(BUCKET, { public: false })
	return !error
}
