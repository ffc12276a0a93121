import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { letIn } from '~/server/load/load-cases.server'
import { visitor } from '~tests/support/visitor'

const DATABASE = 'tonglu'

/** The address of the embedded database of a data folder, as its owner. */
export function ownerUrl(data: string): string {
	const kept = JSON.parse(readFileSync(join(data, 'kept.json'), 'utf8')) as {
		owner: string
		ports: { postgres: number }
	}
	return `postgres://tonglu_owner:${kept.owner}@127.0.0.1:${kept.ports.postgres}/${DATABASE}`
}

/** One question to it. */
export async function askOwner<T>(data: string, question: string): Promise<T[]> {
	const sql = postgres(ownerUrl(data), { max: 1, onnotice: () => {} })
	try {
		return [...(await sql.unsafe<(T & postgres.Row)[]>(question))]
	} finally {
		await sql.end()
	}
}

/** Somebody with an account who works at the busiest desk. Answers the cookies of the session. */
export async function signUpAt(address: string, data: string, busiest: string): Promise<string> {
	const email = `bench-${Date.now()}@staff.tonglu.example`
	const { go, cookies } = visitor(address)
	await go('/signup', { email, password: `bench ${Math.random()}` })
	await letIn(ownerUrl(data), email, busiest)
	return cookies()
}
