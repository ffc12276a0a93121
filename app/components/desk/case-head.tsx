import { useTranslation } from 'react-i18next'
import { CaseStateBadge, UrgencyBadge } from '~/components/cases/case-badges'
import { DueDate } from '~/components/cases/due-date'
import { Card } from '~/components/ui/card'
import { DescriptionList, type Fact } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { nextWord } from '~/domain/cases/case-state'
import type { DeskCase } from '~/domain/cases/cases.server'

/** What everybody at the desk may know of a case, and what stands in the way. */
export function CaseHead({ one }: { one: DeskCase }) {
	const { t } = useTranslation('desk')
	const caseworker = one.roles.includes('caseworker')
	return (
		<>
			<p className="print:hidden">
				<TextLink tall to={`/desk/${one.organisationId}`}>
					{t('case.back')}
				</TextLink>
			</p>
			<PageTitle over={one.reference ? t('case.over', { reference: one.reference }) : one.organisationName}>
				{one.category}
			</PageTitle>
			{one.held && one.needsManager && one.state !== 'outcome_proposed' ? (
				<Notice tone="danger" title={t('needsManager.title')}>
					<p>{t('needsManager.text')}</p>
					{one.roles.includes('manager') ? null : <p>{t('needsManager.blocked')}</p>}
				</Notice>
			) : null}
			{caseworker ? null : (
				<Notice title={t('case.managerNotice')}>
					<p>{t('case.managerHint')}</p>
				</Notice>
			)}
			<Card title={t('case.summary')}>
				<DescriptionList facts={useFacts(one)} />
			</Card>
		</>
	)
}

function useFacts(one: DeskCase): Fact[] {
	const { t } = useTranslation(['desk', 'cases'])
	const due = one.state === 'offering' ? null : one.nextAt
	const facts: (Fact | null)[] = [
		{ key: 'state', term: t('desk:case.state'), value: <CaseStateBadge state={one.state} /> },
		one.closeReason
			? {
					key: 'because',
					term: t('desk:case.closedBecause'),
					value: t(one.closeCode ? `cases:closeCodes.${one.closeCode}` : `cases:closeReasons.${one.closeReason}`),
				}
			: null,
		due
			? {
					key: 'next',
					term: t(`desk:row.next.${nextWord(one.state)}`),
					value: <DueDate at={due} overdue={one.overdue} />,
				}
			: null,
		{ key: 'urgency', term: t('desk:case.urgency'), value: <UrgencyBadge urgency={one.urgency} /> },
		{ key: 'area', term: t('desk:case.area'), value: one.area ?? t('desk:offer.noArea') },
		one.sector ? { key: 'sector', term: t('desk:case.sector'), value: one.sector } : null,
		one.platform ? { key: 'platform', term: t('desk:case.platform'), value: one.platform } : null,
		one.held ? { key: 'assignee', term: t('desk:case.assignee'), value: one.assignee ?? t('desk:row.nobody') } : null,
		{ key: 'filed', term: t('desk:case.filed'), value: <TimeText at={one.createdAt} /> },
	]
	return facts.filter((fact) => fact !== null)
}
