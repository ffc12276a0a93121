import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { ImportList } from '~/components/roster/import-list'
import { RosterTabs } from '~/components/roster/roster-tabs'
import { UploadForm } from '~/components/roster/upload-form'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, readAs } from '~/db/db.server'
import { readUnionDesk } from '~/domain/members/union.server'
import { importChoices } from '~/domain/roster/import-choices.server'
import { UploadSchema } from '~/domain/roster/import.schema'
import { ROSTER_BYTES } from '~/domain/roster/import-state'
import { beginImport, importStored, listImports } from '~/domain/roster/imports.server'
import { formatOf } from '~/domain/roster/roster-file.server'
import { localeOf } from '~/i18n/i18n.server'
import type { MessageKey } from '~/i18n/resources'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'
import { readForm, type Upload } from '~/lib/multipart.server'
import { putFile } from '~/storage/attachments.server'
import { StorageError } from '~/storage/store.server'
import { useUnion } from './union'

export const handle = { title: 'roster:titles.import' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const after = new URL(request.url).searchParams.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const choices = await importChoices(db, language, organisationId)
			return { ...(await listImports(db, organisationId, after)), choices, importId: randomUUID() }
		}),
	)
}

/** Why a file is refused at the door; what stands in it is looked at by the job. */
function refusal(uploads: Upload[]): MessageKey | null {
	const [upload] = uploads
	if (!upload) return 'roster:refused.missing'
	if (uploads.length > 1) return 'roster:refused.too_many'
	if (upload.reason) return `roster:refused.${upload.reason}`
	const format = formatOf(upload.bytes!)
	return format === 'xls' ? 'roster:refused.xls' : format ? null : 'roster:refused.type'
}

/** Signs that cannot be seen and folders are no part of a name. */
const nameOf = (given: string) =>
	(given.split(/[/\\]/).pop() ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200) || 'csv'

/** The row first, then the bytes, then the word that they are there: sent twice it is one import. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const language = await localeOf(request)
	const answer = await signedIn(request, async (user): Promise<{ reply: FormReply; status: number }> => {
		await readAs(user, (db) => readUnionDesk(db, language, organisationId)) // first who is calling: reading may take long
		const { form, uploads } = await readForm(request, { fileSize: ROSTER_BYTES, files: 1 })
		const parsed = parseForm(form, UploadSchema)
		if (!parsed.ok) return { reply: parsed.reply, status: 422 }
		const refused = (file: MessageKey, status = 422) => ({
			reply: { values: formValues(form, UploadSchema), errors: { file } },
			status,
		})
		const wrong = refusal(uploads)
		if (wrong) return refused(wrong)
		const { name, bytes } = uploads[0]!
		const { importId, area, sector } = parsed.data
		const kind = formatOf(bytes!) === 'xlsx' ? 'xlsx' : 'csv'
		const begun = {
			importId,
			organisationId,
			fileName: nameOf(name),
			kind,
			size: bytes!.length,
			language,
			area,
			sector,
		} as const
		const key = await asUser(user, (db) => beginImport(db, begun))
		try {
			if (key) await putFile(key, bytes!, 'application/octet-stream')
		} catch (error) {
			if (error instanceof StorageError) return refused('roster:errors.store', 503)
			throw error
		}
		await asUser(user, (db) => importStored(db, importId))
		throw redirect(`/union/${organisationId}/import/${importId}`, 303)
	})
	return data(answer.data.reply, { ...answer.init, status: answer.data.status })
}

export default function Import() {
	const { t } = useTranslation('roster')
	const { organisationId, organisationName } = useUnion()
	const { imports, next, choices, importId } = useLoaderData<typeof loader>()
	const base = `/union/${organisationId}`
	return (
		<>
			<RosterTabs base={base} current="import" />
			<PageTitle over={organisationName} lead={t('upload.lead')}>
				{t('titles.import')}
			</PageTitle>
			<UploadForm importId={importId} base={base} choices={choices} reply={useActionData<typeof action>()} />
			<ImportList base={base} imports={imports} next={next} />
		</>
	)
}
