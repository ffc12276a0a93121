import { webEnv } from '~/env.server'
import { readConfirmLink } from '~/lib/confirm-link.server'

/** The ask behind the last part of the address, once its token is found to be ours. */
export const askBehind = (part: string | undefined) => readConfirmLink(webEnv().LINK_SECRET, part)
