import { Letter, type LetterProps } from './components/letter'

/** To a member: something about the membership changed. */
export function MemberNews(props: LetterProps) {
	return <Letter template="member_news" {...props} />
}
MemberNews.PreviewProps = { language: 'zh-CN', link: 'https://example.test/my' } satisfies LetterProps
export default MemberNews
