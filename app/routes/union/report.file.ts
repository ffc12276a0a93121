import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { readAs } from '~/db/db.server'
import { disposition } from '~/domain/attachments/file-name'
import { requireReader } from '~/domain/figures/reader.server'
import { findReport } from '~/domain/reports/reports.server'
import en from '~/i18n/locales/en/reports'
import zh from '~/i18n/locales/zh-CN/reports'
import { AppError } from '~/lib/errors'
import { getReport } from '~/storage/reports.server'

/** One report as a file, once the database has agreed. That nothing is guessed at, the server says with every answer. */
export async function loader({ request, params: { reportId = '' } }: LoaderFunctionArgs) {
	const { data: found, init } = await signedIn(request, async (user) => {
		const report = await readAs(user, async (db) => {
			await requireReader(db)
			return findReport(db, reportId)
		})
		const bytes = await getReport(report.id).catch(() => {
			throw new AppError('unavailable')
		})
		if (!bytes) throw new AppError('notFound')
		return { report, bytes }
	})
	const { month, revision, language, organisation } = found.report
	const words = language === 'en' ? en : zh
	const name = [words.fileName, month.slice(0, 7), organisation, revision > 1 ? `v${revision}` : null]
		.filter(Boolean)
		.join(' ')
	const headers = new Headers(init?.headers)
	for (const [header, value] of Object.entries({
		'Content-Type': 'application/pdf',
		'Content-Length': String(found.bytes.size),
		'Content-Disposition': disposition(`${name}.pdf`, 'attachment'),
		'Content-Language': language,
		'Cache-Control': 'private, no-cache',
		'Content-Security-Policy': "sandbox; default-src 'none'",
		'X-Content-Type-Options': 'nosniff',
	}))
		headers.set(header, value)
	return new Response(found.bytes.stream(), { headers })
}
