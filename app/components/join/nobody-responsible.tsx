import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { joinPath } from '~/domain/members/joining'

type Props = { place: string; near: { id: string; name: string; about: string }[] }

/** No union takes people of this place in yet: whom to ask, and what else can be tried. */
export function NobodyResponsible({ place, near }: Props) {
	const { t } = useTranslation('join')
	return (
		<>
			<PageTitle lead={t('nobody.lead', { place })}>{t('nobody.title')}</PageTitle>
			<Notice title={t('nobody.callTitle')}>
				<p className="mb-2">{t('nobody.call')}</p>
				<a href="tel:12351" className="button">
					{t('nobody.number')}
				</a>
			</Notice>
			{near.length > 0 ? (
				<section aria-labelledby="near" className="mb-5">
					<h2 id="near" className="font-bold">
						{t('nobody.near')}
					</h2>
					<ul className="divide-y divide-line border-y border-line">
						{near.map(({ id, name, about }) => (
							<li key={id} className="py-2">
								{name}
								{about ? <span className="block text-small text-muted">{about}</span> : null}
							</li>
						))}
					</ul>
				</section>
			) : null}
			<p className="flex flex-wrap gap-3">
				<LinkButton to={joinPath('place')} reloadDocument>
					{t('nobody.otherPlace')}
				</LinkButton>
				<LinkButton to={joinPath('way')} reloadDocument>
					{t('nobody.otherWay')}
				</LinkButton>
			</p>
		</>
	)
}
