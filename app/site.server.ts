import { webEnv } from './env.server'

/** The address under which people know the site. Read once: every page prints it. */
export const { APP_URL: SITE } = webEnv()
