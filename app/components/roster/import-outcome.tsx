import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { DescriptionList } from '~/components/ui/description-list'
import { Notice } from '~/components/ui/notice'
import { MOST_ROWS, ROW_VERDICTS } from '~/domain/roster/import-state'
import type { ImportFacts } from '~/domain/roster/import-view'

/** How many rows would become what. */
export function VerdictCounts({ facts }: { facts: ImportFacts }) {
	const { t } = useTranslation('roster')
	return (
		<section aria-labelledby="counts" className="mb-6 max-w-2xl">
			<h2 id="counts" className="text-lead font-bold">
				{t('preview.title')}
			</h2>
			<p className="text-muted">{t('preview.rows', { count: facts.totalRows })}</p>
			<DescriptionList
				facts={ROW_VERDICTS.filter((verdict) => verdict === 'new' || facts.counts[verdict]).map((verdict) => ({
					key: verdict,
					term: t(`verdicts.${verdict}`),
					value: (facts.counts[verdict] ?? 0).toLocaleString('en'),
				}))}
			/>
		</section>
	)
}

/** What came of it. */
export function ImportOutcome({ facts, base }: { facts: ImportFacts; base: string }) {
	const { t } = useTranslation('roster')
	const { state, failure, madeRows, alteredRows, skippedRows, undoneRows, stopped, undoable } = facts
	if (failure)
		return (
			<Notice tone="danger" title={t('states.failed')}>
				{t(`failures.${failure}`, { rows: MOST_ROWS.toLocaleString('en') })}
			</Notice>
		)
	if (state === 'cancelled') return <Notice>{t('done.cancelled')}</Notice>
	return (
		<section aria-labelledby="outcome" className="mb-6 max-w-2xl">
			<h2 id="outcome" className="text-lead font-bold">
				{t(state === 'undone' ? 'states.undone' : stopped ? 'done.stoppedTitle' : 'done.title')}
			</h2>
			<DescriptionList
				facts={[
					{ term: t('done.made'), value: madeRows.toLocaleString('en') },
					{ term: t('done.altered'), value: alteredRows.toLocaleString('en') },
					{ term: t('done.skipped'), value: skippedRows.toLocaleString('en') },
					...(state === 'undone' ? [{ term: t('done.undone'), value: undoneRows.toLocaleString('en') }] : []),
				]}
			/>
			<p className="my-3 text-muted">{t('done.forgotten')}</p>
			{undoable && madeRows > 0 ? <LinkButton to={`${base}/undo`}>{t('undo.link')}</LinkButton> : null}
		</section>
	)
}

/** The rows to correct, as a file. */
export function ProblemsLink({ base }: { base: string }) {
	const { t } = useTranslation('roster')
	return (
		<div className="mb-6 max-w-2xl">
			<p>
				<a href={`${base}/problems`} download className="link inline-flex min-h-11 items-center font-bold">
					{t('preview.problems')}
				</a>
			</p>
			<p className="text-muted">
				{t('preview.problemsHint')} {t('preview.kept')}
			</p>
		</div>
	)
}
