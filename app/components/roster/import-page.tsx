import { useTranslation } from 'react-i18next'
import { Details } from '~/components/ui/details'
import { TextLink } from '~/components/ui/text-link'
import { AT_WORK, type RowVerdict } from '~/domain/roster/import-state'
import type { ImportFacts, NewStations, RowLine } from '~/domain/roster/import-view'
import type { FormReply } from '~/lib/form-data'
import { ColumnsForm } from './columns-form'
import type { DefaultChoices } from './default-fields'
import { ImportOutcome, ProblemsLink, VerdictCounts } from './import-outcome'
import { ImportProgress } from './import-progress'
import { ImportStateBadge } from './import-state'
import { RowList } from './row-list'
import { StopForm } from './stop-form'
import { TakeOverForm } from './take-over-form'

type Props = {
	facts: ImportFacts
	verdict: RowVerdict
	rows: RowLine[]
	next: string[] | null
	choices: DefaultChoices
	stations: NewStations
	answer: { form: 'map' | 'take'; reply: FormReply } | undefined
}

/** Everything about one import, in the state in which it is. */
export function ImportPage({ facts, verdict, rows, next, choices, stations, answer }: Props) {
	const { t } = useTranslation(['roster', 'common'])
	const { state, columns, counts } = facts
	const base = `/union/${facts.organisationId}/import/${facts.id}`
	const replyTo = (form: 'map' | 'take') => (answer?.form === form ? answer.reply : undefined)
	const notRead = columns.filter(({ heading, field }) => heading && !field).map(({ heading }) => heading)
	const map = <ColumnsForm facts={facts} choices={choices} reply={replyTo('map')} unmapped={state === 'unmapped'} />
	const list = <RowList verdict={verdict} counts={counts} columns={columns} rows={rows} next={next} />
	return (
		<>
			<p className="mb-4">
				<ImportStateBadge state={state} />
			</p>
			{AT_WORK.includes(state) ? <ImportProgress facts={facts} /> : null}
			{state === 'unmapped' ? (
				<>
					{map}
					<StopForm />
				</>
			) : null}
			{state === 'ready' ? (
				<>
					<VerdictCounts facts={facts} />
					{facts.hasProblems ? <ProblemsLink base={base} /> : null}
					<TakeOverForm counts={counts} stations={stations} reply={replyTo('take')} />
					<StopForm />
					<Details summary={t('columns.title')} open={answer?.form === 'map'}>
						{notRead.length > 0 ? (
							<p className="mb-3 break-words">{t('columns.notRead', { columns: notRead.join(' · ') })}</p>
						) : null}
						{map}
					</Details>
					{list}
				</>
			) : null}
			{['failed', 'cancelled', 'applied', 'undone'].includes(state) ? (
				<>
					<ImportOutcome facts={facts} base={base} />
					{facts.hasProblems ? <ProblemsLink base={base} /> : null}
					{facts.totalRows > 0 && state !== 'cancelled' ? list : null}
				</>
			) : null}
			<p className="mt-6">
				<TextLink tall to={`/union/${facts.organisationId}/import`}>
					{t('common:actions.back')}
				</TextLink>
			</p>
		</>
	)
}
