/** How the parts of a bar look: told apart without any colour, on paper too. */
const LOOKS = {
	'confirmed.got_help': { ground: 'fill-accent', marks: null },
	'confirmed.partly': {
		ground: 'fill-accent-soft',
		marks: { d: 'M-2 2 2 -2M0 8 8 0M6 10 10 6', look: 'stroke-accent' },
	},
	'confirmed.not_helped': { ground: 'fill-card', marks: { d: 'M0 4H8', look: 'stroke-accent' } },
	'confirmed.rest': { ground: 'fill-accent-soft', marks: null },
	unanswered: { ground: 'fill-wait-soft', marks: { d: 'M1 2H3M5 6H7', look: 'stroke-wait' } },
	disputed: { ground: 'fill-danger', marks: { d: 'M1 2H3M5 6H7', look: 'stroke-card' } },
	withdrawn: { ground: 'fill-card', marks: { d: 'M2 0V8M6 0V8', look: 'stroke-control' } },
	desk: { ground: 'fill-control', marks: null },
	rest: { ground: 'fill-paper', marks: { d: 'M0 0 8 8M8 0 0 8', look: 'stroke-line' } },
} as const
export type Part = keyof typeof LOOKS
export const PARTS = Object.keys(LOOKS) as Part[]
export const isPart = (key: string): key is Part => key in LOOKS

const idOf = (scope: string, part: Part) => `${scope}-${part.replace('.', '-')}`
export const fillOf = (scope: string, part: Part) => `url(#${idOf(scope, part)})`

/** Defined once in each picture that uses them; `scope` keeps the pictures of a page apart. */
export function Patterns({ scope, parts }: { scope: string; parts: readonly Part[] }) {
	return (
		<defs>
			{parts.map((part) => {
				const { ground, marks } = LOOKS[part]
				return (
					<pattern key={part} id={idOf(scope, part)} width={8} height={8} patternUnits="userSpaceOnUse">
						<rect width={8} height={8} className={ground} />
						{marks ? <path d={marks.d} strokeWidth={2} fill="none" className={marks.look} /> : null}
					</pattern>
				)
			})}
		</defs>
	)
}
