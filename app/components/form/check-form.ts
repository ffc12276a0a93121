import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { createFormControl } from 'react-hook-form'
import * as z from 'zod/mini'
import type { MessageKey } from '~/i18n/resources'
import { formValues, type FormValues } from '~/lib/form-data'
import type { Problem } from './use-zod-form'

z.config({ jitless: true }) // zod would try `new Function`, which our content security policy reports

/** The first message in the error of one field; a list keeps one for each of its items. */
function messageOf(error: unknown): MessageKey | undefined {
	if (typeof error !== 'object' || error === null) return undefined
	if ('message' in error && typeof error.message === 'string') return error.message as MessageKey
	return Object.values(error).map(messageOf).find(Boolean)
}

/**
 * What is wrong with what a form holds, read as the server will read it, so that boxes, radios and hidden inputs come out
 * the same. In a file of its own: it is fetched only for those who answer.
 */
export async function checkForm(form: HTMLFormElement, schema: z.ZodMiniObject): Promise<Problem[]> {
	const check = standardSchemaResolver(schema as unknown as z.ZodMiniType<FormValues, FormValues>)
	const { handleSubmit } = createFormControl<FormValues>({
		resolver: (_known, context, settings) => check(formValues(new FormData(form), schema), context, settings),
		shouldFocusError: false, // the error summary takes focus
	})
	let problems: Problem[] = []
	const refuse = (errors: object) => {
		problems = Object.entries(errors).map(([name, error]) => {
			return { name, message: messageOf(error) ?? 'common:errorHints.invalid' }
		})
	}
	await handleSubmit(() => {}, refuse)()
	return problems
}
