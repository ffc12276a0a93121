import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusable } from '~/auth/refusals.server'
import { CAMPAIGN_CODE, joinPath } from '~/domain/campaigns/campaign-code'
import { webEnv } from '~/env.server'
import { AppError } from '~/lib/errors'
import { qrPng, qrSvg } from '~/lib/qr.server'

/** Wide enough for a screen and for a small print. */
const WIDTH = 720

/**
 * `/union/qr/ABCD2345.png` or `.svg`: the picture of an address, for anybody. It is drawn from the code alone and so tells nothing
 * about it; public, since WeChat fetches a picture that is saved without the page's cookies.
 */
export const loader = ({ params: { file = '' } }: LoaderFunctionArgs) =>
	refusable(async () => {
		const [code = '', kind = '', ...more] = file.split('.')
		if (!CAMPAIGN_CODE.test(code) || !['png', 'svg'].includes(kind) || more.length > 0) throw new AppError('notFound')
		const address = `${webEnv().APP_URL}${joinPath(code)}`
		const body = kind === 'png' ? new Uint8Array(await qrPng(address, WIDTH)) : await qrSvg(address)
		return new Response(body, {
			headers: {
				'Content-Type': kind === 'png' ? 'image/png' : 'image/svg+xml',
				'Cache-Control': 'public, max-age=86400',
			},
		})
	})
