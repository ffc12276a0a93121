import * as z from 'zod/mini'

/** A form that could not be taken because whoever sent it is not known any more. It goes back to the browser and lies nowhere else. */
export type KeptForm = {
	/** Where it was sent: a path of this site. */ to: string
	fields: [name: string, value: string][]
	/** It could bring files, which have to be chosen again. */ files: boolean
}

const Kept = z.object({
	to: z.string(),
	fields: z.array(z.tuple([z.string(), z.string()])),
	files: z.boolean(),
})

/** What people write themselves. Everything else that a form holds is a code, an id, a date or a number. */
const WRITTEN = new Set(['message', 'note', 'body', 'reason', 'comment'])
const isCode = (value: string) => /^[a-z0-9_.-]*$/.test(value)

/** Somebody's own words in it, in their order. */
export const writtenIn = ({ fields }: KeptForm): string[] =>
	fields
		.filter(([name, value]) => value.trim() !== '' && (WRITTEN.has(name) || !isCode(value)))
		.map(([, value]) => value)

/** As one hidden field carries it through signing in. */
export const packed = (kept: KeptForm) => JSON.stringify(kept)

/** Null for what is none. `to` is as somebody sent it: look at it before leading there. */
export function unpacked(text: unknown): KeptForm | null {
	if (typeof text !== 'string' || text === '') return null
	try {
		const result = Kept.safeParse(JSON.parse(text))
		return result.success ? result.data : null
	} catch {
		return null
	}
}
