import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { signedIn } from '~/auth/signed-in.server'
import { ConfirmStep } from '~/components/drives/confirm-step'
import type { PageHandle } from '~/components/layout/page-handle'
import { asUser, readAs } from '~/db/db.server'
import { closeDrive, readDrive } from '~/domain/drives/drives.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'drives:titles.close' } satisfies PageHandle

export async function loader({ request, params: { organisationId = '', driveId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, async (user) => {
		const { drive, progress } = await readAs(user, (db) => readDrive(db, language, organisationId, driveId))
		const back = `/union/${organisationId}/drives/${driveId}`
		if (drive.state !== 'open' || drive.ending) throw redirect(back)
		return { back, name: drive.name, waiting: progress.waiting }
	})
}

/** Again changes nothing. */
export async function action({ request, params: { organisationId = '', driveId = '' } }: ActionFunctionArgs) {
	return signedIn(request, async (user) => {
		await asUser(user, (db) => closeDrive(db, driveId))
		throw redirect(`/union/${organisationId}/drives/${driveId}?done=closed`, 303)
	})
}

export default function Close() {
	return <ConfirmStep step="close" {...useLoaderData<typeof loader>()} />
}
