/** Somebody who bears the same ID or phone number as an applicant. Of another union no more is known than that there is somebody. */
export type Double = {
	applicationId: string
	kind: 'member' | 'former' | 'application'
	here: boolean
	byId: boolean
	otherId: string | null
	otherName: string | null
	otherState: string | null
}

/** What stands in the way of approving many at once; somebody who left may come back. */
export const standsInTheWay = ({ kind }: Double) => kind !== 'former'
/** Nobody is a member twice: here nothing but sending back or turning down helps. */
export const isMember = ({ kind }: Double) => kind === 'member'

/** Why somebody is not among those who become members now. */
export type WhyLeft = 'member' | 'double' | 'moved'

/** Who can be approved of those that were ticked, and why the others cannot. `alone`: another application was looked at. */
export function sortTicked<Row extends { id: string; name: string | null; reference: string; state: string }>(
	rows: Row[],
	doubles: Double[],
	alone: boolean,
) {
	const why = ({ id, state }: Row): WhyLeft | null => {
		const mine = doubles.filter(({ applicationId }) => applicationId === id).filter(standsInTheWay)
		if (state !== 'submitted') return 'moved'
		if (mine.some(isMember)) return 'member'
		return mine.length > 0 && !alone ? 'double' : null
	}
	const brief = rows.map((row) => ({ id: row.id, name: row.name ?? row.reference, why: why(row) }))
	return {
		ready: brief.flatMap(({ id, name, why: reason }) => (reason ? [] : [{ id, name }])),
		left: brief.flatMap(({ id, name, why: reason }) => (reason ? [{ id, name, why: reason }] : [])),
	}
}
