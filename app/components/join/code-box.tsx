import { useTranslation } from 'react-i18next'

/** The two that open an application again, to be read, selected or printed. */
export function CodeBox({ reference, code }: { reference: string; code: string }) {
	const { t } = useTranslation('join')
	return (
		<dl className="mb-6 rounded-card border-2 border-accent bg-card p-4 text-center print:break-inside-avoid">
			<dt className="text-muted">{t('receipt.reference')}</dt>
			<dd className="mb-3 font-mono text-lead font-bold select-all">{reference}</dd>
			<dt className="text-muted">{t('receipt.code')}</dt>
			<dd className="font-mono text-title font-bold break-keep select-all">{code}</dd>
		</dl>
	)
}
