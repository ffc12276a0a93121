import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { readAs } from '~/db/db.server'
import { PROBLEMS_NAME } from '~/domain/roster/export-lines.server'
import { problemsFileOf, readImport } from '~/domain/roster/imports.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { getFile } from '~/storage/attachments.server'
import { download } from '../download.server'

/** The rows that were not taken, as the job wrote them, for the officers of the union. */
export async function loader({ request, params: { organisationId = '', importId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const { data: bytes, init } = await signedIn(request, async (user) => {
		const key = await readAs(user, async (db) => {
			await readImport(db, organisationId, importId)
			return problemsFileOf(db, importId)
		})
		const found = key && (await getFile(key).catch(() => Promise.reject(new AppError('unavailable'))))
		if (!found) throw new AppError('notFound')
		return found
	})
	return download('csv', PROBLEMS_NAME[language], bytes.stream(), init?.headers)
}
