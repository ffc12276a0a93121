import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'
import type { SentFile } from '~/domain/attachments/attachment'
import type { Locale } from '~/i18n/resources'
import { formatSize } from '~/lib/format'

/** Name and size of each file, each a link that opens it beside this page. Nothing when there are none. */
export function FileList({ files, label }: { files: SentFile[]; label: string }) {
	const { i18n } = useTranslation()
	if (files.length === 0) return null
	return (
		<ul aria-label={label} className="mt-1">
			{files.map(({ id, name, size }) => (
				<li key={id}>
					<a
						href={`/files/${id}`}
						target="_blank"
						rel="noreferrer"
						className="link inline-flex min-h-11 max-w-full items-center gap-2"
					>
						<Icon name="document" />
						<span className="min-w-0 break-words">{name}</span>
						<span className="shrink-0 text-small">{formatSize(size, i18n.language as Locale)}</span>
					</a>
				</li>
			))}
		</ul>
	)
}
