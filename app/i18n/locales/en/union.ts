/** What is common to all pages of a union. */
export default {
	title: 'Union',
	choose: 'Where do you work today?',
	to: {
		officer: 'Applications and members',
		liaison: 'My station',
		analyst: 'Figures',
		desk: 'The union’s own cases are at its desk',
	},
	none: 'You have no work in a union',
	noneHint: 'This place is for officers, liaisons and analysts of unions. Your union’s administrator can invite you.',
	tabs: { label: 'Work of the union', overview: 'Overview', drives: 'Re-confirmation', roster: 'Import and export' },
	overview: {
		waiting: 'Applications waiting',
		oldest: 'The oldest was sent',
		none: 'Nobody waits',
		transfersIn: 'Members asked to be taken over',
		openDrives: 'Open re-confirmation drives',
		members: 'Members',
	},
	promise: 'Whether somebody is a member never changes how they are helped: case pages do not show it.',
} as const
