export default {
	title: 'Join the union',
} as const
