import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import { ErrorSummary } from '~/components/form/error-summary'
import type { PageHandle } from '~/components/layout/page-handle'
import { PlaceChooser } from '~/components/place/place-chooser'
import { PageTitle } from '~/components/ui/page-title'
import { readAs } from '~/db/db.server'
import { listCitiesWithPools } from '~/domain/members/joining.server'
import { readSignUpDesk } from '~/domain/members/sign-up.server'
import { localeOf } from '~/i18n/i18n.server'
import type { MessageKey } from '~/i18n/resources'
import { isPlace, lookForPlace } from '../place-choice.server'
import { morningAddress, seeOther } from './morning.server'

export const handle = { title: 'join:signup.facts.place', scripts: false } satisfies PageHandle

/** Any place there is; the facts that were typed stand in the address and come back with it. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const area = new URL(request.url).searchParams.get('area') ?? undefined
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const { organisationName } = await readSignUpDesk(db, language, organisationId)
			const look = await lookForPlace(db, language, request.url, area, listCitiesWithPools)
			return { organisationName, area: area ?? '', look }
		}),
	)
}

export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const [language, form] = await Promise.all([localeOf(request), request.formData()])
	const area = String(form.get('area') ?? '')
	const { data: found } = await signedIn(request, (user) =>
		readAs(user, async (db) => {
			await readSignUpDesk(db, language, organisationId)
			return { place: await isPlace(db, language, area) }
		}),
	)
	const problem: MessageKey = 'filing:errors.placeMissing'
	if (!found.place) return data({ problem }, { status: 422 })
	const search = new URL(request.url).searchParams
	search.set('area', area)
	return seeOther(`/union/${organisationId}/signup?${morningAddress(search)}`)
}

export default function SignUpPlace() {
	const { t } = useTranslation('join')
	const { organisationName, area, look } = useLoaderData<typeof loader>()
	const reply = useActionData<typeof action>()
	return (
		<div className="max-w-2xl">
			<ErrorSummary problems={reply ? [{ name: 'q', message: reply.problem }] : []} />
			<PageTitle over={organisationName}>{t('signup.facts.place')}</PageTitle>
			<PlaceChooser {...look} now={area} citiesTitle={t('place.served')} />
		</div>
	)
}
