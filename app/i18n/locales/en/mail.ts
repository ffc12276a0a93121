/** Neutral on purpose: an inbox may be shared, so no category, no name and no word of a story. */
export default {
	frame: {
		why: 'You receive this because this address was given to Tonglu.',
		shared: 'If it was not you, there is nothing to do: without the receipt code nobody can see anything.',
		noReply: 'Please do not answer this mail; nobody reads it.',
		reference: 'Number',
		stop: 'No more of these letters:',
	},
	request_received: {
		subject: 'Your receipt',
		heading: 'We have received your message',
		body: 'Keep this number and the receipt code that you were shown. With both you can see what happens next.',
		button: 'See how it stands',
	},
	news: {
		subject: 'There is news',
		heading: 'Something has happened',
		body: 'Open your receipt with the number and the code to read it.',
		button: 'Read it',
	},
	answer_needed: {
		subject: 'We need an answer from you',
		heading: 'There is a question for you',
		body: 'Open your receipt with the number and the code, and answer when you can. A short answer is enough.',
		button: 'Answer',
	},
	offer: {
		subject: 'A new offer is waiting',
		heading: 'Your organisation has a new offer',
		body: 'Sign in to see what it is about, by when to answer and why it came to you.',
		button: 'See the offer',
	},
	case_news: {
		subject: 'News in a case',
		heading: 'Something has happened in a case of yours',
		body: 'Sign in to read it.',
		button: 'Open the case',
	},
	desk_news: {
		subject: 'A case is waiting at the desk',
		heading: 'A case has come to the help desk',
		body: 'Sign in to see why, and by when it needs a decision.',
		button: 'Open the case',
	},
	staff_invitation: {
		subject: 'You are invited to work with Tonglu',
		heading: 'You are invited',
		body: 'Open the link to join your organisation on the help desk. It works once, for seven days.',
		button: 'Accept the invitation',
	},
	application_news: {
		subject: 'About what you sent in',
		heading: 'See how it stands',
		body: 'Keep this number. With it and the code that you were given you can see at any time how it stands.',
		button: 'See how it stands',
	},
	member_news: {
		subject: 'There is news for you',
		heading: 'Something has changed',
		body: 'Sign in to read it, or ask where you left this address.',
		button: 'Read it',
	},
	report_ready: {
		subject: 'There is something new to read',
		heading: 'What you asked for is ready',
		body: 'You asked to be told when there is something new. Sign in to read it.',
		button: 'Read it',
	},
	confirm_membership: {
		subject: 'Is what we know of you still right?',
		heading: 'A minute of your time',
		body: 'Please say whether the details that you gave are still right. One tap is enough.',
		button: 'Answer',
	},
} as const
