import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DescriptionList, type Fact } from '~/components/ui/description-list'
import { joinPath, type JoinAnswerStep, type JoinDraft } from '~/domain/members/joining'

type Names = {
	employer: string | undefined
	place: string
	union: string
	sector: string | undefined
	platform: string | undefined
	station: string | undefined
}

/** Everything that will be sent, in the order it was asked, each with the way to change it. */
export function JoiningList({ draft, names }: { draft: JoinDraft; names: Names }) {
	const { t } = useTranslation(['join', 'filing', 'common'])
	const { way, work, you } = draft
	const none = <span className="text-muted">{t('filing:check.none')}</span>
	const fact = (step: JoinAnswerStep, term: string, value: Fact['value']): Fact => ({
		term,
		value: value ?? none,
		key: term,
		action: (
			<Link
				to={`${joinPath(step)}?from=check`}
				reloadDocument
				aria-label={t('filing:check.changeWhat', { what: term })}
				className="link -my-2 inline-flex min-h-11 items-center"
			>
				{t('common:actions.change')}
			</Link>
		),
	})
	const facts = [
		fact('union', t('check.union'), names.union),
		fact('way', t('check.way'), way?.way ? t(`check.ways.${way.way}`) : none),
		...(way?.way === 'employer' ? [fact('employer', t('check.employer'), names.employer)] : []),
		fact('place', t(way?.way === 'hukou' ? 'check.hukou' : 'check.residence'), names.place),
		fact('work', t('filing:check.sector'), names.sector),
		fact('work', t('filing:check.platform'), names.platform),
		fact('work', t('filing:check.workingForm'), work?.workingForm && t(`filing:work.workingForms.${work.workingForm}`)),
		fact('work', t('check.station'), names.station),
		fact('you', t('you.name'), you?.name),
		fact('you', t('you.phone'), you?.phone),
		fact('you', t('you.birthYear'), you?.birthYear),
		fact('you', t('you.email'), you?.email),
		fact('you', t('you.gender'), you?.gender && t(`you.genders.${you.gender}`)),
		fact('you', t('check.id'), you?.idLastFour ? t('check.lastFour', { four: you.idLastFour }) : none),
	]
	return <DescriptionList facts={facts} />
}
