import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CandidateList, SharingPromise } from '~/components/filing/candidate-list'
import { SharingFields } from '~/components/filing/sharing-fields'
import { DraftMark } from '~/components/filing/draft-mark'
import { StepFrame } from '~/components/filing/step-frame'
import { ErrorSummary } from '~/components/form/error-summary'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import type { PageHandle } from '~/components/layout/page-handle'
import { Notice } from '~/components/ui/notice'
import { PageTitle } from '~/components/ui/page-title'
import type { Db } from '~/db/db.server'
import { CONSENT_TEXT_VERSION } from '~/domain/consent/consent-ask-state'
import { listCandidates, listOthersNear } from '~/domain/directory/candidates.server'
import { basisOf, clearSharing, type Draft } from '~/domain/requests/filing'
import { SharingSchema } from '~/domain/requests/filing.schema'
import { listCategories } from '~/domain/vocabulary/vocabulary.server'
import type { Locale } from '~/i18n/resources'
import { needNames } from './filing-names.server'
import { showStep, takeStep } from './filing-steps.server'

export const handle = { title: 'filing:sharing.title' } satisfies PageHandle

const candidatesFor = (db: Db, language: Locale, { needs, place, work }: Draft) =>
	listCandidates(db, language, {
		needs: needs?.needs ?? [],
		area: place?.area ?? '',
		sector: work?.sector ?? null,
		platform: work?.platform ?? null,
	})

export const loader = ({ request }: LoaderFunctionArgs) =>
	showStep(request, 'sharing', async (db, { draft, language }) => {
		const nameOf = needNames(await listCategories(db, language))
		const found = await candidatesFor(db, language, draft)
		const ids = found.map(({ id }) => id)
		const others = await listOthersNear(db, language, draft.place?.area ?? '', ids)
		const needs = draft.needs?.needs ?? []
		return {
			candidates: found.map(({ needs: helps, ...one }) => ({ ...one, helpsWith: helps.map(nameOf) })),
			others,
			uncovered: needs
				.filter((need) => need !== 'unsure' && !found.some((one) => one.needs.includes(need)))
				.map(nameOf),
			unsure: needs.includes('unsure'),
			changed: Boolean(draft.sharing?.basis) && draft.sharing?.basis !== basisOf(draft, language),
		}
	})

export const action = ({ request }: ActionFunctionArgs) =>
	takeStep(request, 'sharing', {
		schema: SharingSchema,
		keep: async (db, answers, { draft, language }) => {
			const found = await candidatesFor(db, language, draft)
			const ids = found.map(({ id }) => id)
			return { ...clearSharing(answers, ids), basis: basisOf(draft, language) }
		},
	})

const schema = () => import('~/domain/requests/filing.schema').then(({ SharingSchema }) => SharingSchema)

export default function SharingPage() {
	const { t } = useTranslation(['filing', 'common'])
	const { draft, mark, candidates, others, uncovered, unsure, changed } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(schema, {
		// Nothing of a consent to other organisations is ticked for the person.
		defaultValues: changed ? { excluded: draft.sharing?.excluded } : { ...draft.sharing },
		reply: useActionData<typeof action>(),
	})
	return (
		<StepFrame step="sharing">
			<Form {...formProps}>
				<DraftMark mark={mark} />
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('sharing.lead')}>{t('sharing.title')}</PageTitle>
				{changed ? <Notice tone="wait" title={t('sharing.changed')} /> : null}
				<CandidateList candidates={candidates} uncovered={uncovered} unsure={unsure} />
				<SharingPromise />
				<SharingFields field={field} candidates={candidates} others={others} />
				<p className="mb-4 text-small text-muted">{t('sharing.version', { version: CONSENT_TEXT_VERSION })}</p>
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</StepFrame>
	)
}
