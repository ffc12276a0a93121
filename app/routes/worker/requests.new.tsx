import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { draftCookie, findDraftId, forgetDraftCookie, newDraftId } from '~/auth/draft-cookie.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button, LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { asVisitor, readAsVisitor } from '~/db/db.server'
import { forgetDraft, readDraft } from '~/domain/requests/drafts.server'
import { stepPath } from '~/domain/requests/steps'

export const handle = { title: 'filing:begin.metaTitle', scripts: false } satisfies PageHandle

const begin = async () =>
	redirect(stepPath('story'), { status: 303, headers: { 'Set-Cookie': await draftCookie(newDraftId()) } })

/** Begins a request, or asks what to do with one that was begun and not sent. */
export async function loader({ request }: LoaderFunctionArgs) {
	const draftId = await findDraftId(request)
	const kept = draftId ? await readAsVisitor((db) => readDraft(db, draftId)) : null
	if (!kept || kept.sent) throw await begin()
	return null
}

/** `anew`: forget and begin. `forget`: forget and leave, on a shared phone. */
export async function action({ request }: ActionFunctionArgs) {
	const [draftId, form] = await Promise.all([findDraftId(request), request.formData()])
	if (draftId) await asVisitor((db) => forgetDraft(db, draftId))
	if (form.get('intent') === 'anew') return begin()
	return redirect('/', { status: 303, headers: { 'Set-Cookie': await forgetDraftCookie() } })
}

export default function BeginRequest() {
	const { t } = useTranslation('filing')
	return (
		<>
			<PageTitle lead={t('begin.lead')}>{t('begin.title')}</PageTitle>
			<Form method="post" action="/requests/new" reloadDocument className="flex flex-col gap-3 sm:flex-row">
				{/* The overview leads on to the first question that is still open. */}
				<LinkButton to={stepPath('check')} tone="primary" reloadDocument>
					{t('begin.goOn')}
				</LinkButton>
				<Button name="intent" value="anew">
					{t('begin.anew')}
				</Button>
			</Form>
		</>
	)
}
