import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { KINDS, MEASURES, TABLES, TABLE_CODES, type Measure } from '~/domain/figures/tables'
import { useSay } from './use-say'

const REASONS = ['five', 'neighbours', 'zero', 'period', 'again', 'up'] as const
const groupOf = (measure: Measure) =>
	TABLES[TABLE_CODES.find((code) => TABLES[code].measures.some((known) => known === measure))!].group

/** What every number counts and why some are not shown; each measure at its own place, where pages and files lead. */
export function DefinitionsPage() {
	const { t } = useSay()
	return (
		<div className="max-w-3xl">
			<PageTitle over={t('tabs.label')} lead={t('definitionsLead')}>
				{t('definitionsTitle')}
			</PageTitle>
			<div id="not-shown" className="scroll-mt-4">
				<Card title={t('notShownTitle')}>
					<ul className="list-disc space-y-2 pl-5">
						{REASONS.map((reason) => (
							<li key={reason}>{t(`notShownWhy.${reason}`)}</li>
						))}
					</ul>
				</Card>
			</div>
			{MEASURES.map((measure) => {
				const [group, kind] = [groupOf(measure), KINDS[measure]]
				return (
					<div key={measure} id={measure} className="scroll-mt-4">
						<Card
							title={t(`measures.${measure}.name`)}
							aside={
								<TextLink to={group === 'help' ? '/union/outcomes' : '/union/enrolment'} tall>
									{t(group === 'help' ? 'tabs.outcomes' : 'tabs.enrolment')}
								</TextLink>
							}
						>
							<DescriptionList
								facts={[
									{ term: t('terms.what'), value: t(`measures.${measure}.what`) },
									{ term: t('terms.when'), value: t(`measures.${measure}.when`) },
									{ term: t('terms.source'), value: t(`sources.${group}`) },
									{ term: t('terms.rounded'), value: t(`kinds.${kind}.rounded`) },
									{ term: t('terms.n'), value: t(`kinds.${kind}.n`) },
									{ term: t('terms.hidden'), value: t(`kinds.${kind}.hidden`) },
								]}
							/>
						</Card>
					</div>
				)
			})}
		</div>
	)
}
