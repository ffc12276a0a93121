import { Letter, type LetterProps } from './components/letter'

/** To the caseworkers of an organisation that is offered a case. */
export function Offer(props: LetterProps) {
	return <Letter template="offer" {...props} />
}
Offer.PreviewProps = { language: 'zh-CN', link: 'https://example.test/desk' } satisfies LetterProps
export default Offer
