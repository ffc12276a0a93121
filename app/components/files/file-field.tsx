import { useState, type ChangeEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FieldFrame, describe } from '~/components/form/field-frame'
import {
	FILE_LIMIT,
	FILE_MEGABYTES,
	FILE_TYPES,
	MOST_FILES,
	type RefusedFile,
	type WithRefused,
} from '~/domain/attachments/attachment'

type Props = { reply: WithRefused | undefined; /** Further words below the hint. */ hint?: ReactNode; most?: number }

/** Chooses files for a form with `encType="multipart/form-data"`. Size and number are looked at as they are chosen, the rest by the server. */
export function FileField({ reply, hint, most = MOST_FILES }: Props) {
	const { t } = useTranslation('files')
	const [found, setFound] = useState<RefusedFile[] | null>(null)
	const error = found ? undefined : reply?.errors.files
	const refused = found ?? reply?.refused ?? []
	const described = describe('files', true, error)
	const look = ({ currentTarget }: ChangeEvent<HTMLInputElement>) =>
		setFound(
			[...(currentTarget.files ?? [])].flatMap(({ name, size }, place): RefusedFile[] =>
				size > FILE_LIMIT ? [{ name, reason: 'too_large' }] : place >= most ? [{ name, reason: 'too_many' }] : [],
			),
		)
	return (
		<FieldFrame
			name="files"
			label={t('label')}
			hint={
				<>
					{t('hint', { most: MOST_FILES, size: FILE_MEGABYTES })}
					{hint ? <span className="block">{hint}</span> : null}
				</>
			}
			optional
			error={error}
		>
			<div role="status">{refused.length > 0 ? <Refused refused={refused} /> : null}</div>
			<input
				type="file"
				id="files"
				name="files"
				multiple
				accept={FILE_TYPES.join(',')}
				{...described}
				onChange={look}
				className="control"
			/>
		</FieldFrame>
	)
}

function Refused({ refused }: { refused: RefusedFile[] }) {
	const { t } = useTranslation('files')
	return (
		<div className="mb-3 rounded-card border border-danger bg-danger-soft p-3">
			<p className="font-bold text-danger">{t('refusedTitle')}</p>
			<ul className="my-2 list-disc space-y-1 pl-5 break-words">
				{refused.map(({ name, reason }, place) => (
					<li key={place}>{t(`refused.${reason}`, { name, most: MOST_FILES, size: FILE_MEGABYTES })}</li>
				))}
			</ul>
			<p>{t('again')}</p>
		</div>
	)
}
