export default {
	title: 'Mailbox',
	lead: 'Letters that this machine would have sent. Nothing has left it. This page exists only without a mail provider.',
	empty: 'No letter yet',
	emptyHint:
		'File a request with an e-mail address, or write to somebody: the letter arrives here within a second or two.',
	to: 'To',
	all: 'All letters',
	open: 'Open the link of this letter',
} as const
