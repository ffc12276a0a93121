import { asService } from '~/db/service.server'
import { routeCase } from '~/domain/routing/routing.server'
import { defineTask } from '../define-task.server'

export const routeCaseTask = defineTask('route_case', async ({ caseId }) => {
	await asService('route_case', (db) => routeCase(db, caseId))
})
