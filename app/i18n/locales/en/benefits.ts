export default {
	title: 'What membership opens',
} as const
