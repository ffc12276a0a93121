/** What the pages of filing offer. Apart from their schemas, which a browser fetches only when somebody answers. */
export const STORY_LIMIT = 5000
export const WORKING_FORMS = ['contract', 'outsourced', 'crowd', 'own_account', 'unsure'] as const
export const REACH_BY = ['phone', 'email', 'here'] as const
export const REACH_TIMES = ['morning', 'noon', 'afternoon', 'evening'] as const
export const SHARED_CHOICES = ['story_and_contact', 'story'] as const
