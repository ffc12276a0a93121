import { useLocation } from '@remix-run/react'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { useId, useMemo, useRef, useState, type FormEvent } from 'react'
import { useForm, type Resolver, type UseFormRegisterReturn } from 'react-hook-form'
import type * as z from 'zod/mini'
import type { MessageKey } from '~/i18n/resources'
import { WHOLE_FORM, formValues, type FormReply, type FormValues } from '~/lib/form-data'

/** What a control of the kit takes: spread `{...field('story')}`. */
export type Field<V extends string | string[] = string> = UseFormRegisterReturn & {
	defaultValue: V | undefined
	error: MessageKey | undefined
}
export type Problem = { name: string; message: MessageKey }

type Names<I, V> = { [K in keyof I & string]: NonNullable<I[K]> extends V ? K : never }[keyof I & string]
type ListName<I> = Names<I, readonly unknown[]>
type TextName<I> = Exclude<keyof I & string, ListName<I>>
type Defaults<I> = { [K in TextName<I>]?: string | undefined } & { [K in ListName<I>]?: string[] | undefined }

/** The first message in the error of one field; a list keeps one for each of its items. */
function messageOf(error: unknown): MessageKey | undefined {
	if (typeof error !== 'object' || error === null) return undefined
	if ('message' in error && typeof error.message === 'string') return error.message as MessageKey
	return Object.values(error).map(messageOf).find(Boolean)
}

/**
 * Another address than the page's own: when the network dies on the way, a browser's page about it takes the place of an
 * entry of the same address, and Back would lead past what was typed.
 */
const sending = (search: string) => (/[?&]sent\b/.test(search) ? search : `${search}${search ? '&' : '?'}sent`)

/**
 * A plain form that the browser checks first and the server always checks, with one schema.
 *
 *     const { field, formProps, problems } = useZodForm(Schema, { defaultValues, reply: useActionData<typeof action>() })
 *     <Form {...formProps}> <ErrorSummary problems={problems} /> <TextField {...field('name')} label={…} /> …
 *
 * Answers that pass are sent by the browser itself, as without JavaScript: a dead network then shows the browser's own
 * page, and going back finds every answer. A submit button with `formNoValidate` (back, save for later) skips the check.
 */
export function useZodForm<S extends z.ZodMiniObject>(
	schema: S,
	options: { defaultValues?: Defaults<z.input<S>>; reply: FormReply | undefined },
) {
	const { reply } = options
	const { search } = useLocation()
	const element = useRef<HTMLFormElement | null>(null)
	const passed = useRef(false)
	const errors = useMemo(() => {
		const entries = Object.entries(reply?.errors ?? {})
		return Object.fromEntries(entries.map(([name, message]) => [name, { type: 'server', message }]))
	}, [reply])
	const resolver = useMemo<Resolver<FormValues>>(() => {
		const check = standardSchemaResolver(schema as unknown as z.ZodMiniType<FormValues, FormValues>)
		// What the form really holds, read as the server will read it: boxes, radios and hidden inputs come out the same.
		return (known, context, settings) =>
			check(element.current ? formValues(new FormData(element.current), schema) : known, context, settings)
	}, [schema])
	const defaultValues: FormValues = {}
	for (const [name, value] of Object.entries({ ...options.defaultValues, ...reply?.values })) {
		if (value !== undefined) defaultValues[name] = value as string | string[]
	}
	const id = useId()
	// Whoever was quicker than our scripts has answered already: what the page holds counts, not what the server printed.
	const [answered] = useState(() => {
		if (typeof document === 'undefined') return null
		const printed = document.getElementById(id)
		return printed instanceof HTMLFormElement ? formValues(new FormData(printed), schema) : null
	})
	const form = useForm<FormValues>({
		resolver,
		defaultValues: answered ?? defaultValues,
		errors,
		mode: 'onSubmit',
		reValidateMode: 'onSubmit',
		shouldFocusError: false, // the error summary takes focus
	})

	const found = form.formState.errors
	const problems = useMemo<Problem[]>(
		() =>
			Object.entries(found).map(([name, error]) => ({
				name,
				message: messageOf(error) ?? 'common:errorHints.invalid',
			})),
		[found],
	)

	function onSubmit(event: FormEvent<HTMLFormElement>) {
		const target = event.currentTarget // gone once the check has been awaited
		const { submitter } = event.nativeEvent as SubmitEvent
		if (passed.current || (submitter && 'formNoValidate' in submitter && submitter.formNoValidate)) return
		event.preventDefault()
		element.current = target
		if (!navigator.onLine) return form.setError(WHOLE_FORM, { type: 'offline', message: 'common:form.offline' })
		void form.handleSubmit(() => {
			// Later, because a form ignores being submitted while it still tells its listeners of the first time.
			setTimeout(() => {
				passed.current = true
				target.requestSubmit(submitter)
				passed.current = false
			})
		})()
	}

	/** Props for one field. `defaultValue`, since `register` prints no value on the server. */
	function field(name: ListName<z.input<S>>): Field<string[]>
	function field(name: TextName<z.input<S>>): Field
	function field(name: string): Field | Field<string[]> {
		return {
			...form.register(name),
			defaultValue: defaultValues[name] as string | undefined,
			error: problems.find((problem) => problem.name === name)?.message,
		}
	}

	return {
		problems,
		field,
		/** The answer as it stands, for questions that depend on it. Without JavaScript every question shows. */
		watch: (name: keyof z.input<S> & string) => form.watch(name),
		formProps: {
			id,
			method: 'post' as const,
			action: sending(search),
			noValidate: true,
			reloadDocument: true,
			onSubmit,
		},
	}
}
