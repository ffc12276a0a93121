import type { LoaderFunctionArgs } from '@remix-run/node'
import { signedIn } from '~/auth/signed-in.server'
import { TEMPLATE_NAME, templateFile } from '~/domain/roster/export-lines.server'
import { localeOf } from '~/i18n/i18n.server'
import { download } from '../download.server'

/** An empty list to fill in, in the language of the page; nothing of anybody is in it. */
export async function loader({ request }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const format = new URL(request.url).searchParams.get('format') === 'xlsx' ? 'xlsx' : 'csv'
	const { init } = await signedIn(request, async () => null)
	return download(format, TEMPLATE_NAME[language], templateFile(format, language), init?.headers)
}
