import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Locale } from '~/i18n/resources'
import type { Random } from './random'

const inBoth = z.strictObject({ 'zh-CN': z.array(z.string()), en: z.array(z.string()) })
const names = z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) })
const Words = z.strictObject({
	surnames: z.array(z.string()),
	given: z.array(z.string()),
	openings: inBoth,
	stories: z.record(z.string(), inBoth),
	wishes: inBoth,
	staffWrites: inBoth,
	workerWrites: inBoth,
	notes: z.array(z.string()),
	outcomes: z.record(z.string(), z.string()),
	comments: z.array(z.string()),
	disputes: z.array(z.string()),
	organisations: z.record(z.string(), names),
})
export type Words = z.output<typeof Words>

/** What invented people are called and what they write. */
export const readWords = () => Words.parse(JSON.parse(readFileSync('supabase/load/words.json', 'utf8')))

export const aName = (words: Words, random: Random) => random.pick(words.surnames) + random.pick(words.given)

/** Three to five sentences about a group of needs, with figures in them, so that hardly two are the same. */
export function aStory(words: Words, random: Random, group: string, language: Locale, platform: string): string {
	const sentences = [
		random.pick(words.openings[language]),
		random.pick(words.stories[group]![language]),
		...(random.chance(0.3) ? [random.pick(words.stories[group]![language])] : []),
		random.pick(words.wishes[language]),
	]
	return [...new Set(sentences)]
		.join(language === 'en' ? ' ' : '')
		.replaceAll('{platform}', platform)
		.replaceAll('{n}', () => String(random.whole(3, 28)))
		.replaceAll('{money}', () => String(random.whole(3, 160) * 50))
}
