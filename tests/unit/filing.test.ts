import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	basisOf,
	clearContact,
	clearSharing,
	completeFiling,
	detour,
	firstUnanswered,
	recipientsOf,
	type Draft,
} from '~/domain/requests/filing'
import { STEPS, withNeed } from '~/domain/requests/steps'
import {
	ContactSchema,
	NeedsSchema,
	PlaceSchema,
	SharingSchema,
	StorySchema,
	WorkSchema,
} from '~/domain/requests/filing.schema'
import { normalPhone } from '~/domain/requests/phone'
import { newReference } from '~/domain/requests/reference.server'

const [A, B, C] = [
	'11111111-1111-4111-8111-111111111111',
	'22222222-2222-4222-8222-222222222222',
	'33333333-3333-4333-8333-333333333333',
] as const

const reasons = (
	schema:
		| typeof StorySchema
		| typeof NeedsSchema
		| typeof PlaceSchema
		| typeof WorkSchema
		| typeof ContactSchema
		| typeof SharingSchema,
	answers: unknown,
) => {
	const result = schema.safeParse(answers)
	const found: Record<string, string> = {}
	for (const { path, message } of result.error?.issues ?? []) found[String(path[0])] ??= message
	return found
}

const whole = (): Draft => {
	const draft: Draft = {
		story: { danger: 'no', story: '站点五月没结工资' },
		needs: { needs: ['labour.unpaid_wages'], urgency: 'soon' },
		place: { area: '330105' },
		work: { sector: 'delivery', platform: undefined, workingForm: 'crowd' },
		contact: { name: undefined, reachBy: ['here'], phone: undefined, email: undefined, reachTimes: [] },
		sharing: { shown: [A, B], mode: 'any_of_these', ticked: [], fields: 'story', deskMayRead: 'yes', excluded: [] },
	}
	draft.sharing!.basis = basisOf(draft, 'zh-CN')
	return draft
}

test.each([
	['138 0013 8000', '13800138000'],
	['138-0013-8000', '13800138000'],
	['+86 138 0013 8000', '13800138000'],
	['0086-13800138000', '13800138000'],
	['8613800138000', '13800138000'],
	['１３８００１３８０００', '13800138000'],
	['0571-8888 6666', '057188886666'],
	['(0571) 88886666', '057188886666'],
	['+44 20 7946 0958', '+442079460958'],
	['1380013800', null],
	['138001380001', null],
	['12345', null],
	['zero', null],
	['', null],
])('a number typed as %s is dialled as %s', (typed, dialled) => expect(normalPhone(typed)).toBe(dialled))

test('a number that was made normal stays as it is, and the database takes it', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+- ()８') }), (typed) => {
			const number = normalPhone(typed)
			if (number === null) return
			expect(number).toMatch(/^\+?[0-9]{7,15}$/)
			expect(normalPhone(number)).toBe(number)
		}),
	)
})

test('a reference has the form that the database asks for', () => {
	for (let i = 0; i < 200; i++) expect(newReference()).toMatch(/^T-[2-9A-HJ-NP-Z]{8}$/)
})

test('danger asks for nothing else; without danger a story is needed', () => {
	expect(reasons(StorySchema, { danger: 'yes', story: '' })).toEqual({})
	expect(reasons(StorySchema, { danger: 'no', story: '  ' })).toEqual({ story: 'filing:errors.storyMissing' })
	expect(reasons(StorySchema, { story: 'x'.repeat(5001) })).toEqual({
		danger: 'filing:errors.dangerMissing',
		story: 'filing:errors.storyTooLong',
	})
	expect(reasons(StorySchema, {})).toEqual({
		danger: 'filing:errors.dangerMissing',
		story: 'filing:errors.storyMissing',
	})
})

test('every other page names each thing that is missing', () => {
	expect(reasons(NeedsSchema, { needs: [] })).toEqual({
		needs: 'filing:errors.needsMissing',
		urgency: 'filing:errors.urgencyMissing',
	})
	expect(reasons(PlaceSchema, {})).toEqual({ area: 'filing:errors.placeMissing' })
	expect(reasons(WorkSchema, { platform: '' })).toEqual({
		sector: 'filing:errors.sectorMissing',
		workingForm: 'filing:errors.workingFormMissing',
	})
})

test('a way of being reached needs its address, another does not', () => {
	const contact = (answers: object) => reasons(ContactSchema, { reachTimes: [], reachBy: [], ...answers })
	expect(contact({})).toEqual({ reachBy: 'filing:errors.reachByMissing' })
	expect(contact({ reachBy: ['phone', 'email'] })).toEqual({
		phone: 'filing:errors.phoneMissing',
		email: 'filing:errors.emailMissing',
	})
	expect(contact({ reachBy: ['phone', 'email'], phone: '12', email: 'me' })).toEqual({
		phone: 'filing:errors.phoneFormat',
		email: 'filing:errors.emailFormat',
	})
	expect(contact({ reachBy: ['here'], phone: 'nonsense', email: 'nonsense' })).toEqual({})
	expect(contact({ reachBy: ['phone'], phone: '+86 138 0013 8000' })).toEqual({})
})

test('what is not wanted any more is not kept', () => {
	expect(
		clearContact({ reachBy: ['here'], phone: '13800138000', email: 'a@b.cn', name: '王', reachTimes: ['noon'] }),
	).toEqual({ reachBy: ['here'], phone: undefined, email: undefined, name: '王', reachTimes: [] })
	expect(clearContact({ reachBy: ['phone'], phone: '138 0013 8000', reachTimes: ['noon'] })).toMatchObject({
		phone: '13800138000',
		reachTimes: ['noon'],
	})
})

test('consent is asked for in full, and a tick for somebody excluded is no tick', () => {
	const sharing = (answers: object) =>
		reasons(SharingSchema, { shown: [A, B], ticked: [], excluded: [], deskMayRead: 'no', fields: 'story', ...answers })
	expect(sharing({ fields: undefined, deskMayRead: undefined })).toEqual({
		mode: 'filing:errors.modeMissing',
		deskMayRead: 'filing:errors.deskMissing',
	})
	expect(sharing({ mode: 'any_of_these', fields: undefined })).toEqual({ fields: 'filing:errors.fieldsMissing' })
	expect(sharing({ mode: 'ask_first', fields: undefined })).toEqual({})
	expect(sharing({ mode: 'only_ticked' })).toEqual({ ticked: 'filing:errors.tickedMissing' })
	expect(sharing({ mode: 'only_ticked', ticked: [A], excluded: [A] })).toEqual({ ticked: 'filing:errors.allExcluded' })
	expect(sharing({ mode: 'only_ticked', ticked: [A, B], excluded: [A] })).toEqual({})
})

const ids = fc.subarray<string>([A, B, C])
test('whatever is posted: nobody is agreed to who is excluded, was not shown or is no candidate', () => {
	fc.assert(
		fc.property(
			ids,
			ids,
			ids,
			ids,
			fc.constantFrom('any_of_these', 'only_ticked', 'ask_first' as const),
			(shown, ticked, excluded, candidates, mode) => {
				const kept = clearSharing({ shown, ticked, excluded, mode, fields: 'story', deskMayRead: 'no' }, candidates)
				const agreed = recipientsOf(kept)
				expect(agreed.filter((id) => excluded.includes(id) || !shown.includes(id) || !candidates.includes(id))).toEqual(
					[],
				)
				if (mode === 'only_ticked') expect(agreed.every((id) => ticked.includes(id))).toBe(true)
				if (mode === 'ask_first') expect(agreed).toEqual([])
				if (kept.shown.length === 0) expect(kept.mode).toBe('ask_first')
			},
		),
	)
})

test('the first open question is the first page without a good answer', () => {
	expect(firstUnanswered({}, 'zh-CN')).toBe('story')
	expect(firstUnanswered({ story: { story: 'hurt' } }, 'zh-CN')).toBe('story') // somebody was in danger
	expect(firstUnanswered({ story: { danger: 'yes', story: 'hurt' } }, 'zh-CN')).toBe('story')
	for (const step of STEPS) {
		const draft = whole()
		if (step !== 'check') delete draft[step]
		expect(firstUnanswered(draft, 'zh-CN')).toBe(step)
	}
	expect(detour({}, 'check', 'zh-CN')).toBe('story')
	expect(detour(whole(), 'check', 'zh-CN')).toBe(null)
	expect(detour(whole(), 'needs', 'zh-CN')).toBe(null)
})

test('a consent fits only the needs, the place and the language it was given for', () => {
	expect(firstUnanswered(whole(), 'en')).toBe('sharing')
	expect(firstUnanswered({ ...whole(), place: { area: '330106' } }, 'zh-CN')).toBe('sharing')
	const draft = whole()
	draft.needs = { needs: ['labour.unpaid_wages', 'legal.other'], urgency: 'soon' }
	expect(completeFiling(draft, 'zh-CN')).toBe(null)
})

test('the whole draft becomes what the database files', () => {
	expect(completeFiling(whole(), 'zh-CN')).toEqual({
		story: '站点五月没结工资',
		needs: ['labour.unpaid_wages'],
		urgency: 'soon',
		area: '330105',
		sector: 'delivery',
		platform: null,
		workingForm: 'crowd',
		contact: { name: null, phone: null, email: null, reachBy: ['here'], reachTimes: [] },
		consentMode: 'any_of_these',
		recipients: [A, B],
		excluded: [],
		fields: ['story'],
		deskMayRead: true,
		textVersion: '2026-11',
	})
})

test('a need named in a link goes along, and nothing that is no need', () => {
	const at = (search: string) => `http://app.test/requests/new${search}`
	expect(withNeed('/requests/new/story', at('?need=medical.mutual_aid'))).toBe(
		'/requests/new/story?need=medical.mutual_aid',
	)
	expect(withNeed('/requests/new/story?lost=1', at('?need=unsure'))).toBe('/requests/new/story?lost=1&need=unsure')
	for (const search of ['', '?need=', '?need=%2F%2Felsewhere.example', '?need=a.b.c', '?need=a%26b', '?other=labour'])
		expect([search, withNeed('/requests/new/story', at(search))]).toEqual([search, '/requests/new/story'])
})
