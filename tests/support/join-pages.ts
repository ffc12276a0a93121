import { randomUUID } from 'node:crypto'
import { joinDraft } from '~/auth/join-cookies.server'
import * as begin from '~/routes/worker/join'
import * as check from '~/routes/worker/join.check'
import * as place from '~/routes/worker/join.place'
import * as union from '~/routes/worker/join.union'
import * as way from '~/routes/worker/join.way'
import * as work from '~/routes/worker/join.work'
import * as you from '~/routes/worker/join.you'
import { cookiesOf, led, post, type Answers, type Page } from './filing-pages'

const ID = '11010519491231002X'
/** The pages of joining with answers that pass, but for the union, which is who is responsible. */
const PAGES: [Page, string, Answers][] = [
	[way, 'way', { way: 'residence' }],
	[place, 'place', { area: '330106' }],
	[union, 'union', {}],
	[work, 'work', { sector: 'delivery', platform: 'meituan', workingForm: 'crowd', station: '' }],
	[you, 'you', { name: '周小满', phone: '138 0013 8000', birthYear: '1949', idNumber: ID, email: 'w@people.test' }],
]

/** A draft begun as a browser would, and its cookie. */
export async function beginJoining(): Promise<string> {
	return cookiesOf(await post(begin, '/union/join', { intent: 'begin' }))
}
/** Answers page after page, changed where told. Says where each led. */
export async function walkJoining(cookie: string, unionId: string, changes: Record<string, Answers> = {}) {
	const steps: unknown[] = []
	for (const [page, step, answers] of PAGES) {
		const all = { ...answers, ...(step === 'union' ? { union: unionId } : {}), ...changes[step] }
		steps.push(led(await post(page, `/union/join/${step}`, all, cookie)))
	}
	return steps
}
export const sendJoining = (cookie: string) => post(check, '/union/join/check', { wish: 'yes', consent: 'yes' }, cookie)

export const strangeDraft = async () => (await joinDraft.keep(randomUUID())).split(';')[0]!
