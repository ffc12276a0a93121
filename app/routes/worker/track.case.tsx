import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { receiptHolder } from '~/auth/receipt-cookie.server'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { CasePage } from '~/components/tracking/case-page'
import { DoneNotice } from '~/components/tracking/done-notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { readTrackedCase } from '~/domain/tracking/tracking.server'
import { localeOf } from '~/i18n/i18n.server'
import { readUploads } from '../uploads.server'
import { takeStep } from './track.case-steps.server'

export const handle = { title: 'track:titles.case', scripts: false } satisfies PageHandle

export async function loader({ request, params: { caseId = '' } }: LoaderFunctionArgs) {
	const holder = await receiptHolder(request)
	const language = await localeOf(request)
	const before = new URL(request.url).searchParams.getAll('before')
	const page = await refusable(() => readAs(holder, (db) => readTrackedCase(db, language, caseId, before)))
	return { ...page, keys: { message: randomUUID(), dispute: randomUUID() } }
}

export async function action({ request, params: { caseId = '' } }: ActionFunctionArgs) {
	const holder = await receiptHolder(request)
	return refusable(async () => takeStep(holder, caseId, await readUploads(request)))
}

export default function TrackedCasePage() {
	const { t } = useTranslation('track')
	const page = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	return (
		<>
			<TextLink to="/track" tall className="print:hidden">
				{t('case.back')}
			</TextLink>
			<DoneNotice />
			<PageTitle over={t('case.over', { reference: page.reference })}>{page.case.category}</PageTitle>
			<CasePage page={page} keys={page.keys} reply={reply} />
		</>
	)
}
