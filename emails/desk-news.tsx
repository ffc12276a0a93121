import { Letter, type LetterProps } from './components/letter'

/** To the triagers: a case came to the desk. */
export function DeskNews(props: LetterProps) {
	return <Letter template="desk_news" {...props} />
}
DeskNews.PreviewProps = { language: 'zh-CN', link: 'https://example.test/desk' } satisfies LetterProps
export default DeskNews
