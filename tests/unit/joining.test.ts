import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sortTicked, type Double } from '~/domain/members/application-doubles'
import { draftOfFacts } from '~/domain/members/facts-to-join'
import {
	JOIN_STEPS,
	basisOfUnion,
	completeJoining,
	firstOpen,
	joinDetour,
	shownDraft,
	stepsOf,
	type JoinDraft,
} from '~/domain/members/joining'
import { JoinWorkSchema, WishSchema, YouSchema } from '~/domain/members/joining.schema'
import { ApproveSchema } from '~/domain/members/review.schema'
import { MorningSchema } from '~/domain/members/sign-up.schema'
import { keptOfId, phoneHash } from '~/domain/members/person-hashes.server'

const UNION = '4be892b8-6bf9-4e94-be2f-b86a0cf5cbec'
const EMPLOYER = '3cb0bb24-4567-4ace-a4bc-7e4053a61f58'
const ID = '11010519491231002X'
const place: JoinDraft = { way: { way: 'residence' }, place: { area: '330106' } }
const whole: JoinDraft = {
	...place,
	union: { union: UNION, ...basisOfUnion(place) },
	work: { sector: 'delivery', workingForm: 'crowd', union: UNION },
	you: { name: '周小满', phone: '+86 138 0013 8000', birthYear: '1990', ...keptOfId(ID) },
}

describe('the pages of joining', () => {
	test('an employer is asked for only where it has a union; a page opens once all before it are answered', () => {
		expect(stepsOf(whole)).toEqual(['way', 'place', 'union', 'work', 'you', 'check'])
		expect(stepsOf({ way: { way: 'employer' } })).toEqual(JOIN_STEPS)
		expect(firstOpen({})).toBe('way')
		expect(firstOpen(whole)).toBe('check')
		expect(JOIN_STEPS.map((step) => joinDetour({}, step))).toEqual([null, ...Array<string>(6).fill('way')])
		expect(JOIN_STEPS.map((step) => joinDetour(whole, step))).toEqual([null, 'check', ...Array<null>(5).fill(null)])
		expect(joinDetour(place, 'you')).toBe('union')
	})

	test('with another place, way or employer the union is asked for again, and with another union the station', () => {
		expect(firstOpen({ ...whole, place: { area: '330105' } })).toBe('union')
		expect(firstOpen({ ...whole, way: { way: 'hukou' } })).toBe('union')
		expect(firstOpen({ ...whole, way: { way: 'employer' } })).toBe('employer')
		expect(firstOpen({ ...whole, way: { way: 'employer' }, employer: { employer: EMPLOYER } })).toBe('union')
		// an employer that was chosen and left again counts no more
		expect(firstOpen({ ...whole, employer: { employer: EMPLOYER } })).toBe('check')
		expect(firstOpen({ ...whole, union: { ...whole.union, union: EMPLOYER } })).toBe('work')
	})

	test('only a whole draft is sent, as the database wants it', () => {
		expect(completeJoining(whole, 'zh-CN')).toMatchObject({
			union: UNION,
			joining: {
				...{ way: 'pool', basis: 'residence', employer: null, area: '330106', platform: null, station: null },
				...{ phone: '13800138000', birthYear: 1990, idLastFour: '002X', language: 'zh-CN', from: null },
			},
		})
		const employed: JoinDraft = { ...whole, way: { way: 'employer' }, employer: { employer: EMPLOYER } }
		employed.union = { union: UNION, ...basisOfUnion(employed) }
		expect(completeJoining(employed, 'en')!.joining).toMatchObject({ way: 'employer', basis: null, employer: EMPLOYER })
		for (const step of ['way', 'place', 'union', 'work', 'you'] as const)
			expect(completeJoining({ ...whole, [step]: {} }, 'en')).toBeNull()
	})

	test('whatever stands in a draft, it leads to one page that opens, and nothing half is sent', () => {
		const part = fc.option(fc.record({ way: fc.string(), area: fc.string(), union: fc.string(), name: fc.string() }), {
			nil: undefined,
		})
		fc.assert(
			fc.property(
				fc.record({ way: part, employer: part, place: part, union: part, work: part, you: part }),
				fc.subarray(['way', 'place', 'union', 'work', 'you'] as const),
				(noise, good) => {
					const draft = { ...noise, ...Object.fromEntries(good.map((step) => [step, whole[step]])) } as JoinDraft
					const first = firstOpen(draft)
					expect(joinDetour(draft, first)).toBeNull()
					expect(completeJoining(draft, 'en') === null).toBe(first !== 'check')
				},
			),
		)
	})

	test('a draft for the browser holds no hash', () => {
		expect(shownDraft(whole).you).toEqual({
			name: '周小满',
			phone: '+86 138 0013 8000',
			birthYear: '1990',
			idLastFour: '002X',
		})
		expect(shownDraft(place)).toEqual(place)
	})
})

test('of a request six facts are taken over, whatever else there is; what is missing is asked', () => {
	const facts = {
		name: '王师傅',
		phone: '13800138000',
		areaCode: '330106',
		sectorCode: 'delivery',
		platformCode: 'meituan',
	}
	expect(draftOfFacts({ ...facts, workingForm: 'crowd', story: '…' } as Parameters<typeof draftOfFacts>[0])).toEqual({
		from: 'request',
		place: { area: '330106' },
		work: { sector: 'delivery', platform: 'meituan', workingForm: 'crowd' },
		you: { name: '王师傅', phone: '13800138000' },
	})
	const nothing = { name: null, phone: null, areaCode: null, sectorCode: null, platformCode: null, workingForm: 'x' }
	expect(draftOfFacts(nothing)).toEqual({ from: 'request', work: {}, you: {} })
})

const reasons = (
	schema: typeof YouSchema | typeof WishSchema | typeof ApproveSchema | typeof MorningSchema,
	given: object,
) => {
	const result = schema.safeParse(given)
	return result.success ? [] : result.error.issues.map(({ path, message }) => `${String(path[0])} ${message}`).sort()
}

describe('what is typed', () => {
	const you = { name: '周小满', phone: '13800138000', birthYear: '1990' }
	test('name, phone and year of birth are needed; the rest may stay empty', () => {
		expect(reasons(YouSchema, { ...you, email: '', gender: '', idNumber: ' ' })).toEqual([])
		expect(reasons(YouSchema, { name: ' ' })).toEqual([
			'birthYear join:errors.birthYearMissing',
			'name join:errors.nameMissing',
			'phone join:errors.phoneMissing',
		])
		const youngest = String(new Date().getFullYear() - 16)
		expect(reasons(YouSchema, { ...you, birthYear: youngest })).toEqual([])
		for (const birthYear of ['90', '1929', String(Number(youngest) + 1), '19x0', '19.0'])
			expect(reasons(YouSchema, { ...you, birthYear })).toEqual(['birthYear join:errors.birthYearFormat'])
		for (const phone of ['1380013800', '12', 'call me', '138001380000'])
			expect(reasons(YouSchema, { ...you, phone })).toEqual(['phone join:errors.phoneFormat'])
		expect(reasons(YouSchema, { ...you, email: 'w@x', gender: 'other' })).toEqual([
			'email join:errors.emailFormat',
			'gender common:errors.invalid',
		])
	})

	test('an ID number must be one, and fit the year of birth', () => {
		expect(reasons(YouSchema, { ...you, birthYear: '1949', idNumber: '11010519491231002x' })).toEqual([])
		expect(reasons(YouSchema, { ...you, idNumber: ID })).toEqual(['birthYear join:errors.birthYearOfId'])
		expect(reasons(YouSchema, { ...you, idNumber: '110105194912310021' })).toEqual(['idNumber join:errors.idFormat'])
	})

	test('of an ID number the last four signs and a hash are kept, of a phone number the same hash however it is typed', () => {
		const kept = keptOfId(' 11010519491231002x')
		expect(kept).toEqual({ idHash: expect.stringMatching(/^[0-9a-f]{64}$/), idLastFour: '002X' })
		expect(JSON.stringify(kept)).not.toContain('19491231')
		expect(keptOfId(undefined)).toEqual({})
		expect(keptOfId('nothing')).toEqual({})
		expect(phoneHash('+86 138-0013-8000')).toBe(phoneHash('13800138000'))
		expect(phoneHash('13800138001')).not.toBe(phoneHash('13800138000'))
	})

	test('wish and consent are two ticks; so are the three before an approval', () => {
		expect(reasons(WishSchema, { consent: 'yes' })).toEqual(['wish join:errors.wishMissing'])
		expect(reasons(WishSchema, { wish: 'yes', consent: 'on' })).toEqual(['consent join:errors.consentMissing'])
		const ticks = { idSeen: 'yes', wishAsked: 'yes', notMember: 'yes' }
		expect(reasons(ApproveSchema, { ids: [UNION], ...ticks })).toEqual([])
		expect(reasons(ApproveSchema, { ids: [], ...ticks, idSeen: '' })).toEqual([
			'idSeen join:review.errors.idSeen',
			'ids join:review.errors.nobodyTicked',
		])
		expect(reasons(ApproveSchema, { ids: Array<string>(26).fill(UNION), ...ticks })).toEqual([
			'ids join:review.errors.tooMany',
		])
	})

	test('nobody is typed in at a meeting without the consent on paper', () => {
		const morning = {
			on: 'group',
			way: 'residence',
			area: '330106',
			sector: 'delivery',
			workingForm: 'crowd',
			held: 'yes',
		}
		expect(reasons(MorningSchema, { ...morning, station: '', platform: '', campaign: '' })).toEqual([])
		expect(reasons(MorningSchema, { ...morning, held: undefined })).toEqual(['held join:signup.errors.held'])
		expect(reasons(MorningSchema, { ...morning, way: 'employer' })).toEqual(['employer join:errors.employerMissing'])
		expect(JoinWorkSchema.safeParse({ sector: 'delivery', workingForm: 'crowd', station: 'x' }).success).toBe(false)
	})
})

test('of those ticked, who can be approved; doubles only where one was looked at by itself', () => {
	const row = (id: string, state = 'submitted') => ({ id, name: id, reference: `M-${id}`, state })
	const double = (applicationId: string, kind: Double['kind']): Double => {
		return { applicationId, kind, here: true, byId: true, otherId: null, otherName: null, otherState: null }
	}
	const rows = [row('clear'), row('twice'), row('member'), row('back'), row('over', 'rejected')]
	const doubles = [double('twice', 'application'), double('member', 'member'), double('back', 'former')]
	const ids = (list: { id: string }[]) => list.map(({ id }) => id)
	const many = sortTicked(rows, doubles, false)
	expect(ids(many.ready)).toEqual(['clear', 'back'])
	expect(many.left.map(({ id, why }) => `${id} ${why}`)).toEqual(['twice double', 'member member', 'over moved'])
	expect(ids(sortTicked([row('twice')], doubles, true).ready)).toEqual(['twice'])
	expect(ids(sortTicked([row('member')], doubles, true).ready)).toEqual([])
})
