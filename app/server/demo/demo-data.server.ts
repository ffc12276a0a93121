import { readFileSync } from 'node:fs'
import { z } from 'zod'

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

const after = z.number().default(0.1) // hours since the step before
const Step = z.discriminatedUnion('do', [
	z.strictObject({
		do: z.enum(['route', 'accept', 'story', 'contact', 'withdraw', 'escalate', 'withdrawConsent', 'lapse']),
		after,
	}),
	z.strictObject({ do: z.enum(['write', 'note', 'reply']), after, text: z.string() }),
	z.strictObject({ do: z.enum(['decline', 'return', 'closeByDesk']), after, code: z.string() }),
	z.strictObject({ do: z.literal('wait'), after, for: z.enum(['worker', 'authority']), days: z.int() }),
	z.strictObject({ do: z.literal('propose'), after, outcome: z.record(z.string(), z.union([z.string(), z.number()])) }),
	z.strictObject({ do: z.literal('confirm'), after, rating: z.int(), comment: z.string().nullable() }),
	z.strictObject({ do: z.literal('dispute'), after, reason: z.string() }),
])
const DemoRequest = z.strictObject({
	reference: z.string(),
	account: z.boolean(),
	language: z.enum(['zh-CN', 'en']),
	story: z.string(),
	needs: z.array(z.string()),
	urgency: z.enum(['today', 'soon', 'normal']),
	area: z.string(),
	sector: z.string(),
	platform: z.string().nullable(),
	workingForm: z.string(),
	contact: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
	mode: z.enum(['any_of_these', 'only_ticked', 'ask_first']),
	fields: z.array(z.string()),
	deskMayRead: z.boolean(),
	excluded: z.array(z.string()),
	steps: z.array(Step),
})
export type DemoOrganisation = z.output<typeof Organisation>
export type DemoRequest = z.output<typeof DemoRequest>
export type DemoStep = z.output<typeof Step>

const read = <S extends z.ZodType>(file: string, schema: S): z.output<S> =>
	schema.parse(JSON.parse(readFileSync(`supabase/demo/${file}`, 'utf8')))

/** One invented city. The files are data: who wants another city writes other files. */
export const readOrganisations = () => read('organisations.json', z.array(Organisation))
export const readRequests = () => read('requests.json', z.array(DemoRequest))
