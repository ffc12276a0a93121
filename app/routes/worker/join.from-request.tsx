import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { joinDraft } from '~/auth/join-cookies.server'
import { receiptHolder } from '~/auth/receipt-cookie.server'
import { refusable } from '~/auth/refusals.server'
import { ErrorSummary } from '~/components/form/error-summary'
import { SingleCheckbox } from '~/components/form/single-checkbox'
import { SubmitButton } from '~/components/form/submit-button'
import { useZodForm } from '~/components/form/use-zod-form'
import { JoinPromise } from '~/components/join/join-promise'
import type { PageHandle } from '~/components/layout/page-handle'
import { Card } from '~/components/ui/card'
import { DescriptionList } from '~/components/ui/description-list'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asVisitor, readAs, type ReceiptHolder } from '~/db/db.server'
import { joinPath, type JoinDraft } from '~/domain/members/joining'
import { CopySchema } from '~/domain/members/joining.schema'
import { factsToJoin, saveJoining } from '~/domain/members/joining.server'
import { draftOfFacts } from '~/domain/members/facts-to-join'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { parseForm } from '~/lib/form-data'
import { joiningNames } from './joining-names.server'

export const handle = { title: 'join:copy.metaTitle', scripts: false } satisfies PageHandle

/** What would be taken over from the request, as the draft of an application. */
async function copied(holder: ReceiptHolder): Promise<JoinDraft> {
	const facts = await readAs(holder, factsToJoin)
	if (!facts) throw new AppError('sessionExpired')
	return draftOfFacts(facts)
}

export async function loader({ request }: LoaderFunctionArgs) {
	const [holder, language] = [await receiptHolder(request), await localeOf(request)]
	return refusable(async () => {
		const draft = await copied(holder)
		return { draft, names: await readAs(holder, (db) => joiningNames(db, language, draft)) }
	})
}

/** A new draft with a random id of its own: nothing that is kept joins it to the request. */
export async function action({ request }: ActionFunctionArgs) {
	const holder = await receiptHolder(request)
	const parsed = parseForm(await request.formData(), CopySchema)
	if (!parsed.ok) return data(parsed.reply, { status: 422 })
	return refusable(async () => {
		const draft = await copied(holder)
		const id = randomUUID()
		await asVisitor((db) => saveJoining(db, id, draft))
		return redirect(joinPath('way'), { status: 303, headers: { 'Set-Cookie': await joinDraft.keep(id) } })
	})
}

export default function JoinFromRequest() {
	const { t } = useTranslation(['join', 'filing', 'common', 'track'])
	const { draft, names } = useLoaderData<typeof loader>()
	const { field, formProps, problems } = useZodForm(CopySchema, { reply: useActionData<typeof action>() })
	const { you, work } = draft
	const none = t('filing:check.none')
	const facts = [
		{ term: t('you.name'), value: you?.name ?? none },
		{ term: t('you.phone'), value: you?.phone ?? none },
		{ term: t('filing:check.place'), value: names.place || none },
		{ term: t('filing:check.sector'), value: names.sector ?? none },
		{ term: t('filing:check.platform'), value: names.platform ?? none },
		{
			term: t('filing:check.workingForm'),
			value: work?.workingForm ? t(`filing:work.workingForms.${work.workingForm}`) : none,
		},
	]
	return (
		<>
			<TextLink to="/track" tall>
				{t('track:case.back')}
			</TextLink>
			<Form {...formProps}>
				<ErrorSummary problems={problems} />
				<PageTitle lead={t('copy.lead')}>{t('copy.title')}</PageTitle>
				<Card title={t('copy.what')}>
					<DescriptionList facts={facts} />
				</Card>
				<p className="mb-5">{t('copy.apart')}</p>
				<JoinPromise />
				<SingleCheckbox {...field('copy')} label={t('copy.consent')} hint={t('copy.consentHint')} />
				<SubmitButton>{t('common:actions.continue')}</SubmitButton>
			</Form>
		</>
	)
}
