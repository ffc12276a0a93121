import { Letter, type LetterProps } from './components/letter'

/** To whoever has the case in hand. */
export function CaseNews(props: LetterProps) {
	return <Letter template="case_news" {...props} />
}
CaseNews.PreviewProps = { language: 'zh-CN', link: 'https://example.test/desk' } satisfies LetterProps
export default CaseNews
