import { useTranslation } from 'react-i18next'
import { CaseStateBadge, UrgencyBadge } from '~/components/cases/case-badges'
import { DueDate } from '~/components/cases/due-date'
import { Card } from '~/components/ui/card'
import { DescriptionList, type Fact } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import type { TriageCase } from '~/domain/triage/triage.server'

/** Why the case is here, what to look at first, and the case in short. */
export function TriageHead({ one }: { one: TriageCase }) {
	const { t } = useTranslation(['operator', 'cases'])
	return (
		<>
			<p className="print:hidden">
				<TextLink tall to="/operator">
					{t('operator:case.back')}
				</TextLink>
			</p>
			<PageTitle over={t('operator:case.over', { reference: one.reference })}>{one.category}</PageTitle>
			{one.triageReason ? (
				<Notice tone={one.overdue ? 'danger' : 'wait'} title={t(`cases:triageReasons.${one.triageReason}`)}>
					<p>{t(`operator:case.hints.${one.triageReason}`)}</p>
				</Notice>
			) : null}
			{one.state === 'offering' ? (
				<Notice tone="wait" title={t('operator:case.offering')}>
					<p>{t('operator:case.offeringText')}</p>
				</Notice>
			) : null}
			<Card title={t('operator:case.summary')}>
				<DescriptionList facts={useFacts(one)} />
			</Card>
		</>
	)
}

function useFacts(one: TriageCase): Fact[] {
	const { t } = useTranslation(['operator', 'cases'])
	const due = one.nextAt && {
		key: 'due',
		term: t(one.state === 'offering' ? 'operator:list.answerBy' : 'operator:case.due'),
		value: <DueDate at={one.nextAt} overdue={one.overdue} />,
	}
	const facts: (Fact | null)[] = [
		{ key: 'state', term: t('operator:case.state'), value: <CaseStateBadge state={one.state} /> },
		due,
		{ key: 'urgency', term: t('operator:case.urgency'), value: <UrgencyBadge urgency={one.urgency} /> },
		{ key: 'area', term: t('operator:case.area'), value: one.area ?? t('cases:placeUnknown') },
		one.sector ? { key: 'sector', term: t('operator:case.sector'), value: one.sector } : null,
		one.platform ? { key: 'platform', term: t('operator:case.platform'), value: one.platform } : null,
		{ key: 'filed', term: t('operator:case.filed'), value: <TimeText at={one.createdAt} /> },
	]
	return facts.filter((fact) => fact !== null)
}
