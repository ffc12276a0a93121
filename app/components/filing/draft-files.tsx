import { useTranslation } from 'react-i18next'
import { FileField } from '~/components/files/file-field'
import { Button } from '~/components/ui/button'
import { MOST_FILES, type SentFile, type WithRefused } from '~/domain/attachments/attachment'
import type { Locale } from '~/i18n/resources'
import { formatSize } from '~/lib/format'

/** Part of the first page's form: what is attached already, each with its end, and more. Both buttons keep what is typed. */
export function DraftFiles({ files, reply }: { files: SentFile[]; reply: WithRefused | undefined }) {
	const { t, i18n } = useTranslation('files')
	const full = files.length >= MOST_FILES
	return (
		<>
			{files.length > 0 ? (
				<section aria-labelledby="attached" className="mb-6">
					<h2 id="attached" className="font-bold">
						{t('attached')}
					</h2>
					<ul className="divide-y divide-line">
						{files.map(({ id, name, size }) => (
							<li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
								<span className="min-w-0 break-words">
									{name} <span className="text-small text-muted">{formatSize(size, i18n.language as Locale)}</span>
								</span>
								<Button name="remove" value={id} formNoValidate aria-label={t('remove', { name })}>
									{t('removeShort')}
								</Button>
							</li>
						))}
					</ul>
				</section>
			) : null}
			{full && !reply?.refused ? null : (
				<>
					<FileField reply={reply} most={MOST_FILES - files.length} hint={t('storyHint')} />
					<p className="-mt-3 mb-6">
						<Button name="intent" value="add" formNoValidate>
							{t('add')}
						</Button>
					</p>
				</>
			)}
		</>
	)
}
