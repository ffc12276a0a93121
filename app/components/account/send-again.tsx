import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileField } from '~/components/files/file-field'
import { SubmitButton } from '~/components/form/submit-button'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import type { KeptForm } from '~/lib/kept-form'
import { KeptWords } from './kept-words'

/** Known again: the form as it was, to be sent to where it was going. */
export function SendAgain({ kept }: { kept: KeptForm }) {
	const { t } = useTranslation('account')
	return (
		<>
			<PageTitle lead={t('again.sendLead')}>{t('again.sendTitle')}</PageTitle>
			<KeptWords kept={kept} />
			<Form
				method="post"
				action={kept.to}
				reloadDocument
				encType={kept.files ? 'multipart/form-data' : 'application/x-www-form-urlencoded'}
			>
				{kept.fields.map(([name, value], place) => (
					<input key={place} type="hidden" name={name} value={value} />
				))}
				{kept.files ? <FileField reply={undefined} hint={t('again.files')} /> : null}
				<SubmitButton>{t('again.send')}</SubmitButton>
			</Form>
			<p className="mt-4">
				<TextLink to={kept.to} reloadDocument tall>
					{t('again.drop')}
				</TextLink>
			</p>
		</>
	)
}
