import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { StepPage } from '~/components/cases/step-page'
import { SubmitButton } from '~/components/form/submit-button'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { readImport, undoImport } from '~/domain/roster/imports.server'
import type { Locale } from '~/i18n/resources'
import { formatDateTime } from '~/lib/format'

export const handle = { title: 'roster:titles.undo' } satisfies PageHandle
const DAY = 86_400_000

export async function loader({ request, params: { organisationId = '', importId = '' } }: LoaderFunctionArgs) {
	return signedIn(request, async (user) => {
		const facts = await readAs(user, (db) => readImport(db, organisationId, importId))
		const back = `/union/${organisationId}/import/${importId}`
		if (!facts.undoable || !facts.finishedAt) throw redirect(back)
		return { back, fileName: facts.fileName, count: facts.madeRows, until: new Date(facts.finishedAt.getTime() + DAY) }
	})
}

/** Again changes nothing. */
export async function action({ request, params: { organisationId = '', importId = '' } }: ActionFunctionArgs) {
	return signedIn(request, async (user) => {
		await asUser(user, (db) => undoImport(db, importId))
		throw redirect(`/union/${organisationId}/import/${importId}`, 303)
	})
}

export default function UndoImport() {
	const { t, i18n } = useTranslation('roster')
	const { back, fileName, count, until } = useLoaderData<typeof loader>()
	return (
		<StepPage back={back} category={fileName} title={t('titles.undo')} lead={t('undo.lead', { count })}>
			<p className="mb-3">{t('undo.changes')}</p>
			<p className="mb-5">{t('undo.until', { time: formatDateTime(until, i18n.language as Locale) })}</p>
			<Form method="post" reloadDocument>
				<SubmitButton tone="danger">{t('undo.submit', { count })}</SubmitButton>
			</Form>
		</StepPage>
	)
}
