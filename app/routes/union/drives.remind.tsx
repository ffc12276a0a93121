import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '~/auth/signed-in.server'
import { ConfirmStep } from '~/components/drives/confirm-step'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { remindDrive, readDrive } from '~/domain/drives/drives.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'drives:titles.remind' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', driveId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const { drive, progress } = await readAs(user, (db) => readDrive(db, language, organisationId, driveId))
		const back = `/union/${organisationId}/drives/${driveId}`
		const nobody = progress.table.waiting.email === 0
		if (drive.state !== 'open' || drive.ending || drive.remindedAt || nobody) throw redirect(back)
		return { back, name: drive.name, waiting: progress.table.waiting.email }
	})
}

/** Again changes nothing. */
export async function action({ request, params: { organisationId = '', driveId = '' } }: ActionFunctionArgs) {
	return signedIn(request, async (user) => {
		await asUser(user, (db) => remindDrive(db, driveId))
		throw redirect(`/union/${organisationId}/drives/${driveId}?done=reminded`, 303)
	})
}

export default function Remind() {
	return <ConfirmStep step="remind" {...useLoaderData<typeof loader>()} />
}
