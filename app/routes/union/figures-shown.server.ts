import { signedIn } from '~/auth/signed-in.server'
import { readAs } from '~/db/db.server'
import { readAddress, type BoardName } from '~/domain/figures/address'
import { readBoard } from '~/domain/figures/read-board.server'
import { localeOf } from '~/i18n/i18n.server'

/** What one page of figures shows to somebody who may read it, by its address. What the address names and there is not is said. */
export async function figuresShown(request: Request, board: BoardName) {
	const language = await localeOf(request)
	const { asked, problems } = readAddress(board, new URL(request.url).searchParams)
	const answer = await signedIn(request, async (user) => {
		const read = await readAs(user, (db) => readBoard(db, language, board, asked))
		return { found: read.found, problems: [...new Set([...problems, ...read.problems])] }
	})
	if (answer.data.problems.length > 0) answer.init = { ...answer.init, status: 422 }
	return answer
}
