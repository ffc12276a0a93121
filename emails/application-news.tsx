import { Letter, type LetterProps } from './components/letter'

/** To an applicant: something was decided. `reference` is the application’s number. */
export function ApplicationNews(props: LetterProps) {
	return <Letter template="application_news" {...props} />
}
ApplicationNews.PreviewProps = {
	language: 'zh-CN',
	link: 'https://example.test/union/join/status',
} satisfies LetterProps
export default ApplicationNews
