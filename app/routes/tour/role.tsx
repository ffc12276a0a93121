import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { receiptCookie } from '~/auth/receipt-cookie.server'
import { receiptHash } from '~/auth/receipt-code.server'
import { refusable } from '~/auth/refusals.server'
import { findAccount, signIn } from '~/auth/sign-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { PersonCard } from '~/components/tour/person-card'
import { StepList } from '~/components/tour/step-list'
import { LinkButton } from '~/components/ui/button'
import { PageTitle } from '~/components/ui/page-title'
import { TextLink } from '~/components/ui/text-link'
import { asVisitor, readAs } from '~/db/db.server'
import { DEMO_PASSWORD, DEMO_RECEIPT } from '~/domain/tour/demo-account'
import { findStep } from '~/domain/tour/find-step.server'
import type { Step } from '~/domain/tour/steps'
import { findTour } from '~/domain/tour/tour.server'
import { openReceipt } from '~/domain/tracking/receipts.server'
import { localeOf } from '~/i18n/i18n.server'

export const handle = { title: 'home:tour.titleOf', scripts: false } satisfies PageHandle

const tourOf = async (request: Request, role: string | undefined) => {
	const language = await localeOf(request)
	return refusable(async () => findTour(language, role))
}
/** All as the same person, so in one transaction. */
const find = (userId: string, steps: Step[]) =>
	readAs({ role: 'authenticated', sub: userId }, (db) => Promise.all(steps.map((step) => findStep(db, step))))

/** For the person of the tour, signed in, every step is a link to the very page; which cases that are is asked as that person. */
export async function loader({ request, params }: LoaderFunctionArgs) {
	const { steps, ...tour } = await tourOf(request, params.role)
	const { account, headers } = await findAccount(request)
	const userId = account?.email === tour.email ? account.userId : null
	const found = userId
		? await find(
				userId,
				steps.map(({ step }) => step),
			)
		: null
	const shown = steps.map(({ key, step, words }, index) => {
		const receipt = 'receipt' in step ? step.receipt : null
		const free = Object.keys(step).length === 1 // nothing but a page: for everybody
		const to = free ? step.to : receipt ? null : (found?.[index] ?? null)
		return { key, ...words, to, receipt }
	})
	return data({ ...tour, steps: shown, signedIn: userId !== null, password: DEMO_PASSWORD }, { headers })
}

/** Signs in the ordinary way as the person of the tour, or opens a demo request with its receipt, and goes on to the step. */
export async function action({ request, params }: ActionFunctionArgs) {
	const { role, email, steps } = await tourOf(request, params.role)
	const wanted = (await request.formData()).get('step')
	const step = steps.find(({ key }) => key === wanted)?.step
	if (step && 'receipt' in step) {
		const hash = receiptHash(DEMO_RECEIPT.code)
		const { receiptSession } = await asVisitor((db) => openReceipt(db, step.receipt, hash))
		if (receiptSession === null) return redirect(`/track?reference=${step.receipt}`, 303)
		return redirect(step.to, { status: 303, headers: { 'Set-Cookie': await receiptCookie(receiptSession) } })
	}
	const answer = await refusable(() => signIn(request, email, DEMO_PASSWORD))
	if (answer.outcome !== 'in')
		return redirect(`/signin?redirectTo=/tour/${role}`, { status: 303, headers: answer.headers })
	const [to] = step ? await find(answer.userId, [step]) : []
	return redirect(to ?? `/tour/${role}`, { status: 303, headers: answer.headers })
}

export default function Role() {
	const { labels, name, who, wants, email, password, signedIn, steps, next } = useLoaderData<typeof loader>()
	const all = (
		<TextLink to="/tour" tall>
			{labels.allTours}
		</TextLink>
	)
	return (
		<>
			<PageTitle over={all}>{name}</PageTitle>
			<PersonCard {...{ labels, who, wants, email, password, signedIn }} />
			<h2 className="mb-4 text-lead font-bold">{labels.steps}</h2>
			<StepList labels={labels} steps={steps} />
			<LinkButton to={`/tour/${next.role}`} reloadDocument>
				{labels.next} {next.name}
			</LinkButton>
		</>
	)
}
