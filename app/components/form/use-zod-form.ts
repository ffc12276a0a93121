import { useLocation } from '@remix-run/react'
import { useEffect, useId, useMemo, useRef, useState, type FormEvent } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import type * as z from 'zod/mini'
import type { MessageKey } from '~/i18n/resources'
import { WHOLE_FORM, type FormReply, type FormValues } from '~/lib/form-data'

/** What a control of the kit takes: spread `{...field('story')}`. */
export type Field<V extends string | string[] = string> = Pick<UseFormRegisterReturn, 'name'> & {
	defaultValue: V | undefined
	error: MessageKey | undefined
}
export type Problem = { name: string; message: MessageKey }

type Names<I, V> = { [K in keyof I & string]: NonNullable<I[K]> extends V ? K : never }[keyof I & string]
type ListName<I> = Names<I, readonly unknown[]>
type TextName<I> = Exclude<keyof I & string, ListName<I>>
type Defaults<I> = { [K in TextName<I>]?: string | undefined } & { [K in ListName<I>]?: string[] | undefined }

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
 * Where what checks does not arrive, the server checks alone. A page that has to be light gives its schema as `() => import(…)`.
 */
export function useZodForm<S extends z.ZodMiniObject>(
	schema: S | (() => Promise<S>),
	options: { defaultValues?: Defaults<z.input<S>>; reply: FormReply | undefined },
) {
	const { reply } = options
	const { search } = useLocation()
	const id = useId()
	const passed = useRef(false)
	const [found, setFound] = useState<{ after: FormReply | undefined; problems: Problem[] } | null>(null)
	const replied = useMemo(
		() => Object.entries(reply?.errors ?? {}).map(([name, message]): Problem => ({ name, message })),
		[reply],
	)
	const problems = found && found.after === reply ? found.problems : replied
	const defaultValues: FormValues = {}
	for (const [name, value] of Object.entries({ ...options.defaultValues, ...reply?.values })) {
		if (value !== undefined) defaultValues[name] = value as string | string[]
	}

	const watched = useRef(new Set<string>())
	const [answers, setAnswers] = useState<Record<string, FormDataEntryValue | null>>({})
	const read = (form: HTMLFormElement) => {
		if (watched.current.size === 0) return
		const data = new FormData(form)
		setAnswers(Object.fromEntries([...watched.current].map((name) => [name, data.get(name)])))
	}
	// Whoever was quicker than our scripts has answered already.
	useEffect(() => {
		const form = document.getElementById(id)
		if (form instanceof HTMLFormElement) read(form)
	}, [id])

	/** Fetched when somebody begins to answer, and once. */
	const ready = () => Promise.all([import('./check-form'), typeof schema === 'function' ? schema() : schema])

	async function onSubmit(event: FormEvent<HTMLFormElement>) {
		const target = event.currentTarget // gone once the check has been awaited
		const { submitter } = event.nativeEvent as SubmitEvent
		if (passed.current || (submitter && 'formNoValidate' in submitter && submitter.formNoValidate)) return
		event.preventDefault()
		const say = (problems: Problem[]) => setFound({ after: reply, problems })
		if (!navigator.onLine) return say([{ name: WHOLE_FORM, message: 'common:form.offline' }])
		const problems = await ready().then(
			([{ checkForm }, known]) => checkForm(target, known),
			() => [],
		)
		if (problems.length > 0) return say(problems)
		// Later, because a form ignores being submitted while it still tells its listeners of the first time.
		setTimeout(() => {
			passed.current = true
			target.requestSubmit(submitter)
			passed.current = false
		})
	}

	/** Props for one field. */
	function field(name: ListName<z.input<S>>): Field<string[]>
	function field(name: TextName<z.input<S>>): Field
	function field(name: string): Field | Field<string[]> {
		return {
			name,
			defaultValue: defaultValues[name] as string | undefined,
			error: problems.find((problem) => problem.name === name)?.message,
		}
	}

	return {
		problems,
		field,
		/** The answer as it stands, for questions that depend on it. Without JavaScript every question shows. */
		watch: (name: TextName<z.input<S>>) => {
			watched.current.add(name)
			const answer = answers[name] ?? defaultValues[name]
			return typeof answer === 'string' ? answer : undefined
		},
		formProps: {
			id,
			method: 'post' as const,
			action: sending(search),
			noValidate: true,
			reloadDocument: true,
			onSubmit,
			onFocus: () => void ready().catch(() => {}),
			onChange: (event: FormEvent<HTMLFormElement>) => read(event.currentTarget),
		},
	}
}
