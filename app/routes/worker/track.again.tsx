import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { receiptCookie } from '~/auth/receipt-cookie.server'
import { safePath } from '~/auth/signed-in.server'
import { SendAgain } from '~/components/account/send-again'
import { AskAgain } from '~/components/layout/ask-again'
import type { PageHandle } from '~/components/layout/page-handle'
import { unpacked } from '~/lib/kept-form'
import { openWith } from './track.open.server'

export const handle = { title: 'account:again.title', scripts: false } satisfies PageHandle

/** Opens the request, and gives back what was being written when its receipt was closed. */
export async function action({ request }: ActionFunctionArgs) {
	const form = await request.formData()
	const found = unpacked(form.get('kept'))
	const kept = found && { ...found, to: safePath(found.to, '/track') }
	const opened = await openWith(form)
	if ('reply' in opened) return data({ kept, reply: opened.reply, known: false }, { status: opened.status })
	const headers = { 'Set-Cookie': await receiptCookie(opened.session) }
	if (!kept) throw redirect('/track', { status: 303, headers })
	return data({ kept, reply: undefined, known: true }, { headers })
}

export default function OpenAgainPage() {
	const answer = useActionData<typeof action>()
	if (answer?.known && answer.kept) return <SendAgain kept={answer.kept} />
	return <AskAgain by="receipt" kept={answer?.kept ?? null} reply={answer?.reply} />
}
