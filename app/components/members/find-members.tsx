import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { TextLink } from '~/components/ui/text-link'
import type { MemberFilter } from '~/domain/members/member-list'

type Choice = { code: string; name: string }
type Choices = Record<'stations' | 'sectors' | 'platforms' | 'areas', Choice[]>

/** One question for the list: who, and of what. A GET: the address can be kept and sent to a colleague. */
export function FindMembers({ filter, choices }: { filter: MemberFilter; choices: Choices }) {
	const { t } = useTranslation(['members', 'common'])
	const narrowed = Boolean(filter.station || filter.sector || filter.platform || filter.area)
	return (
		<Form method="get" role="search" reloadDocument className="mb-5 print:hidden">
			<label htmlFor="q" className="font-bold">
				{t('list.search')}
			</label>
			<p id="q-hint" className="mt-1 text-muted">
				{t('list.searchHint')}
			</p>
			<div className="mt-2 mb-2 flex max-w-2xl gap-2">
				<input
					id="q"
					name="q"
					type="search"
					defaultValue={filter.query}
					maxLength={60}
					autoComplete="off"
					aria-describedby="q-hint"
					className="control min-w-0"
				/>
				<Button className="shrink-0">{t('common:actions.search')}</Button>
			</div>
			<input type="hidden" name="state" value={filter.state} />
			<Details summary={t('list.narrow')} open={narrowed}>
				<div className="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-4">
					<Narrow name="station" label={t('list.station')} value={filter.station} choices={choices.stations} />
					<Narrow name="sector" label={t('list.sector')} value={filter.sector} choices={choices.sectors} />
					<Narrow name="platform" label={t('list.platform')} value={filter.platform} choices={choices.platforms} />
					<Narrow name="area" label={t('list.area')} value={filter.area} choices={choices.areas} />
				</div>
				<Button className="mt-3">{t('list.apply')}</Button>
			</Details>
			{narrowed || filter.query ? (
				<TextLink to="?" tall reloadDocument>
					{t('list.clear')}
				</TextLink>
			) : null}
		</Form>
	)
}

function Narrow({
	name,
	label,
	value,
	choices,
}: {
	name: string
	label: string
	value: string | null
	choices: Choice[]
}) {
	const { t } = useTranslation('members')
	return (
		<div className="mb-3">
			<label htmlFor={name}>{label}</label>
			<select id={name} name={name} defaultValue={value ?? ''} className="control mt-1">
				<option value="">{t('list.any')}</option>
				{choices.map(({ code, name: text }) => (
					<option key={code} value={code}>
						{text}
					</option>
				))}
			</select>
		</div>
	)
}
