import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { Details } from '~/components/ui/details'
import { TextLink } from '~/components/ui/text-link'
import type { WithRefused } from '~/domain/attachments/attachment'
import { REOPEN_DAYS, mayReopen } from '~/domain/cases/case-state'
import type { CasePage as Page } from '~/domain/tracking/tracked'
import { Conversation, WriteForm } from './conversation'
import { Looked, Timeline } from './history'
import { ConfirmForm, DisputeForm, OutcomeFacts } from './outcome-panel'
import { QuestionCard } from './question-card'
import { Situation } from './situation'
import { StateBadge } from './state-badge'
import { useCaseWords } from './words'

type Props = {
	page: Page
	/** Made with the page: what is sent twice stands once. */ keys: { message: string; dispute: string }
	reply: (WithRefused & { step: 'write' | 'confirm' | 'dispute' }) | undefined
}

/** One case as the worker sees it: what is to be decided first, then the conversation, then what was. */
export function CasePage({ page, keys, reply }: Props) {
	const { t } = useTranslation('track')
	const words = useCaseWords()
	const { case: one, now, outcome } = page
	const replyTo = (step: NonNullable<Props['reply']>['step']) => (reply?.step === step ? reply : undefined)
	const proposed = one.state === 'outcome_proposed'
	const again =
		page.stillShared && one.closedAt !== null && mayReopen(one.closeReason, new Date(one.closedAt), now)
			? words.moment(new Date(new Date(one.closedAt).getTime() + REOPEN_DAYS * 86_400_000))
			: null
	const open = one.state !== 'closed'
	return (
		<>
			<p className="mb-3">
				<StateBadge state={one.state} />
			</p>
			<Situation one={one} now={now} />
			{one.question ? <QuestionCard question={one.question} category={one.category} /> : null}

			{outcome ? (
				<div id="outcome" className="mt-5 scroll-mt-4">
					<Card title={t('outcome.title')}>
						<OutcomeFacts outcome={outcome} />
						{proposed ? (
							<div className="mt-4 border-t border-line pt-4">
								<ConfirmForm reply={replyTo('confirm')} />
							</div>
						) : null}
						{proposed || (again && one.closeReason === 'unanswered') ? (
							<div className="mt-4">
								<Details summary={t('outcome.disputeTitle')} open={replyTo('dispute') !== undefined}>
									<DisputeForm messageId={keys.dispute} until={proposed ? null : again} reply={replyTo('dispute')} />
								</Details>
							</div>
						) : null}
					</Card>
				</div>
			) : null}

			<section id="messages" aria-labelledby="messages-title" className="mt-6 scroll-mt-4">
				<h2 id="messages-title" className="mb-3 text-lead font-bold">
					{t('case.messages')}
				</h2>
				<Conversation messages={page.messages} earlier={page.earlier} />
				{open ? (
					<>
						<WriteForm messageId={keys.message} to={one.holder ?? t('desk')} reply={replyTo('write')} />
						<p className="mt-3 print:hidden">
							<TextLink to={`/track/cases/${one.id}/nobody-answers`} tall>
								{t('case.nobody')}
							</TextLink>
						</p>
					</>
				) : (
					<p className="mb-5 text-muted">{t('case.closedNoWriting')}</p>
				)}
			</section>

			{open ? null : (
				<Card title={t('case.reopen')}>
					{again ? (
						<Form method="post" reloadDocument>
							<p className="mb-3">{t('case.reopenText', { by: again })}</p>
							<Button name="step" value="reopen">
								{t('case.reopenButton')}
							</Button>
						</Form>
					) : (
						<LinkButton to="/requests/new">{t('case.newRequest')}</LinkButton>
					)}
				</Card>
			)}

			<h2 className="mt-8 mb-2 text-lead font-bold">{t('case.timeline')}</h2>
			<Timeline events={page.events} />
			<h2 className="mt-8 mb-2 text-lead font-bold">{t('case.views')}</h2>
			<Looked views={page.views} />
		</>
	)
}
