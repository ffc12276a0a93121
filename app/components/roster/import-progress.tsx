import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SubmitButton } from '~/components/form/submit-button'
import { LivePage } from '~/components/ui/live-page'
import { TextLink } from '~/components/ui/text-link'
import type { ImportFacts } from '~/domain/roster/import-view'

/** What the job is doing, and the way to stop it. */
export function ImportProgress({ facts }: { facts: ImportFacts }) {
	const { t } = useTranslation('roster')
	const { state, readRows, doneRows, undoneRows, madeRows, counts } = facts
	const all = (counts.new ?? 0) + (counts.update ?? 0)
	const line =
		state === 'applying'
			? t('progress.applying', { done: doneRows, all })
			: state === 'undoing'
				? t('progress.undoing', { count: undoneRows })
				: state === 'reading'
					? t('progress.reading', { count: readRows })
					: t('progress.uploading')
	const [done, most] = state === 'applying' ? [doneRows, all] : state === 'undoing' ? [undoneRows, madeRows] : [0, 0]
	return (
		<section aria-labelledby="progress" className="mb-6 max-w-2xl">
			<LivePage every={2_000} />
			<div role="status">
				<h2 id="progress" className="text-lead font-bold">
					{line}
				</h2>
			</div>
			{most > 0 ? <progress aria-labelledby="progress" value={done} max={most} className="my-2 h-5 w-full" /> : null}
			<p className="text-muted">{t('progress.fresh')}</p>
			<p className="mb-4">
				<TextLink tall to="" reloadDocument>
					{t('progress.reload')}
				</TextLink>
			</p>
			{state === 'undoing' ? null : (
				<Form method="post" reloadDocument>
					{state === 'applying' ? <p className="mb-2">{t('progress.stopHint')}</p> : null}
					<SubmitButton name="intent" value="stop" tone="danger">
						{t(state === 'applying' ? 'progress.stop' : 'progress.cancel')}
					</SubmitButton>
				</Form>
			)}
		</section>
	)
}
