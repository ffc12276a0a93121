import sharp from 'sharp'
import { expect, test } from 'vitest'
import { CAMPAIGN_CODE, inHalves, joinPath } from '~/domain/campaigns/campaign-code'
import { qrDataUrl, qrPng, qrSvg } from '~/lib/qr.server'
import { readCode } from '~tests/support/read-code'

const ADDRESS = `https://desk.example.org${joinPath('GSZH2345')}`

test('every form of the picture leads to the same address', async () => {
	expect(ADDRESS).toBe('https://desk.example.org/union/join/GSZH2345')
	expect(await readCode(await qrPng(ADDRESS, 720))).toBe(ADDRESS)
	expect(
		await readCode(
			await sharp(Buffer.from(await qrSvg(ADDRESS)))
				.resize(600)
				.png()
				.toBuffer(),
		),
	).toBe(ADDRESS)
	const url = await qrDataUrl(ADDRESS, 392)
	expect(await readCode(Buffer.from(url.replace('data:image/png;base64,', ''), 'base64'))).toBe(ADDRESS)
	expect((await sharp(await qrPng(ADDRESS, 720)).metadata()).width).toBe(720)
})

test('a poster that is torn or dirty at a corner is still read', async () => {
	const dirt = await sharp({ create: { width: 90, height: 90, channels: 3, background: '#555' } })
		.png()
		.toBuffer()
	const dirty = await sharp(await qrPng(ADDRESS, 720))
		.composite([{ input: dirt, left: 560, top: 560 }])
		.png()
		.toBuffer()
	expect(await readCode(dirty)).toBe(ADDRESS)
})

test('a code is shown in two halves and known by its form', () => {
	expect(inHalves('GSZH2345')).toBe('GSZH 2345')
	for (const wrong of ['gszh2345', 'GSZH234', 'GSZH23456', 'GSZH2340', 'GSZH234O', 'GSZH234I', '../../etc'])
		expect([wrong, CAMPAIGN_CODE.test(wrong)]).toEqual([wrong, false])
})
