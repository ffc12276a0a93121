export default {
	title: 'QR codes and stations',
} as const
