import { useTranslation } from 'react-i18next'
import { TextField } from '~/components/form/text-field'
import type { useZodForm } from '~/components/form/use-zod-form'
import type { OpenReceiptSchema } from '~/domain/tracking/open-receipt.schema'

type Props = { field: ReturnType<typeof useZodForm<typeof OpenReceiptSchema>>['field'] }

/** Reference and receipt code. No browser keeps them for the next person. */
export function OpenFields({ field }: Props) {
	const { t } = useTranslation('track')
	return (
		<>
			<TextField
				{...field('reference')}
				label={t('open.reference')}
				hint={t('open.referenceHint')}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
			/>
			<TextField
				{...field('code')}
				label={t('open.code')}
				hint={t('open.codeHint')}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
			/>
		</>
	)
}
