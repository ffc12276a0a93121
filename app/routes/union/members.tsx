import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { FindMembers } from '~/components/members/find-members'
import { LinkTabs } from '~/components/ui/link-tabs'
import { MemberDone } from '~/components/members/member-done'
import { MemberList } from '~/components/members/member-list'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { readAs } from '~/db/db.server'
import { MEMBER_STATES, filterSearch, readMemberFilter } from '~/domain/members/member-list'
import { countMembers, listMembers, readChoices } from '~/domain/members/members.server'
import { UNION_COUNT_CAP } from '~/domain/members/union.server'
import { localeOf } from '~/i18n/i18n.server'
import { useUnion } from './union'

export const handle = { title: 'members:title' } satisfies PageHandle

/** Who belongs to the union; not there for anybody but its officers. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const { filter, before } = readMemberFilter(new URL(request.url).searchParams)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [list, counts, choices] = await Promise.all([
				listMembers(db, language, organisationId, filter, before),
				countMembers(db, organisationId),
				readChoices(db, language, organisationId),
			])
			return { ...list, counts, choices, filter, first: !before, cap: UNION_COUNT_CAP }
		}),
	)
}

export default function Members() {
	const { t } = useTranslation('members')
	const { organisationId, organisationName } = useUnion()
	const { members, next, counts, choices, filter, first, cap } = useLoaderData<typeof loader>()
	const base = `/union/${organisationId}/members`
	return (
		<>
			<MemberDone />
			<PageTitle over={organisationName}>{t('title')}</PageTitle>
			<FindMembers filter={filter} choices={choices} />
			{filter.query ? (
				<h2 className="mb-2 text-lead font-bold">{t('list.found', { query: filter.query })}</h2>
			) : (
				<LinkTabs
					label={t('list.tabs')}
					current={filter.state}
					tabs={MEMBER_STATES.map((state) => ({
						key: state,
						to: `?${filterSearch({ ...filter, state })}`,
						label: t(`states.${state}`),
						count: counts[state] > cap ? t('list.capped', { count: cap }) : counts[state],
					}))}
				/>
			)}
			<MemberList base={base} members={members} filter={filter} first={first} next={next} />
			{members.length > 0 ? (
				<p className="mt-3">
					<TextLink tall to={`${base}/print?${filterSearch(filter)}`}>
						{t('list.print')}
					</TextLink>
				</p>
			) : null}
		</>
	)
}
