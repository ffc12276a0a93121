import { expect, test } from 'vitest'
import { z } from 'zod'
import { readSettings, settingsFor, SettingsError, startEnv, webEnv } from '~/env.server'

const said = (work: () => unknown) => {
	try {
		work()
	} catch (error) {
		if (error instanceof SettingsError) return error.message
		throw error
	}
	return null
}
const withEnv = (changes: Record<string, string>, work: () => unknown) => {
	const before = { ...process.env }
	Object.assign(process.env, changes)
	try {
		return work()
	} finally {
		process.env = before
	}
}

test('one sentence names every setting that is missing or wrong, and no value', () => {
	const sentence = withEnv({ DATABASE_URL: 'mysql://secret@host/x', COOKIE_SECRET: 'short', SUPABASE_URL: '' }, () =>
		said(webEnv),
	)
	expect(sentence).toBe(
		'Check the settings: COOKIE_SECRET needs at least 32 characters; DATABASE_URL is not an address like postgres://login:password@host:5432/name; SUPABASE_URL is missing.',
	)
	expect(sentence).not.toContain('secret@host')
})

test('an empty setting counts as missing, a missing one that has a default takes it', () => {
	const Sample = z.object({ NAME: z.string('is missing'), COUNT: z.coerce.number().default(3) })
	expect(said(() => readSettings(Sample, { NAME: ' ' }))).toBe('Check the settings: NAME is missing.')
	expect(readSettings(Sample, { NAME: 'a', COUNT: '' })).toEqual({ NAME: 'a', COUNT: 3 })
})

test('a port that is none is told', () => {
	expect(withEnv({ PORT: 'abc' }, () => said(startEnv))).toBe('Check the settings: PORT is not a number.')
	expect(withEnv({ PORT: '99999' }, () => said(startEnv))).toBe('Check the settings: PORT is above 65535.')
})

test('what only the start can know is never taken from the environment', () => {
	const outside = { MAILBOX_DIR: '/somewhere', DEMO_LOADED: 'yes', PORT: '4000' }
	expect(withEnv(outside, () => settingsFor('web'))).toMatchObject({ PORT: '4000' })
	for (const part of ['web', 'worker'] as const)
		expect(Object.keys(withEnv(outside, () => settingsFor(part)) as object)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/MAILBOX_DIR|DEMO_LOADED/)]),
		)
})
