import { expect, test } from 'vitest'
import { progressOf } from '~/domain/drives/drive-view'
import { AnswerSchema, DriveSchema, dayFromNow } from '~/domain/drives/drive.schema'
import { parseForm } from '~/lib/form-data'
import { confirmLink, readConfirmLink } from '~/lib/confirm-link.server'

const ASK = '3f2b8c1e-5a4d-4e6f-8a7b-1c2d3e4f5a6b'
const SECRET = 'links-of-tests-links-of-tests-links'

test('a link opens the question it was made for, and nothing else does', () => {
	const part = confirmLink('http://app.test', SECRET, ASK).split('/').pop()!
	expect(readConfirmLink(SECRET, part)).toBe(ASK)
	const other = ASK.replace('3', '4')
	for (const wrong of [
		undefined,
		'',
		ASK,
		`${other}.${part.split('.')[1]}`,
		`${part}x`,
		part.slice(0, -1),
		`${ASK}.${'A'.repeat(43)}`,
		confirmLink('http://app.test', 'another-secret-another-secret-anoth', ASK).split('/').pop(),
	])
		expect(readConfirmLink(SECRET, wrong)).toBeNull()
})

const form = (answers: Record<string, string>) => {
	const data = new FormData()
	for (const [name, value] of Object.entries(answers)) data.append(name, value)
	return data
}
const drive = { driveId: ASK, name: '秋季', since: dayFromNow(0), answerBy: dayFromNow(7) }

test('a drive takes 7 to 60 days, and a day that has been', () => {
	const refused = (more: object) => {
		const parsed = parseForm(form({ ...drive, ...more }), DriveSchema)
		return parsed.ok ? null : parsed.reply.errors
	}
	expect(refused({})).toBeNull()
	expect(refused({ answerBy: dayFromNow(60), area: '', station: '' })).toBeNull()
	expect(refused({ answerBy: dayFromNow(6) })).toEqual({ answerBy: 'drives:errors.answerByWrong' })
	expect(refused({ answerBy: dayFromNow(61) })).toEqual({ answerBy: 'drives:errors.answerByWrong' })
	expect(refused({ answerBy: '' })).toEqual({ answerBy: 'drives:errors.answerByMissing' })
	expect(refused({ since: dayFromNow(1) })).toEqual({ since: 'drives:errors.sinceWrong' })
	expect(refused({ since: '2026-02-31x' })).toEqual({ since: 'drives:errors.sinceWrong' })
	expect(refused({ name: ' ' })).toEqual({ name: 'drives:errors.nameMissing' })
})

test('the day is the day in Beijing', () => {
	expect(dayFromNow(0, new Date('2026-11-24T16:30:00Z'))).toBe('2026-11-25')
	expect(dayFromNow(-1, new Date('2026-03-01T00:00:00Z'))).toBe('2026-02-28')
})

test('whoever says that something changed says what; a number is read as it is dialled', () => {
	const parse = (answers: Record<string, string>) => parseForm(form(answers), AnswerSchema)
	expect(parse({ answer: 'changed', phone: ' ' })).toMatchObject({
		reply: { errors: { phone: 'drives:errors.whatChanged' } },
	})
	expect(parse({ answer: 'changed', phone: '+86 139 1111 2222' })).toMatchObject({ data: { phone: '13911112222' } })
	expect(parse({ answer: 'changed', phone: '12' })).toMatchObject({
		reply: { errors: { phone: 'drives:errors.phoneWrong' } },
	})
	expect(parse({ answer: 'changed', place: '良渚' })).toMatchObject({ ok: true })
	expect(parse({ answer: 'still' })).toMatchObject({ ok: true, data: { answer: 'still' } })
	expect(parse({})).toMatchObject({ reply: { errors: { answer: 'drives:errors.answerMissing' } } })
})

test('figures add up: every asked member stands in one row and one column', () => {
	const progress = progressOf([
		{ channel: 'email', standing: 'still', through: 'link', members: 40 },
		{ channel: 'email', standing: 'still', through: 'phone', members: 2 },
		{ channel: 'email', standing: 'waiting', through: null, members: 8 },
		{ channel: 'station', standing: 'left', through: 'station', members: 3 },
		{ channel: 'phone', standing: 'lapsed', through: null, members: 7 },
	])
	expect(progress).toMatchObject({
		asked: 60,
		answered: 45,
		waiting: 8,
		byChannel: { email: 50, station: 3, phone: 7 },
		through: { link: 40, phone: 2, station: 3 },
		table: { still: { email: 42, phone: 0, station: 0 }, lapsed: { email: 0, phone: 7, station: 0 } },
	})
})
