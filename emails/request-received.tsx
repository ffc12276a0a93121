import { Letter, type LetterProps } from './components/letter'

/** To the worker, once: the request is here. */
export function RequestReceived(props: LetterProps) {
	return <Letter template="request_received" {...props} />
}
RequestReceived.PreviewProps = {
	language: 'zh-CN',
	reference: 'T-23456789',
	link: 'https://example.test/track',
} satisfies LetterProps
export default RequestReceived
