/** Every measure: its name, what is counted and when; and what is true of all of its kind. */
export default {
	definitionsTitle: 'What the figures mean',
	definitionsLead: 'What each number counts, from what, and why some are not shown.',
	measures: {
		members: {
			name: 'Members',
			what: 'People who belong to a union of their district on the last day of the month.',
			when: 'At the end of the month.',
		},
		applications: {
			name: 'Applications',
			what: 'Requests to join that were sent for the first time. Sent again after a correction, it is not counted again.',
			when: 'In the month in which it was first sent.',
		},
		approvals: {
			name: 'Approvals',
			what: 'Requests to join that an officer approved.',
			when: 'In the month of the approval, whenever it was sent.',
		},
		transfers_in: {
			name: 'Taken over',
			what: 'Members who moved to another union that took them over.',
			when: 'In the month in which the receiving union said yes.',
		},
		ended: {
			name: 'Left or lapsed',
			what: 'Memberships that the person ended, or that lapsed because nobody confirmed them.',
			when: 'In the month in which they ended.',
		},
		days_to_approval_median: {
			name: 'Days to approval',
			what: 'From sending to approval: half of the approved waited no longer than this.',
			when: 'Of the approvals of the month.',
		},
		retention_rate: {
			name: 'Still members after a year',
			what: 'Of those who joined in the same month a year before: how many are members.',
			when: 'At the end of the month.',
		},
		filed: {
			name: 'Cases filed',
			what: 'Needs that people brought to the desk. One request with two needs is two cases.',
			when: 'In the month of filing.',
		},
		accepted_in_time_rate: {
			name: 'Accepted in time',
			what: 'Of the cases filed: how many an organisation accepted within the time that the urgency allows, 12, 36 or 72 hours.',
			when: 'Of the cases filed in the month.',
		},
		hours_to_reply_median: {
			name: 'Hours to a first answer',
			what: 'From filing to the first message of a person: half waited no longer than this. Cases without an answer are left out.',
			when: 'Of the cases filed in the month.',
		},
		hours_to_reply_p90: {
			name: 'Hours to a first answer, nine in ten',
			what: 'From filing to the first message of a person: nine in ten waited no longer than this. Needs twenty cases.',
			when: 'Of the cases filed in the month.',
		},
		endings: {
			name: 'Endings',
			what: 'What cases came to: the worker confirmed the outcome (helped, partly, not helped), gave no answer in the time there was, or disputed it; or the worker withdrew the case, or the desk closed it. A disputed case goes on and may end again.',
			when: 'In the month of the answer, or of the closing.',
		},
		days_to_outcome_median: {
			name: 'Days to the outcome',
			what: 'From filing to the worker’s confirmation: half took no longer than this. Confirmed outcomes only.',
			when: 'Of the outcomes confirmed in the month.',
		},
		days_to_outcome_p90: {
			name: 'Days to the outcome, nine in ten',
			what: 'From filing to the worker’s confirmation: nine in ten took no longer than this. Confirmed outcomes only, from twenty on.',
			when: 'Of the outcomes confirmed in the month.',
		},
		money_recovered_yuan: {
			name: 'Money recovered',
			what: 'Pay, compensation and fees that came back, in yuan, as the organisation wrote it and the worker confirmed it.',
			when: 'Of the outcomes confirmed in the month.',
		},
		nights_housed: {
			name: 'Nights housed',
			what: 'Nights that somebody was put up, as the organisation wrote it and the worker confirmed it.',
			when: 'Of the outcomes confirmed in the month.',
		},
		rating_mean: {
			name: 'Marks by workers',
			what: 'What workers gave for the help, from 1 to 5; the mean.',
			when: 'Of the outcomes confirmed in the month.',
		},
	},
	terms: { what: 'What', when: 'When', source: 'Source', rounded: 'Rounding', n: 'On how many', hidden: 'Not shown' },
	sources: {
		enrolment: 'Applications, memberships and their history at the unions of this desk.',
		help: 'Cases at this desk and the answers of workers. No story, no name, no contact.',
	},
	kinds: {
		count: {
			rounded: 'None: the number as counted.',
			n: 'The number itself.',
			hidden: 'Fewer than five people, or a number beside it that would give such a one away.',
		},
		stock: {
			rounded: 'To the nearest ten.',
			n: 'The number itself.',
			hidden: 'Fewer than five is said so; numbers that would give a small one away are not shown.',
		},
		rate: {
			rounded: 'To whole percent, and coarser where fewer people stand behind it.',
			n: 'All of whom the share is taken.',
			hidden: 'The whole is under five people, or the part could be worked out.',
		},
		middle: {
			rounded: 'To whole hours or days, from twenty on to two digits.',
			n: 'The events that were measured; rounded to ten where their count is not published.',
			hidden: 'Fewer than five people, or the count it rests on is not shown.',
		},
		sum: {
			rounded: 'To two digits: 128,432 is told as 130,000.',
			n: 'Outcomes that brought something, to the nearest ten.',
			hidden: 'Fewer than five people, or one alone brought more than half.',
		},
		mean: {
			rounded: 'To a tenth from twenty marks on, else to a half.',
			n: 'Marks given, to the nearest ten.',
			hidden: 'Fewer than five people gave a mark.',
		},
	},
	notShownTitle: 'Why some numbers are not shown',
	notShownWhy: {
		five: 'A number behind which fewer than five people stand is not shown: somebody could be recognised.',
		neighbours:
			'If only one number of a row were missing, it could be worked out from the sum. So others beside it are not shown either. Where they can be told together, they stand as “the others together”.',
		zero: '“None” means that there was nobody. “Not shown” means that there was somebody.',
		period:
			'Several months are added only where each of them is shown. Times, shares and marks are never added or averaged over months: the page shows them month by month, and the last month at the top.',
		again:
			'A month is published on the fourth day after its end. If it is published again, the page says why; small changes stay out of it, for the difference would be a number too.',
		up: 'What is not shown for a district is often told for the city or the province.',
	},
} as const
