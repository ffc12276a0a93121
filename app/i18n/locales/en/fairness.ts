/** Are members helped sooner or better than others? */
export default {
	title: 'Are members and others helped alike?',
	definitionTitle: 'How members and others are compared',
	lead: 'Here, help never depends on membership. This page looks at whether that is true: cases of the same kind, of members and of others, side by side.',
	all: 'All needs',
	groups: 'Needs',
	empty: 'Nothing can be compared yet',
	emptyHint:
		'It takes at least five cases of members and five of others that are of the same kind: same need, city, urgency and month. A month is worked out when it has been over for a month.',
	emptyGroup: 'Of this need there were too few alike cases',
	measures: {
		first_reply: 'Hours until somebody answered',
		acceptance: 'Hours until an organisation accepted',
		confirmed_help: 'Share whose worker confirmed that it helped',
	},
	columns: { month: 'Month', members: 'Members', others: 'Others', difference: 'Gap' },
	pairs_one: '{{count}} pair from {{members}} and {{others}} cases',
	pairs_other: '{{count}} pairs from {{members}} and {{others}} cases',
	hours: '{{value}} hours',
	points: '{{value}} percentage points',
	inPoints: 'The gap is in percentage points.',
	latest: {
		first_reply: {
			same: '{{month}}: members and others got a first answer equally fast.',
			more: '{{month}}: members waited {{difference}} longer for a first answer than others.',
			less: '{{month}}: members waited {{difference}} less for a first answer than others.',
		},
		acceptance: {
			same: '{{month}}: cases of members and of others were accepted equally fast.',
			more: '{{month}}: members waited {{difference}} longer for an organisation to accept than others.',
			less: '{{month}}: members waited {{difference}} less for an organisation to accept than others.',
		},
		confirmed_help: {
			same: '{{month}}: members and others said equally often that it helped.',
			more: '{{month}}: members said more often than others that it helped, by {{difference}}.',
			less: '{{month}}: members said less often than others that it helped, by {{difference}}.',
		},
	},
	pairsFew: 'With so few pairs, chance alone makes differences of this size. Look at several months.',
	read: 'What these numbers are, and what they cannot show',
	back: 'Back to the numbers',
	shows: {
		title: 'What it shows',
		alike:
			'Only cases of the same kind are put beside each other: same group of needs, same city, same urgency, filed in the same month. Of each kind there are at least five cases of members and five of others; kinds with fewer are left out.',
		weight:
			'Each kind counts for as many pairs as its smaller side has cases. So both columns speak of the same mixture of cases.',
		reply:
			'The first answer is the first message from a person, of the desk or of an organisation. Acceptance is the first time an organisation takes the case.',
		wait: 'A wait counts for at most 28 days; a case that nobody answered counts as 28 days. Cases that ended before, by the worker’s own wish for example, are left out of the waiting.',
		outcome:
			'Of the outcomes only those count that the worker confirmed: got help, or partly. Cases that are still open, that the worker withdrew or that were sent twice are left out.',
		once: 'A month is worked out once, when it has been over for a month, and not changed afterwards.',
	},
	cannot: {
		title: 'What it cannot show',
		cause:
			'A difference is no proof that anybody was preferred. Members may be in other trades, at other hours, or write more; the kinds compared here know nothing of that.',
		chance: 'With few pairs chance alone makes differences. Several months that point the same way say more than one.',
		phone:
			'Whose case is a member’s is found by the phone number. Cases without one are left out, and somebody who uses two numbers is counted among the others.',
		left: 'Rare kinds of cases, small towns and rare needs are not in it.',
		joined: 'Whoever lapsed and came back is counted as a member all along.',
	},
	how: {
		title: 'How it is worked out',
		memory:
			'Once a month a program compares keyed fingerprints of phone numbers in its memory. No table and no page joins a case with a membership; what is kept are the sums that you see here.',
		who: 'Routing, caseworkers and the desk cannot see who is a member: the database does not give it to them.',
		readers: 'Union officers and the desk’s administrators read this page.',
	},
} as const
