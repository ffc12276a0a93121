import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { draftCookie, findDraftId, newDraftId } from '~/auth/draft-cookie.server'
import { BegunChoices } from '~/components/filing/begun-choices'
import { SharedPhone } from '~/components/filing/shared-phone'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { asVisitor, readAsVisitor } from '~/db/db.server'
import { forgetDraft, readDraft } from '~/domain/requests/drafts.server'
import { stepPath, withNeed } from '~/domain/requests/steps'

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

/** Forgets what was begun, and begins. */
export async function action({ request }: ActionFunctionArgs) {
	const draftId = await findDraftId(request)
	if (draftId) await asVisitor((db) => forgetDraft(db, draftId))
	return begin(request)
}

export default function BeginRequest() {
	const { t } = useTranslation('filing')
	const { goOn, anew } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle lead={t('begin.lead')}>{t('begin.title')}</PageTitle>
			<BegunChoices goOn={goOn} anew={anew} />
			<div className="mt-8 border-t border-line pt-2">
				<SharedPhone />
			</div>
		</>
	)
}
