import type * as z from 'zod/mini'
import type { MessageKey } from '~/i18n/resources'

/** Answers as a form holds them: one text, or several for a group of checkboxes. */
export type FormValues = Record<string, string | string[]>

/** What an action returns (status 422) when the answers cannot be accepted: all of them, kept, and one reason per field. */
export type FormReply = { values: FormValues; errors: Record<string, MessageKey> }

/** The name under which a reason stands that belongs to no single field, such as a wrong pair of e-mail and password. */
export const WHOLE_FORM = 'root'

/** Look through optional, default, nullable and pipes, to what the field really holds. */
function isList(field: unknown): boolean {
	const def = (field as { _zod?: { def?: Record<string, unknown> } } | undefined)?._zod?.def
	if (!def) return false
	if (def.type === 'array' || def.type === 'set') return true
	return [def.innerType, def.in, def.out].some(isList)
}

/**
 * The answers in a form, also for a refusal found only later (a wrong password): `{ values: formValues(…), errors }` is a reply.
 * Fields that the schema calls arrays come as arrays, with none, one or many answers;
 * of any other field the last answer counts. Files are left out, and so is the sign 0, which the database keeps in no text.
 */
export function formValues(formData: FormData, schema: z.ZodMiniObject): FormValues {
	const shape: Record<string, unknown> = schema._zod.def.shape
	const lists = Object.keys(shape).filter((name) => isList(shape[name]))
	const values: FormValues = Object.fromEntries(lists.map((name) => [name, [] as string[]]))
	for (const [name, given] of formData) {
		if (typeof given !== 'string') continue
		const value = given.replaceAll('\0', '')
		const list = lists.includes(name) ? values[name] : undefined
		if (Array.isArray(list)) list.push(value)
		else values[name] = value
	}
	return values
}

/** Check posted answers with the schema the browser used. A field missing from the form is `undefined` for the schema. */
export function parseForm<S extends z.ZodMiniObject>(
	formData: FormData,
	schema: S,
): { ok: true; data: z.output<S> } | { ok: false; reply: FormReply } {
	const values = formValues(formData, schema)
	const result = schema.safeParse(values)
	if (result.success) return { ok: true, data: result.data }
	const errors: FormReply['errors'] = {}
	for (const issue of result.error.issues) errors[String(issue.path[0] ?? WHOLE_FORM)] ??= issue.message as MessageKey
	return { ok: false, reply: { values, errors } }
}
