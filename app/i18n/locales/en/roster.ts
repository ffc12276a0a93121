export default {
	title: 'Import and export',
} as const
