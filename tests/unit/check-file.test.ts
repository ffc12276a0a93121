import sharp from 'sharp'
import { expect, test } from 'vitest'
import { FILE_LIMIT } from '~/domain/attachments/attachment'
import { checkFile } from '~/domain/attachments/check.server'
import { disposition, safeName } from '~/domain/attachments/file-name'
import { bomb, heic } from '~tests/support/files'

const picture = (width = 60, height = 40) =>
	sharp({ create: { width, height, channels: 3, background: { r: 200, g: 80, b: 40 } } })
const reasonOf = async (name: string, bytes: Buffer) => {
	const checked = await checkFile(name, bytes)
	return checked.ok ? checked.file.type : checked.reason
}

test('what a file is decides its content, not its name', async () => {
	expect(await reasonOf('a.jpg', await picture().jpeg().toBuffer())).toBe('image/jpeg')
	expect(await reasonOf('a.jpg', await picture().png().toBuffer())).toBe('image/png')
	expect(await reasonOf('a.txt', await picture().webp().toBuffer())).toBe('image/webp')
	expect(await reasonOf('a', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'))).toBe('application/pdf')
	expect(await reasonOf('a.jpg', Buffer.from('<!doctype html><script>alert(1)</script>'))).toBe('type')
	expect(await reasonOf('a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('type')
	expect(await reasonOf('a.jpg', await picture().gif().toBuffer())).toBe('type')
	expect(await reasonOf('a.jpg', heic())).toBe('heic')
	expect(await reasonOf('a.jpg', Buffer.alloc(0))).toBe('empty')
	expect(await reasonOf('a.pdf', Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(FILE_LIMIT)]))).toBe('too_large')
})

test('a picture keeps nothing of where, when and with what it was taken, and stands upright', async () => {
	const taken = await picture(60, 40)
		.jpeg()
		.withExif({
			IFD0: { Make: 'Xiaomi', Artist: '王小路' },
			IFD3: { GPSLatitude: '30/1 16/1 0/1', GPSLatitudeRef: 'N' },
		})
		.withMetadata({ orientation: 6 })
		.toBuffer()
	expect((await sharp(taken).metadata()).exif).toBeDefined()
	const checked = await checkFile('IMG_2026.JPG', taken)
	if (!checked.ok) throw new Error(checked.reason)
	const { exif, xmp, iptc, icc, orientation, width, height } = await sharp(checked.file.bytes).metadata()
	expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
	expect([width, height, checked.file.width, checked.file.height]).toEqual([40, 60, 40, 60])
	expect(checked.file.bytes.includes('Xiaomi')).toBe(false)
})

test.each(['png', 'webp'] as const)('a %s keeps nothing of the place either', async (format) => {
	const gps = { IFD3: { GPSLatitude: '30/1 16/1 0/1', GPSLatitudeRef: 'N' } }
	const taken = await picture().toFormat(format).withExif(gps).toBuffer()
	expect((await sharp(taken).metadata()).exif).toBeDefined()
	const checked = await checkFile(`a.${format}`, taken)
	expect(checked.ok && (await sharp(checked.file.bytes).metadata()).exif).toBeUndefined()
	expect(checked.ok && checked.file.type).toBe(`image/${format}`)
})

test('what hangs behind a picture is gone, and a large one is made smaller', async () => {
	const hidden = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>')])
	const checked = await checkFile('a.jpg', hidden)
	expect(checked.ok && checked.file.bytes.includes('<script>')).toBe(false)
	const large = await checkFile('a.png', await picture(4000, 1000).png().toBuffer())
	expect(large.ok && [large.file.width, large.file.height]).toEqual([2560, 640])
})

test('a picture that would fill the memory is refused unopened, and a torn one said to be broken', async () => {
	const before = process.memoryUsage().rss
	expect(await reasonOf('a.png', bomb())).toBe('pixels')
	expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
	const whole = await picture(600, 400).jpeg().toBuffer()
	expect(await reasonOf('a.jpg', whole.subarray(0, whole.length / 2))).toBe('broken')
})

test('names lose folders and hidden signs, and end in what the file is', () => {
	expect(safeName('C:\\fake\\工资单.JPG', 'image/jpeg')).toBe('工资单.JPG')
	expect(safeName('../../etc/passwd', 'application/pdf')).toBe('passwd.pdf')
	expect(safeName('x\u202Egpj.html', 'image/png')).toBe('xgpj.html.png')
	expect(safeName('a"b\r\nSet-Cookie: x.pdf', 'application/pdf')).toBe('a bSet-Cookie  x.pdf')
	expect(safeName('', 'image/webp')).toBe('file.webp')
	expect(safeName('长'.repeat(300), 'image/jpeg')).toHaveLength(200)
	expect(safeName('😀'.repeat(150) + '.jpg', 'image/jpeg').length).toBeLessThanOrEqual(200)
	expect(disposition("工资'单 (1).jpg", 'inline')).toBe(
		`inline; filename="____ (1).jpg"; filename*=UTF-8''%E5%B7%A5%E8%B5%84%27%E5%8D%95%20%281%29.jpg`,
	)
})
