import { Letter, type LetterProps } from './components/letter'

/** To a member in a drive: are the facts still right? The link answers for this one person. */
export function ConfirmMembership(props: LetterProps) {
	return <Letter template="confirm_membership" {...props} />
}
ConfirmMembership.PreviewProps = { language: 'zh-CN', link: 'https://example.test/union/confirm' } satisfies LetterProps
export default ConfirmMembership
