import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { beforeEach, expect, test, vi } from 'vitest'
import { action as act, loader as deskPage } from '~/routes/desk/case'
import * as files from '~/routes/files'
import * as story from '~/routes/worker/requests.new.story'
import * as track from '~/routes/worker/track.case'
import { owner } from '~tests/support/db'
import { newDraft } from '~tests/support/filing-pages'
import { kept } from '~tests/support/kept-files'
import { accepted, answerOf, cookieOf, get, goesTo } from '~tests/support/receipt-calls'
import { STORY } from '~tests/support/seeds'
import { signInAs } from '~tests/support/staff-calls'

// why: sessions and files are kept by another server, reached over the network; who may do what is asked of the real database
vi.mock('~/auth/session.server', async () => (await import('~tests/support/staff-calls')).session)
vi.mock('~/storage/attachments.server', async () => (await import('~tests/support/kept-files')).store)
beforeEach(() => {
	kept.bytes.clear()
	kept.down = false
	signInAs(null)
})

const photo = () =>
	sharp({ create: { width: 30, height: 20, channels: 3, background: '#a52' } })
		.jpeg()
		.withExif({ IFD0: { Make: 'Xiaomi' } })
		.toBuffer()
type Chosen = [name: string, bytes: Buffer]
function sending(path: string, texts: Record<string, string>, chosen: Chosen[], Cookie = '', params = {}) {
	const body = new FormData()
	for (const [name, text] of Object.entries(texts)) body.append(name, text)
	for (const [name, bytes] of chosen) body.append('files', new File([new Uint8Array(bytes)], name))
	const request = new Request(`http://app.test${path}`, { method: 'POST', body, headers: { Cookie } })
	return { request, params, context: { cspNonce: '' } }
}
const rows = () => owner<{ id: string; name: string }[]>`select id, name from app.attachments order by created_at, id`
const HTML: Chosen = ['照片.jpg', Buffer.from('<!doctype html><script>1</script>')]

test('the first page attaches, refuses with name and reason, removes, and always keeps what was typed', async () => {
	const cookie = await newDraft()
	const send = (texts: Record<string, string>, ...chosen: Chosen[]) =>
		answerOf(story.action(sending('/requests/new/story', texts, chosen, cookie)))
	const shown = async () => {
		const answer = await story.loader(get('/requests/new/story', cookie))
		return (answer as unknown as { data: { files: { id: string; name: string }[] } }).data.files
	}
	expect(await send({ danger: 'no', story: STORY }, ['a.jpg', await photo()], HTML)).toMatchObject({
		data: {
			values: { story: STORY, danger: 'no' },
			errors: { files: 'files:errors.refused' },
			refused: [{ name: '照片.jpg', reason: 'type' }],
		},
		init: { status: 422 },
	})
	expect([await shown(), kept.bytes.size]).toEqual([[], 0])
	const large: Chosen = ['big.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(10_485_760)])]
	expect(await send({ danger: 'no', story: STORY }, large)).toMatchObject({
		data: { values: { story: STORY }, refused: [{ name: 'big.pdf', reason: 'too_large' }] },
	})

	expect(await send({ story: '还没写完', intent: 'add' }, ['工资单.jpg', await photo()])).toMatchObject({
		data: { values: { story: '还没写完' }, errors: {} },
		init: { status: 200 },
	})
	const [file] = await shown()
	expect(file).toMatchObject({ name: '工资单.jpg' })
	expect(kept.bytes.get(file!.id)?.includes('Xiaomi')).toBe(false)
	const seven = Array.from({ length: 8 }, (_, n): Chosen => [`${n}.pdf`, Buffer.from(`%PDF-1.7 ${n} %%EOF`)])
	expect(await send({ danger: 'no', story: STORY }, ...seven)).toMatchObject({
		data: { refused: [{ name: '7.pdf', reason: 'too_many' }] },
	})
	// without the answer about danger the page comes back, and the file that was fine need not be chosen again
	expect(await send({ story: STORY }, seven[0]!)).toMatchObject({ init: { status: 422 } })
	expect(await shown()).toHaveLength(2)
	expect(await send({ story: STORY, remove: file!.id })).toMatchObject({ data: { values: { story: STORY } } })
	expect(await shown()).toMatchObject([{ name: '0.pdf' }])

	kept.down = true
	expect(await send({ danger: 'no', story: STORY }, ['b.jpg', await photo()])).toMatchObject({
		data: { values: { story: STORY }, errors: { files: 'files:errors.store' } },
		init: { status: 503 },
	})
	expect(await shown()).toHaveLength(1)
	expect(goesTo(await send({ danger: 'no', story: STORY }))).toEqual([303, '/requests/new/needs'])
})

test('a body that breaks off is refused, and nothing of it stays', async () => {
	const cookie = await newDraft()
	const whole = sending('/requests/new/story', { story: STORY }, [['a.jpg', await photo()]], cookie)
	const headers = { Cookie: cookie, 'Content-Type': whole.request.headers.get('Content-Type')! }
	const body = new Uint8Array(await whole.request.arrayBuffer()).slice(0, -300)
	const before = await rows()
	const request = new Request('http://app.test/requests/new/story', { method: 'POST', body, headers })
	expect(await answerOf(story.action({ ...whole, request }))).toMatchObject({ init: { status: 422 } })
	expect([await rows(), kept.bytes.size]).toEqual([before, 0])
})

test('a message goes with its files, both ways, once; with one refused or the store away nothing goes and the text stays', async () => {
	const { caseId, receipt, caseworker } = await accepted()
	const Cookie = await cookieOf(receipt)
	const messageId = randomUUID()
	const texts = { step: 'write', messageId, body: '这是工资单' }
	const write = (more: Record<string, string>, ...chosen: Chosen[]) =>
		answerOf(track.action(sending('/track/cases/x', { ...texts, ...more }, chosen, Cookie, { caseId })))
	const jpeg = await photo()
	expect(await write({}, ['a.jpg', jpeg], HTML)).toMatchObject({
		data: { step: 'write', values: { body: '这是工资单' }, refused: [{ name: '照片.jpg', reason: 'type' }] },
		init: { status: 422 },
	})
	expect(await write({ body: '' }, ['a.jpg', jpeg])).toMatchObject({
		data: { errors: { body: 'track:errors.messageMissing', files: 'files:errors.again' } },
	})
	kept.down = true
	expect(await write({}, ['a.jpg', jpeg])).toMatchObject({
		data: { values: { body: '这是工资单' }, errors: { files: 'files:errors.store' } },
		init: { status: 503 },
	})
	expect(await owner`select 1 from app.messages where case_id = ${caseId}`).toEqual([])
	kept.down = false
	for (let taps = 0; taps < 2; taps++) expect(goesTo(await write({}, ['a.jpg', jpeg]))[0]).toBe(303)
	const page = await track.loader(get('/track/cases/x', Cookie, { caseId }))
	expect(page.messages).toMatchObject([{ body: '这是工资单', files: [{ name: 'a.jpg', type: 'image/jpeg' }] }])

	signInAs(caseworker)
	const answer = { intent: 'message', messageId: randomUUID(), message: '请填这张表' }
	const form: Chosen = ['表格.pdf', Buffer.from('%PDF-1.7 form %%EOF')]
	const call = (...chosen: Chosen[]) => answerOf(act(sending('/desk/cases/x', answer, chosen, '', { caseId })))
	expect(await call(form, HTML)).toMatchObject({
		data: { reply: { values: { message: '请填这张表' }, refused: [{ reason: 'type' }] } },
		init: { status: 422 },
	})
	expect(goesTo(await call(form))[0]).toBe(303)
	const desk = await deskPage(get('/desk/cases/x', '', { caseId }))
	expect(desk.data.messages.map((one) => one.files.map(({ name }) => name))).toEqual([['a.jpg'], ['表格.pdf']])
})

test('a file is opened by both sides and by nobody else, never kept by a cache, and the look is logged', async () => {
	const { caseId, receipt, caseworker } = await accepted()
	const Cookie = await cookieOf(receipt)
	const texts = { step: 'write', messageId: randomUUID(), body: '附件' }
	const chosen: Chosen[] = [
		['伤口.jpg', await photo()],
		['诊断书.pdf', Buffer.from('%PDF-1.7 x %%EOF')],
	]
	await answerOf(track.action(sending('/track/cases/x', texts, chosen, Cookie, { caseId })))
	const [image, pdf] = await owner<{ id: string }[]>`
		select id from app.attachments where case_id = ${caseId} order by created_at`
	const open = async (id: string, cookie = '') =>
		(await files.loader(get(`/files/${id}`, cookie, { id }))) as unknown as Response
	for (const id of [image!.id, pdf!.id, randomUUID(), 'x']) expect((await open(id)).status).toBe(404)
	expect((await open(image!.id, Cookie)).status).toBe(200)
	expect(await owner`select 1 from app.views where case_id = ${caseId}`).toEqual([])

	signInAs(caseworker)
	const shown = await open(image!.id)
	expect(Object.fromEntries(shown.headers)).toMatchObject({
		'cache-control': 'private, no-store',
		'content-disposition': `inline; filename="__.jpg"; filename*=UTF-8''%E4%BC%A4%E5%8F%A3.jpg`,
		'content-security-policy': "sandbox; default-src 'none'",
		'content-type': 'image/jpeg',
	})
	expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(30)
	expect((await open(pdf!.id)).headers.get('Content-Disposition')).toMatch(/^attachment;/)
	expect(await owner`select field_group from app.views where case_id = ${caseId}`).toEqual([{ fieldGroup: 'files' }])
})
