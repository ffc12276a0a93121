import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'
import { Notice } from '~/components/ui/notice'

type ShownCandidate = { id: string; name: string; kind: 'agency' | 'union'; about: string; helpsWith: string[] }

/** What is promised, before anything is asked. */
export function SharingPromise() {
	const { t } = useTranslation('filing')
	const lines = [
		['lock', t('sharing.promise.offer')],
		['eye', t('sharing.promise.logged')],
		['close', t('sharing.promise.back')],
	] as const
	return (
		<section aria-labelledby="promise" className="mb-6">
			<h2 id="promise" className="font-bold">
				{t('sharing.promiseTitle')}
			</h2>
			<ul className="divide-y divide-line border-y border-line">
				{lines.map(([icon, text]) => (
					<li key={icon} className="flex gap-3 py-2">
						<Icon name={icon} className="mt-1 text-accent" />
						{text}
					</li>
				))}
			</ul>
		</section>
	)
}

type Props = { candidates: ShownCandidate[]; uncovered: string[]; /** The person ticked "not sure". */ unsure: boolean }

/** The organisations that could help, by name, with what each is; and what nobody is there for. */
export function CandidateList({ candidates, uncovered, unsure }: Props) {
	const { t } = useTranslation(['filing', 'cases'])
	const list = (names: string[]) => names.join(t('sharing.and'))
	if (candidates.length === 0)
		return (
			<Notice title={uncovered.length > 0 ? t('sharing.nobody') : t('sharing.unsure')}>
				<p>{t('sharing.nobodyText')}</p>
			</Notice>
		)
	return (
		<section aria-labelledby="candidates" className="mb-6">
			<h2 id="candidates" className="mb-2 text-lead font-bold">
				{t('sharing.candidates')}
			</h2>
			<ul className="divide-y divide-line rounded-card border border-line bg-card">
				{candidates.map(({ id, name, kind, about, helpsWith }) => (
					<li key={id} className="px-4 py-3">
						<h3 className="font-bold">
							{name} <span className="ml-1 text-small font-normal text-muted">{t(`cases:kinds.${kind}`)}</span>
						</h3>
						{about ? <p className="text-small text-muted">{about}</p> : null}
						<p className="text-small">{t('sharing.canHelp', { needs: list(helpsWith) })}</p>
					</li>
				))}
			</ul>
			{uncovered.length > 0 ? (
				<p className="mt-3 text-muted">{t('sharing.uncovered', { needs: list(uncovered) })}</p>
			) : null}
			{unsure ? <p className="mt-3 text-muted">{t('sharing.unsure')}</p> : null}
		</section>
	)
}
