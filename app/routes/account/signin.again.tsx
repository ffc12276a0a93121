import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { safePath } from '~/auth/signed-in.server'
import { SendAgain } from '~/components/account/send-again'
import { AskAgain } from '~/components/layout/ask-again'
import type { PageHandle } from '~/components/layout/page-handle'
import { unpacked } from '~/lib/kept-form'
import { homeOf } from './home.server'
import { takeSignIn } from './signin.server'

export const handle = { title: 'account:again.title' } satisfies PageHandle

/** Signs in, and gives back what was being written when the session was over. No loader: it would send away whoever is signed in. */
export async function action({ request }: ActionFunctionArgs) {
	const form = await request.formData()
	const found = unpacked(form.get('kept'))
	const kept = found && { ...found, to: safePath(found.to, '/') }
	const taken = await takeSignIn(request, form)
	if ('reply' in taken) return data({ kept, reply: taken.reply, known: false }, { status: taken.status })
	const { headers, userId } = taken
	if (!kept) throw redirect(await homeOf(userId), { status: 303, headers })
	return data({ kept, reply: undefined, known: true }, { headers })
}

export default function SignInAgainPage() {
	const answer = useActionData<typeof action>()
	if (answer?.known && answer.kept) return <SendAgain kept={answer.kept} />
	return <AskAgain by="account" kept={answer?.kept ?? null} reply={answer?.reply} />
}
