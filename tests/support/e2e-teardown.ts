import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** The data folder of the browser tests goes with them. Only one that this run made: never a folder that was named from outside. */
export default function teardown() {
	const data = process.env.TEST_DATA
	if (data?.startsWith(`${tmpdir()}/tonglu-e2e-`)) rmSync(data, { recursive: true, force: true })
}
