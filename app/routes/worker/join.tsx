import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { joinDraft } from '~/auth/join-cookies.server'
import { refusable } from '~/auth/refusals.server'
import { JoinPromise } from '~/components/join/join-promise'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button, LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asVisitor, readAsVisitor } from '~/db/db.server'
import { joinPath } from '~/domain/members/joining'
import { findCampaign, forgetJoining, nameOfUnion, readJoinDraft, saveJoining } from '~/domain/members/joining.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'join:begin.metaTitle', scripts: false } satisfies PageHandle

/** The first page, with the code of a poster or without. A code that leads nowhere says so, and joining goes on without it. */
export async function loader({ request, params: { code } }: LoaderFunctionArgs) {
	const [language, draftId] = await Promise.all([localeOf(request), joinDraft.find(request)])
	return refusable(() =>
		readAsVisitor(async (db) => {
			const kept = draftId ? await readJoinDraft(db, draftId) : null
			const campaign = code ? await findCampaign(db, code) : null
			return {
				begun: kept !== null && !kept.sent,
				sent: kept?.sent ?? false,
				byUnion: campaign ? ((await nameOfUnion(db, language, campaign.union))?.name ?? null) : null,
				noCampaign: code !== undefined && !campaign,
				lost: new URL(request.url).searchParams.has('lost'),
			}
		}),
	)
}

/** `begin` and `anew` start a draft, `go on` keeps what was begun. `forget`: on a shared phone, forget and leave. */
export async function action({ request, params: { code } }: ActionFunctionArgs) {
	const [draftId, form] = await Promise.all([joinDraft.find(request), request.formData()])
	const intent = form.get('intent')
	const leave = async () => redirect('/', { status: 303, headers: { 'Set-Cookie': await joinDraft.forget() } })
	return refusable(() =>
		asVisitor(async (db) => {
			const kept = draftId ? await readJoinDraft(db, draftId) : null
			const goesOn = intent === 'go on' && draftId && kept?.sent === false
			if (draftId && !goesOn) await forgetJoining(db, draftId)
			if (intent === 'forget') return leave()
			const id = goesOn ? draftId : randomUUID()
			const campaign = code ? await findCampaign(db, code) : null
			await saveJoining(db, id, campaign ? { campaign } : {})
			return redirect(joinPath(goesOn ? 'check' : 'way'), {
				status: 303,
				headers: { 'Set-Cookie': await joinDraft.keep(id) },
			})
		}),
	)
}

export default function BeginJoining() {
	const { t } = useTranslation(['join', 'benefits'])
	const { begun, sent, byUnion, noCampaign, lost } = useLoaderData<typeof loader>()
	return (
		<>
			{noCampaign ? (
				<Notice tone="wait" title={t('begin.noCampaign')}>
					{t('begin.noCampaignText')}
				</Notice>
			) : null}
			{lost ? (
				<Notice tone="wait" title={t('begin.lost')}>
					{t('begin.lostText')}
				</Notice>
			) : null}
			<PageTitle lead={byUnion ? t('begin.leadOf', { union: byUnion }) : t('begin.lead')}>{t('begin.title')}</PageTitle>
			<JoinPromise />
			<Form method="post" reloadDocument className="mb-6 flex flex-col gap-3 sm:flex-row">
				{begun ? (
					<Button tone="primary" name="intent" value="go on">
						{t('begin.goOn')}
					</Button>
				) : null}
				<Button tone={begun ? 'quiet' : 'primary'} name="intent" value="begin">
					{t(begun ? 'begin.anew' : 'begin.start')}
				</Button>
			</Form>
			<p className="flex flex-wrap gap-x-6">
				{sent ? (
					<LinkButton to="/union/join/receipt" reloadDocument>
						{t('begin.receipt')}
					</LinkButton>
				) : null}
				<TextLink to="/union/join/status" tall reloadDocument>
					{t('begin.status')}
				</TextLink>
				<TextLink to="/union/benefits" tall reloadDocument>
					{t('benefits:title')}
				</TextLink>
			</p>
		</>
	)
}
