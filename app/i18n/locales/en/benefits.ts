/** What membership of a union opens. */
export default {
	title: 'What membership opens',
	titles: { benefit: '{{name}}' },
	lead: 'Beside the help that everybody gets, a union can do this for its members.',
	promise: 'Help itself never depends on membership',
	promiseText:
		'Ask for help whether you are a member or not: nobody here looks at it first, and the pages of your case do not show it.',
	back: 'All of it',
	eligibility: 'For whom',
	months: 'How long a member',
	minMonths_zero: 'From the first day',
	minMonths_one: 'After one month',
	minMonths_other: 'After {{count}} months',
	monthsUnknown: 'Differs from union to union',
	papers: 'Papers to have at hand',
	papersNone: 'None in particular',
	papersHint: 'Nobody is turned away for a missing paper. Ask first.',
	confirm: 'Please confirm this with {{who}} before you rely on it',
	source: 'Source: {{source}}. Checked on',
	sure: 'From an official source.',
	without: 'Not a member?',
	claim: 'Claim it',
	claimText:
		'A claim is a request like any other. You choose who sees it, and nothing about your membership goes along.',
	read: 'For whom, and with which papers',
	join: 'Join a union',
	card: 'My membership card',
} as const
