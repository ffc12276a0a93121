/** Photos and papers: choosing them, why one was not taken, and the lists of them. */
export default {
	label: 'Photos or papers',
	hint: 'Photos (JPEG, PNG, WebP) or PDF, up to {{most}} files of at most {{size}} MB each. The place and time hidden in a photo are removed.',
	storyHint: 'Whoever you let read what happened can open these files too.',
	add: 'Add these files',
	removeShort: 'Remove',
	remove: 'Remove {{name}}',
	attached: 'Attached so far',
	withRequest: 'Photos and papers you sent',
	withStory: 'Photos and papers with the request',
	withMessage: 'Attached files',
	inCheck: 'Photos and papers',
	none: 'None',
	refusedTitle: 'These files cannot be sent as they are:',
	refused: {
		empty: '{{name}}: this file is empty. Please choose the photo or paper itself.',
		too_large:
			'{{name}}: larger than {{size}} MB. Please send a smaller picture, for example a screenshot of it, or split the paper.',
		too_many: '{{name}}: one too many. {{most}} files fit; please leave some out or send them later as a message.',
		type: '{{name}}: neither a photo nor a PDF. Please take a photo or a screenshot of it and choose that.',
		heic: '{{name}}: a photo format (HEIC) that we cannot open. Please take a screenshot of the photo, or set your camera to JPEG.',
		broken: '{{name}}: the file is damaged. Please save it once more, or take a new photo.',
		pixels: '{{name}}: the picture has too many pixels. Please take a screenshot of it and choose that.',
		busy: '{{name}}: very many files are arriving at this moment. Please try again in a minute.',
	},
	again: 'Please choose all files once more, without these. A browser forgets what was chosen.',
	errors: {
		refused: 'Nothing was sent, because a file could not be accepted. Below you see which one and why',
		again: 'Please choose your files once more: a browser forgets what was chosen',
		store: 'Your files could not be kept just now, so nothing was sent. Please choose them again and try in a minute',
	},
	answers: {
		notFound: 'This file is not here, or it is not open to you.',
		unavailable: 'This file cannot be fetched right now. Please try again in a minute.',
	},
} as const
