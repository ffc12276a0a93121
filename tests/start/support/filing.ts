import { expect } from 'vitest'

/** A browser without scripts: it keeps cookies, says where it comes from and follows nothing by itself. */
function visitor(address: string) {
	const cookies = new Map<string, string>()
	const visit = async (path: string, answers?: [string, string][]) => {
		const response = await fetch(`${address}${path}`, {
			method: answers ? 'POST' : 'GET',
			body: answers && new URLSearchParams(answers),
			headers: { Cookie: [...cookies].map((pair) => pair.join('=')).join('; '), Origin: address },
			redirect: 'manual',
			signal: AbortSignal.timeout(10_000),
		})
		for (const line of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
			cookies.set(name!, value!)
		}
		return { status: response.status, to: response.headers.get('Location'), page: await response.text() }
	}
	return visit
}

export type Receipt = { reference: string; code: string }

/** File a request as somebody without an account. Answers only what was shown on the page of the receipt. */
export async function fileRequest(address: string): Promise<Receipt> {
	const visit = visitor(address)
	await visit('/requests/new')
	const steps: [string, [string, string][]][] = [
		[
			'story',
			[
				['danger', 'no'],
				['story', '站点从六月起每单少结五毛。'],
			],
		],
		[
			'needs',
			[
				['needs', 'labour.unpaid_wages'],
				['urgency', 'soon'],
			],
		],
		['place', [['area', '330106']]],
		[
			'work',
			[
				['sector', 'delivery'],
				['platform', 'meituan'],
				['workingForm', 'crowd'],
			],
		],
		[
			'contact',
			[
				['reachBy', 'phone'],
				['phone', '13800138000'],
				['reachTimes', 'noon'],
			],
		],
	]
	for (const [step, answers] of steps) expect((await visit(`/requests/new/${step}`, answers)).status, step).toBe(303)
	const { page } = await visit('/requests/new/sharing')
	const shown = [...page.matchAll(/name="shown" value="([^"]+)"/g)].map(([, id]): [string, string] => ['shown', id!])
	const sharing: [string, string][] = [
		['mode', 'any_of_these'],
		['fields', 'story_and_contact'],
		['deskMayRead', 'yes'],
	]
	expect((await visit('/requests/new/sharing', [...shown, ...sharing])).to).toBe('/requests/new/check')
	expect((await visit('/requests/new/check', [])).to).toBe('/receipt')
	const receipt = await visit('/receipt')
	const [reference, code] = [...receipt.page.matchAll(/select-all">([^<]+)</g)].map(([, text]) => text!)
	expect(receipt.status).toBe(200)
	return { reference: reference!, code: code! }
}

/** The request behind a receipt is there, with its story's case, for whoever has the code. */
export async function stillThere(address: string, { reference, code }: Receipt): Promise<void> {
	const visit = visitor(address)
	expect(
		(
			await visit('/track', [
				['reference', reference],
				['code', code],
			])
		).to,
		reference,
	).toBe('/track')
	const { status, page } = await visit('/track')
	expect(status).toBe(200)
	expect(page).toContain(reference)
	expect(page).toContain('/track/cases/')
}
