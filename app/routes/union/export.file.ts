import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { asUser, readAs, type User } from '~/db/db.server'
import { exportName, memberFile } from '~/domain/roster/export-lines.server'
import { ExportSchema } from '~/domain/roster/export.schema'
import { beginExport, exportBatches } from '~/domain/roster/exports.server'
import { localeOf } from '~/i18n/i18n.server'
import { parseForm } from '~/lib/form-data'
import { download } from '../download.server'

/** The file itself. It is written down who takes it before the first row leaves; each batch is read under the officer's own rights. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const language = await localeOf(request)
	const parsed = parseForm(await request.formData(), ExportSchema)
	if (!parsed.ok) return redirect(`/union/${organisationId}/export`, 303)
	const asked = parsed.data
	const { data: user, init } = await signedIn(request, async (caller): Promise<User> => {
		await asUser(caller, (db) => beginExport(db, organisationId, asked))
		return caller
	})
	const batches = exportBatches((work) => readAs(user, work), language, organisationId, asked)
	return download(asked.format, exportName(language), memberFile(asked.format, language, batches), init?.headers)
}

/** Looked up and not sent: the page that leads here. */
export const loader = ({ params: { organisationId = '' } }: ActionFunctionArgs) =>
	redirect(`/union/${organisationId}/export`)
