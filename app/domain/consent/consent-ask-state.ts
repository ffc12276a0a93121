/** The source of the life of "ask me first": one question to the worker about one organisation. */
export const CONSENT_ASK_NEXT = {
	asked: ['given', 'refused', 'expired', 'closed'],
	given: [],
	refused: [],
	expired: [],
	closed: [],
} as const
export type ConsentAskState = keyof typeof CONSENT_ASK_NEXT

/** How a worker lets organisations be chosen. */
export const CONSENT_MODES = ['any_of_these', 'only_ticked', 'ask_first'] as const

/** What a recipient may be allowed to see beside the summary. */
export const SHARED_FIELDS = ['story', 'contact'] as const
export type SharedField = (typeof SHARED_FIELDS)[number]

/** Version of the words under which a worker consents; new words get a new version. */
export const CONSENT_TEXT_VERSION = '2026-11'
