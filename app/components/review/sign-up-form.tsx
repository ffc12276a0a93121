import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/components/form/error-summary'
import { TextField } from '~/components/form/text-field'
import { useZodForm } from '~/components/form/use-zod-form'
import { Button, LinkButton } from '~/components/ui/button'
import { Notice } from '~/components/ui/notice'
import { SignUpSchema } from '~/domain/members/sign-up.schema'
import type { FormReply } from '~/lib/form-data'
import { useSendOrSay } from './send-or-say'

export type KnownNumber = 'member_here' | 'member_elsewhere' | 'waiting_here' | 'waiting_elsewhere'
type Props = {
	/** Made with the page: what is sent twice is one person. */ applicationId: string
	here: string
	reply: (FormReply & { known?: KnownNumber }) | undefined
}

/** Name and number, Enter, and the next one. The focus stands on the name whenever the page has come. */
export function SignUpForm({ applicationId, here, reply }: Props) {
	const { t } = useTranslation('join')
	const { field, formProps, problems } = useZodForm(SignUpSchema, { defaultValues: { applicationId }, reply })
	const { sending, failed, onSubmit } = useSendOrSay(formProps.onSubmit, (form) => {
		return `${here}&saved=${String(new FormData(form).get('applicationId'))}`
	})
	const known = reply?.known
	const more = [field('idNumber'), field('email')].some(({ defaultValue, error }) => defaultValue || error)
	const quiet = { autoComplete: 'off', spellCheck: false } as const
	return (
		<Form {...formProps} action={here} onSubmit={onSubmit} className="mb-6">
			{/* What the enter key presses: the first button of a form, which else would save a number that is known. */}
			<button hidden tabIndex={-1} aria-hidden="true" />
			<ErrorSummary problems={problems} />
			{failed ? (
				<div role="alert">
					<Notice tone="danger" title={t('signup.people.notSaved')}>
						{t('signup.people.notSavedHint')}
					</Notice>
				</div>
			) : null}
			{known ? (
				// eslint-disable-next-line jsx-a11y/no-autofocus -- without JavaScript this is the one way to bring people to the question
				<div role="alert" tabIndex={-1} autoFocus>
					<Notice tone="wait" title={t(`signup.known.${known}`)}>
						<p className="mb-3">{t('signup.known.text')}</p>
						<p className="flex flex-wrap gap-3">
							<Button name="knowing" value="yes">
								{t('signup.known.anyway')}
							</Button>
							<LinkButton to={here} reloadDocument>
								{t('signup.known.next')}
							</LinkButton>
						</p>
					</Notice>
				</div>
			) : null}
			<input type="hidden" name="applicationId" value={field('applicationId').defaultValue} />
			<TextField
				{...field('name')}
				label={t('signup.people.name')}
				{...quiet}
				// eslint-disable-next-line jsx-a11y/no-autofocus -- fifty people in a row: the next name is typed at once
				autoFocus={problems.length === 0 && !known}
			/>
			<TextField {...field('phone')} label={t('signup.people.phone')} type="tel" inputMode="tel" {...quiet} />
			<details open={more} className="mb-5">
				<summary className="min-h-11 py-2 font-bold text-accent">{t('signup.people.more')}</summary>
				<TextField
					{...field('idNumber')}
					label={t('signup.people.id')}
					hint={t('signup.people.idHint')}
					optional
					autoCapitalize="characters"
					{...quiet}
				/>
				<TextField
					{...field('email')}
					label={t('signup.people.email')}
					optional
					type="email"
					inputMode="email"
					autoCapitalize="none"
					{...quiet}
				/>
			</details>
			<button className="button button-primary" aria-busy={sending || undefined}>
				{t(sending ? 'signup.people.saving' : 'signup.people.save')}
			</button>
		</Form>
	)
}
