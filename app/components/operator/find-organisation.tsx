import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'

/** Looks for any organisation by its name; what it finds stands in the form's list. A GET, so nothing is changed. */
export function FindOrganisation({ search, found }: { search: string; found: number }) {
	const { t } = useTranslation(['operator', 'common'])
	return (
		<Form method="get" role="search" reloadDocument className="mb-6">
			<label htmlFor="search" className="font-bold">
				{t('operator:offer.search')}
			</label>
			<div className="mt-2 flex gap-2">
				<input id="search" name="search" type="search" defaultValue={search} className="control" />
				<Button className="shrink-0">{t('common:actions.search')}</Button>
			</div>
			{search && found === 0 ? (
				<p role="status" className="mt-2">
					{t('operator:offer.nobodyFound', { search })}
				</p>
			) : null}
		</Form>
	)
}
