import { useTranslation } from 'react-i18next'
import { Card } from '~/components/ui/card'
import type { Paper } from '~/domain/cases/cases.server'

/** What offices usually ask for in this kind of case. */
export function PapersCard({ papers }: { papers: Paper[] }) {
	const { t } = useTranslation('desk')
	if (papers.length === 0) return null
	return (
		<Card title={t('papers.title')}>
			<p className="mb-2 text-muted">{t('papers.lead')}</p>
			<ul className="list-disc space-y-1 pl-5">
				{papers.map(({ code, name, hint }) => (
					<li key={code}>
						{name}
						{hint ? <span className="block text-small text-muted">{hint}</span> : null}
					</li>
				))}
			</ul>
		</Card>
	)
}
