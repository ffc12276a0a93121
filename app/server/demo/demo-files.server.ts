import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type postgres from 'postgres'
import { checkFile, type CheckedFile } from '~/domain/attachments/check.server'
import { safeName } from '~/domain/attachments/file-name'
import type { openStore } from '~/storage/store.server'
import type { DemoRequest } from './demo-data.server'

/** By the name of the file in supabase/demo/files. tests/pictures/demo-files.mjs draws them; each says that it is invented. */
export type DemoFiles = Map<string, CheckedFile>
type Chosen = Record<string, string>

/** Every file of the demo, looked at and drawn anew as an upload is. */
export async function readDemoFiles(requests: DemoRequest[]): Promise<DemoFiles> {
	const chosen = requests.flatMap(({ files, steps }) => [
		files,
		...steps.map((step) => ('files' in step ? step.files : {})),
	])
	const names = [...new Set(chosen.flatMap((files: Chosen) => Object.values(files)))]
	const checked = names.map(async (name) => {
		const answer = await checkFile(name, await readFile(join('supabase/demo/files', name)))
		if (!answer.ok) throw new Error(`demo file ${name}: ${answer.reason}`)
		return [name, answer.file] as const
	})
	return new Map(await Promise.all(checked))
}

/** The files that somebody chose, under the names that the demo gives them. */
export const filesFor = (all: DemoFiles, chosen: Chosen): CheckedFile[] =>
	Object.entries(chosen).map(([name, file]) => {
		const found = all.get(file)!
		return { ...found, name: safeName(name, found.type) }
	})

/** After the rows come the bytes: those of every row that a demo file made, also those that a load before was cut off from. */
export async function storeDemoFiles(sql: postgres.Sql, all: DemoFiles, store: ReturnType<typeof openStore>) {
	const byDigest = new Map([...all.values()].map((file) => [file.sha256, file]))
	const rows = await sql<{ id: string; digest: string }[]>`
		select id, encode(sha256, 'hex') as digest from app.attachments where encode(sha256, 'hex') = any (${[...byDigest.keys()]})`
	const [first, ...others] = rows
	const put = ({ id, digest }: { id: string; digest: string }) => {
		const { bytes, type } = byDigest.get(digest)!
		return store.put(id, bytes, type)
	}
	if (first) await put(first) // makes the bucket, where there is none yet
	await Promise.all(others.map(put))
}
