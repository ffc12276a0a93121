import { Letter, type LetterProps } from './components/letter'

/** To somebody invited to work for an organisation. */
export function StaffInvitation(props: LetterProps) {
	return <Letter template="staff_invitation" {...props} />
}
StaffInvitation.PreviewProps = { language: 'zh-CN', link: 'https://example.test/desk' } satisfies LetterProps
export default StaffInvitation
