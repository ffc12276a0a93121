import type { Page } from '@playwright/test'
import { become } from './become'
import { hashOf, inEmbedded } from './embedded-data'
import { seedAccepted, seedOrganisation, seedRequest, seedStaff } from './seeds'

const CODE = 'ABCD-EFGH-JKLM'

/** A case of a worker's in the hands of an organisation of its own. */
export const seedHeld = (by?: { organisation: string; caseworker: { user: string } }) =>
	inEmbedded(async (db) => {
		const organisation = by?.organisation ?? (await seedOrganisation(db))
		const filed = await seedRequest(db, { recipients: [organisation], receiptHash: hashOf(CODE) })
		const caseworker = by?.caseworker ?? (await seedStaff(db, organisation))
		const held = await seedAccepted(db, organisation, caseworker, filed)
		await become(db, 'owner')
		return { ...held, organisation, caseworker }
	})

/** The worker opens the request in this page's browser, without the pages in between. */
export async function openReceipt(page: Page, origin: string, reference: string) {
	const answer = await page.request.post(`${origin}/track`, {
		form: { reference, code: CODE },
		headers: { origin },
		maxRedirects: 0,
	})
	if (answer.status() !== 303) throw new Error(`not opened: ${answer.status()}`)
}

export const messagesOf = async (caseId: string) => {
	const rows = await inEmbedded((db) => db<{ body: string }[]>`select body from app.messages where case_id = ${caseId}`)
	return rows.map(({ body }) => body.replaceAll('\r\n', '\n')) // a form sends a new line as two signs
}
