import { render } from '@react-email/components'
import type { Template } from '~/domain/notifications/template'
import { TEXTS, type LetterProps } from './components/letter'
import { AnswerNeeded } from './answer-needed'
import { ApplicationNews } from './application-news'
import { CaseNews } from './case-news'
import { ConfirmMembership } from './confirm-membership'
import { DeskNews } from './desk-news'
import { MemberNews } from './member-news'
import { News } from './news'
import { Offer } from './offer'
import { ReportReady } from './report-ready'
import { RequestReceived } from './request-received'
import { StaffInvitation } from './staff-invitation'

const LETTERS: Record<Template, (props: LetterProps) => React.JSX.Element> = {
	request_received: RequestReceived,
	news: News,
	answer_needed: AnswerNeeded,
	offer: Offer,
	case_news: CaseNews,
	desk_news: DeskNews,
	staff_invitation: StaffInvitation,
	application_news: ApplicationNews,
	member_news: MemberNews,
	confirm_membership: ConfirmMembership,
	report_ready: ReportReady,
}

/** Subject, HTML and plain text of one letter, in the receiver's language. */
export async function letterFor(template: Template, props: LetterProps) {
	const element = LETTERS[template](props)
	return {
		subject: TEXTS[props.language][template].subject,
		html: await render(element),
		text: await render(element, { plainText: true }),
	}
}
