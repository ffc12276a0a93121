import union from './tour-union'

/** The guided tours of the demo. Not among the texts of the screens: the server hands out the one tour that is shown. */
export default {
	labels: {
		title: 'Guided tour',
		lead: 'One request passes through many hands. Look over the shoulder of each of them.',
		invented: 'Everybody and everything in this demo is invented. Click on whatever you like: nobody real is told.',
		startOver: 'To start over: stop the server, empty the data and start it again (the readme says how).',
		allTours: 'All tours',
		next: 'Next:',
		who: 'Who you are',
		wants: 'What this person wants',
		email: 'E-mail',
		password: 'Password',
		signIn: 'Sign in as this person',
		signedIn: 'You are signed in as this person.',
		steps: 'Step by step',
		open: 'Open',
		openSignedIn: 'Sign in and open',
		openReceipt: 'Open receipt',
		receipts: 'Workers need no account: each demo request opens with its reference and this code.',
		code: 'Receipt code',
		reference: 'A reference',
	},
	roles: {
		worker: {
			name: 'Worker',
			who: 'A rider without an account; in the last step Master Wang, who has one.',
			wants: 'Say once what happened, know who has it and what comes next, and decide who may see it.',
			steps: {
				numbers: {
					title: 'Numbers before anything else',
					look: 'Emergency numbers stand on top. “Quick exit” leads to a weather page from everywhere.',
				},
				file: {
					title: 'Ask for help',
					look: 'One question a page, about two minutes. Say that you are in danger: the form stops and shows the numbers.',
				},
				follow: {
					title: 'Follow a request',
					look: 'One request, two needs, two organisations. Who has it, who acts next and by when, messages and files both ways.',
				},
				answer: {
					title: 'Answer what you are asked',
					look: 'The hospital’s social worker waits for papers. Write, attach a photo: the waiting is over.',
				},
				choose: {
					title: 'Be asked first',
					look: 'Nobody has been told yet. The question names the organisation and what it would see; say yes or no.',
				},
				confirm: {
					title: 'Did it help?',
					look: 'The organisation says that the deposit came back. Only you can confirm it; or say that it is not so.',
				},
				sharing: {
					title: 'Who may see what, and who has looked',
					look: 'One organisation was kept out from the start. Every look is listed; stop sharing with one of them.',
				},
				account: {
					title: 'All requests of an account',
					look: 'Master Wang has three requests, at three different points. The account is a convenience, never a condition.',
				},
			},
		},
		caseworker: {
			name: 'Caseworker',
			who: 'Lin Xiao, social worker at Tongzhou Social Work Centre.',
			wants: 'See what is due, take what the centre can do well, and know the person’s story only when it is needed.',
			steps: {
				queue: {
					title: 'The desk',
					look: 'Offers that wait for an answer, and the centre’s cases by what is due first. Late ones say so.',
				},
				offer: {
					title: 'An offer',
					look: 'Kind of help, place, trade, and why it came to you. No name, no story: those come after accepting.',
				},
				decline: {
					title: 'Say no, with a reason',
					look: 'The next organisation is asked at once. The worker hears that you cannot take it, not why.',
				},
				work: {
					title: 'A case of yours',
					look: 'Open the story: the worker will see that you did. Photos, messages, notes that stay inside, the papers usually needed.',
				},
				wait: {
					title: 'Wait for somebody',
					look: 'For the worker or for an authority, with the day on which the case comes back to the desk.',
				},
				outcome: {
					title: 'Propose an outcome',
					look: 'You only propose. Confirmed, disputed and unanswered are counted apart.',
				},
			},
		},
		manager: {
			name: 'Manager',
			who: 'Zhou Min, manager of Tongzhou Social Work Centre and of Xinqing Counselling.',
			wants: 'See that nothing lies around, that nobody carries too much, and who works here.',
			steps: {
				desks: {
					title: 'Two organisations, one person',
					look: 'Choose where you are today. The menu at the top switches at any time.',
				},
				now: {
					title: 'How the desk stands right now',
					look: 'What waits longest stands first. Each number leads to the cases behind it.',
				},
				assign: {
					title: 'Overdue, and nobody’s',
					look: 'The worker wrote three days ago and the case has no caseworker. Give it to somebody, or take it yourself.',
				},
				disputed: {
					title: 'The worker says it did not help',
					look: 'After a dispute only a manager can propose the next outcome. Read the message first.',
				},
				staff: { title: 'Who works here', look: 'Everybody with their roles. A role that ends, ends at once.' },
				invite: {
					title: 'Invite a colleague',
					look: 'By e-mail, with a link that works once and for seven days. Send one to any address.',
				},
				letters: {
					title: 'The letter',
					look: 'Letters are not sent from here, they lie in this mailbox. No letter says what a case is about.',
				},
			},
		},
		triager: {
			name: 'Triager',
			who: 'Luo Tai, at the help desk itself.',
			wants: 'That no request falls through: whatever nobody could take has a person and a date here.',
			steps: {
				list: {
					title: 'Everything that came back',
					look: 'By what is due first, each with its reason: not covered, given back, disputed twice, nobody answers.',
				},
				unsure: {
					title: 'Somebody who does not know what it is called',
					look: 'Read the story, ask back, put the kind of help right, and let the router look again.',
				},
				uncovered: {
					title: 'Nobody there covers it',
					look: 'A driver in Wenzhou. Offer it by hand: where the worker has not agreed to an organisation, he is asked first.',
				},
				trace: {
					title: 'Why it went where it went',
					look: 'Everybody the router saw, in its order, with reasons and with what each answered.',
				},
				escalated: {
					title: '“Nobody answers me”',
					look: 'One tap of the worker took the case from the organisation. It stands first in line, with two hours.',
				},
				twice: {
					title: 'Disputed twice',
					look: 'Two proposals, two times no. The desk looks for another way; the organisation reads nothing any more.',
				},
				waiting: {
					title: 'What waits for others',
					look: 'Offers and questions that are out. Until somebody accepts, the desk still holds the case.',
				},
			},
		},
		...union,
		administrator: {
			name: 'Administrator',
			who: 'Tang Guan, who looks after the help desk’s people.',
			wants: 'The right people in the right roles, and nobody who has left.',
			steps: {
				staff: {
					title: 'Who works at the desk',
					look: 'The desk’s own staff, and below them the way to every other organisation’s.',
				},
				invite: { title: 'Invite somebody', look: 'Roles of the desk: triager, directory editor, administrator.' },
				letters: { title: 'Letters that would have gone out', look: 'Neutral subjects, the receiver’s own language.' },
				triage: { title: 'Triage as well', look: 'The same person holds three roles and switches between them.' },
				published: {
					title: 'Published months',
					look: 'A month that was wrong is published again, with a note that every reader sees.',
				},
				roles: {
					title: 'Three roles',
					look: 'Asked of the database at every page: a role taken away is gone at the next click.',
				},
			},
		},
	},
} as const
