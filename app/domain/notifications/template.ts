/** Every letter there is; the event × audience × channel table names one for each notice. */
export const TEMPLATES = [
	'request_received',
	'news',
	'answer_needed',
	'offer',
	'case_news',
	'desk_news',
	'staff_invitation',
] as const
export type Template = (typeof TEMPLATES)[number]
