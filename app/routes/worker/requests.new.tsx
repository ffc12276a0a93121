import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { draftCookie, findDraftId, forgetDraftCookie, newDraftId } from '~/auth/draft-cookie.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button, LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { asVisitor, readAsVisitor } from '~/db/db.server'
import { forgetDraft, readDraft } from '~/domain/requests/drafts.server'
import { stepPath, withNeed } from '~/domain/requests/filing'

export const handle = { title: 'filing:begin.metaTitle', scripts: false } satisfies PageHandle

const begin = async ({ url }: Request) =>
	redirect(withNeed(stepPath('story'), url), {
		status: 303,
		headers: { 'Set-Cookie': await draftCookie(newDraftId()) },
	})

/** Begins a request, or asks what to do with one that was begun and not sent. `?need=` names a need to begin with. */
export async function loader({ request }: LoaderFunctionArgs) {
	const draftId = await findDraftId(request)
	const kept = draftId ? await readAsVisitor((db) => readDraft(db, draftId)) : null
	if (!kept || kept.sent) throw await begin(request)
	const named = withNeed(stepPath('needs'), request.url)
	const goOn = named === stepPath('needs') ? stepPath('check') : named
	return { goOn, anew: withNeed('/requests/new', request.url) }
}

/** `anew`: forget and begin. `forget`: forget and leave, on a shared phone. */
export async function action({ request }: ActionFunctionArgs) {
	const [draftId, form] = await Promise.all([findDraftId(request), request.formData()])
	if (draftId) await asVisitor((db) => forgetDraft(db, draftId))
	if (form.get('intent') === 'anew') return begin(request)
	return redirect('/', { status: 303, headers: { 'Set-Cookie': await forgetDraftCookie() } })
}

export default function BeginRequest() {
	const { t } = useTranslation('filing')
	const { goOn, anew } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('begin.lead')}>{t('begin.title')}</PageTitle>
			<Form method="post" action={anew} reloadDocument className="flex flex-col gap-3 sm:flex-row">
				{/* The overview leads on to the first question that is still open. */}
				<LinkButton to={goOn} tone="primary" reloadDocument>
					{t('begin.goOn')}
				</LinkButton>
				<Button name="intent" value="anew">
					{t('begin.anew')}
				</Button>
			</Form>
		</>
	)
}
