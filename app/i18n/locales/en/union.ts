/** What a union will find here. */
export default {
	title: 'Union',
	lead: 'This place is being built. So that nobody looks for what is not there yet:',
	here: 'Already here',
	hereText: 'Your union’s own cases are at its desk. Caseworkers and managers of the union find them there.',
	toDesk: 'To the desk',
	notYet: 'Not here yet',
	later: {
		applications: 'Applications: who wants to join, with what has to be checked',
		members: 'Members: contact, transfers between unions, and asking once in a while whether all is still right',
		campaigns: 'QR codes for stations and rest points',
		figures: 'Figures on joining and on outcomes, never about a single person',
	},
	promise: 'Whether somebody is a member never changes how they are helped: case pages do not show it.',
} as const
