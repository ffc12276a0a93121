import { Form } from '@remix-run/react'
import { Button } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { TextLink } from '~/components/ui/text-link'
import { BOARDS, periodOf } from '~/domain/figures/address'
import type { Board } from '~/domain/figures/board'
import { sayPlace } from '~/domain/figures/board-words'
import { ALL } from '~/domain/figures/tables'
import type { Named } from '~/domain/vocabulary/vocabulary.server'
import { formatMonth } from '~/lib/format'
import { useSay } from './use-say'

/** Which place, beside which other, and when. A GET: the address can be kept and sent to a colleague. */
export function FindFigures({ found, open }: { found: Board; open: boolean }) {
	const { t, locale } = useSay()
	const { board, asked, path, choices, told } = found
	const months = told.toReversed().map((month) => ({ code: month.slice(0, 7), name: formatMonth(month, locale) }))
	// beside an address that says what there is not, the form offers what is usual
	const here = path.at(-1)?.code ?? ALL
	const period =
		found.months.length > 0
			? found.months.map(({ month }) => month)
			: periodOf({ ...asked, from: null, to: null }, told)
	const shown = period.map((month) => month.slice(0, 7))
	const above = [...(here === ALL ? [] : [{ code: ALL, name: t('whole') }]), ...choices.above]
	const others = [
		{ label: t('find.above'), places: above },
		{ label: t('find.beside'), places: choices.beside },
		{ label: t('find.below'), places: choices.below },
	]
	const compare = found.compare && !others.some(({ places }) => places.some(({ code }) => code === found.compare!.code))
	const months12 = (name: 'from' | 'to', value: string | undefined) => (
		<Choice name={name} label={t(`find.${name}`)} value={value ?? ''}>
			{months.map(option)}
		</Choice>
	)
	return (
		<Form method="get" reloadDocument className="print:hidden">
			<Details summary={t('find.title')} open={open}>
				<div className="grid gap-x-5 sm:grid-cols-2 lg:grid-cols-3">
					<Choice name="area" label={t('find.area')} value={here}>
						<option value={here}>{sayPlace(t, path)}</option>
						{others.map(grouped)}
					</Choice>
					<Choice name="compare" label={t('find.compare')} value={asked.compare ?? ''}>
						<option value="">{t('find.noCompare')}</option>
						{compare ? option(found.compare!) : null}
						{others.map(grouped)}
					</Choice>
					<Choice name="by" label={t('by.label')} value={asked.by}>
						{BOARDS[board].map((code) => option({ code, name: t(`by.${code}`) }))}
					</Choice>
					{months12('from', shown[0])}
					{months12('to', shown.at(-1))}
				</div>
				<p className="flex flex-wrap items-center gap-x-5 gap-y-2">
					<Button tone="primary">{t('find.show')}</Button>
					<TextLink to="?" tall>
						{t('find.clear')}
					</TextLink>
				</p>
			</Details>
		</Form>
	)
}

const option = ({ code, name }: Named) => (
	<option key={code} value={code}>
		{name}
	</option>
)
const grouped = ({ label, places }: { label: string; places: Named[] }) =>
	places.length === 0 ? null : (
		<optgroup key={label} label={label}>
			{places.map(option)}
		</optgroup>
	)

type Props = { name: string; label: string; value: string; children: React.ReactNode }
function Choice({ name, label, value, children }: Props) {
	return (
		<div className="mb-3">
			<label htmlFor={name}>{label}</label>
			<select id={name} name={name} defaultValue={value} className="control mt-1">
				{children}
			</select>
		</div>
	)
}
