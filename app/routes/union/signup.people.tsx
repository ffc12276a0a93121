import { randomUUID } from 'node:crypto'
import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { receiptCodeOf, receiptHash } from '~/auth/receipt-code.server'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { SignUpPage } from '~/components/review/sign-up-page'
import { asUser, readAs } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { MorningSchema, SignUpSchema } from '~/domain/members/sign-up.schema'
import { mySignUps, readSignUpDesk, signUp, undoSignUp, type Known } from '~/domain/members/sign-up.server'
import { areaPath, listSectors } from '~/domain/vocabulary/vocabulary.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'
import { morningAddress, needsStation, seeOther } from './morning.server'

export const handle = { title: 'join:signup.title' } satisfies PageHandle

const LAST = 10
const factsIn = (search: URLSearchParams) => MorningSchema.safeParse(Object.fromEntries(search))

/** One person after the other. The code is made from the application's id and shown to whoever typed it in, on the day. */
export async function loader({ request, params: { organisationId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const search = new URL(request.url).searchParams
	const facts = factsIn(search)
	const address = morningAddress(search)
	if (!facts.success) throw seeOther(`/union/${organisationId}/signup?${address}`)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const desk = await readSignUpDesk(db, language, organisationId)
			if (needsStation(desk, facts.data)) throw seeOther(`/union/${organisationId}/signup?${address}`)
			const rows = await mySignUps(db, organisationId, LAST)
			const sector = (await listSectors(db, language)).find(({ code }) => code === facts.data.sector)
			const place = (await areaPath(db, language, facts.data.area)).at(-1)
			return {
				...{ organisationId, desk, address, applicationId: randomUUID() },
				setting: [place?.name, sector?.name].filter((name) => name !== undefined),
				count: rows[0]?.ofAll ?? 0,
				last: rows.map((row) => ({ ...row, code: receiptCodeOf(row.applicationId) })),
				saved: search.get('saved'),
				undone: search.get('undone'),
			}
		}),
	)
}

type Reply = FormReply & { known?: Known }

/** Saves one person and is ready for the next; `undo` takes one back. Sent twice it is one. */
export async function action({ request, params: { organisationId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const search = new URL(request.url).searchParams
	const address = morningAddress(search)
	const here = `/union/${organisationId}/signup/people?${address}`
	const facts = factsIn(search)
	if (!facts.success) return seeOther(`/union/${organisationId}/signup?${address}`)
	const undo = form.get('undo')
	if (typeof undo === 'string') {
		await signedIn(request, async (user) => {
			try {
				await asUser(user, (db) => undoSignUp(db, undo))
			} catch (error) {
				if (toAppError(error)?.code !== 'conflict') throw error
				throw seeOther(`${here}&undone=late`)
			}
			return null
		})
		return seeOther(`${here}&undone=yes`)
	}
	const parsed = parseForm(form, SignUpSchema)
	if (!parsed.ok) return data<Reply>(parsed.reply, { status: 422 })
	const person = parsed.data
	const codeHash = receiptHash(receiptCodeOf(person.applicationId))
	const { data: answer } = await signedIn(request, async (user) => ({
		outcome: await asUser(user, (db) => signUp(db, { union: organisationId, morning: facts.data, person, codeHash })),
	}))
	if (answer.outcome === 'saved') return seeOther(`${here}&saved=${person.applicationId}`)
	return data<Reply>({ values: formValues(form, SignUpSchema), errors: {}, known: answer.outcome }, { status: 422 })
}

export default function SignUpPeople() {
	return <SignUpPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
