import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { readAs } from '~/db/db.server'
import { PRINT_PAGE, filterSearch, readMemberFilter } from '~/domain/members/member-list'
import { listMembers } from '~/domain/members/members.server'
import { localeOf } from '~/i18n/i18n.server'
import { useUnion } from './union'

export const handle = { title: 'members:titles.print' } satisfies PageHandle

/** The same question as the list's, for paper: what hangs on a wall shows names and numbers and nothing else. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const { filter, before } = readMemberFilter(new URL(request.url).searchParams)
	return signedIn(request, async (user) => {
		const { members, next } = await readAs(user, (db) =>
			listMembers(db, language, organisationId, filter, before, PRINT_PAGE),
		)
		const lines = members.map(({ id, name, number }) => ({ id, name, number }))
		return { lines, next, filter, now: new Date() }
	})
}

export default function PrintMembers() {
	const { t } = useTranslation('members')
	const { organisationId, organisationName } = useUnion()
	const { lines, next, filter, now } = useLoaderData<typeof loader>()
	const search = filterSearch(filter)
	const more = new URLSearchParams(search)
	for (const part of next ?? []) more.append('after', part)
	return (
		<>
			<PageTitle over={organisationName}>
				{t('titles.print')} · {filter.query || t(`states.${filter.state}`)}
			</PageTitle>
			<p className="mb-4">
				<TimeText at={now} kind="date" relative={false} />
				<span className="print:hidden"> · {t('print.lead')}</span>
			</p>
			<table className="mb-5 w-full max-w-2xl text-left">
				<thead>
					<tr className="border-b-2 border-control">
						<th scope="col" className="py-1 pr-4">
							{t('print.name')}
						</th>
						<th scope="col" className="py-1">
							{t('print.number')}
						</th>
					</tr>
				</thead>
				<tbody>
					{lines.map(({ id, name, number }) => (
						<tr key={id} className="border-b border-line print:break-inside-avoid">
							<td className="py-1 pr-4">{name}</td>
							<td className="py-1 font-mono whitespace-nowrap">{number}</td>
						</tr>
					))}
				</tbody>
			</table>
			<p className="flex flex-wrap items-center gap-x-5 print:hidden">
				{next ? <LinkButton to={`?${more}`}>{t('print.page', { count: PRINT_PAGE })}</LinkButton> : null}
				<TextLink tall to={`/union/${organisationId}/members?${search}`}>
					{t('print.back')}
				</TextLink>
			</p>
		</>
	)
}
