export type Visitor = ReturnType<typeof visitor>

/** A browser as far as cookies go. What it posts comes from our own pages, and from an address of its own. */
export function visitor(address: string, language = 'zh-CN') {
	const jar = new Map<string, string>()
	const from = `10.9.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`
	const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
	return {
		cookies,
		async go(path: string, answers?: Record<string, string | string[]>) {
			const body = answers && new URLSearchParams()
			for (const [name, value] of Object.entries(answers ?? {}))
				for (const one of [value].flat()) body!.append(name, one)
			const headers = { Cookie: cookies(), Origin: address, 'X-Forwarded-For': from, 'Accept-Language': language }
			const answer = await fetch(address + path, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' })
			for (const cookie of answer.headers.getSetCookie()) {
				const [name, value] = cookie.split(';')[0]!.split(/=(.*)/s)
				jar.set(name!, value!)
			}
			const text = await answer.text()
			if (answer.status >= 400) throw new Error(`${path} answers ${answer.status}`)
			return { text, to: answer.headers.get('Location') }
		},
	}
}

const PLACE = '330106'
const NEED = 'labour.unpaid_wages'
const STEPS: [step: string, answers: Record<string, string | string[]>][] = [
	['story', { danger: 'no', story: '上个月的工资少结了，站长说是差评扣的，可是后台看不到明细。' }],
	['needs', { needs: [NEED], urgency: 'soon' }],
	['place', { area: PLACE }],
	['work', { sector: 'delivery', platform: 'meituan', workingForm: 'crowd' }],
	['contact', { reachBy: ['phone'], phone: '13800138000', reachTimes: ['evening'] }],
]

/** A request with everything answered and not sent, page after page as a browser does it. */
export async function answerAll(one: Visitor, until: 'needs' | 'check' = 'check'): Promise<void> {
	const { go } = one
	await go('/requests/new')
	for (const [step, answers] of until === 'check' ? STEPS : STEPS.slice(0, 1))
		await go(`/requests/new/${step}`, answers)
	if (until === 'needs') return
	const { text } = await go('/requests/new/sharing')
	const shown = [...text.matchAll(/name="shown" value="([0-9a-f-]{36})"/g)].map(([, id]) => id!)
	const answers = { mode: 'any_of_these', fields: 'story_and_contact', deskMayRead: 'yes' }
	const { to } = await go('/requests/new/sharing', { ...answers, shown })
	if (to !== '/requests/new/check') throw new Error(`after the last question comes ${to}`)
}
