import { useMatches } from '@remix-run/react'
import type { MessageKey } from '~/i18n/resources'

/** What a route may say about its page: `export const handle = { title: 'home:title', scripts: false } satisfies PageHandle`. */
export type PageHandle = {
	/** The window's title, before the name of the product. What the route's loader returned fills its `{{names}}`. */
	title?: MessageKey
	/** `false`: a page that is only read, or a plain form; it ships no application script. */
	scripts?: false
	/** `staff`: the layout route brings its own frame (StaffFrame). */
	frame?: 'staff'
}

/** What the matched routes said, the innermost last, and the data for the title. */
export function usePageHandle(): PageHandle & { titleData: Record<string, unknown> } {
	const page: PageHandle & { titleData: Record<string, unknown> } = { titleData: {} }
	for (const { handle, data } of useMatches()) {
		const said = (handle ?? {}) as PageHandle
		Object.assign(page, said)
		if (said.title && typeof data === 'object') page.titleData = { ...data }
	}
	return page
}
