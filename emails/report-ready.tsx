import { Letter, type LetterProps } from './components/letter'

/** To whoever subscribed: there is something new to read. No number and no file: those are behind sign-in. */
export function ReportReady(props: LetterProps) {
	return <Letter template="report_ready" {...props} />
}
ReportReady.PreviewProps = {
	language: 'zh-CN',
	link: 'https://example.test/reports',
	stopLink: 'https://example.test/reports/letters/1',
} satisfies LetterProps
export default ReportReady
