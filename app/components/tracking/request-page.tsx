import { useTranslation } from 'react-i18next'
import { FileList } from '~/components/files/file-list'
import { JoinCard } from '~/components/join/join-card'
import { Card } from '~/components/ui/card'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { byWhatWaits, nextStep } from '~/domain/tracking/next-step'
import type { TrackedRequest } from '~/domain/tracking/tracked'
import { CaseCard } from './case-card'
import { DoneNotice } from './done-notice'
import { QuestionCard } from './question-card'
import { useCaseWords } from './words'

/** The whole request: what waits for the worker first, an outcome before a question, then every need. */
export function RequestPage({ tracked }: { tracked: TrackedRequest }) {
	const { t } = useTranslation(['track', 'files'])
	const words = useCaseWords()
	const { now, cases } = tracked
	const outcomes = cases.filter((one) => nextStep(one).step === 'outcome')
	const questions = cases.filter((one) => one.question !== null)
	const others = byWhatWaits(cases.filter((one) => !outcomes.includes(one)))
	const waiting = outcomes.length + questions.length
	return (
		<>
			<DoneNotice />
			<PageTitle over={`${t('request.filed')} ${words.moment(tracked.createdAt)}`}>
				{t('request.title', { reference: tracked.reference })}
			</PageTitle>
			{waiting > 0 ? (
				<>
					<h2 className="mb-2 text-lead font-bold">{t('request.toDo', { count: waiting })}</h2>
					{outcomes.map((one) => (
						<CaseCard key={one.id} one={one} now={now} />
					))}
					{questions.map((one) =>
						one.question ? <QuestionCard key={one.id} question={one.question} category={one.category} /> : null,
					)}
				</>
			) : null}
			{others.length > 0 ? <h2 className="mb-2 text-lead font-bold">{t('request.needs')}</h2> : null}
			{others.map((one) => (
				<CaseCard key={one.id} one={one} now={now} />
			))}
			{tracked.files.length > 0 ? (
				<Card title={t('files:withRequest')}>
					<FileList files={tracked.files} label={t('files:withRequest')} />
				</Card>
			) : null}
			<JoinCard />
			<ul className="mb-8 border-y border-line print:hidden">
				<li>
					<TextLink to="/track/sharing" tall>
						{t('request.sharing')}
					</TextLink>
				</li>
				{cases.some(({ state }) => state !== 'closed') ? (
					<li>
						<TextLink to="/track/withdraw" tall>
							{t('request.withdraw')}
						</TextLink>
					</li>
				) : null}
			</ul>
		</>
	)
}
