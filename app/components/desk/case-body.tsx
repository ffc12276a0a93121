import { useTranslation } from 'react-i18next'
import { MessagesCard, NotesCard } from '~/components/cases/conversation'
import { OutcomesCard } from '~/components/cases/outcomes'
import { PapersCard } from '~/components/cases/papers'
import { PrivatePanel, type Opened } from '~/components/cases/private-panel'
import { Timeline } from '~/components/cases/timeline'
import { Card } from '~/components/ui/card'
import type { DeskCase } from '~/domain/cases/cases.server'
import type { TimelineEvent } from '~/domain/cases/timeline.server'
import type { Conversation } from '~/domain/messages/messages.server'
import type { WithRefused } from '~/domain/attachments/attachment'
import { CaseActions } from './case-actions'

type Props = {
	one: DeskCase & Conversation & { events: TimelineEvent[]; messageId: string; noteId: string }
	opened: Opened | undefined
	reply: WithRefused | undefined
}

/** A case after it was accepted: what can be done, the work at the left, history beside it. */
export function CaseBody({ one, opened, reply }: Props) {
	const { t } = useTranslation('desk')
	const caseworker = one.roles.includes('caseworker')
	const writes = one.held && caseworker
	const replyOf = (intent: string) => (reply?.values.intent === intent ? reply : undefined)
	return (
		<>
			<div className="print:hidden">
				<CaseActions one={one} />
			</div>
			<div className="lg:grid lg:grid-cols-[minmax(0,1fr)_24rem] lg:items-start lg:gap-8">
				{caseworker ? (
					<div>
						<PrivatePanel {...one} opened={opened} />
						<MessagesCard
							messages={one.messages}
							more={one.moreMessages}
							messageId={writes ? one.messageId : null}
							reply={replyOf('message')}
						/>
						<NotesCard notes={one.notes} noteId={writes ? one.noteId : null} reply={replyOf('note')} />
					</div>
				) : null}
				<div>
					<OutcomesCard outcomes={one.outcomes} />
					<PapersCard papers={one.papers} />
					<Card title={t('timeline.title')}>
						<Timeline events={one.events} />
					</Card>
				</div>
			</div>
		</>
	)
}
