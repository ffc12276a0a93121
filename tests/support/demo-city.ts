import { vi } from 'vitest'
import { loadDemo } from '~/server/demo/load-demo.server'
import { fakeAccounts } from './accounts'
import { as } from './settings'

/** The demo, to be loaded into the test's database. `kept` holds bytes by the id of their row; of `uploads` no more are taken. */
// why: accounts and files are kept by another server, reached over the network; everything else of the load is real
export function demoCity() {
	fakeAccounts()
	const accounts = globalThis.fetch
	const project = { kept: new Map<string, Buffer>(), uploads: Infinity }
	vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
		const request = new Request(input, init)
		const { pathname } = new URL(request.url)
		const [, file] = /^\/storage\/v1\/object\/attachments\/([\w-]+)$/.exec(pathname) ?? []
		if (file) {
			if (project.uploads-- <= 0) return Response.json({ message: 'gone' }, { status: 503 })
			project.kept.set(file, Buffer.from(await request.arrayBuffer()))
			return Response.json({ Key: `attachments/${file}` })
		}
		if (pathname.startsWith('/storage/')) return Response.json({ name: 'attachments', public: false })
		return accounts(request)
	})
	const load = () =>
		loadDemo({
			ownerUrl: as('tonglu_owner'),
			supabaseUrl: 'http://supabase.test',
			publishableKey: 'test',
			secretKey: 'test-secret',
			memberSecret: 'members-of-tests-members-of-tests-m',
			receiptSecret: 'receipts-of-tests-receipts-of-tests',
		})
	return { project, load }
}
