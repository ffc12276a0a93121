import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { TextLink } from '~/components/ui/text-link'
import type { AskLine, AskView, SaidLine } from '~/domain/drives/drive-view'

type Props = { base: string; view: AskView; asks: (AskLine | SaidLine)[]; next: string[] | null; first: boolean }

/** Members of one list: whom to call, and the way to write down what they said. */
export function AskList({ base, view, asks, next, first }: Props) {
	const { t } = useTranslation(['drives', 'common'])
	if (asks.length === 0 && first) return <EmptyState title={t('lists.none')}>{t(`lists.noneHint.${view}`)}</EmptyState>
	const more = next && new URLSearchParams([['view', view], ...next.map((part) => ['after', part])])
	return (
		<>
			{view === 'phone' || view === 'station' ? (
				<p className="mb-2">
					<TextLink tall to={`${base}/calls?view=${view}`}>
						{t('lists.print')}
					</TextLink>
				</p>
			) : null}
			<ul className="mb-4 divide-y divide-line border-y border-line">
				{asks.map((ask) => (
					<li key={ask.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
						<div className="min-w-0">
							<p className="font-bold">{ask.name}</p>
							<p className="flex flex-wrap gap-x-4 text-muted">
								<a href={`tel:${ask.phone}`} className="link inline-flex min-h-11 items-center tabular-nums">
									{ask.phone}
								</a>
								<span className="inline-flex min-h-11 items-center">
									{[ask.number, ask.station].filter(Boolean).join(' · ')}
								</span>
							</p>
							{'saidAt' in ask ? <Said said={ask} /> : null}
						</div>
						<LinkButton
							to={`${base}/asks/${ask.id}`}
							aria-label={view === 'said' ? undefined : t('lists.recordFor', { name: ask.name })}
						>
							{t(view === 'said' ? 'lists.look' : 'lists.record')}
						</LinkButton>
					</li>
				))}
			</ul>
			{more ? <LinkButton to={`?${more}#members`}>{t('common:actions.more')}</LinkButton> : null}
		</>
	)
}

/** A number, place or station in the member's words. */
export function Said({
	said,
}: {
	said: { saidPhone: string | null; place: string | null; saidStation: string | null }
}) {
	const { t } = useTranslation('drives')
	return (
		<p>
			<span className="text-muted">{t('lists.said_')} </span>
			{[said.saidPhone, said.place, said.saidStation].filter(Boolean).join(' · ')}
		</p>
	)
}
