/** The bucket of reports in memory, for files whose test says `vi.mock('~/storage/reports.server', …)`: mocks are hoisted by file. */
export const keptReports = { bytes: new Map<string, Buffer>(), down: false }
const open = () => {
	if (keptReports.down) throw new Error('down')
}
export const reportStore = {
	putReport: async (id: string, bytes: Buffer) => {
		open()
		keptReports.bytes.set(id, bytes)
	},
	getReport: async (id: string) => {
		open()
		const bytes = keptReports.bytes.get(id)
		return bytes ? new Blob([new Uint8Array(bytes)]) : null
	},
}
