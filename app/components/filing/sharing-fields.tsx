import { useTranslation } from 'react-i18next'
import { CheckboxGroup } from '~/components/form/checkbox-group'
import { RadioGroup } from '~/components/form/radio-group'
import type { Field } from '~/components/form/use-zod-form'
import { CONSENT_MODES } from '~/domain/consent/consent-ask-state'
import { SHARED_CHOICES } from '~/domain/requests/filing-choices'

type Named = { id: string; name: string; kind: 'agency' | 'union' }
type Fields = {
	(name: 'ticked' | 'excluded' | 'shown'): Field<string[]>
	(name: 'mode' | 'fields' | 'deskMayRead'): Field
}

/** Shown by what is chosen, without a script too; a browser that cannot tell shows it always. */
const WHEN_TICKING = 'group-not-has-[#mode-2:checked]:hidden'
const UNLESS_ASKED = 'group-has-[#mode-3:checked]:hidden'

/** The consent itself: nothing is ticked beforehand. */
export function SharingFields({ field, candidates, others }: { field: Fields; candidates: Named[]; others: Named[] }) {
	const { t } = useTranslation(['filing', 'cases'])
	const asOption = ({ id, name, kind }: Named) => ({ value: id, label: name, hint: t(`cases:kinds.${kind}`) })
	const excluded = field('excluded')
	return (
		<>
			{candidates.map(({ id }) => (
				<input key={id} type="hidden" name="shown" value={id} />
			))}
			{candidates.length === 0 ? (
				<input type="hidden" name="mode" value="ask_first" />
			) : (
				<div className="group">
					<RadioGroup
						{...field('mode')}
						label={t('sharing.mode')}
						options={CONSENT_MODES.map((value) => ({
							value,
							label: t(`sharing.modes.${value}`),
							hint: t(`sharing.modeHints.${value}`),
						}))}
					/>
					<div className={WHEN_TICKING}>
						<CheckboxGroup {...field('ticked')} label={t('sharing.ticked')} options={candidates.map(asOption)} />
					</div>
					<div className={UNLESS_ASKED}>
						<RadioGroup
							{...field('fields')}
							label={t('sharing.fields')}
							hint={t('sharing.fieldsHint')}
							options={SHARED_CHOICES.map((value) => ({
								value,
								label: t(`sharing.fieldsOptions.${value}`),
								hint: value === 'story' ? t('sharing.fieldsHints.story') : undefined,
							}))}
						/>
					</div>
				</div>
			)}
			<RadioGroup
				{...field('deskMayRead')}
				label={t('sharing.desk')}
				hint={t('sharing.deskHint')}
				options={[
					{ value: 'yes', label: t('sharing.deskOptions.yes') },
					{ value: 'no', label: t('sharing.deskOptions.no') },
				]}
			/>
			{candidates.length + others.length > 0 ? (
				<details open={(excluded.defaultValue ?? []).length > 0 || Boolean(excluded.error)} className="mb-5">
					<summary className="min-h-11 py-2 font-bold text-accent">{t('sharing.excludedSummary')}</summary>
					<CheckboxGroup
						{...excluded}
						label={t('sharing.excluded')}
						hint={t('sharing.excludedHint')}
						options={[...candidates, ...others].map(asOption)}
					/>
				</details>
			) : null}
		</>
	)
}
