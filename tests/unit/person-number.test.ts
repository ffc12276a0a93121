import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memberHash } from '~/lib/member-hash.server'
import { idLastFour, normalId, normalPhone } from '~/lib/person-number'

test.each([
	['138 0013 8000', '13800138000'],
	['+86-138-0013-8000', '13800138000'],
	['008613800138000', '13800138000'],
	['１３８００１３８０００', '13800138000'],
	['+1 (415) 555-0100', '+14155550100'],
	['0014155550100', '+14155550100'],
	['0571-8888 0000', '057188880000'],
])('the phone number %s is kept as %s', (typed, kept) => expect(normalPhone(typed)).toBe(kept))

test.each(['', '12345', 'call me', '1380013800a', '+', '1380013800013800'])('%j is no phone number', (typed) =>
	expect(normalPhone(typed)).toBeNull(),
)

// invented: the district 000000 does not exist
test('an ID number is taken with its check sign, in whatever width it is typed', () => {
	expect(normalId('00000019900101002x')).toBe(normalId('00000019900101002X'))
	const valid = Array.from('10X98765432', (sign) => `00000019900101002${sign}`).filter((id) => normalId(id))
	expect(valid).toHaveLength(1)
	expect(idLastFour(valid[0]!)).toBe(valid[0]!.slice(14))
})

test('one digit wrong, or two neighbours exchanged, is always noticed', () =>
	fc.assert(
		fc.property(
			fc.array(fc.nat(9), { minLength: 17, maxLength: 17 }),
			fc.nat(16),
			fc.integer({ min: 1, max: 9 }),
			fc.nat(15),
			(digits, place, shift, pair) => {
				const whole = [...'0123456789X'].map((sign) => digits.join('') + sign).find((id) => normalId(id))!
				const wrong = [...whole]
				wrong[place] = String((Number(wrong[place]) + shift) % 10)
				expect(normalId(wrong.join(''))).toBeNull()
				const swapped = [...whole]
				;[swapped[pair], swapped[pair + 1]] = [swapped[pair + 1]!, swapped[pair]!]
				if (swapped[pair] !== swapped[pair + 1]) expect(normalId(swapped.join(''))).toBeNull()
			},
		),
	))

test('a hash says nothing without its key, and a phone is never taken for an ID', () => {
	const hash = memberHash('a'.repeat(32), 'phone', '13800138000')
	expect(hash).toHaveLength(32)
	expect(memberHash('a'.repeat(32), 'phone', '13800138000')).toEqual(hash)
	expect(memberHash('b'.repeat(32), 'phone', '13800138000')).not.toEqual(hash)
	expect(memberHash('a'.repeat(32), 'id', '13800138000')).not.toEqual(hash)
})
