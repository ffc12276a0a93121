import { Suspense, lazy } from 'react'
import type { FormReply } from '~/lib/form-data'
import type { KeptForm } from '~/lib/kept-form'

/** Forms with a check: error pages are on every page, which need not load them for that. */
const SignInAgain = lazy(async () => ({ default: (await import('~/components/account/sign-in-again')).SignInAgain }))
const OpenAgain = lazy(async () => ({ default: (await import('~/components/tracking/open-again')).OpenAgain }))

type Props = { by: 'account' | 'receipt'; kept: KeptForm | null; reply?: FormReply }

/** Asks who it is when a session was over in the middle of writing; what was written goes along. */
export const AskAgain = ({ by, ...form }: Props) => (
	<Suspense>{by === 'receipt' ? <OpenAgain {...form} /> : <SignInAgain {...form} />}</Suspense>
)
