import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DescriptionList, type Fact } from '~/components/ui/description-list'
import type { Draft } from '~/domain/requests/filing'
import { stepPath, type AnswerStep } from '~/domain/requests/steps'

type Names = {
	needs: string[]
	place: string
	sector: string | undefined
	platform: string | undefined
	recipients: string[]
	excluded: string[]
}

/** Everything that will be sent, in the order it was asked, each with the way to change it. */
export function AnswersList({ draft, names, files }: { draft: Draft; names: Names; files: string[] }) {
	const { t } = useTranslation(['filing', 'files', 'cases', 'common'])
	const { story, needs, work, contact, sharing } = draft
	const none = <span className="text-muted">{t('check.none')}</span>
	const list = (words: string[]) => (words.length > 0 ? words.join(t('sharing.and')) : none)

	const fact = (step: AnswerStep, term: string, value: Fact['value']): Fact => ({
		term,
		value,
		key: term,
		action: (
			<Link
				to={`${stepPath(step)}?from=check`}
				reloadDocument
				aria-label={t('check.changeWhat', { what: term })}
				className="link -my-2 inline-flex min-h-11 items-center"
			>
				{t('common:actions.change')}
			</Link>
		),
	})

	const reach = (contact?.reachBy ?? []).map((way) => {
		const detail = way === 'phone' ? contact?.phone : way === 'email' ? contact?.email : undefined
		return detail ?? t(`contact.reachByOptions.${way}`)
	})
	const times = (contact?.reachTimes ?? []).map((time) => t(`contact.reachTimesOptions.${time}`))
	const recipients =
		sharing?.mode === 'ask_first'
			? t('check.askFirst')
			: names.recipients.length > 0
				? list(names.recipients)
				: t('check.nobody')
	const facts = [
		fact('story', t('check.story'), story?.story),
		fact('story', t('files:inCheck'), files.length > 0 ? files.join('\n') : none),
		fact('needs', t('check.needs'), list(names.needs)),
		fact('needs', t('check.urgency'), needs?.urgency ? t(`cases:urgency.${needs.urgency}`) : none),
		fact('place', t('check.place'), names.place),
		fact('work', t('check.sector'), names.sector ?? none),
		fact('work', t('check.platform'), names.platform ?? none),
		fact('work', t('check.workingForm'), work?.workingForm ? t(`work.workingForms.${work.workingForm}`) : none),
		fact('contact', t('check.name'), contact?.name ?? none),
		fact('contact', t('check.reach'), reach.join('\n')),
		...(contact?.phone ? [fact('contact', t('check.times'), list(times))] : []),
		fact('sharing', t('check.recipients'), recipients),
		...(sharing?.fields ? [fact('sharing', t('check.fields'), t(`sharing.fieldsOptions.${sharing.fields}`))] : []),
		fact('sharing', t('check.desk'), t(`sharing.deskOptions.${sharing?.deskMayRead ?? 'no'}`)),
		fact('sharing', t('check.excluded'), list(names.excluded)),
	]
	return <DescriptionList facts={facts} />
}
