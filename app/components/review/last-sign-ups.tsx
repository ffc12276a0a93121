import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/components/ui/button'

export type LastSignUp = { applicationId: string; reference: string; code: string; name: string; phone: string }

/** Whom the caller typed in last, each with number and code to show, and a way to take a mistake back. */
export function LastSignUps({ last, here }: { last: LastSignUp[]; here: string }) {
	const { t } = useTranslation('join')
	if (last.length === 0) return null
	return (
		<section aria-labelledby="last">
			<h2 id="last" className="font-bold">
				{t('signup.people.last')}
			</h2>
			<ul className="divide-y divide-line border-y border-line">
				{last.map(({ applicationId, reference, code, name, phone }) => (
					<li key={applicationId} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
						<span className="min-w-0">
							<b>{name}</b> {phone}
							<span className="block text-small text-muted">
								<span className="font-mono select-all">{reference}</span> ·{' '}
								<span className="font-mono whitespace-nowrap select-all">{t('signup.people.code', { code })}</span>
							</span>
						</span>
						<Form method="post" action={here} reloadDocument>
							<Button name="undo" value={applicationId} aria-label={t('signup.people.undoNamed', { name })}>
								{t('signup.people.undo')}
							</Button>
						</Form>
					</li>
				))}
			</ul>
		</section>
	)
}
