import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { NAMESPACES, type MessageKey } from '~/i18n/resources'
import { codeOfStatus } from '~/lib/errors'

/** The kind of an error and the sentence for it: what was thrown with a `messageKey`, else what its status stands for. */
export function explain(error: unknown) {
	if (!isRouteErrorResponse(error)) return { code: 'unexpected', messageKey: 'common:errors.unexpected' } as const
	const code = codeOfStatus(error.status)
	const said = (error.data as { messageKey?: MessageKey } | null)?.messageKey
	return { code, messageKey: said ?? (`common:errors.${code}` as const) }
}

/** Where only staff go: their way on is to their own work, not to a request. */
const STAFF_PAGES = /^\/(desk|operator|staff|union(?!\/(membership|join|card|confirm|benefits)\b)|roles)\b/

/** Where signing in may be the way on: as somebody else, again, or with the account that a used invitation made. */
const MAY_SIGN_IN = new Set(['sessionExpired', 'forbidden', 'expired'])

/** What happened, what to do about it, and where to go. Tells nothing about the inside. */
export function ErrorPage({ error }: { error: unknown }) {
	const { t } = useTranslation(NAMESPACES)
	const { code, messageKey } = explain(error)
	const staff = STAFF_PAGES.test(useLocation().pathname)
	return (
		<>
			<PageTitle>{t(messageKey)}</PageTitle>
			<p className="mb-6">{t(`common:errorHints.${code}`)}</p>
			<p className="mb-6 flex flex-wrap gap-3">
				<LinkButton to={staff ? '/roles' : '/'} tone="primary" reloadDocument>
					{t(staff ? 'common:errorLinks.roles' : 'common:errorLinks.home')}
				</LinkButton>
				{MAY_SIGN_IN.has(code) ? (
					<LinkButton to="/signin" reloadDocument>
						{t('common:errorLinks.signIn')}
					</LinkButton>
				) : null}
				{staff ? null : (
					<LinkButton to="/track" reloadDocument>
						{t('common:errorLinks.track')}
					</LinkButton>
				)}
			</p>
			<p className="text-muted">{t('common:errorHints.help')}</p>
		</>
	)
}
