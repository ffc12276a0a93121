import { Letter, type LetterProps } from './components/letter'

/** To the worker: a question, a wait or an outcome needs an answer. */
export function AnswerNeeded(props: LetterProps) {
	return <Letter template="answer_needed" {...props} />
}
AnswerNeeded.PreviewProps = {
	language: 'zh-CN',
	reference: 'T-23456789',
	link: 'https://example.test/track',
} satisfies LetterProps
export default AnswerNeeded
