/** The tours of a union’s people. Part of the texts of `tour`. */
export default {
	officer: {
		name: 'Union officer',
		who: 'Chen Gang, at the city’s riders’ and drivers’ union.',
		wants: 'Help members and those who are not yet, and keep the two things apart.',
		steps: {
			union: { title: 'The union’s place', look: 'Applications, transfers, drives and members of the city’s union.' },
			desk: {
				title: 'The union’s desk',
				look: 'A union takes cases like any other organisation, and declines them like any other.',
			},
			work: {
				title: 'A case of the union',
				look: 'The accident from the worker’s tour, from the other side. Membership stands nowhere: it changes nothing here.',
			},
			now: {
				title: 'How its cases stand right now',
				look: 'Who has how much, what is late. Of this moment, and not published.',
			},
			reports: {
				title: 'The month on paper',
				look: 'A report for printing, in both languages. Ask for a mail when there is a new one.',
			},
			roles: { title: 'Three roles', look: 'Caseworker, manager and officer of one union, each with its own place.' },
		},
	},
	district: {
		name: 'District union officer',
		who: 'Xu Lan, at the riders’ union of Gongshu District.',
		wants: 'Let people in without pressure, know who is still here, and let those who move go on well.',
		steps: {
			union: {
				title: 'What waits today',
				look: 'Applications, members who ask to come, an open drive; each leads on.',
			},
			code: {
				title: 'A code on a poster',
				look: 'Each code says where an application came from. Print one, or send its picture to a chat group.',
			},
			join: {
				title: 'What the applicant sees',
				look: 'The union’s name comes before anything personal. Every page says that joining is free and changes nothing about help.',
			},
			review: {
				title: 'Applications, the oldest first',
				look: 'Tick several and approve them together: their names are said once more. Or send one back with a reason that the applicant reads.',
			},
			members: {
				title: 'Find a member',
				look: 'Type one sign of a name or the last four digits of a number. Opening a phone number is written down, and the member reads it.',
			},
			transfer: {
				title: 'Somebody asks to come',
				look: 'Place and trade, but no name until you accept. Then membership, number and history move in one moment.',
			},
			drive: {
				title: 'Is it all still right?',
				look: 'Members are asked by letter, at their station or by phone. Who has not answered, and what is to be looked at, stands here.',
			},
			fair: {
				title: 'Are members and others helped alike?',
				look: 'Nobody who helps can see membership. This page counts whether it shows in the results.',
			},
		},
	},
	liaison: {
		name: 'Liaison at a station',
		who: 'Fang Min, who is every morning at two stations of Gongshu.',
		wants: 'Get through the morning meeting quickly, and see no more of people than that takes.',
		steps: {
			station: {
				title: 'Who is asked this morning',
				look: 'Names and the last four digits of the number. Write down what somebody says: still right, changed, or gone.',
			},
			all: {
				title: 'Everybody at the station',
				look: 'Only the own stations. There is no list of all members for this role.',
			},
			signup: {
				title: 'Sign up a whole meeting',
				look: 'What holds for all is typed once. Then name, number, Enter, and the next one; a mistake is taken back with one press.',
			},
		},
	},
	analyst: {
		name: 'Union analyst',
		who: 'Gao Xi, who counts for the union.',
		wants: 'Know how many join and what comes out, and never whose story it was.',
		steps: {
			union: {
				title: 'The union’s place',
				look: 'The only place of this role: published figures, and what they mean.',
			},
			joining: {
				title: 'Who joins and who stays',
				look: 'Go down from the whole to a district. Where few people stand behind a number it is not shown: press it to see why.',
			},
			outcomes: {
				title: 'What came of it',
				look: 'Closed does not mean helped: what workers confirmed, left open and disputed stands apart. Take the figures along as a file.',
			},
			desk: {
				title: 'No desk',
				look: 'The database gives this person no row of any case; there is nothing to show.',
			},
			refused: {
				title: 'A door that stays shut',
				look: 'Triage is for triagers. It is not only the page that refuses: the database would give no row either.',
			},
			roles: { title: 'One role', look: 'Everything this person may be, and nothing else.' },
		},
	},
} as const
