import { useTranslation } from 'react-i18next'
import { packed, writtenIn, type KeptForm } from '~/lib/kept-form'

/** What somebody wrote and could not send yet. */
export function KeptWords({ kept }: { kept: KeptForm }) {
	const { t } = useTranslation('account')
	return (
		<section aria-labelledby="kept" className="mb-6 rounded-card border border-line bg-card p-4">
			<h2 id="kept" className="mb-1 font-bold">
				{t('again.kept')}
			</h2>
			{writtenIn(kept).map((words, place) => (
				<p key={place} className="mt-2 whitespace-pre-line">
					{words}
				</p>
			))}
		</section>
	)
}

/** Carries it through the form that asks who it is. */
export const KeptField = ({ kept }: { kept: KeptForm | null }) =>
	kept ? <input type="hidden" name="kept" value={packed(kept)} /> : null
