import type { MessageKey } from '~/i18n/resources'

const STATUS = {
	forbidden: 403,
	notFound: 404,
	conflict: 409,
	expired: 410,
	tooLarge: 413,
	invalid: 422,
	sessionExpired: 401,
	tooMany: 429,
	unavailable: 503,
} as const

export type ErrorCode = keyof typeof STATUS

/** A failure the person is told about, in their language. Anything else that is thrown is a bug. */
export class AppError extends Error {
	readonly messageKey: MessageKey
	constructor(readonly code: ErrorCode) {
		super(code)
		this.name = 'AppError'
		this.messageKey = `common:errors.${code}`
	}
	get status() {
		return STATUS[this.code]
	}
}

/** The error that an HTTP status stands for, so that a bare `throw new Response` still gets the right page. */
export function codeOfStatus(status: number): ErrorCode | 'unexpected' {
	const entry = Object.entries(STATUS).find(([, value]) => value === status)
	return entry ? (entry[0] as ErrorCode) : 'unexpected'
}
