/** Every letter there is; the event × audience × channel table names one for each notice. */
export const TEMPLATES = [
	'request_received',
	'news',
	'answer_needed',
	'offer',
	'case_news',
	'desk_news',
	'staff_invitation',
	'application_news',
	'member_news',
	'confirm_membership',
	'report_ready',
] as const
export type Template = (typeof TEMPLATES)[number]
