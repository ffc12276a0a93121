import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { formValues, parseForm } from '~/lib/form-data'
import { anyOf, mustTick, oneOf, optional, optionalText, requiredText, someOf, ticked } from '~/lib/zod-fields'

const Schema = z.object({
	story: requiredText(10, 'common:errors.invalid', 'common:errors.tooMany'),
	phone: optionalText(20, 'common:errors.tooMany'),
	how: oneOf(['phone', 'mail'], 'common:errors.notFound'),
	needs: someOf(['x', 'y'], 'common:errors.conflict'),
	hidden: optional(anyOf(['a', 'b'], 'common:errors.conflict')),
	newsletter: ticked(),
	agree: mustTick('common:errors.expired'),
})
function form(...answers: [string, string][]) {
	const formData = new FormData()
	for (const [name, value] of answers) formData.append(name, value)
	return formData
}

describe('answers of a form', () => {
	test('a phone number stays text, spaces go, blanks are unanswered, boxes become lists and yes or no', () => {
		const answers = form(
			['story', ' Fell '],
			['phone', '13800138000'],
			['how', 'phone'],
			['needs', 'x'],
			['needs', 'y'],
			['agree', 'yes'],
		)
		expect(parseForm(answers, Schema)).toEqual({
			ok: true,
			data: {
				story: 'Fell',
				phone: '13800138000',
				how: 'phone',
				needs: ['x', 'y'],
				hidden: [],
				newsletter: false,
				agree: 'yes',
			},
		})
	})

	test('one ticked box is a list of one, none an empty list, also under optional', () => {
		expect(formValues(form(['needs', 'x']), Schema)).toEqual({ needs: ['x'], hidden: [] })
	})

	test('refused answers are kept, with one reason for each field', () => {
		const answers = form(['story', '12345678901'], ['phone', ''], ['needs', 'x'], ['needs', 'forged'])
		expect(parseForm(answers, Schema)).toEqual({
			ok: false,
			reply: {
				values: { story: '12345678901', phone: '', needs: ['x', 'forged'], hidden: [] },
				errors: {
					story: 'common:errors.tooMany',
					how: 'common:errors.notFound',
					needs: 'common:errors.conflict',
					agree: 'common:errors.expired',
				},
			},
		})
	})

	test('a reason that belongs to no field belongs to the whole form', () => {
		const Pair = z
			.object({ a: z.string(), b: z.string() })
			.check(z.refine(({ a, b }) => a === b, 'common:errors.conflict'))
		expect(parseForm(form(['a', '1'], ['b', '2']), Pair)).toMatchObject({
			reply: { errors: { root: 'common:errors.conflict' } },
		})
	})
})
