import { useTranslation } from 'react-i18next'
import { RadioGroup } from '~/components/form/radio-group'
import { SelectField } from '~/components/form/select-field'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import type { Field } from '~/components/form/use-zod-form'
import { WorkFields } from '~/components/join/work-fields'
import { Button } from '~/components/ui/button'
import { WAYS } from '~/domain/members/joining.schema'
import { SIGNED_ON } from '~/domain/members/sign-up.schema'

type Named = { id: string; name: string }
type Coded = { code: string; name: string }
type Name = 'on' | 'way' | 'employer' | 'area' | 'campaign' | 'held' | 'sector' | 'platform' | 'workingForm' | 'station'
type Props = {
	field: (name: Name) => Field
	sector: string | string[] | undefined
	areas: Coded[]
	stations: Named[]
	campaigns: Named[]
	employers: Named[]
	sectors: (Coded & { platforms: string[] })[]
	platforms: Coded[]
}

const named = (list: Named[]) => list.map(({ id, name }) => ({ value: id, label: name }))

/** Shown once the first way is chosen, without a script too; a browser that cannot tell shows it always. */
const WITH_EMPLOYER = 'group-not-has-[#way:checked]:hidden'

/** What holds for everybody of one morning. */
export function MorningFields({ field, sector, areas, stations, campaigns, employers, sectors, platforms }: Props) {
	const { t } = useTranslation('join')
	const ways = WAYS.filter((way) => way !== 'employer' || employers.length > 0)
	return (
		<>
			<RadioGroup
				{...field('on')}
				label={t('signup.facts.on')}
				options={SIGNED_ON.map((value) => ({ value, label: t(`signup.facts.ons.${value}`) }))}
			/>
			<WorkFields field={field} sector={sector} sectors={sectors} platforms={platforms} stations={stations} ofMany />
			<div className="group">
				<RadioGroup
					{...field('way')}
					label={t('signup.facts.way')}
					options={ways.map((value) => ({ value, label: t(`signup.facts.ways.${value}`) }))}
				/>
				{employers.length > 0 ? (
					<div className={WITH_EMPLOYER}>
						<SelectField {...field('employer')} label={t('signup.facts.employer')} options={named(employers)} />
					</div>
				) : null}
			</div>
			<SelectField
				{...field('area')}
				label={t('signup.facts.area')}
				hint={t('signup.facts.areaHint')}
				options={areas.map(({ code, name }) => ({ value: code, label: name }))}
			/>
			<p className="-mt-3 mb-6">
				<Button name="intent" value="place" formNoValidate>
					{t('signup.facts.otherPlace')}
				</Button>
			</p>
			{campaigns.length > 0 ? (
				<SelectField
					{...field('campaign')}
					label={t('signup.facts.campaign')}
					empty={t('signup.facts.noCampaign')}
					optional
					options={named(campaigns)}
				/>
			) : null}
			<SingleCheckbox {...field('held')} label={t('signup.facts.held')} hint={t('signup.facts.heldHint')} />
		</>
	)
}
