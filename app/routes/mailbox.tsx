import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '~/components/layout/page-handle'
import { LinkButton } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { EmptyState } from '~/components/ui/empty-state'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { TimeText } from '~/components/ui/time-text'
import { webEnv } from '~/env.server'
import { AppError } from '~/lib/errors'
import { refusable } from '~/auth/refusals.server'
import { readMailbox } from '~/mail/mailbox.server'

export const handle = { title: 'mailbox:title', scripts: false } satisfies PageHandle
const SHOWN = 50

/** Only with the embedded stack: elsewhere there is no such page. `?letter=` opens one. */
export function loader({ request }: LoaderFunctionArgs) {
	return refusable(async () => {
		const { APP_URL, MAILBOX_DIR } = webEnv()
		const { host, hostname } = new URL(request.url)
		// Another name that was made to point here is somebody else's page reading our letters.
		const ours = host === new URL(APP_URL).host || ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
		if (!MAILBOX_DIR || !ours) throw new AppError('notFound')
		const letters = await readMailbox(MAILBOX_DIR)
		const wanted = new URL(request.url).searchParams.get('letter')
		const letter = wanted === null ? null : letters.find(({ id }) => id === wanted)
		if (letter === undefined) throw new AppError('notFound')
		if (letter)
			return { letter: { ...letter, html: '', link: /https?:\/\/\S+/.exec(letter.text)?.[0] ?? null }, letters: [] }
		return {
			letter: null,
			letters: letters.slice(0, SHOWN).map(({ id, to, subject, at }) => ({ id, to, subject, at })),
		}
	})
}

export default function Mailbox() {
	const { t } = useTranslation('mailbox')
	const { letter, letters } = useLoaderData<typeof loader>()
	if (letter)
		return (
			<>
				<PageTitle
					over={
						<TextLink to="/mailbox" tall>
							{t('all')}
						</TextLink>
					}
				>
					{letter.subject}
				</PageTitle>
				<Card title={`${t('to')} ${letter.to}`} aside={<TimeText at={letter.at} />}>
					<p className="wrap-anywhere whitespace-pre-line">{letter.text}</p>
				</Card>
				{letter.link ? <LinkButton to={letter.link}>{t('open')}</LinkButton> : null}
			</>
		)
	return (
		<>
			<PageTitle lead={t('lead')}>{t('title')}</PageTitle>
			{letters.length === 0 ? <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState> : null}
			<ul className="divide-y divide-line">
				{letters.map(({ id, to, subject, at }) => (
					<li key={id} className="py-2">
						<TextLink to={`?letter=${id}`} tall>
							{subject}
						</TextLink>
						<p className="text-small text-muted">
							{t('to')} {to} · <TimeText at={at} />
						</p>
					</li>
				))}
			</ul>
		</>
	)
}
