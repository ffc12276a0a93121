import { useTranslation } from 'react-i18next'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { UnionTabs } from '~/components/union/union-tabs'
import type { FormReply } from '~/lib/form-data'
import { LastSignUps, type LastSignUp } from './last-sign-ups'
import { SignUpForm, type KnownNumber } from './sign-up-form'

type Props = {
	organisationId: string
	desk: { organisationName: string; officer: boolean }
	/** The facts of the morning as they stand in the address. */ address: string
	setting: string[]
	applicationId: string
	count: number
	last: LastSignUp[]
	saved: string | null
	undone: string | null
	reply: (FormReply & { known?: KnownNumber }) | undefined
}

/** The page that fifty people go through in a morning: one form, how many it were, and the last ones with a way back. */
export function SignUpPage(props: Props) {
	const { t } = useTranslation('join')
	const { organisationId, desk, address, setting, applicationId, count, last, saved, undone, reply } = props
	const base = `/union/${organisationId}/signup`
	const just = reply ? undefined : last.find((one) => one.applicationId === saved)
	return (
		<>
			{desk.officer ? <UnionTabs base={`/union/${organisationId}`} waiting={{}} /> : null}
			<div className="max-w-2xl">
				<PageTitle over={desk.organisationName} lead={t('signup.people.lead')}>
					{t('signup.title')}
				</PageTitle>
				<p className="mb-4 flex flex-wrap items-center gap-x-4">
					<span className="text-muted">{t('signup.people.setting')}</span> {setting.join(' · ')}
					<TextLink to={`${base}?${address}`} tall reloadDocument>
						{t('signup.people.change')}
					</TextLink>
				</p>
				{just ? (
					<Notice tone="good" announce title={t('signup.people.saved', { name: just.name })}>
						<p>
							<span className="font-mono font-bold select-all">{just.reference}</span> ·{' '}
							<span className="font-mono font-bold whitespace-nowrap select-all">
								{t('signup.people.code', { code: just.code })}
							</span>
						</p>
						<p className="text-small text-muted">{t('signup.people.savedHint')}</p>
					</Notice>
				) : null}
				{saved && !just && !reply ? (
					<Notice tone="wait" announce title={t('signup.people.lost')}>
						{t('signup.people.lostHint')}
					</Notice>
				) : null}
				{undone && !reply ? (
					<Notice tone={undone === 'late' ? 'wait' : 'good'} announce>
						{t(undone === 'late' ? 'signup.people.tooLate' : 'signup.people.undone')}
					</Notice>
				) : null}
				<SignUpForm applicationId={applicationId} here={`${base}/people?${address}`} reply={reply} />
				<p className="mb-2 text-lead font-bold" role="status">
					{count > 0 ? t('signup.people.count', { count }) : t('signup.people.none')}
				</p>
				<LastSignUps last={last} here={`${base}/people?${address}`} />
			</div>
		</>
	)
}
