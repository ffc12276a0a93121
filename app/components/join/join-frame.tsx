import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'
import { Details } from '~/components/ui/details'
import { joinPath, stepsOf, type JoinDraft, type JoinStep } from '~/domain/members/joining'
import { PromiseLine } from './join-promise'

type Props = { step: JoinStep; draft: JoinDraft; children: ReactNode }

/** Around each page of joining: the way back, how far it is, what is promised, and how to leave nothing behind on a shared phone. */
export function JoinFrame({ step, draft, children }: Props) {
	const { t } = useTranslation(['join', 'filing', 'common'])
	const steps = stepsOf(draft)
	const before = steps[steps.indexOf(step) - 1]
	return (
		<>
			<div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 text-small">
				<Link
					to={before ? joinPath(before) : '/union/join'}
					reloadDocument
					className="link inline-flex min-h-11 items-center"
				>
					{t('common:actions.back')}
				</Link>
				<p className="text-muted">{t('filing:step', { number: steps.indexOf(step) + 1, total: steps.length })}</p>
			</div>
			{children}
			<div className="mt-8 border-t border-line pt-3">
				<PromiseLine />
				<Details summary={t('filing:forget.summary')}>
					<p className="mb-3">{t('filing:forget.begun.text')}</p>
					<Form method="post" action="/union/join" reloadDocument>
						<Button name="intent" value="forget">
							{t('filing:forget.begun.button')}
						</Button>
					</Form>
				</Details>
			</div>
		</>
	)
}
