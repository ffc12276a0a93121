import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '~/components/ui/icon'
import { LanguageSwitch } from './language-switch'
import { Logo } from './logo'
import { QuickExit } from './quick-exit'

/** One thing a person may do for one organisation. `role` is a key of `cases:roles`; `to` is where that work happens. */
export type HeldRole = {
	role: 'caseworker' | 'manager' | 'officer' | 'liaison' | 'analyst' | 'triager' | 'directory_editor' | 'administrator'
	organisationName: string
	to: string
}
/** `here`: the page belongs to this item, also where its address does not begin with the item's. */
type NavigationItem = { to: string; label: ReactNode; here: boolean }
type Props = { roles: HeldRole[]; current: HeldRole | null; navigation?: NavigationItem[]; personName?: string }

/** Where staff are, as whom, and the other places they may go. The role switch opens without a script. */
export function StaffHeader({ roles, current, navigation = [], personName }: Props) {
	const { t } = useTranslation('common')
	return (
		<header className="border-b border-line bg-card print:hidden">
			<div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-3 gap-y-1 md:gap-x-5 px-4 py-2">
				<Logo to={current?.to ?? '/roles'} />
				{navigation.length > 0 ? (
					<nav aria-label={t('layout.navigation')} className="order-3 w-full md:order-none md:w-auto">
						<ul className="flex flex-wrap gap-x-4">
							{navigation.map(({ to, label, here }) => (
								<li key={to}>
									<Link to={to} className="tab" aria-current={here ? 'page' : undefined}>
										{label}
									</Link>
								</li>
							))}
						</ul>
					</nav>
				) : null}
				<div className="order-2 w-full md:order-none md:ml-auto md:w-auto">
					{current ? <RoleMenu roles={roles} current={current} personName={personName} /> : <SignOut />}
				</div>
				<div className="ml-auto flex items-center gap-x-3 md:ml-0">
					<LanguageSwitch />
					<QuickExit />
				</div>
			</div>
		</header>
	)
}

function RoleMenu({ roles, current, personName }: { roles: HeldRole[]; current: HeldRole; personName?: string }) {
	const { t } = useTranslation(['common', 'cases'])
	const others = roles.filter(({ to, role }) => to !== current.to || role !== current.role)
	return (
		<details className="relative">
			<summary className="flex min-h-11 items-center gap-2 text-small">
				<Icon name="people" />
				<span>
					<span className="sr-only">{t('layout.currentRole')} </span>
					{personName ? `${personName} · ` : null}
					<b>{t(`cases:roles.${current.role}`)}</b> · {current.organisationName}
				</span>
				<Icon name="next" className="size-4 rotate-90" />
			</summary>
			<div className="absolute left-0 z-10 w-72 md:right-0 md:left-auto max-w-[90vw] rounded-card border border-control bg-card p-4">
				{others.length > 0 ? <p className="font-bold">{t('layout.staffMenu')}</p> : null}
				<ul>
					{others.map(({ role, organisationName, to }) => (
						<li key={`${to} ${role}`}>
							<Link to={to} className="link inline-flex min-h-11 items-center">
								{t(`cases:roles.${role}`)} · {organisationName}
							</Link>
						</li>
					))}
				</ul>
				<SignOut />
			</div>
		</details>
	)
}

function SignOut() {
	const { t } = useTranslation('common')
	return (
		<Form method="post" action="/signout" reloadDocument data-forget="">
			<button className="link min-h-11">{t('layout.signOut')}</button>
		</Form>
	)
}
