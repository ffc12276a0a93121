import postgres from 'postgres'
import { AppError } from '~/lib/errors'

const BY_SQLSTATE: Record<string, AppError['code']> = {
	NTFND: 'notFound', // raised by our own functions
	TAKEN: 'conflict',
	NOWAY: 'conflict',
	GONE0: 'expired',
	WRONG: 'invalid',
	MNGER: 'forbidden',
	OTHER: 'forbidden',
	'23514': 'invalid', // a check constraint
	'23503': 'invalid', // names something that is not there
	'22P02': 'notFound', // an id in the URL that is not an id
	'22007': 'notFound', // nor a date a date
	'22008': 'notFound', // nor one that there is
	'22009': 'notFound',
	'22021': 'notFound', // signs that no text has
	'22P05': 'invalid',
	'42501': 'forbidden', // missing grant, or a row level security "with check"
	'23505': 'conflict', // unique violation
}

/** Postgres refusals the user can be told about. Null means a bug: let it reach the error log. */
export function toAppError(error: unknown): AppError | null {
	if (error instanceof AppError) return error
	const code = error instanceof postgres.PostgresError ? BY_SQLSTATE[error.code] : undefined
	return code ? new AppError(code) : null
}
