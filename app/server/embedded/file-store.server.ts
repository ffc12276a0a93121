import { createHash } from 'node:crypto'
import { copyFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { App } from '@supabase/lite'

type StorageAdapter = NonNullable<App['_storageAdapter']>
type Kept = { mimetype: string; cacheControl: string }
const NO_RANGE = 200

/** Where the embedded Storage puts the bytes: one file per object and one beside it with its kind. The package exports no store of its own. */
export function fileStore(folder: string): StorageAdapter {
	const root = resolve(folder)
	const at = (bucket: string, key: string) => {
		const path = resolve(root, bucket, key)
		if (!path.startsWith(root + sep)) throw new Error('a key leads out of the store')
		return path
	}
	const describe = async (path: string) => {
		const [file, kept] = await Promise.all([
			stat(path),
			readFile(`${path}.kind`, 'utf8').then((text) => JSON.parse(text) as Kept),
		])
		const eTag = `"${createHash('sha256').update(`${file.size}-${file.mtimeMs}`).digest('hex').slice(0, 32)}"`
		return {
			...kept,
			contentLength: file.size,
			size: file.size,
			lastModified: file.mtime,
			eTag,
			httpStatusCode: NO_RANGE,
		}
	}
	const remove = async (path: string) =>
		void (await Promise.all([path, `${path}.kind`].map((file) => rm(file, { force: true }))))
	return {
		driver: null,
		async getObject(bucket, key) {
			const path = at(bucket, key)
			return { metadata: await describe(path), httpStatusCode: NO_RANGE, body: await readFile(path) }
		},
		async uploadObject(bucket, key, _version, body, mimetype, cacheControl) {
			const path = at(bucket, key)
			await mkdir(dirname(path), { recursive: true, mode: 0o700 })
			const bytes =
				body instanceof Uint8Array
					? body
					: await buffer(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]))
			try {
				await writeFile(`${path}.part`, bytes, { mode: 0o600 })
				await writeFile(`${path}.kind`, JSON.stringify({ mimetype, cacheControl } satisfies Kept), { mode: 0o600 })
				await rename(`${path}.part`, path) // never half a file under the name
			} catch (error) {
				for (const half of ['.part', '.kind']) await rm(`${path}${half}`, { force: true }) // on a full disk it is in the way
				throw error
			}
			return describe(path)
		},
		deleteObject: (bucket, key) => remove(at(bucket, key)),
		deleteObjects: async (bucket, keys) => void (await Promise.all(keys.map((key) => remove(at(bucket, key))))),
		async copyObject(bucket, key, _version, toBucket, toKey) {
			const [from, to] = [at(bucket, key), at(toBucket, toKey)]
			await mkdir(dirname(to), { recursive: true, mode: 0o700 })
			await Promise.all([copyFile(from, to), copyFile(`${from}.kind`, `${to}.kind`)])
			return describe(to)
		},
		headObject: (bucket, key) => describe(at(bucket, key)),
		privateAssetUrl: async (bucket, key) => `file://${join(root, bucket, key)}`,
	}
}
