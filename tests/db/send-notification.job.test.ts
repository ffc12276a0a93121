import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { owner } from '~tests/support/db'
import { seedApplication } from '~tests/support/seed-unions'
import { STORY, seedOrganisation, seedRequest, seedService, seedStaff } from '~tests/support/seeds'
import { runJobs } from '~tests/support/run-jobs'

type Arrived = {
	headers: IncomingHttpHeaders
	letter: { to: string; subject: string; html: string; text: string; from: string }
}
const arrived: Arrived[] = []
let answer = 200
/** What happens elsewhere while a letter is on its way. */
let meanwhile: () => Promise<void> = async () => {}

// why: the provider behind the network is replaced, and nothing else: its own client speaks to this server
const provider = createServer(async (request, response) => {
	let body = ''
	for await (const piece of request) body += String(piece)
	await meanwhile()
	if (answer === 200) arrived.push({ headers: request.headers, letter: JSON.parse(body) as Arrived['letter'] })
	response.writeHead(answer, { 'content-type': 'application/json' })
	response.end(
		JSON.stringify(
			answer === 200
				? { id: `mail-${arrived.length}` }
				: { name: 'internal_server_error', message: 'down', statusCode: answer },
		),
	)
})
beforeAll(() => new Promise<void>((done) => provider.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise((done) => provider.close(done)))

const work = () =>
	runJobs({
		settings: {
			RESEND_API_KEY: 're_test',
			RESEND_BASE_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
		},
	})
const dueNow = () => owner`update graphile_worker._private_jobs set run_at = now(), locked_at = null, locked_by = null`

test('a letter goes out between two transactions, is tried again after a failure, and is sent once', async () => {
	const { requestId } = await seedRequest(owner, { email: 'worker@people.test', needs: ['unsure'] })
	const [{ id } = { id: '' }] = await owner<
		{ id: string }[]
	>`select id from app.notifications where request_id = ${requestId} and audience = 'worker'`

	answer = 500
	await work()
	expect(await owner`select sent_at from app.notifications where id = ${id}`).toEqual([{ sentAt: null }])

	answer = 200
	const open: unknown[] = []
	meanwhile = async () => {
		open.push(
			...(await owner`select query from pg_stat_activity where usename = 'app_worker'
			and datname = current_database() and state like 'idle in transaction%'`),
		)
	}
	await dueNow()
	await work()
	expect(open).toEqual([])
	expect(arrived).toHaveLength(1)
	const [{ headers, letter }] = arrived as [Arrived]
	expect(headers['idempotency-key']).toBe(`notification/${id}`)
	expect(headers.authorization).toBe('Bearer re_test')
	expect(letter).toMatchObject({ to: 'worker@people.test', subject: '您的回执' })
	expect(letter.text).toContain('http://app.test/track?reference=T-')
	expect(`${letter.subject}${letter.html}${letter.text}`).not.toContain(STORY)
	expect(await owner`select provider_id from app.notifications where id = ${id}`).toEqual([{ providerId: 'mail-1' }])

	await owner`select private.enqueue('send_notification', json_build_object('notificationId', ${id}::text), 'again')`
	await work()
	expect(arrived).toHaveLength(1)
})

test('a filed case is routed by the job, and the organisation that is offered it gets one letter a caseworker', async () => {
	arrived.length = 0
	const organisation = await seedOrganisation(owner)
	await seedService(owner, organisation)
	const [one, two] = [
		await seedStaff(owner, organisation, 'caseworker'),
		await seedStaff(owner, organisation, 'caseworker'),
	]
	await seedStaff(owner, organisation, 'analyst')
	const { caseIds } = await seedRequest(owner, { recipients: [organisation], email: null })
	await work()
	await work() // the letters that the routing caused
	expect(await owner`select state from app.referrals where case_id = ${caseIds[0]!}`).toEqual([{ state: 'offered' }])
	const emails = await owner<
		{ email: string }[]
	>`select email from auth.users where id in (${one.user}, ${two.user}) order by email`
	expect(arrived.map(({ letter }) => letter.to).sort()).toEqual(emails.map(({ email }) => email))
	expect(arrived[0]!.letter.text).toContain(`http://app.test/desk/cases/${caseIds[0]!}`)
	expect(arrived[0]!.letter.text).not.toMatch(/T-[2-9A-Z]{8}/)
})

test('an applicant’s letter has the number and leads to where it opens, and says nothing of a union', async () => {
	arrived.length = 0
	const union = await seedOrganisation(owner, { kind: 'union', nameEn: 'Xihu District Union' })
	const { id, reference } = await seedApplication(owner, union, { email: 'w@people.test' })
	await owner`select private.tell_applicant(${id}), private.tell_applicant(${id})`
	await work()
	expect(arrived).toHaveLength(1)
	const [{ letter }] = arrived as [Arrived]
	expect(letter).toMatchObject({ to: 'w@people.test', subject: '关于您提交的资料' })
	expect(letter.text).toContain(`http://app.test/union/join/status?reference=${reference}`)
	expect(letter.text).toContain(reference)
	for (const word of ['周小满', 'Xihu', '工会', '会员']) expect(`${letter.subject}${letter.text}`).not.toContain(word)

	// whoever withdraws before the letter has gone out is not written to any more
	arrived.length = 0
	const gone = await seedApplication(owner, union, { email: 'g@people.test' })
	await owner`select private.tell_applicant(${gone.id}), private.end_application(${gone.id}, 'applicant')`
	await work()
	expect(arrived).toEqual([])
})
