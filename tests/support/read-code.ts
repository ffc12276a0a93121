import decodeQR from 'qr/decode.js'
import sharp from 'sharp'

/** What a phone's camera reads from a picture with one QR code in it; by another library than the one that draws. */
export async function readCode(picture: Buffer): Promise<string> {
	const { data, info } = await sharp(picture)
		.flatten({ background: '#ffffff' })
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true })
	return decodeQR({ width: info.width, height: info.height, data: new Uint8ClampedArray(data) })
}
