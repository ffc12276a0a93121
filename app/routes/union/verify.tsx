import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { refusable } from '~/auth/refusals.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { PageTitle } from '~/components/ui/page-title'
import { StatusBadge } from '~/components/ui/status-badge'
import { TimeText } from '~/components/ui/time-text'
import { asVisitor } from '~/db/db.server'
import { verifyCard } from '~/domain/cards/card.server'
import { AppError } from '~/lib/errors'

export const handle = { title: 'card:verify.title', scripts: false } satisfies PageHandle

/** For whoever scans a card: valid or not, and when it was asked. A card that never was is answered like one that no longer holds. */
export const loader = ({ params: { cardId = '' } }: LoaderFunctionArgs) =>
	refusable(async () => {
		const valid = await asVisitor((db) => verifyCard(db, cardId)) // counts the question, so it is no mere reading
		if (valid === null) throw new AppError('tooMany')
		return { valid, asked: new Date() }
	})

export default function Verify() {
	const { t } = useTranslation('card')
	const { valid, asked } = useLoaderData<typeof loader>()
	return (
		<>
			<PageTitle>{t('verify.title')}</PageTitle>
			<p className="mb-4 text-lead">
				<StatusBadge tone={valid ? 'good' : 'danger'} icon={valid ? 'check' : 'close'}>
					{t(valid ? 'verify.valid' : 'verify.notValid')}
				</StatusBadge>
			</p>
			<p className="mb-4">
				{t('verify.asked')} <TimeText at={asked} relative={false} />
			</p>
			<p className="mb-2 text-muted">{t('verify.again')}</p>
			<p className="text-muted">{t('verify.more')}</p>
		</>
	)
}
