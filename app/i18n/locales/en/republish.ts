/** Publishing a month again: what it means, why, and what became of it. */
export default {
	title: 'Published months',
	againTitle: 'Publish a month again',
	lead: 'A month is published by itself, four days after it has ended. Here it can be published again when something in it was wrong.',
	empty: 'Nothing is published yet',
	emptyHint: 'The first month is published four days after it has ended.',
	first: 'Published once',
	revision: 'Revision {{number}}',
	published: 'on',
	note: 'Why again: {{note}}',
	again: 'Publish again',
	againOf: 'Publish {{month}} again',
	waiting: 'Waits to be published again',
	failed: 'The last try failed',
	failedHint: 'Nothing was changed. It is tried again by itself, at least once an hour. The last try:',
	asked: 'Asked for by {{name}}:',
	someone: 'a former colleague',
	waitFirst: 'It can be asked for again when this one is done.',
	done: 'It will be published again within minutes. This page says when it is done.',
	means: {
		title: 'What publishing again means',
		new: 'The month is counted anew, from the data as they are now.',
		readers:
			'Everybody who reads the figures sees the new numbers and your note. New monthly reports are made, and subscribers get a mail.',
		small:
			'A small cell changes only where at least five people came or went, and what was hidden stays hidden: so that the difference names nobody.',
		old: 'It cannot be taken back. Old reports stay and are marked as replaced.',
	},
	form: {
		noteZh: 'Why, in Chinese',
		noteEn: 'Why, in English',
		noteHint: 'Readers see this beside the numbers. No names, no single cases.',
		noteEnHint: 'The same for readers of the English pages.',
		understood: 'I have read what publishing again means.',
		submit: 'Publish again',
	},
	errors: {
		noteMissing: 'Say why, in both languages',
		noteLong: 'Shorten the note to 1,000 signs',
		notUnderstood: 'Read what publishing again means, and tick the box',
		waits: 'This month waits to be published again already. Your notes are kept here; ask again when that is done.',
	},
} as const
