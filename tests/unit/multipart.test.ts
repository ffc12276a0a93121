import { expect, test } from 'vitest'
import { readForm } from '~/lib/multipart.server'

const LIMITS = { fileSize: 1000, files: 2 }
const posted = (body: BodyInit, headers: HeadersInit = {}) =>
	new Request('http://app.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
function form(texts: Record<string, string>, files: [string, number][]) {
	const made = new FormData()
	for (const [name, text] of Object.entries(texts)) made.append(name, text)
	for (const [name, size] of files) made.append('files', new File(['x'.repeat(size)], name))
	return made
}
const read = async (request: Request, limits = LIMITS) => {
	const { form: texts, uploads } = await readForm(request, limits)
	return {
		texts: Object.fromEntries(texts),
		uploads: uploads.map(({ name, bytes, reason }) => [name, bytes?.length ?? null, reason]),
	}
}

test('texts and files come apart, with Chinese names, and an empty control is no file', async () => {
	expect(await read(posted(form({ story: '工资没发' }, [['工资单.jpg', 10]])))).toEqual({
		texts: { story: '工资没发' },
		uploads: [['工资单.jpg', 10, null]],
	})
	expect(await read(posted(form({ story: 'x' }, [['', 0]])))).toEqual({ texts: { story: 'x' }, uploads: [] })
	expect(await read(posted(new URLSearchParams({ story: 'y' })))).toEqual({ texts: { story: 'y' }, uploads: [] })
})

test('a file over the limit and files over the number are named and not kept; texts before and after are', async () => {
	const made = form({ story: 'before' }, [
		['big.jpg', 1001],
		['fits.jpg', 1000],
		['third.jpg', 5],
	])
	made.append('after', 'kept')
	expect(await read(posted(made))).toEqual({
		texts: { story: 'before', after: 'kept' },
		uploads: [
			['big.jpg', null, 'too_large'],
			['fits.jpg', 1000, null],
			['third.jpg', null, 'too_many'],
		],
	})
})

test('a body that breaks off is refused, at whatever place', async () => {
	const whole = posted(form({ story: 'x' }, [['a.jpg', 500]]))
	const type = whole.headers.get('Content-Type')!
	const bytes = Buffer.from(await whole.arrayBuffer())
	for (const part of [10, 60, 150, bytes.length - 200, bytes.length - 10]) {
		await expect(read(posted(bytes.subarray(0, part), { 'Content-Type': type }))).rejects.toMatchObject({
			code: 'invalid',
		})
	}
	const dying = new ReadableStream({
		start(controller) {
			controller.enqueue(bytes.subarray(0, 200))
			controller.error(new Error('gone'))
		},
	})
	await expect(read(posted(dying, { 'Content-Type': type }))).rejects.toMatchObject({ code: 'invalid' })
	await expect(read(posted('x', { 'Content-Type': 'multipart/form-data' }))).rejects.toMatchObject({ code: 'invalid' })
})

test('what would be foolish to read on is broken off, announced or not', async () => {
	const endless = new ReadableStream({
		pull(controller) {
			controller.enqueue(Buffer.alloc(65_536, 'x'))
		},
	})
	const type = 'multipart/form-data; boundary=b'
	await expect(read(posted(endless, { 'Content-Type': type }))).rejects.toMatchObject({ code: 'tooLarge' })
	await expect(read(posted('x', { 'Content-Type': type, 'Content-Length': '9999999999' }))).rejects.toMatchObject({
		code: 'tooLarge',
	})
})

test('when too much is held for everybody, files are asked for later; afterwards there is room again', async () => {
	const big = () => posted(form({}, [['a.jpg', 900]]))
	expect((await read(big(), { ...LIMITS, held: 500 } as typeof LIMITS)).uploads).toEqual([['a.jpg', null, 'busy']])
	expect((await read(big(), { ...LIMITS, held: 1000 } as typeof LIMITS)).uploads).toEqual([['a.jpg', 900, null]])
	expect((await read(big(), { ...LIMITS, held: 1000 } as typeof LIMITS)).uploads).toEqual([['a.jpg', 900, null]])
})
