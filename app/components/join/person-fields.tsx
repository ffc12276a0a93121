import { useTranslation } from 'react-i18next'
import { RadioGroup } from '~/components/form/radio-group'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import { TextField } from '~/components/form/text-field'
import type { Field } from '~/components/form/use-zod-form'
import { GENDERS } from '~/domain/members/membership-state'

type Props = {
	field: (name: 'name' | 'phone' | 'email' | 'gender' | 'birthYear' | 'idNumber' | 'forgetId') => Field
	/** Of an ID number that was given before. */ idLastFour: string | undefined
}

/** Who applies. What may be left out says so, and the ID number says why it is asked for and what is kept of it. */
export function PersonFields({ field, idLastFour }: Props) {
	const { t } = useTranslation('join')
	return (
		<>
			<TextField {...field('name')} label={t('you.name')} hint={t('you.nameHint')} autoComplete="name" />
			<TextField
				{...field('phone')}
				label={t('you.phone')}
				hint={t('you.phoneHint')}
				type="tel"
				inputMode="tel"
				autoComplete="tel"
			/>
			<TextField
				{...field('birthYear')}
				label={t('you.birthYear')}
				hint={t('you.birthYearHint')}
				inputMode="numeric"
				autoComplete="bday-year"
				width="short"
			/>
			<TextField
				{...field('email')}
				label={t('you.email')}
				hint={t('you.emailHint')}
				optional
				type="email"
				inputMode="email"
				autoComplete="email"
				autoCapitalize="none"
				spellCheck={false}
			/>
			<RadioGroup
				{...field('gender')}
				label={t('you.gender')}
				optional
				options={[...GENDERS, ''].map((value) => ({
					value,
					label: t(`you.genders.${(value || 'unsaid') as 'female' | 'male' | 'unsaid'}`),
				}))}
			/>
			<TextField
				{...field('idNumber')}
				label={t('you.id')}
				hint={
					idLastFour ? (
						<>
							{t('you.idKept', { four: idLastFour })}
							<span className="block">{t('you.idHint')}</span>
						</>
					) : (
						t('you.idHint')
					)
				}
				optional
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
			/>
			{idLastFour ? <SingleCheckbox {...field('forgetId')} label={t('you.forgetId')} /> : null}
		</>
	)
}
