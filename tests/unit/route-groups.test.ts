import type { ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import { ANY, beginning, routeGroups } from '~/server/route-groups'

type Shape = [id: string, parentId: string | undefined, path: string | undefined, index?: boolean]
const SHAPES: Shape[] = [
	['root', undefined, ''],
	['home', 'root', undefined, true],
	['signin', 'root', 'signin'],
	['staff', 'root', undefined],
	['desks', 'staff', 'desk'],
	['case', 'staff', 'desk/cases/:caseId'],
	['union', 'staff', 'union/:organisationId'],
	['overview', 'union', undefined, true],
	['members', 'union', 'members'],
	['join', 'root', 'union/join/:code?'],
]
const routes = (shapes: Shape[]) =>
	Object.fromEntries(shapes.map(([id, parentId, path, index]) => [id, { id, parentId, path, index, module: {} }]))
const buildOf = (shapes: Shape[]) =>
	({ routes: routes(shapes), assets: { routes: routes(shapes), version: '1' } }) as unknown as ServerBuild
const idsOf = (build: ServerBuild | undefined) => Object.keys(build?.routes ?? {}).sort()

test.each([
	['/', ''],
	['/_root.data', ''],
	['/desk', 'desk'],
	['/desk.data', 'desk'],
	['/desk/cases/1.data', 'desk'],
	['/union/join', 'union'],
])('%s begins with "%s"', (path, start) => expect(beginning(path)).toBe(start))

test('a part has the pages that begin like it, the layouts above them and the start page; the whole has everything', () => {
	const groups = routeGroups(buildOf(SHAPES))
	expect([...groups.keys()].sort()).toEqual(['', ANY, 'desk', 'signin', 'union'])
	expect(idsOf(groups.get('desk'))).toEqual(['case', 'desks', 'home', 'root', 'staff'])
	expect(idsOf(groups.get('union'))).toEqual(['home', 'join', 'members', 'overview', 'root', 'staff', 'union'])
	expect(idsOf(groups.get(''))).toEqual(['home', 'root'])
	expect(idsOf(groups.get(ANY))).toEqual(SHAPES.map(([id]) => id).sort())
	for (const build of groups.values()) expect(Object.keys(build.assets.routes).sort()).toEqual(idsOf(build))
})

test('what begins with a parameter, or may begin with nothing, stands in every part', () => {
	const groups = routeGroups(buildOf([...SHAPES, ['short', 'root', ':code'], ['language', 'root', 'en?/about']]))
	for (const build of groups.values()) expect(idsOf(build)).toEqual(expect.arrayContaining(['short', 'language']))
})
