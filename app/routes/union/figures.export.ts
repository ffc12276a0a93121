import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { TABLE_FORMATS } from '~/lib/table-file'
import { signedIn } from '~/auth/signed-in.server'
import { readAs } from '~/db/db.server'
import { BOARDS, readAddress, type BoardName } from '~/domain/figures/address'
import { boardFile, boardFileName } from '~/domain/figures/board-file.server'
import { readBoard } from '~/domain/figures/read-board.server'
import { figuresText } from '~/i18n/figures-text.server'
import { localeOf } from '~/i18n/i18n.server'
import { AppError } from '~/lib/errors'
import { download } from '../download.server'

/** What stands on the page of the same address, as a file. What the address names and there is not is said on that page. */
export async function loader({ request }: LoaderFunctionArgs) {
	const search = new URL(request.url).searchParams
	const format = TABLE_FORMATS.find((known) => known === search.get('format'))
	const board = (Object.keys(BOARDS) as BoardName[]).find((known) => known === search.get('board'))
	const language = await localeOf(request)
	const { data, init } = await signedIn(request, async (user) => {
		if (!format || !board) throw new AppError('notFound')
		const { asked, problems } = readAddress(board, search)
		const read = await readAs(user, (db) => readBoard(db, language, board, asked))
		if (problems.length + read.problems.length > 0 || read.found.months.length === 0) {
			search.delete('board')
			search.delete('format')
			throw redirect(`/union/${board}?${search}`)
		}
		return { format, found: read.found }
	})
	const say = { t: await figuresText(language), locale: language }
	return download(data.format, boardFileName(say, data.found), boardFile(data.format, say, data.found), init?.headers)
}
