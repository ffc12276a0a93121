/** Drawn by us on a grid of 24, one stroke width, so that every icon speaks with one hand. */
const PATHS = {
	alert: 'M12 3.5 21.5 20h-19zM12 10v4.5M12 17.2v.3',
	check: 'M4.5 12.5 10 18 19.5 7',
	clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2',
	close: 'M6 6l12 12M18 6 6 18',
	document: 'M6 3h8.5L19 7.5V21H6zM14 3v5h5M9 12.5h7M9 16.5h7',
	eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z',
	info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.3v.3',
	leave: 'M10 4H4.5v16H10M9 12h11.5M16 7.5l4.5 4.5-4.5 4.5',
	lock: 'M5.5 10.5h13V21h-13zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
	message: 'M3.5 4.5h17v12H11l-4.5 4v-4h-3z',
	next: 'M9 5l7 7-7 7',
	people:
		'M9 5a3.2 3.2 0 1 0 0 6.4A3.2 3.2 0 0 0 9 5zM2.5 19.5c.4-4 3-6 6.5-6s6.1 2 6.5 6M16 5.4a3 3 0 0 1 0 5.7M18 14c2 .8 3.2 2.7 3.5 5.5',
	phone: 'M6.5 3.5 9.5 4l1 4.5-2 2c1 2.2 2.8 4 5 5l2-2 4.5 1 .5 3c0 1.8-1.2 3-3 3C10 20 4 14 3.5 6.5c0-1.8 1.2-3 3-3z',
	place:
		'M12 21.5c4.5-5 7-8.5 7-11.7a7 7 0 1 0-14 0c0 3.2 2.5 6.7 7 11.7zM12 7.2a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2z',
	share: 'M12 3.5v12M7.5 8 12 3.5 16.5 8M5 12.5V20.5h14v-8',
	wait: 'M6.5 3.5h11M6.5 20.5h11M8 3.5c0 5 8 5.5 8 8.500s-8 3.5-8 8.5M16 3.5c0 5-8 5.5-8 8.500s8 3.5 8 8.5',
} as const

export type IconName = keyof typeof PATHS

/** Always beside a word that says the same, so hidden from screen readers. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
	return (
		<svg
			viewBox="0 0 24 24"
			width="20"
			height="20"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
			strokeLinecap="round"
			strokeLinejoin="round"
			aria-hidden="true"
			focusable="false"
			className={`shrink-0 ${className}`}
		>
			<path d={PATHS[name]} />
		</svg>
	)
}
