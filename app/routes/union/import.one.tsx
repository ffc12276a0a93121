import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedIn } from '~/auth/signed-in.server'
import type { PageHandle } from '~/components/layout/page-handle'
import { ImportPage } from '~/components/roster/import-page'
import { PageTitle } from '~/components/ui/page-title'
import { asUser, readAs, type Db } from '~/db/db.server'
import { toAppError } from '~/db/errors.server'
import { importChoices } from '~/domain/roster/import-choices.server'
import { ColumnsSchema, TakeOverSchema } from '~/domain/roster/import.schema'
import { ROW_VERDICTS } from '~/domain/roster/import-state'
import { firstVerdict } from '~/domain/roster/import-view'
import {
	listRows,
	mapImport,
	newStations,
	readImport,
	stopImport,
	takeOverImport,
} from '~/domain/roster/imports.server'
import { localeOf } from '~/i18n/i18n.server'
import { formValues, parseForm, type FormReply } from '~/lib/form-data'

export const handle = { title: 'roster:titles.one' } satisfies PageHandle
export const headers = () => ({ 'Cache-Control': 'private, no-store' })

/** One import, whatever it waits for; `?rows=` shows the rows of one verdict. */
export async function loader({ request, params: { organisationId = '', importId = '' } }: LoaderFunctionArgs) {
	const language = await localeOf(request)
	const { searchParams } = new URL(request.url)
	return signedIn(request, (user) =>
		readAs(user, async (db) => {
			const facts = await readImport(db, organisationId, importId)
			const verdict = ROW_VERDICTS.find((one) => one === searchParams.get('rows')) ?? firstVerdict(facts.counts)
			const none = { rows: [], next: null }
			const listed = ['ready', 'applied', 'undone'].includes(facts.state)
			const list = listed ? await listRows(db, language, importId, verdict, searchParams.getAll('after')) : none
			const asking = facts.state === 'ready' || facts.state === 'unmapped'
			const choices = asking ? await importChoices(db, language, organisationId) : { areas: [], sectors: [] }
			const stations =
				facts.state === 'ready' ? await newStations(db, organisationId, importId) : { count: 0, names: [] }
			return { facts, verdict, ...list, choices, stations }
		}),
	)
}

type Answer = { form: 'map' | 'take'; reply: FormReply }

export async function action({ request, params: { organisationId = '', importId = '' } }: ActionFunctionArgs) {
	const form = await request.formData()
	const here = redirect(`/union/${organisationId}/import/${importId}`, 303)
	const step = (work: (db: Db) => Promise<unknown>, changed?: Answer) =>
		signedIn(request, async (user): Promise<Answer> => {
			// in the address stands the union: an import of another one is not there
			await readAs(user, (db) => readImport(db, organisationId, importId))
			try {
				await asUser(user, work)
			} catch (error) {
				if (changed && toAppError(error)?.code === 'conflict') return changed
				throw error
			}
			throw here
		})
	switch (form.get('intent')) {
		case 'map': {
			const parsed = parseForm(form, ColumnsSchema)
			if (!parsed.ok) return data<Answer>({ form: 'map', reply: parsed.reply }, { status: 422 })
			const { field, area, sector } = parsed.data
			return step((db) => mapImport(db, importId, field, area, sector))
		}
		case 'take': {
			const parsed = parseForm(form, TakeOverSchema)
			if (!parsed.ok) return data<Answer>({ form: 'take', reply: parsed.reply }, { status: 422 })
			const { existing = 'update', stations, made, changed } = parsed.data
			const reply: FormReply = { values: formValues(form, TakeOverSchema), errors: { root: 'roster:take.changed' } }
			const asked = { existing, stations, made: Number(made), changed: Number(changed) }
			return step((db) => takeOverImport(db, importId, asked), { form: 'take', reply })
		}
		default:
			return step((db) => stopImport(db, importId))
	}
}

export default function OneImport() {
	const { t } = useTranslation('roster')
	const page = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<PageTitle over={t('titles.import')}>
				<span className="break-all">{page.facts.fileName}</span>
			</PageTitle>
			<ImportPage {...page} answer={answer} />
		</>
	)
}
