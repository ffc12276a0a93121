import { expect, test } from 'vitest'
import { packed, unpacked, writtenIn, type KeptForm } from '~/lib/kept-form'

const form = (...fields: [string, string][]): KeptForm => ({ to: '/desk', fields, files: false })

test('what people write is told from what a form knows by itself', () => {
	expect(
		writtenIn(
			form(
				['intent', 'message'],
				['messageId', '5b6c4c3a-8b1f-4d6e-9c2e-0d1b2f3a4c5d'],
				['message', '明天见'],
				['until', '2026-11-30'],
				['code', 'no_capacity'],
				['money', '1280.50'],
			),
		),
	).toEqual(['明天见'])
	expect(writtenIn(form(['message', 'ok']))).toEqual(['ok']) // a word like a code, where people write
	expect(writtenIn(form(['email', 'new@people.test'], ['name', 'Li Ming']))).toEqual(['new@people.test', 'Li Ming'])
	expect(writtenIn(form(['message', '  '], ['code', 'other']))).toEqual([])
})

test('it comes out of the hidden field as it went in, and nothing else does', () => {
	const kept = form(['body', '一行\r\n两行 "引号" <b>'])
	expect(unpacked(packed(kept))).toEqual(kept)
	for (const wrong of [
		null,
		'',
		'{',
		'[]',
		'{"to":"/","fields":[["a"]],"files":false}',
		'{"to":1,"fields":[],"files":true}',
	])
		expect(unpacked(wrong)).toBeNull()
})
