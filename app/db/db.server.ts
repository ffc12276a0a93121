import { webEnv } from '~/env.server'
import { begin, connect, type Db } from './begin.server'

export type { Db }

/** Verified claims of the caller, straight from the session cookie or the receipt cookie. */
export type User = { role: 'authenticated'; sub: string }
export type ReceiptHolder = { role: 'receipt_holder'; receipt_session: string }
/** Whoever has opened an application to a union with its reference and code. */
export type Applicant = { role: 'receipt_holder'; application_session: string }
/** Somebody who has no receipt yet: may file, sees nothing. */
type Visitor = { role: 'receipt_holder' }
const VISITOR: Visitor = { role: 'receipt_holder' }
type Work<T> = (db: Db) => Promise<T>

const web = connect(webEnv().DATABASE_URL)

/** One transaction under the caller's row level security. */
export const asUser = <T>(user: User, work: Work<T>) => begin(web, 'read write', user, work)
export const asReceipt = <T>(holder: ReceiptHolder, work: Work<T>) => begin(web, 'read write', holder, work)
export const asApplicant = <T>(applicant: Applicant, work: Work<T>) => begin(web, 'read write', applicant, work)
export const asVisitor = <T>(work: Work<T>) => begin(web, 'read write', VISITOR, work)

/** The same for loaders: Postgres itself refuses a write, so a GET never changes anything. */
export const readAs = <T>(caller: User | ReceiptHolder | Applicant, work: Work<T>) =>
	begin(web, 'read only', caller, work)
export const readAsVisitor = <T>(work: Work<T>) => begin(web, 'read only', VISITOR, work)
