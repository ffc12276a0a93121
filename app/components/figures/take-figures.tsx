import { Card } from '~/components/ui/card'
import { LinkButton } from '~/components/ui/button'
import { PrintButton } from '~/components/ui/print-button'
import type { BoardName } from '~/domain/figures/address'
import { useSay } from './use-say'

/** The same numbers as a file, and on paper. */
export function TakeFigures({ board, search }: { board: BoardName; search: string }) {
	const { t } = useSay()
	const file = (format: 'csv' | 'xlsx') =>
		`/union/figures/export?${new URLSearchParams([['board', board], ...new URLSearchParams(search), ['format', format]])}`
	return (
		<div className="print:hidden">
			<Card title={t('take.title')}>
				<p className="mb-3 text-muted">{t('take.hint')}</p>
				<p className="flex flex-wrap gap-3">
					{(['xlsx', 'csv'] as const).map((format) => (
						<LinkButton key={format} to={file(format)} reloadDocument download>
							{t(`take.${format}`)}
						</LinkButton>
					))}
					<PrintButton>{t('take.print')}</PrintButton>
				</p>
			</Card>
		</div>
	)
}
