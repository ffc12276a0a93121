import type { FileType } from './attachment'

const ENDINGS: Record<FileType, [string, ...string[]]> = {
	'image/jpeg': ['jpg', 'jpeg'],
	'image/png': ['png'],
	'image/webp': ['webp'],
	'application/pdf': ['pdf'],
}
const MOST = 200

/** No folders, no signs that cannot be seen or that turn the writing round, and the ending of what the file really is. */
export function safeName(given: string, type: FileType): string {
	const [ending, ...others] = ENDINGS[type]
	const plain = (given.split(/[/\\]/).pop() ?? '')
		.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu, '')
		.replace(/[<>:"|?*]/g, ' ')
		.trim()
	const named = [ending, ...others].some((one) => plain.toLowerCase().endsWith(`.${one}`))
	const [, stem = plain, last = ending] = (named ? /^(.*)\.([^.]+)$/.exec(plain) : null) ?? []
	const most = MOST - last.length - 1
	return `${[...stem].slice(0, most).join('').slice(0, most).trim() || 'file'}.${last}`
}

/** The name in a Content-Disposition header: plain letters for old programs, and the whole of it after RFC 5987. */
export function disposition(name: string, kind: 'inline' | 'attachment'): string {
	const plain = name.replace(/[^\w. ()-]/g, '_')
	const whole = encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	)
	return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`
}
