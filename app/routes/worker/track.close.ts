import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { forgetRequests } from './forget.server'

export const loader = () => redirect('/track')

/** The request is closed on this device; whoever has its code opens it again. */
export const action = async ({ request }: ActionFunctionArgs) =>
	redirect('/track?done=closed', { status: 303, headers: await forgetRequests(request) })
