import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkTabs } from '~/components/ui/link-tabs'
import { MemberDone } from '~/components/members/member-done'
import { TransferList } from '~/components/members/transfer-list'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { TRANSFER_SIDES } from '~/domain/members/transfer.schema'
import { listTransfers } from '~/domain/members/transfers.server'
import { localeOf } from '~/i18n/i18n.server'
import { useUnion } from './union'

export const handle = { title: 'transfers:titles.list' } satisfies PageHandle

/** What waits for this union comes first; an open question never expires, it only grows older at the top. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const side = TRANSFER_SIDES.find((known) => known === search.get('side')) ?? 'in'
	const after = search.getAll('after')
	return signedIn(request, (user) =>
		readAs(user, async (db) => ({
			...(await listTransfers(db, language, organisationId, side, after)),
			side,
			first: after.length === 0,
		})),
	)
}

export default function Transfers() {
	const { t } = useTranslation(['transfers', 'common'])
	const { organisationId, organisationName } = useUnion()
	const { transfers, next, side, first } = useLoaderData<typeof loader>()
	const more = next && new URLSearchParams([['side', side], ...next.map((part) => ['after', part])])
	return (
		<>
			<MemberDone />
			<PageTitle over={organisationName}>{t('transfers:titles.list')}</PageTitle>
			<LinkTabs
				label={t('transfers:list.sidesLabel')}
				current={side}
				tabs={TRANSFER_SIDES.map((key) => ({ key, to: `?side=${key}`, label: t(`transfers:list.sides.${key}`) }))}
			/>
			<TransferList base={`/union/${organisationId}`} side={side} transfers={transfers} first={first} />
			{more ? <LinkButton to={`?${more}`}>{t('common:actions.more')}</LinkButton> : null}
		</>
	)
}
