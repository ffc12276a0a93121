import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BoardPage } from '~/components/figures/board-page'
import type { PageHandle } from '~/components/layout/page-handle'
import { figuresShown } from './figures-shown.server'

export const handle = { title: 'figures:enrolment.title', scripts: false } satisfies PageHandle

/** For analysts and officers of any union and for administrators of the desk; others are refused. */
export const loader = ({ request }: LoaderFunctionArgs) => figuresShown(request, 'enrolment')

export default function Enrolment() {
	return <BoardPage {...useLoaderData<typeof loader>()} />
}
