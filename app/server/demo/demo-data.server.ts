import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FOLDER = 'supabase/demo'

const Organisation = z.strictObject({
	key: z.string(),
	kind: z.enum(['agency', 'union']),
	parent: z.string().optional(),
	area: z.string(),
	zh: z.string(),
	en: z.string(),
	aboutZh: z.string(),
	aboutEn: z.string(),
	services: z.array(
		z.strictObject({
			zh: z.string(),
			en: z.string(),
			categories: z.array(z.string()),
			areas: z.array(z.string()),
			sectors: z.array(z.string()).default([]),
			platforms: z.array(z.string()).default([]),
			languages: z.array(z.string()).default(['zh-CN']),
			papers: z.array(z.string()).default([]),
			capacity: z.int().nullable().default(null),
			hours: z.array(z.tuple([z.string(), z.string(), z.string()])),
		}),
	),
})

const files = z.record(z.string(), z.string()).default({}) // the name it is given: a file of supabase/demo/files
/** Hours since the step before, and which of the request's cases it is about, in the order of its needs. */
const any = { after: z.number().default(0.1), of: z.int().default(0) }
/** `by` is a key of people.ts; left out, whoever works the case. */
const staff = { ...any, by: z.string().optional() }
const Step = z.discriminatedUnion('do', [
	z.strictObject({
		do: z.enum(['route', 'withdraw', 'escalate', 'withdrawConsent', 'agree', 'refuse', 'reopen', 'lapse', 'purge']),
		...any,
	}),
	z.strictObject({ do: z.enum(['accept', 'story', 'contact', 'resume']), ...staff }),
	z.strictObject({ do: z.literal('write'), ...staff, text: z.string(), files }),
	z.strictObject({ do: z.literal('reply'), ...any, text: z.string(), files }),
	z.strictObject({ do: z.literal('note'), ...staff, text: z.string() }),
	z.strictObject({ do: z.enum(['decline', 'return', 'categorise', 'closeByDesk']), ...staff, code: z.string() }),
	z.strictObject({ do: z.literal('assign'), ...staff, to: z.string().nullable() }),
	z.strictObject({ do: z.literal('offer'), ...staff, to: z.string(), hours: z.int() }),
	z.strictObject({ do: z.literal('wait'), ...staff, for: z.enum(['worker', 'authority']), days: z.int() }),
	z.strictObject({
		do: z.literal('propose'),
		...staff,
		outcome: z.record(z.string(), z.union([z.string(), z.number()])),
	}),
	z.strictObject({ do: z.literal('confirm'), ...any, rating: z.int(), comment: z.string().nullable() }),
	z.strictObject({ do: z.literal('dispute'), ...any, reason: z.string() }),
])
const DemoRequest = z.strictObject({
	reference: z.string(),
	account: z.boolean().default(false),
	language: z.enum(['zh-CN', 'en']).default('zh-CN'),
	story: z.string(),
	needs: z.array(z.string()),
	urgency: z.enum(['today', 'soon', 'normal']),
	area: z.string(),
	sector: z.string(),
	platform: z.string().nullable().default(null),
	workingForm: z.string(),
	contact: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
	mode: z.enum(['any_of_these', 'only_ticked', 'ask_first']).default('any_of_these'),
	/** With `only_ticked`: these organisations and no others. */
	only: z.array(z.string()).optional(),
	fields: z.array(z.string()).default(['story', 'contact']),
	deskMayRead: z.boolean().default(true),
	excluded: z.array(z.string()).default([]),
	files,
	steps: z.array(Step),
	/** Hours between the last step and now. */
	ago: z.number().default(0.5),
})
export type DemoOrganisation = z.output<typeof Organisation>
export type DemoRequest = z.output<typeof DemoRequest>
export type DemoStep = z.output<typeof Step>

const read = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
	schema.parse(JSON.parse(readFileSync(join(FOLDER, file), 'utf8')))

/** One invented city. The files are data: who wants another city writes other files. */
export const readOrganisations = () => read('organisations.json', z.array(Organisation))
/** In the order of their references, whichever file they stand in. */
export const readRequests = () =>
	readdirSync(join(FOLDER, 'requests'))
		.flatMap((file) => read(join('requests', file), z.array(DemoRequest)))
		.sort((a, b) => (a.reference < b.reference ? -1 : 1))
