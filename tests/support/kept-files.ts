import { StorageError } from '~/storage/store.server'

/** The file store in memory, for files whose test says `vi.mock('~/storage/attachments.server', …)`: mocks are hoisted by file. */
export const kept = {
	bytes: new Map<string, Buffer>(),
	/** Away altogether. */ down: false,
	/** Takes nothing more. */ full: false,
}
const open = () => {
	if (kept.down) throw new StorageError('down')
}
export const store = {
	putFile: async (key: string, bytes: Buffer) => {
		open()
		if (kept.full) throw new StorageError('full')
		kept.bytes.set(key, bytes)
	},
	getFile: async (key: string) => {
		open()
		const bytes = kept.bytes.get(key)
		return bytes ? new Blob([new Uint8Array(bytes)]) : null
	},
	removeFiles: async (keys: string[]) => void keys.forEach((key) => kept.bytes.delete(key)),
	filesReachable: async () => true,
}
