import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** A file as a browser is given one to choose. */
export type Chosen = { name: string; mimeType: string; buffer: Buffer }

/** Taken by a phone that writes down where: a place in Hangzhou, the maker, the hour. */
export const photo = async (name = '工资单.jpg', width = 300, height = 200): Promise<Chosen> => ({
	name,
	mimeType: 'image/jpeg',
	buffer: await sharp({ create: { width, height, channels: 3, background: '#a52' } })
		.jpeg()
		.withExif({
			IFD0: { Make: 'Xiaomi', Software: 'MIUI-XYZ' },
			IFD2: { DateTimeOriginal: '2026:11:20 12:34:56' },
			IFD3: {
				GPSLatitudeRef: 'N',
				GPSLatitude: '30/1 16/1 1234/100',
				GPSLongitudeRef: 'E',
				GPSLongitude: '120/1 9/1 0/1',
			},
		})
		.toBuffer(),
})

/** A photo of some megabytes, as they are: it does not get smaller. */
export const largePhoto = async (name = '现场.jpg'): Promise<Chosen> => ({
	name,
	mimeType: 'image/jpeg',
	buffer: await sharp({
		create: {
			width: 1400,
			height: 1400,
			channels: 3,
			background: '#888',
			noise: { type: 'gaussian', mean: 128, sigma: 60 },
		},
	})
		.jpeg({ quality: 90 })
		.toBuffer(),
})

export const pdf = (name = '合同.pdf', text = ''): Chosen => ({
	name,
	mimeType: 'application/pdf',
	buffer: Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`),
})

/** A PNG of a few kilobytes that claims to be 60,000 by 60,000. */
export function bomb(): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(type), data])
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
		length.writeUInt32BE(data.length)
		sum.writeUInt32BE(crc32(body))
		return Buffer.concat([length, body, sum])
	}
	const head = Buffer.alloc(13)
	head.writeUInt32BE(60_000, 0)
	head.writeUInt32BE(60_000, 4)
	head.set([8, 2, 0, 0, 0], 8)
	return Buffer.concat([
		Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
		chunk('IEND', Buffer.alloc(0)),
	])
}

/** The head of a photo as iPhones take them when a page lets them. */
export const heic = () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')

/** Everything that is not taken, each with the key of the reason. */
export async function refusedFiles(): Promise<[Chosen, 'type' | 'heic' | 'pixels' | 'broken' | 'empty'][]> {
	const whole = (await photo()).buffer
	const image = (name: string, buffer: Buffer, mimeType = 'image/jpeg'): Chosen => ({ name, mimeType, buffer })
	return [
		[image('网页.jpg', Buffer.from('<!doctype html><script>alert(1)</script>')), 'type'],
		[image('说明.txt', Buffer.from('五月的工资'), 'text/plain'), 'type'],
		[image('动图.gif', await sharp(whole).gif().toBuffer(), 'image/gif'), 'type'],
		[image('图标.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'), 'type'],
		[image('IMG_1.HEIC', heic(), 'image/heic'), 'heic'],
		[image('炸弹.png', bomb(), 'image/png'), 'pixels'],
		[image('坏的.jpg', whole.subarray(0, whole.length - 200)), 'broken'],
		[image('空的.png', Buffer.alloc(0), 'image/png'), 'empty'],
	]
}
