import { Letter, type LetterProps } from './components/letter'

/** To the worker: something has happened. */
export function News(props: LetterProps) {
	return <Letter template="news" {...props} />
}
News.PreviewProps = {
	language: 'zh-CN',
	reference: 'T-23456789',
	link: 'https://example.test/track',
} satisfies LetterProps
export default News
