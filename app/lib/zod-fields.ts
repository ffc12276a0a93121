import * as z from 'zod/mini' // 16 kB less in the browser than `zod`
import type { MessageKey } from '~/i18n/resources'

/** Zod messages are translation keys: one schema serves both languages and both runtimes. */
export const requiredText = (max: number, missing: MessageKey, tooLong: MessageKey) =>
	z.string(missing).check(z.trim(), z.minLength(1, missing), z.maxLength(max, tooLong))

/** A text that may be left empty; blank and absent are both `undefined`. */
export const optionalText = (max: number, tooLong: MessageKey) =>
	optional(z.string().check(z.trim(), z.maxLength(max, tooLong)))

export const oneOf = <const V extends readonly string[]>(values: V, missing: MessageKey) => z.enum(values, missing)

/** A group of checkboxes of which at least one must be ticked. */
export const someOf = <const V extends readonly string[]>(values: V, missing: MessageKey) =>
	z.array(z.enum(values, missing), missing).check(z.minLength(1, missing))

/** A group of checkboxes of which none need be ticked. */
export const anyOf = <const V extends readonly string[]>(values: V, unknown: MessageKey) =>
	z.array(z.enum(values, unknown), unknown)

/** One checkbox that may stay empty: `true` or `false`. Its control posts `yes`. */
export const ticked = () =>
	z.pipe(
		z.optional(z.string()),
		z.transform((value) => value === 'yes'),
	)

/** One checkbox that must be ticked. */
export const mustTick = (missing: MessageKey) => z.literal('yes', missing)

/** A blank box means "not answered", in the browser and in FormData alike. */
export const optional = <S extends z.ZodMiniType>(schema: S) =>
	z.pipe(
		z.transform((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value)),
		z.optional(schema),
	)
