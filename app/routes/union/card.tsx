import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CardPicture, MembershipCard } from '~/components/cards/membership-card'
import type { PageHandle } from '~/components/layout/page-handle'
import { Button, LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Details } from '~/components/ui/details'
import { EmptyState } from '~/components/ui/empty-state'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { PrintButton } from '~/components/ui/print-button'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { readAs } from '~/db/db.server'
import { readCard, renewCard } from '~/domain/cards/card.server'
import { webEnv } from '~/env.server'
import { localeOf } from '~/i18n/i18n.server'
import { qrDataUrl } from '~/lib/qr.server'
import { asHolder, cardHolder } from './card-holder.server'

export const handle = { title: 'card:title', scripts: false } satisfies PageHandle
/** What only a page with this card on it may know. */
const verifyAddress = (cardId: string) => `${webEnv().APP_URL}/union/verify/${cardId}`

export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return cardHolder(request, async (holder) => {
		const card = await readAs(holder, (db) => readCard(db, language))
		const code = card && card.state !== 'left' ? await qrDataUrl(verifyAddress(card.cardId), 392) : null
		return { card: card && { ...card, code } }
	})
}

/** Makes the code on the card anew. */
export async function action({ request }: ActionFunctionArgs) {
	const cardId = String((await request.formData()).get('cardId'))
	return cardHolder(request, async (holder) => {
		await asHolder(holder, (db) => renewCard(db, cardId))
		throw redirect('/union/card?done=renewed', 303)
	})
}

export default function MyCard() {
	const { t } = useTranslation('card')
	const { card } = useLoaderData<typeof loader>()
	const renewed = useSearchParams()[0].get('done') === 'renewed'
	if (!card)
		return (
			<>
				<PageTitle>{t('title')}</PageTitle>
				<EmptyState title={t('none')}>{t('noneText')}</EmptyState>
				<Onward join />
			</>
		)
	const { state, confirmBy, code, cardId } = card
	return (
		<>
			<PageTitle>{t('title')}</PageTitle>
			{renewed ? (
				<Notice tone="good" announce>
					{t('renewed')}
				</Notice>
			) : null}
			<MembershipCard {...card} />
			<div className="print:hidden">
				{state === 'due' && confirmBy ? (
					<Notice tone="wait">
						{t('confirmBy')} <TimeText at={confirmBy} kind="date" />
					</Notice>
				) : null}
				{state === 'lapsed' || state === 'left' ? <Notice tone="wait">{t(`${state}Text`)}</Notice> : null}
				{code ? (
					<>
						<p className="mb-5">{t('code')}</p>
						<Card title={t('keep')}>
							<CardPicture />
							<div className="mt-3">
								<PrintButton>{t('print')}</PrintButton>
							</div>
						</Card>
						<Details summary={t('lost')}>
							<p className="mb-3">{t('lostText')}</p>
							<Form method="post" reloadDocument>
								<Button name="cardId" value={cardId}>
									{t('renew')}
								</Button>
							</Form>
						</Details>
					</>
				) : null}
				<Notice>{t('promise')}</Notice>
				<Onward join={state === 'left'} />
			</div>
		</>
	)
}

function Onward({ join }: { join: boolean }) {
	const { t } = useTranslation('card')
	return (
		<p className="flex flex-wrap items-center gap-x-5 gap-y-3">
			{join ? <LinkButton to="/union/join">{t('join')}</LinkButton> : null}
			<TextLink to="/union/benefits" tall>
				{t('benefits')}
			</TextLink>
			<TextLink to="/requests/new" reloadDocument tall>
				{t('help')}
			</TextLink>
		</p>
	)
}
