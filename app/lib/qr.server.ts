import QRCode from 'qrcode'

/** A quarter of the code may be dirty or torn; the quiet zone around it is as wide as the norm asks. */
const SETTINGS = { errorCorrectionLevel: 'Q', margin: 4 } as const

/** Sharp at any size: for paper. */
export const qrSvg = (text: string): Promise<string> => QRCode.toString(text, { ...SETTINGS, type: 'svg' })
/** A picture that a phone saves. */
export const qrPng = (text: string, width: number): Promise<Buffer> =>
	QRCode.toBuffer(text, { ...SETTINGS, type: 'png', width })
/** The same inside a page, for what shall have no address of its own. */
export const qrDataUrl = (text: string, width: number): Promise<string> =>
	QRCode.toDataURL(text, { ...SETTINGS, type: 'image/png', width })
