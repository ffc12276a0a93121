import { isRouteErrorResponse, useLocation } from '@remix-run/react'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { useAnyText } from '~/i18n/any-text'
import type { MessageKey } from '~/i18n/resources'
import { codeOfStatus } from '~/lib/errors'
import type { KeptForm } from '~/lib/kept-form'
import { AskAgain } from './ask-again'

/** What a browser throws when its request reaches nobody. */
const unreached = (error: unknown) =>
	typeof document !== 'undefined' && error instanceof TypeError && /fetch|network|load failed/i.test(error.message)

/** The kind of an error and the sentence for it: what was thrown with a `messageKey`, else what its status stands for. */
export function explain(error: unknown) {
	if (!isRouteErrorResponse(error)) {
		const code = unreached(error) ? 'unavailable' : 'unexpected'
		return { code, messageKey: `common:errors.${code}` } as const
	}
	const code = codeOfStatus(error.status)
	const said = (error.data as { messageKey?: MessageKey } | null)?.messageKey
	return { code, messageKey: said ?? (`common:errors.${code}` as const) }
}

/** Where only staff go: their way on is to their own work, not to a request. */
const STAFF_PAGES = /^\/(desk|operator|staff|union(?!\/(membership|join|card|verify|confirm|benefits)\b)|roles)\b/

/** After these nothing was taken: what was typed stays with the browser, for when somebody comes back to the page. */
const NOT_SENT = new Set(['unexpected', 'unavailable', 'tooMany', 'tooLarge', 'invalid'])

/** Where signing in may be the way on: as somebody else, again, or with the account that a used invitation made. */
const MAY_SIGN_IN = new Set(['sessionExpired', 'forbidden', 'expired'])

type Typed = { kept?: KeptForm; by?: 'account' | 'receipt' }

/** What happened, what to do about it, and where to go. Tells nothing about the inside. */
export function ErrorPage({ error }: { error: unknown }) {
	const t = useAnyText()
	const { code, messageKey } = explain(error)
	const staff = STAFF_PAGES.test(useLocation().pathname)
	const typed = isRouteErrorResponse(error) ? (error.data as Typed | null) : null
	if (typed?.kept) return <AskAgain by={typed.by ?? 'account'} kept={typed.kept} />
	return (
		<div data-not-sent={NOT_SENT.has(code) ? '' : undefined}>
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
		</div>
	)
}
