import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation, useMatches, type ShouldRevalidateFunction } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { StaffFrame } from '~/components/layout/staff-frame'
import { readAs } from '~/db/db.server'
import { listMyRoles, readMyName, type MyRole } from '~/domain/organisations/roles.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { frame: 'staff' } satisfies PageHandle

/** Everything behind sign-in stands in this frame: who I am here, and where else I may go. Each page checks its own rights. */
export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const [roles, name] = await Promise.all([listMyRoles(db, language), readMyName(db)])
			return { roles, name }
		}),
	)
}

/** Who I am does not change from page to page: it is read again when something was sent. Rights are each page's own. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formMethod, defaultShouldRevalidate }) =>
	formMethod !== undefined && formMethod !== 'GET' && defaultShouldRevalidate

const WORK: Record<string, MyRole['role'][]> = {
	desk: ['caseworker', 'manager'],
	staff: ['manager', 'administrator'],
	operator: ['triager', 'administrator'],
	union: ['officer', 'liaison', 'analyst', 'administrator'],
}

/** Which of my roles this page is about: by its address, and by the organisation that the page says it is of. */
function useCurrentRole(roles: MyRole[]): MyRole | null {
	const { pathname } = useLocation()
	const said = useMatches().map(({ params, data }) => params.organisationId ?? (data as Page | null)?.organisationId)
	const organisationId = said.findLast((id) => id !== undefined)
	const fitting = roles.filter(({ role }) => WORK[pathname.split('/')[1] ?? '']?.includes(role))
	return fitting.find((role) => role.organisationId === organisationId) ?? fitting[0] ?? roles[0] ?? null
}
type Page = { organisationId?: string }

export default function Staff() {
	const { t } = useTranslation('desk')
	const { roles, name } = useLoaderData<typeof loader>()
	const { pathname } = useLocation()
	const current = useCurrentRole(roles)
	const here = new Set(roles.filter((role) => role.organisationId === current?.organisationId).map(({ role }) => role))
	const has = (...wanted: MyRole['role'][]) => wanted.some((role) => here.has(role))
	const navigation = [
		{ show: has('caseworker', 'manager'), to: `/desk/${current?.organisationId}`, label: t('nav.desk') },
		{ show: has('triager'), to: '/operator', label: t('nav.operator') },
		{ show: has('administrator'), to: '/operator/fairness', label: t('nav.fairness') },
		{ show: has('administrator'), to: '/union/enrolment', label: t('nav.figures') },
		{ show: has('administrator'), to: '/operator/figures', label: t('nav.republish') },
		{ show: has('manager', 'administrator'), to: `/staff/${current?.organisationId}`, label: t('nav.staff') },
		{ show: has('officer', 'liaison', 'analyst'), to: '/union', label: t('nav.union') },
		{ show: roles.length > 1, to: '/roles', label: t('nav.roles') },
	]
	const shown = navigation.filter(({ show }) => show)
	// the innermost of those above this page; a page about a case stands under none, but in the same area
	const innermost =
		shown.findLast(({ to }) => pathname === to || pathname.startsWith(`${to}/`)) ??
		shown.find(({ to }) => to.split('/')[1] === pathname.split('/')[1])
	return (
		<StaffFrame
			roles={roles}
			current={current}
			navigation={shown.map(({ to, label }) => ({ to, label, here: to === innermost?.to }))}
			personName={name ?? undefined}
		>
			<Outlet />
		</StaffFrame>
	)
}
