import { asService } from '~/db/service.server'
import { composeReport } from '~/domain/reports/compose'
import { drawReport } from '~/domain/reports/draw.server'
import { beginReport, listReportsToMake, readReportFacts, reportMade, type ToMake } from '~/domain/reports/make.server'
import { putReport } from '~/storage/reports.server'
import { defineTask } from '../define-task.server'

/** Row, bytes, word that it is there: a job that dies in between is gone on with, and a second one makes nothing twice. */
async function make(wanted: ToMake) {
	const facts = await asService('make_reports: read', (db) => readReportFacts(db, wanted))
	if (!facts) return // told again meanwhile: that one is made
	const id = await asService('make_reports: begin', (db) => beginReport(db, wanted))
	if (!id) return
	const bytes = await drawReport(composeReport(facts))
	await putReport(id, bytes)
	await asService('make_reports: made', (db) => reportMade(db, id, bytes.length))
}

/** Every report that is missing, one after the other: a document lies in memory while it is drawn. */
export const makeReportsTask = defineTask('make_reports', async () => {
	for (const wanted of await asService('make_reports: which', listReportsToMake)) await make(wanted)
})
