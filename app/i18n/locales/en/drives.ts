export default {
	title: 'Re-confirmation',
} as const
