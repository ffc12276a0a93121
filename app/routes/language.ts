import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { rememberLocale } from '~/i18n/i18n.server'

/** Keeps the chosen language and goes back to the page it was chosen on, never to another site. */
export async function action({ request }: ActionFunctionArgs) {
	const form = await request.formData()
	const cookie = await rememberLocale(request, form.get('locale'))
	return redirect(ownPath(form.get('returnTo')), { headers: cookie ? { 'Set-Cookie': cookie } : {} })
}

/** Somebody who opens this address by hand lands on the start page. */
export const loader = () => redirect('/')

function ownPath(returnTo: unknown) {
	const here = 'http://here.invalid'
	if (typeof returnTo !== 'string' || !returnTo.startsWith('/') || !URL.canParse(returnTo, here)) return '/'
	const url = new URL(returnTo, here)
	if (url.origin !== here || url.pathname.startsWith('//')) return '/'
	url.searchParams.delete('lng') // or it would win over the choice
	return url.pathname + url.search
}
