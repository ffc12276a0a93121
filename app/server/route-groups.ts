import type { ServerBuild } from '@remix-run/node'

type Route = ServerBuild['routes'][string]

/** Whatever begins with a parameter, and addresses that nothing here begins like. */
export const ANY = '*'

/** What an address begins with: `desk` of `/desk/1.data`, nothing of `/`. */
export const beginning = (path: string): string =>
	(path.split('/')[1] ?? '').replace(/\.data$/, '').replace(/^_root$/, '')

/**
 * The build in parts, by what addresses begin with. Remix looks through all routes several times for each answer, and ranks them anew
 * each time; with more than a hundred that was a third of the web's processor time. Each part has its own routes, the layouts
 * above them and the root, so that it answers as the whole would. Routes that begin with a parameter stand in every part.
 */
export function routeGroups(build: ServerBuild): Map<string, ServerBuild> {
	const { routes, assets } = build
	const lineOf = (route: Route): Route[] => {
		const above = route.parentId === undefined ? undefined : routes[route.parentId]
		return above ? [...lineOf(above), route] : [route]
	}
	const pages = Object.values(routes).filter((route) => route.path !== undefined || route.index)
	const startOf = (route: Route): string => {
		const [start = ''] = lineOf(route)
			.flatMap(({ path }) => path?.split('/') ?? [])
			.filter((part) => part !== '')
		return /^[:*]|\?$/.test(start) ? ANY : start
	}
	const part = (starts: ReadonlySet<string>): ServerBuild => {
		const ids = new Set(
			pages.filter((page) => starts.has(startOf(page))).flatMap((page) => lineOf(page).map(({ id }) => id)),
		)
		const only = <T>(all: Record<string, T>) => Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)))
		return { ...build, routes: only(routes), assets: { ...assets, routes: only(assets.routes) } }
	}
	const starts = new Set(pages.map(startOf))
	const parts = [...starts]
		.filter((start) => start !== ANY)
		.map((start) => [start, part(new Set([start, '', ANY]))] as const)
	return new Map([...parts, [ANY, build]])
}
